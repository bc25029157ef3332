import { foldPrint } from '@shared/numerals/printed-date.ts';
import type { Item } from './item-runs.ts';

/** What opens an item of a list: of which form it is, and its number where it counts. */
interface Opener {
  readonly form: string;
  readonly count: number | null;
}

/** Units of a line that its opener is read from: a reader's name is the longest. */
const LONGEST_OPENER = 16;

/** Forms as they are with wide characters folded to narrow ones. */
const FORMS: readonly (readonly [form: string, opens: RegExp])[] = [
  ['1.', /^(\d{1,2})[.、](?!\d)/u],
  ['(1)', /^\((\d{1,2})\)/u],
  ['day', /^[【[](?:\d{1,2}月)?\d{1,2}日[】\]]/u],
  ['reader', /^@[^\s:@]{1,12}:/u],
];
const FIRST_CIRCLED = 0x2460;
const LAST_CIRCLED = 0x2473;

function openerOf(text: string): Opener | null {
  const circled = text.charCodeAt(0);
  if (circled >= FIRST_CIRCLED && circled <= LAST_CIRCLED)
    return { form: 'circled', count: circled - FIRST_CIRCLED + 1 };
  const head = foldPrint(text.slice(0, LONGEST_OPENER));
  for (const [form, opens] of FORMS) {
    const match = opens.exec(head);
    if (match) return { form, count: match[1] === undefined ? null : Number(match[1]) };
  }
  return null;
}

/** Items of a row that need no name of a group above them: of what readers say, and of news by the day. */
const TELLING: Readonly<Record<string, number>> = { reader: 2, day: 3 };

/** Whether a row of items stands at a line that are news by themselves whatever stands above: by the day, readers' words. */
export function beginsTellingRow(items: readonly Item[], first: number): boolean {
  const form = openerOf(items[first]?.block.text ?? '')?.form ?? '';
  const fewest = TELLING[form];
  if (fewest === undefined) return false;
  return (
    items.slice(first, first + fewest).filter(({ block }) => openerOf(block.text)?.form === form).length ===
    fewest
  );
}

/**
 * Indexes of the items of a row, from `first` on: each begins with what `isNext` knows by how many stand before it.
 * Between two of them `between` paragraphs may stand at most.
 */
export function rowBelow(
  items: readonly Item[],
  first: number,
  between: number,
  isNext: (it: Item, before: number) => boolean,
): number[] {
  const members: number[] = [];
  let others = 0;
  for (let i = first; i < items.length; i++) {
    const it = items[i] as Item;
    if (it.role === 'furniture' || it.role === 'byline') continue;
    if (isNext(it, members.length)) {
      members.push(i);
      others = 0;
    } else if (it.role === 'short' || ++others > between) break;
  }
  return members;
}

/** The row of items that openers of one form begin: numbers count from one, days and names stand as they come. */
export function countedBelow(items: readonly Item[], first: number, between: number): number[] {
  const form = openerOf(items[first]?.block.text ?? '')?.form;
  if (form === undefined) return [];
  return rowBelow(items, first, between, ({ block }, before) => {
    const opener = openerOf(block.text);
    return opener?.form === form && (opener.count === null || opener.count === before + 1);
  });
}
