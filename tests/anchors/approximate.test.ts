import { findNearlyEqual } from '@shared/anchors/approximate.ts';
import { countEdits } from '@shared/anchors/count-edits.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

/** The table of edits, cell by cell. */
function plainEdits(pattern: string, text: string): number[] {
  let column = Array.from({ length: pattern.length + 1 }, (_, row) => row);
  const feet = [pattern.length];
  for (const unit of text.split('')) {
    const next = [0];
    for (let row = 1; row <= pattern.length; row++)
      next.push(
        Math.min(
          (column[row - 1] as number) + (pattern[row - 1] === unit ? 0 : 1),
          (column[row] as number) + 1,
          (next[row - 1] as number) + 1,
        ),
      );
    column = next;
    feet.push(column[pattern.length] as number);
  }
  return feet;
}

const words = (maxLength: number) =>
  fc
    .array(fc.constantFrom('山', '水', '田', '船', '，'), { minLength: 1, maxLength })
    .map((units) => units.join(''));

it('counts edits as the whole table does, on either side of a machine word', () => {
  fc.assert(
    fc.property(words(100), words(160), (pattern, text) => {
      expect([...countEdits(pattern, text)]).toEqual(plainEdits(pattern, text));
    }),
  );
});

/** Text in which no piece of three units stands twice. */
const distinct = (length: number, first = 0x4e00): string =>
  Array.from({ length }, (_, i) => String.fromCharCode(first + i)).join('');

it('finds a changed passage in a text of other words, with its score', () => {
  const edit = fc.record({ at: fc.nat(599), kind: fc.constantFrom('drop', 'add', 'swap') });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), fc.nat(2000), (edits, before) => {
      const pattern = distinct(600);
      const changed = pattern.split('');
      for (const { at, kind } of edits)
        if (kind === 'drop') changed[at] = '';
        else changed[at] = kind === 'swap' ? '〇' : `${pattern[at]}〇`;
      const passage = changed.join('');
      const text = distinct(before, 0xac00) + passage + distinct(300, 0xac00);
      const [found, ...others] = findNearlyEqual(pattern, text, 0.8);
      expect(others).toEqual([]);
      const needed = Math.min(...plainEdits(pattern, passage));
      expect(found?.score).toBeCloseTo(1 - needed / 600, 10);
      // What was changed at either end of the passage may be read as text around it.
      expect(Math.abs((found?.start ?? 0) - before)).toBeLessThanOrEqual(edits.length);
      expect(Math.abs((found?.end ?? 0) - before - passage.length)).toBeLessThanOrEqual(edits.length);
    }),
    { numRuns: 25 },
  );
});

it('tells two copies of a passage apart, and finds one among words that stand everywhere', () => {
  const pattern = `一一一一一一一一${distinct(40)}一一一一一一一一`;
  const copy = pattern.replace(String.fromCharCode(0x4e10), '〇');
  const noise = '一'.repeat(30_000);
  const found = findNearlyEqual(pattern, `${noise}${copy}${noise}${copy}${noise}`, 0.9);
  expect(found.map(({ start }) => start).sort((a, b) => a - b)).toEqual([30_000, 60_000 + pattern.length]);
});

it('finds ten thousand units with fifty changes', () => {
  const pattern = distinct(10_000);
  const changed = pattern.split('').map((unit, i) => (i % 200 === 100 ? '〇' : unit));
  const text = `${distinct(5000, 0xac00)}${changed.join('')}${distinct(5000, 0xac00)}`;
  expect(findNearlyEqual(pattern, text, 0.8)).toEqual([{ start: 5000, end: 15_000, score: 0.995 }]);
});
