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
  ['bare day', /^(?:\d{1,2}月)?\d{1,2}日(?=\s)/u],
  ['trade', /^[【[]?(?:[供求售租]|供[应應]|求[购購租职職]|[转轉][让讓]|出[售租]|收[购購]|招聘)[】\]:]/u],
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

/**
 * Rows of items that are news by themselves below any line, or below one that has a word: of what readers say and offer,
 * of news by the day. Days without brackets head the entries of a diary too, save where the line above speaks of a week.
 */
const TELLING: Readonly<Record<string, { readonly fewest: number; readonly under?: RegExp }>> = {
  reader: { fewest: 2 },
  day: { fewest: 3 },
  trade: { fewest: 3 },
  'bare day': { fewest: 3, under: /[周週旬]/u },
};

/** Whether a row of items stands right below a line that are news by themselves whatever that is called. */
export function headsTellingRow(items: readonly Item[], head: number): boolean {
  const first = head + 1;
  const form = openerOf(items[first]?.block.text ?? '')?.form ?? '';
  const row = TELLING[form];
  if (row === undefined || row.under?.test(items[head]?.block.text ?? '') === false) return false;
  const begun = items.slice(first, first + row.fewest);
  return begun.filter(({ block }) => openerOf(block.text)?.form === form).length === row.fewest;
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
