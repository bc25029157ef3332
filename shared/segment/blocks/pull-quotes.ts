import type { Block } from '../print/blocks.ts';
import { endsSentence } from '../print/sentences.ts';
import type { Item } from './item-runs.ts';

/** A dash, perhaps a place or a post, and a name that a blank parts from it: ——某村村民 某某. */
const NAMED = /^[—―─]{1,2}\s*(?:[\p{Script=Han}\d“”]{2,20}[ \u3000]+)?[\p{Script=Han}·]{2,12}$/u;
/** Columns of the longest quotation that is set apart. */
const LONGEST_QUOTE = 120;

/** Whether a text is a quotation from its first mark to its last. */
const isQuote = ({ text, width }: Block): boolean =>
  width <= LONGEST_QUOTE && /^[“「『].*[”」』]$/su.test(text) && endsSentence(text);

/** Whether a line has the shape of one that says whose the words above it are. */
export const isAttribution = ({ text, level, lines }: Block): boolean =>
  level === 0 && lines === 1 && NAMED.test(text);

/** A line below a quotation set apart that says whose words they are is text, no heading. */
export const withAttributions = (items: readonly Item[]): readonly Item[] =>
  items.map((it, i) => {
    const above = items[i - 1];
    const attributes =
      (it.role === 'short' || it.role === 'byline') &&
      above?.role === 'body' &&
      isAttribution(it.block) &&
      isQuote(above.block);
    return attributes ? { ...it, role: 'body', names: [] } : it;
  });
