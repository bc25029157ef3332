import { isMotto } from '@shared/segment/blocks/rows.ts';
import { blockOf } from '@shared/segment/print/blocks.ts';
import { splitLines } from '@shared/segment/print/lines.ts';
import { expect, it } from 'vitest';

const blocksOf = (...lines: string[]) => splitLines(lines.join('\n')).map((line) => blockOf([line]));

it.each([
  [['博学 审问 慎思', '明辨 笃行 致远', '勤勉 诚朴 求新'], true],
  [['白菜 一元二角', '萝卜 一元六角', '芹菜 三元四角'], false],
  [['金山 5 0 10', '新州 4 1 09', '西岭 3 2 08'], false],
])('%s: a motto or none', (lines, is) => {
  expect(isMotto(blocksOf(...lines))).toBe(is);
});
