import { expect, it } from 'vitest';
import { sayDiagnostics } from '../../../renderer/features/settings/diagnostics.ts';

it('tells of machine and library in codes and numbers, with no word and no path of the person’s', () => {
  const SECRET = '沉船.txt';
  const said = sayDiagnostics({
    info: {
      version: '1.2.3',
      systemLocale: 'zh-TW',
      device: SECRET,
      capabilities: { nativeDialogs: true, nativeMenu: false },
      vault: {
        id: SECRET,
        path: `/home/${SECRET}`,
        damagedLine: null,
        endedUncleanly: true,
        readOnly: { ok: false, reason: 'disk-full', detail: { path: SECRET } },
        findings: [{ ok: false, reason: 'way-cleared', detail: { names: SECRET } }],
        strays: [SECRET],
      },
    },
    browser: 'Chromium/156',
    window: '800 × 600 @ 2',
    counts: { articles: 12 },
    log: [
      { at: '2026-01-02T03:04:05Z', level: 'error', what: 'page-unreadable', detail: { name: SECRET } },
      { at: '2026-01-02T03:04:06Z', level: 'error', what: 'page-unreadable' },
    ],
  } as Parameters<typeof sayDiagnostics>[0]);
  expect(said).not.toContain(SECRET);
  expect(said.split('\n')).toEqual([
    'duidu 1.2.3',
    'browser Chromium/156',
    'window 800 × 600 @ 2',
    'locale zh-TW',
    'host nativeDialogs',
    'vault disk-full, last end unclean',
    'found way-cleared',
    'articles 12',
    'log page-unreadable 2',
  ]);
});
