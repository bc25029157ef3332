import { type AnchoredText, describeSpans } from '@shared/anchors/describe.ts';
import type { SettledDoubt } from '@shared/journal/state.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import type { Doubt, DoubtReason } from '@shared/model/page.ts';
import { sourceHash } from '@shared/model/source.ts';
import { settleDoubts } from '@shared/pipeline/settle-doubts.ts';
import { describe, expect, it } from 'vitest';
import { runPipeline } from './run.ts';

const TEXT = '渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了青苔。';
const source = sourceHash('d'.repeat(64));
const anchored: AnchoredText = { source, textHash: 'first', text: TEXT };

const spanOf = (words: string, text = TEXT) => {
  const start = text.indexOf(words);
  return sourceSpan(start, start + words.length);
};
const doubt = (reason: DoubtReason, words: string, text = TEXT): Doubt => ({
  reason,
  article: 0,
  span: spanOf(words, text),
});
const settled = (reason: DoubtReason, words: string): SettledDoubt => ({
  act: 'a1',
  target: describeSpans([spanOf(words)], anchored),
  reason,
});

describe('a settled doubt', () => {
  const open = doubt('order-unknown', '最下面的十级常年泡在水里');

  it('is closed by the act on its words, and no other with it', () => {
    const other = doubt('order-unknown', '长满了青苔');
    const { open: left, closed } = settleDoubts(
      [open, other],
      [settled('order-unknown', '最下面的十级常年泡在水里')],
      anchored,
    );
    expect(left).toEqual([other]);
    expect(closed).toEqual([{ ...open, act: 'a1' }]);
  });

  it('stays open where another reason was settled on the same words', () => {
    const { open: left } = settleDoubts(
      [open],
      [settled('owner-unknown', '最下面的十级常年泡在水里')],
      anchored,
    );
    expect(left).toEqual([open]);
  });

  it('is found again when its words have moved and the program marks a little more of them', () => {
    const text = `清河日报\n\n${TEXT}`;
    const wider = doubt('order-unknown', '最下面的十级常年泡在水里，长满', text);
    const { closed } = settleDoubts([wider], [settled('order-unknown', '最下面的十级常年泡在水里')], {
      source,
      textHash: 'second',
      text,
    });
    expect(closed).toEqual([{ ...wider, act: 'a1' }]);
  });

  it('is open again where the program means other words, and one that does not arise asks for nothing', () => {
    const act = settled('order-unknown', '最下面的十级常年泡在水里');
    const far = doubt('order-unknown', '渡口的石阶有四十二级');
    expect(settleDoubts([far], [act], anchored)).toEqual({ open: [far], closed: [] });
    expect(settleDoubts([], [act], anchored)).toEqual({ open: [], closed: [] });
  });

  it('is left out of the extraction and listed beside it', async () => {
    const page =
      '渡口的石阶\n\n渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了青苔，船工下脚时总要先用竹篙';
    const { extraction, text, textHash } = await runPipeline(page);
    const [unsure] = extraction.doubts;
    expect(unsure?.reason).toBe('unfinished-sentence');
    const target = describeSpans([unsure!.span], { source: extraction.source.sha256, textHash, text });
    const again = await runPipeline(page, {
      settledDoubts: [{ act: 'a1', target, reason: 'unfinished-sentence' }],
    });
    expect(again.extraction.doubts).toEqual([]);
    expect(again.closedDoubts).toEqual([{ ...unsure, act: 'a1' }]);
  });
});
