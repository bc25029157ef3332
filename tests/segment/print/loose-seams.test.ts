import { splitLines } from '@shared/segment/print/lines.ts';
import { partSplicedBlocks } from '@shared/segment/print/loose-seams.ts';
import { countPairs } from '@shared/segment/print/seams.ts';
import { joinWrappedLines } from '@shared/segment/print/wrapping.ts';
import { segment } from '@shared/segment/segment.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

const MEASURE = 16;

/** A paragraph in lines of the measure; the first is shorter by the indent that its dump dropped. */
function set(text: string, goesOn = false): string[] {
  const lines = goesOn ? [] : [text.slice(0, MEASURE - 2)];
  for (let at = goesOn ? 0 : MEASURE - 2; at < text.length; at += MEASURE)
    lines.push(text.slice(at, at + MEASURE));
  return lines;
}

/** Blocks of a page with a blank line below every line, so that no gap says where a paragraph ends. */
function blocks(...lines: readonly string[]): string[] {
  const joined = joinWrappedLines(splitLines(lines.join('\n\n')), KNOWLEDGE);
  return partSplicedBlocks(joined, countPairs(joined.map(({ text }) => text)), KNOWLEDGE).map(
    ({ text }) => text,
  );
}

const FIRST = '渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了一层青苔，下去可要小心。';
const LAST = '今年水大，石阶只露出十九级，洗菜的人都站到木头扶手旁，一边洗一边看船来。';
/** Two lines, the second of which ends two columns early: `|`. */
const CUT =
  '船工老柳天还没亮，就到岸边用竹篙探一探水，看从哪级石阶开|始搬货，搬到中午就歇，下午留给修船和补网。';
const OTHER = '夜市的修表摊在路口，一张折叠桌，一盏台灯，刮风下雨天就不出来摆了。';

describe('a block set into a sentence without a gap', () => {
  const [before = '', after = ''] = CUT.split('|');

  it('ends where its own last line does, and the sentence goes on below it', () => {
    expect(before.length).toBe(2 * MEASURE - 4);
    const page = blocks(...set(FIRST), ...set(before), ...set(OTHER), ...set(after, true), ...set(LAST));
    expect(page).toContain(before);
    expect(page).toContain(OTHER);
  });

  it('is none where the next line goes on with the sentence', () => {
    expect(blocks(...set(FIRST), ...set(before), ...set(after, true), ...set(LAST))).toContain(
      before + after,
    );
  });

  it('is the caption that a bare credit stands under, even below a full line', () => {
    const full = before.replace('看从', '看今天从');
    expect(full.length).toBe(2 * MEASURE - 2);
    const page = blocks(
      ...set(FIRST),
      ...set(full),
      '清早六点半渡口的石阶。',
      '周远航 摄',
      ...set(after, true),
      ...set(LAST),
    );
    expect(page).toContain('清早六点半渡口的石阶。');
  });

  it('is the caption whose credit ends the block, below an indented paragraph', () => {
    const full = LAST.replace('来。', '来，看到天黑才肯回家去。');
    const indented = (text: string): string[] => set(text).map((line, i) => (i === 0 ? `　　${line}` : line));
    const page = [
      ...indented(FIRST),
      ...indented(full),
      '船工在石阶上搬米。周远航 摄',
      ...indented(OTHER),
    ].join('\n');
    const joined = joinWrappedLines(splitLines(page), KNOWLEDGE);
    const parted = partSplicedBlocks(joined, countPairs(joined.map(({ text }) => text)), KNOWLEDGE);
    expect(joined.map(({ text }) => text)).toContain(`${full}船工在石阶上搬米。周远航 摄`);
    expect(parted.map(({ text }) => text)).toEqual([FIRST, full, '船工在石阶上搬米。周远航 摄', OTHER]);
  });

  it('is the caption whose credit stands inside the block', () => {
    const credited = '3月4日，船工们正在石阶上搬米。 周远航 摄';
    const page = blocks(
      ...set(FIRST),
      ...set(before),
      credited.slice(0, 16),
      credited.slice(16),
      ...set(after, true),
      ...set(LAST),
    );
    expect(page).toContain(before);
    expect(page).toContain(after);
  });
});

describe('what the print leaves open', () => {
  /** A paragraph whose first line is whole, ends a sentence and fills the measure that its indent left. */
  const WHOLE_FIRST = ['渡口的石阶有四十二级，长满苔。', '下面的十级常年泡在水里，一到雨'];
  const doubtsOf = (...lines: readonly string[]): string[] =>
    segment(['老渡口的石阶', ...lines].join('\n\n'), KNOWLEDGE).page.doubts.map(({ reason }) => reason);

  it('is doubted where a sentence fills a line and the next says nothing', () => {
    const doubts = doubtsOf(...set(OTHER), ...WHOLE_FIRST, '天谁也不敢下去。', ...set(FIRST), ...set(LAST));
    expect(doubts).toEqual(['paragraph-end-unknown']);
  });

  it('is not doubted where the next line is full', () => {
    const [whole = ''] = WHOLE_FIRST;
    const next = '下面的十级常年泡在水里，一到雨天';
    expect(next.length).toBe(MEASURE);
    const doubts = doubtsOf(...set(OTHER), whole, next, '谁也不敢下去。', ...set(FIRST), ...set(LAST));
    expect(doubts).toEqual([]);
  });
});
