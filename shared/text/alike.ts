import { dropUnseen, LINE_END } from './unseen.ts';

/**
 * Characters that encodings, or their tables on different systems, give for one printed sign, each followed by
 * the one it is compared as: the dash, the dot between names, the wave, the double bar and the minus of GB 2312
 * and Big5. Source: the mappings of Unicode's Consortium, of Microsoft (CP936, CP950) and of Apple.
 */
const SAME_SIGN = new Map([
  ['―', '—'],
  ['‧', '·'],
  ['•', '·'],
  ['・', '·'],
  ['〜', '～'],
  ['∼', '～'],
  ['∥', '‖'],
  ['−', '－'],
  ['⋯', '…'],
]);

/**
 * A text without what its encoding and its line ends add: two files with the same of it print the same page.
 * Blanks at the ends of lines, blank lines at the end and characters that are not seen do not count.
 */
export function printedForm(text: string): string {
  return dropUnseen(text)
    .replace(LINE_END, '\n')
    .replace(/(?<![^\S\n])[^\S\n]+$/gm, '')
    .replace(/(?<!\n)\n+$/, '')
    .replace(/[―‧•・〜∼∥−⋯]/g, (sign) => SAME_SIGN.get(sign) ?? sign);
}
