import { withBareBylines } from '@shared/segment/blocks/bare-bylines.ts';
import type { Item, ItemRole } from '@shared/segment/blocks/item-runs.ts';
import { blockOf } from '@shared/segment/print/blocks.ts';
import { splitLines } from '@shared/segment/print/lines.ts';
import type { HeadReading } from '@shared/segment/stories/head-reading.ts';
import { expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

const blocksOf = (...lines: string[]) => splitLines(lines.join('\n')).map((line) => blockOf([line]));

/** Names read from a line under a headline where the model takes it for a byline with some probability. */
function namesUnder(headline: string, line: string, likely: number): string {
  const roles: readonly ItemRole[] = ['short', 'short', 'body'];
  const items = blocksOf(headline, line, '巷口有个修伞佬，一张折凳，一个工具箱，坐了三十年。').map(
    (block, i): Item => ({ block, role: roles[i] as ItemRole, names: [], sure: 1 }),
  );
  const heads = { likelihood: () => likely, surely: () => null, heads: () => false };
  return withBareBylines(items, heads as unknown as HeadReading, KNOWLEDGE)[1]?.names.join() ?? '';
}

it.each([
  ['修伞佬', '听雨楼主', 0.95, '听雨楼主'],
  ['煤烟能治病虫吗？', '气象站　丹枫', 0.95, '丹枫'],
  ['姜汁撞奶', '阿　桃', 0.05, '阿桃'],
  ['修伞佬', '听雨楼主', 0.5, ''],
  ['煤烟能治病虫吗？', '气象站　丹枫', 0.5, ''],
  ['修伞佬', '小小说', 0.95, ''],
])('under %s %s, a byline with a probability of %d, is signed %s', (headline, line, likely, names) => {
  expect(namesUnder(headline, line, likely)).toBe(names);
});
