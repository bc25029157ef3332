import type { Cell } from '@shared/model/fact.ts';
import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { type ReadingOffset, readingSpan } from '@shared/model/offset.ts';
import { cutWords } from './cut-words.ts';
import { type PhraseWords, plays } from './phrase-words.ts';
import { phraseOf, type ReadingPhrase } from './reading-phrase.ts';
import { namesQuantity } from './token-kinds.ts';
import { spansWithin } from './within.ts';

const FEWEST_ROWS = 3;
const MOST_COLUMNS = 6;
/** Prose that prints more rows is no table but a list without an end. */
const MOST_ROWS = 200;
const LONGEST_LABEL = 14;
/** Words between two figures of a row are no longer than this. */
const LONGEST_HEADING = 10;
/** The lines above a dumped table are read this far back. */
const LONGEST_HEAD = 80;
const SEPARATORS = '\\s、，；。;,:：|｜·（）()';
const LEADING = new RegExp(`^[${SEPARATORS}]+`);
const TRAILING = new RegExp(`(?<![${SEPARATORS}])[${SEPARATORS}]+$`);
/** A row begins behind one of these. */
const ROW_START = /[\s、，；。;,:：|｜]/;
/** What stands before the first row and belongs to the sentence, not to the label. */
const BEFORE_LIST = /^.*(?:[：:，；。\n]|其中|包括|包含|如下|分别[是为有]?|有)/s;

/** A figure with the words between it and the figure before. */
interface Step {
  readonly index: number;
  readonly fact: FoundFact;
  /** The words before it without separators, with where they stand. */
  readonly lead: ReadingPhrase;
  /** A separator stands before the words. */
  readonly isParted: boolean;
}

/**
 * Which figures are cells of a table printed as prose, or dumped cell by cell: the same number of figures of
 * the same kinds and units behind labels that differ, three times or more.
 */
export function findCells(
  text: string,
  facts: readonly FoundFact[],
  names: readonly FoundName[],
  words: PhraseWords,
): (Cell<ReadingOffset> | null)[] {
  const cells: (Cell<ReadingOffset> | null)[] = facts.map(() => null);
  const steps = stepsOf(text, facts);
  for (let at = 0; at < steps.length; ) {
    const found = longestTable(text, steps, at, names, words);
    if (found === null) {
      at += 1;
      continue;
    }
    for (const { index, cell } of found) cells[index] = cell;
    at += found.length;
  }
  return cells;
}

function stepsOf(text: string, facts: readonly FoundFact[]): Step[] {
  const steps: Step[] = [];
  let last = 0;
  for (const [index, fact] of facts.entries()) {
    if (isTimeKind(fact.kind) || fact.kind === 'ordinal' || fact.kind === 'age') continue;
    const between = text.slice(Math.max(last, fact.start - 2 * LONGEST_LABEL), fact.start);
    const from = fact.start - between.length + (LEADING.exec(between)?.[0].length ?? 0);
    const to = Math.max(from, fact.start - (TRAILING.exec(between)?.[0].length ?? 0));
    steps.push({
      index,
      fact,
      lead: phraseOf(text, from, to),
      isParted: between === '' || ROW_START.test(between[0]!) || fact.start - between.length > last,
    });
    last = fact.end;
  }
  return steps;
}

type Found = readonly { readonly index: number; readonly cell: Cell<ReadingOffset> }[];

/** The table of most figures that begins at `at`. */
function longestTable(
  text: string,
  steps: readonly Step[],
  at: number,
  names: readonly FoundName[],
  words: PhraseWords,
): Found | null {
  let best: Found | null = null;
  for (let width = 1; width <= MOST_COLUMNS && at + width * FEWEST_ROWS <= steps.length; width += 1) {
    if (width > 1 && !isColumn(steps[at + width - 1]!)) break;
    const count = countRows(steps, at, width);
    if (count < FEWEST_ROWS) continue;
    const rows = Array.from({ length: count }, (_, row) =>
      steps.slice(at + row * width, at + (row + 1) * width),
    );
    const table = readRows(text, rows, names, words);
    if (table !== null && (best === null || table.length > best.length)) best = table;
  }
  return best;
}

const isColumn = ({ lead }: Step): boolean =>
  lead.text.length <= LONGEST_HEADING && !/[。\n]/.test(lead.text);

/** How many rows stand under the one at `at`, itself among them; 0 where one has the label of another. */
function countRows(steps: readonly Step[], at: number, width: number): number {
  const labels = new Set([steps[at]!.lead.text]);
  let count = 1;
  for (; count < MOST_ROWS && at + (count + 1) * width <= steps.length; count += 1) {
    const from = at + count * width;
    for (let column = 0; column < width; column += 1) {
      if (!isLike(steps[at + column]!, steps[from + column]!, column)) return count;
    }
    const label = steps[from]!.lead.text;
    if (labels.has(label)) return 0;
    labels.add(label);
  }
  return count;
}

