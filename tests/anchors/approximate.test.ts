import { findMostLike } from '@shared/anchors/approximate.ts';
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

/** As the whole table has it, where a stretch has to start at the text's first unit. */
const plainFromFirst = (pattern: string, text: string): number[] =>
  Array.from({ length: text.length + 1 }, (_, end) => {
    // Units that stand nowhere in the pattern are dearer than what they would save.
    const held = '〇'.repeat(pattern.length + end);
    return plainEdits(held + pattern, held + text.slice(0, end)).at(-1) as number;
  });

it('counts edits as the whole table does, on either side of a machine word, up to the most that is asked', () => {
  fc.assert(
    fc.property(words(100), words(160), fc.nat(60), (pattern, text, most) => {
      const counted = countEdits(pattern, text, { most, lastStart: text.length, budget: { left: 1e6 } });
      const cut = plainEdits(pattern, text).map((edits) => Math.min(edits, most + 1));
      expect([...(counted ?? [])]).toEqual(cut);
    }),
  );
});

it('counts edits from the first unit on as the whole table does', () => {
  const edited = fc.record({
    pattern: words(90),
    at: fc.nat(89),
    put: words(3),
    most: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(edited, words(8), ({ pattern, at, put, most }, tail) => {
      const text = pattern.slice(0, at) + put + pattern.slice(at + 2) + tail;
      const counted = countEdits(pattern, text, { most, lastStart: 0, budget: { left: 1e6 } });
      const cut = plainFromFirst(pattern, text).map((edits) => Math.min(edits, most + 1));
      expect([...(counted ?? [])]).toEqual(cut);
    }),
    { numRuns: 30 },
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
      const [found, ...others] = findMostLike(pattern, text, 0.8);
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
  const found = findMostLike(pattern, `${noise}${copy}${noise}${copy}${noise}`, 0.9);
  expect(found.map(({ start }) => start).sort((a, b) => a - b)).toEqual([30_000, 60_000 + pattern.length]);
});

it('finds ten thousand units with fifty changes', () => {
  const pattern = distinct(10_000);
  const changed = pattern.split('').map((unit, i) => (i % 200 === 100 ? '〇' : unit));
  const text = `${distinct(5000, 0xac00)}${changed.join('')}${distinct(5000, 0xac00)}`;
  expect(findMostLike(pattern, text, 0.8)).toEqual([{ start: 5000, end: 15_000, score: 0.995 }]);
});

/** Steps that a passage takes to be found where every twentieth unit of it was changed, or not to be found. */
function stepsFor(length: number, isThere: boolean): number {
  const pattern = distinct(length);
  const changed = pattern.split('').map((unit, i) => (i % 20 === 10 ? '〇' : unit));
  const around = distinct(2 * length, 0x8000);
  const budget = { left: 1e9 };
  const found = findMostLike(pattern, around + (isThere ? changed.join('') : '') + around, 0.8, budget);
  expect(found.length).toBe(isThere ? 1 : 0);
  return 1e9 - budget.left;
}

it('takes steps that grow with a passage and its changes, and hardly any where it is not', () => {
  // Twice the passage with twice the changes: four times as many cells near the diagonal.
  expect(stepsFor(8000, true)).toBeLessThan(4.5 * stepsFor(4000, true));
  expect(stepsFor(8000, true)).toBeLessThan((8000 * 40_000) / 32 / 10);
  expect(stepsFor(8000, false)).toBe(0);
});

it('gives up where its steps are spent', () => {
  const pattern = '一二'.repeat(500);
  const text = '二二一'.repeat(3000);
  const budget = { left: 10_000 };
  expect(findMostLike(pattern, text, 0.6, budget)).toEqual([]);
  expect(budget.left).toBeLessThan(0);
  expect(findMostLike(pattern, text, 0.6)).not.toEqual([]);
});
