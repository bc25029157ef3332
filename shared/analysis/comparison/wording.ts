import { sentenceAround } from '../agreement/sentence.ts';
import type { Claim } from '../compared-article.ts';
import type { Stretch } from './differences.ts';

/** The words in which an article tells a figure. */
export interface Wording {
  readonly text: string;
  /** Where the text begins in the body: a reading offset. */
  readonly at: number;
  /** The figure in the text. */
  readonly figure: Stretch;
}

/** Units of a sentence that are shown before and behind its figure. */
const REACH = 60;

/** The sentence of a figure; of a long one what stands close to it. */
export function wordingOf(body: string, { start, end }: Claim): Wording {
  const [first, last] = sentenceAround(body, start, end);
  const from = Math.max(first, start - REACH);
  const to = Math.min(last, end + REACH);
  return { text: body.slice(from, to), at: from, figure: { start: start - from, end: end - from } };
}