/** Whether a figure may stand under another: one kind, one unit; behind the first column one heading too. */
function isLike(above: Step, below: Step, column: number): boolean {
  if (above.fact.kind !== below.fact.kind || above.fact.unit !== below.fact.unit) return false;
  return column === 0
    ? below.isParted && below.lead.text !== '' && below.lead.text.length <= 2 * LONGEST_LABEL
    : above.lead.text === below.lead.text;
}

function readRows(
  text: string,
  rows: readonly (readonly Step[])[],
  names: readonly FoundName[],
  words: PhraseWords,
): Found | null {
  const leads = rows.map((row) => row[0]!.lead);
  leads[0] = withoutPreface(text, leads[0]!, words);
  const heading = sharedEnding(
    leads.map((lead) => lead.text),
    words,
  );
  const labels = leads.map((lead) => trimEnd(text, lead, heading));
  if (!labels.every((label) => isLabel(text, label, names, words))) return null;
  if (new Set(labels.map((label) => label.text)).size < labels.length) return null;
  const head = headLines(text, labels[0]!.start, rows[0]!.length);
  const table = readingSpan(labels[0]!.start, rows.at(-1)!.at(-1)!.fact.end);
  return rows.flatMap((row, at) =>
    row.map(({ index, lead }, column) => ({
      index,
      cell: {
        table,
        row: labels[at]!,
        column,
        heading: head[column]?.trim() ?? nameOf(column === 0 ? heading : lead.text, words),
      },
    })),
  );
}

/** The first label without the sentence that leads to it: 全镇有[[甲村]], 选派[[党政干部]]. */
function withoutPreface(text: string, lead: ReadingPhrase, words: PhraseWords): ReadingPhrase {
  const start = lead.start + (BEFORE_LIST.exec(lead.text)?.[0].length ?? 0);
  const [first, second] = cutWords(text, start, lead.end, [], words);
  const isDeed = first?.wordClass === 'verb' && second !== undefined && first.end - first.start > 1;
  return phraseOf(text, isDeed ? first.end : start, lead.end);
}

/** Lines above the first label of a table dumped cell by cell: one for the labels, one for each column. */
function headLines(text: string, label: number, width: number): readonly string[] {
  const lines = text.slice(Math.max(0, label - LONGEST_HEAD), label).split('\n');
  const head = lines.slice(-width - 1, -1);
  const isHead = lines.at(-1) === '' && head.length === width;
  return isHead && head.every((line) => /^[\p{Script=Han}（）()]{1,10}$/u.test(line.trim())) ? head : [];
}

/** 甲县[[增长]]、乙县[[增长]]: what every lead ends with, if it is more than the end of the labels (村, 新村). */
function sharedEnding(leads: readonly string[], words: PhraseWords): string {
  const [first = ''] = leads;
  for (let from = 1; from < first.length; from += 1) {
    const ending = first.slice(from);
    if (!leads.every((lead) => lead.length > ending.length && lead.endsWith(ending))) continue;
    const [word] = cutWords(ending, 0, ending.length, [], words);
    const links = plays(words, 'linking', word?.text ?? '');
    if (links || word?.wordClass === 'verb' || namesQuantity(word?.text ?? '', words)) return ending;
  }
  return '';
}

function trimEnd(text: string, lead: ReadingPhrase, ending: string): ReadingPhrase {
  const end = lead.end - ending.length;
  const trimmed = text.slice(lead.start, end).replace(TRAILING, '');
  return phraseOf(text, lead.start, lead.start + trimmed.length);
}

/** A name, a time or a noun: nothing that is done. */
function isLabel(
  text: string,
  { start, end }: ReadingPhrase,
  names: readonly FoundName[],
  words: PhraseWords,
): boolean {
  if (end <= start || end - start > LONGEST_LABEL || /[。！？，；\n]/.test(text.slice(start, end)))
    return false;
  if (spansWithin(names, start, end).some((name) => name.start === start && name.end === end)) return true;
  return cutWords(text, start, end, [], words).every(
    ({ wordClass, text: word }) =>
      wordClass === 'noun' ||
      wordClass === 'verbal-noun' ||
      wordClass === 'adjective' ||
      wordClass === 'unknown' ||
      wordClass === 'quoted' ||
      // One character may stand for a place or a thing: 甲, 沪.
      (word.length === 1 && wordClass !== 'function'),
  );
}

/** A heading without the words that only link it to its figure: 户均收入为. */
function nameOf(heading: string, words: PhraseWords): string | null {
  const kept = cutWords(heading, 0, heading.length, [], words).filter(
    ({ text: word }) => !plays(words, 'linking', word),
  );
  const first = kept[0];
  const last = kept.at(-1);
  return first === undefined || last === undefined ? null : heading.slice(first.start, last.end);
}
