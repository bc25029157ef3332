import { describe, expect, it } from 'vitest';
import { createSettings, readSettings } from '../../../renderer/state/settings.ts';
import { createMemoryHost } from '../memory-host.ts';

describe('settings', () => {
  it.each([null, 3, 'dark', [], { theme: 7, textSize: 9, place: { room: 'cellar' } }])(
    'of %j take their first values',
    (stored) => {
      expect(readSettings(stored)).toMatchObject({ theme: 'system', textSize: 1, place: { room: 'shelf' } });
    },
  );

  it('keep what is well formed beside what is not', () => {
    expect(readSettings({ theme: 'dark', textSize: 9, later: true })).toMatchObject({
      theme: 'dark',
      textSize: 1,
    });
  });

  it('are found again after they were written, and are one write for many changes', async () => {
    const host = createMemoryHost();
    const settings = createSettings(host, null);
    settings.getState().change({ theme: 'sepia' });
    settings.getState().goTo({ room: 'reader', article: 'a' });
    settings.getState().rememberPosition('a', { block: 3, progress: 0.4 });
    expect(host.memory.settings).toBeNull();
    await settings.getState().flush();
    const again = createSettings(createMemoryHost(host.memory), host.memory.settings).getState();
    expect(again).toMatchObject({
      theme: 'sepia',
      place: { room: 'reader', article: 'a' },
      positions: { a: { block: 3, progress: 0.4 } },
    });
  });

  it('hold a recent search once, the newest first', () => {
    const settings = createSettings(createMemoryHost(), null);
    for (const query of ['渡口', '码头', '渡口']) settings.getState().rememberSearch(query);
    expect(settings.getState().recentSearches).toEqual(['渡口', '码头']);
  });
});
