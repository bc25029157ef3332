import { utf8fromString } from '@exodus/bytes/utf8.js';
import { success } from '@shared/contracts/results.ts';
import { readLibraryFile } from '@shared/exchange/carry/read-library-file.ts';
import { writeLibraryFile } from '@shared/exchange/carry/write-library-file.ts';
import type { Act } from '@shared/journal/act.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../electron/knowledge/sha256.ts';
import { readWhole } from '../made-library.ts';

const ORIGINALS = ['一页旧报\n', '另一页\n'.repeat(400)].map((text) => utf8fromString(text));

const ACTS: readonly Act[] = Array.from({ length: 5 }, (_, i) => ({
  id: `act-${i}`,
  at: '2026-01-01T00:00:00.000Z',
  device: 'd',
  schema: 1,
  deed: { type: 'search.save', search: `s${i}`, name: `第${i}`, query: '水库' },
}));

async function write(): Promise<Uint8Array> {
  const originals = (async function* () {
    for (const bytes of ORIGINALS) yield { sha256: await sha256(bytes), bytes };
  })();
  return readWhole(writeLibraryFile({ acts: ACTS, settings: { theme: 'dark' }, originals }, sha256));
}

async function read(bytes: Uint8Array, chunk = bytes.length) {
  const kept = new Map<string, Uint8Array>();
  const chunks = function* () {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.slice(at, at + chunk);
  };
  const result = await readLibraryFile(chunks(), sha256, async (hash, original) => {
    kept.set(hash, original);
    return success(null);
  });
  return { result, kept };
}

describe('a library in one file', () => {
  it('comes back whole, in whatever pieces its bytes come', async () => {
    const bytes = await write();
    for (const chunk of [1000, 7, bytes.length]) {
      const { result, kept } = await read(bytes, chunk);
      expect(result).toMatchObject({
        ok: true,
        value: { acts: ACTS, settings: { theme: 'dark' }, damaged: [] },
      });
      expect([...kept.values()]).toEqual(ORIGINALS);
    }
  });

  it('is the same bytes twice', async () => {
    expect(Buffer.compare(await write(), await write())).toBe(0);
  });

  it('that is something else is refused by name', async () => {
    expect((await read(utf8fromString('no archive'))).result).toMatchObject({
      ok: false,
      reason: 'library-unknown',
    });
  });

  it('that is damaged is named, and gives what is whole in it and nothing else', async () => {
    const sound = await write();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sound.length - 1),
        fc.constantFrom<'flip' | 'cut' | 'zero'>('flip', 'cut', 'zero'),
        async (at, how) => {
          const bytes = how === 'cut' ? sound.slice(0, at) : sound.slice();
          if (how === 'flip') bytes[at] = (bytes[at] as number) ^ 0xff;
          if (how === 'zero') bytes.fill(0, at, at + 40);
          const { result, kept } = await read(bytes, 512);
          for (const [hash, original] of kept) expect(await sha256(original)).toBe(hash);
          if (!result.ok) return;
          const { acts, originals, damaged } = result.value;
          const isWhole = acts.length === ACTS.length && originals.length === ORIGINALS.length;
          // Bytes that hold nothing (times, names listed again at the end) may differ in a whole library.
          if (damaged.length === 0) expect(isWhole).toBe(true);
          for (const act of acts) expect(ACTS).toContainEqual(act);
        },
      ),
      { numRuns: 150 },
    );
  });
});
