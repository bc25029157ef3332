import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';

/** Longer lines that end like an announcement's headline are news about one. */
const LONGEST_TITLE = 8;
/** Columns of the longest line that signs a notice. */
const LONGEST_SIGNATURE = 20;

/** Whether a line is the headline of a small announcement. */
export function isNoticeTitle(block: Block, { press }: SegmentKnowledge): boolean {
  const text = block.text.replace(/\s/g, '');
  return (
    press.noticeTitles.has(text) ||
    (text.length <= LONGEST_TITLE && press.noticeTails.some((tail) => text.endsWith(tail)))
  );
}

/** Whether a short line may be who signs a notice, or when. */
export const isSignature = ({ text, width }: Block): boolean =>
  width <= LONGEST_SIGNATURE && !/[，。！？；：]/u.test(text);

/** Whether a line is a day and nothing else, as one under a signature. */
export const isDay = ({ text }: Block): boolean => /^(?:\d{4}年)?\d{1,2}月\d{1,2}日$/.test(text);
