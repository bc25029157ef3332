import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../../renderer/library/article-at.ts';
import { wordsOfSelection } from '../../../renderer/state/page-words.ts';
import { Placement } from '../../../renderer/state/placement.ts';
import { sampleView } from '../views/sample-view.ts';

const view = sampleView();
const place = (words: string) => {
  const start = view.sourceText.indexOf(words);
  return { start: start as never, end: (start + words.length) as never };
};

describe('what is selected', () => {
  it('is copied a line for each paragraph, without the line ends of the page', () => {
    const first = place('修了12公里新渠，投入3.\n5亿元，两岸得水。');
    const second = place('渠长每周');
    expect(wordsOfSelection({ view, selection: [first, second] })).toBe(
      '修了12公里新渠，投入3.5亿元，两岸得水。\n渠长每周',
    );
  });

  it('keeps the words that stand on the page beside the open article', () => {
    const sourceText = `${view.sourceText}\n邻镇修桥`;
    const placement = new Placement(readingsOf(view.article), view.blocks, sourceText.length);
    const beside = { ...view, sourceText, placement };
    const { start } = place('渠长每周');
    const selection = [{ start, end: beside.sourceText.length as never }];
    expect(wordsOfSelection({ view: beside, selection })).toBe('渠长每周走两次。摄影：田禾邻镇修桥');
    expect(wordsOfSelection({ view, selection: [{ start, end: view.sourceText.length as never }] })).toBe(
      '渠长每周走两次。\n摄影：田禾',
    );
  });

  it('is copied as one line where no article shows it', () => {
    const placement = { toBlocks: () => [], toSource: () => [] };
    const byline = { ...view, placement } as unknown as typeof view;
    expect(wordsOfSelection({ view: byline, selection: [place('投入3.\n5亿元')] })).toBe('投入3.5亿元');
    expect(wordsOfSelection({ view: null, selection: [] })).toBe('');
  });
});
