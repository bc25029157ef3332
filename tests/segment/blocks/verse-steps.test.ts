import type { Item } from '@shared/segment/blocks/item-runs.ts';
import { withVerse } from '@shared/segment/blocks/verse.ts';
import type { HeadReading } from '@shared/segment/stories/head-reading.ts';
import { expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

/** Lines of a roll: as short as verse, each a sentence, so that no part of them is any. */
const roll = (lines: number): Item[] =>
  Array.from(
    { length: lines },
    (_, i) =>
      ({
        role: 'body',
        block: { text: `种树${i + 1}棵。`, lines: 1, measure: 0, level: 0, width: 6 },
      }) as unknown as Item,
  );

/** How often the model is asked about a line while verse is looked for. */
function asksFor(lines: number): number {
  let asks = 0;
  const likelihood = (_: unknown, role: string): number => {
    asks++;
    return role === 'paragraph' ? 1 : 0;
  };
  const items = roll(lines);
  expect(withVerse(items, { likelihood } as unknown as HeadReading, KNOWLEDGE)).toEqual(items);
  return asks;
}

it('looks at each of many short lines a few times, however many there are', () => {
  expect(asksFor(2000)).toBeLessThanOrEqual(2.5 * asksFor(1000));
});
