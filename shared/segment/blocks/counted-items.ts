import type { Item } from './item-runs.ts';

/** What opens an item of a list: of which form it is, and its number where it counts. */
interface Opener {
  readonly form: string;
  readonly count: number | null;
}

const FORMS: readonly (readonly [form: string, opens: RegExp])[] = [
  ['1.', /^(\d{1,2})[.．、](?!\d)/u],
  ['(1)', /^[（(](\d{1,2})[）)]/u],
  ['day', /^[【［[](?:\d{1,2}月)?\d{1,2}日[】］\]]/u],
  ['reader', /^[@＠][^\s：:@]{1,12}[：:]/u],
];
const FIRST_CIRCLED = 0x2460;
const LAST_CIRCLED = 0x2473;

function openerOf(text: string): Opener | null {
  const circled = text.charCodeAt(0);
  if (circled >= FIRST_CIRCLED && circled <= LAST_CIRCLED)
    return { form: 'circled', count: circled - FIRST_CIRCLED + 1 };
  for (const [form, opens] of FORMS) {
    const match = opens.exec(text);
    if (match) return { form, count: match[1] === undefined ? null : Number(match[1]) };
  }
  return null;
}

/** Whether a line begins with the name that a reader of a site gives himself: @某某： */
export const isReadersWord = ({ block }: Item): boolean => openerOf(block.text)?.form === 'reader';

/**
 * Indexes of the items that openers of one form begin, from the first on: numbers count from one, days and names stand
 * in a row. Between two of them `between` paragraphs may stand at most.
 */
export function countedBelow(items: readonly Item[], first: number, between: number): number[] {
  const form = openerOf(items[first]?.block.text ?? '')?.form;
  const members: number[] = [];
  let others = 0;
  for (let i = first; form !== undefined && i < items.length; i++) {
    const it = items[i] as Item;
    if (it.role === 'furniture' || it.role === 'byline') continue;
    const opener = openerOf(it.block.text);
    const isNext = opener?.form === form && (opener.count === null || opener.count === members.length + 1);
    if (isNext) {
      members.push(i);
      others = 0;
    } else if (it.role === 'short' || ++others > between) break;
  }
  return members;
}
