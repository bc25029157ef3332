import { describe, expect, it } from 'vitest';
import { wordsOfSelection } from '../../../renderer/state/page-words.ts';
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

  it('is copied as one line where no article shows it', () => {
    const byline = { ...view, placement: { toBlocks: () => [] } } as unknown as typeof view;
    expect(wordsOfSelection({ view: byline, selection: [place('投入3.\n5亿元')] })).toBe('投入3.5亿元');
    expect(wordsOfSelection({ view: null, selection: [] })).toBe('');
  });
});
