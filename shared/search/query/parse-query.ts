import { readTypedDate } from '../../text/typed-date.ts';
import { type QueryField, readFieldHead } from './field-names.ts';
import type { FieldFilter, ParsedQuery, QueryWord, ValueCondition } from './parsed-query.ts';
import type { QueryProblem, QueryProblemReason } from './problem.ts';
import { readValue } from './read-value.ts';

const QUOTES = '"＂';
const SPACE = /\s/;

/** A piece of a query between blanks; what stands in quotation marks keeps its blanks. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly isExcluded: boolean;
  /** As typed, without the minus sign and the field. */
  readonly text: string;
  readonly field: QueryField | 'unknown' | null;
  readonly isPhrase: boolean;
  readonly isClosed: boolean;
}

/**
 * Takes a query apart. What cannot be understood is reported with its place; a part of it that can still be
 * looked for is looked for as plain words.
 */
export function parseQuery(query: string): ParsedQuery {
  const words: QueryWord[] = [];
  const fields: FieldFilter[] = [];
  const values: ValueCondition[] = [];
  const problems: QueryProblem[] = [];
  for (let at = 0; ; ) {
    while (at < query.length && SPACE.test(query[at] as string)) at++;
    if (at >= query.length) break;
    const piece = readPiece(query, at);
    const { start, end, text, isExcluded, isPhrase } = piece;
    at = end;
    const report = (reason: QueryProblemReason) => problems.push({ reason, start, end });
    const asWord = (word: string, inTitle = false) =>
      words.push({ text: word, isPhrase, isExcluded, inTitle, start, end });
    if (!piece.isClosed) report('phrase-not-closed');
    if (piece.field !== null) {
      const { field } = piece;
      const value = field === 'from' || field === 'to' ? readTypedDate(text) : text;
      if (field === 'unknown') {
        report('field-unknown');
        asWord(query.slice(isExcluded ? start + 1 : start, end).replaceAll(/["＂]/g, ''));
      } else if (text === '') report('field-empty');
      else if (field === 'title') asWord(text, true);
      else if (value === null) report('date-malformed');
      else fields.push({ field, value, isExcluded, start, end });
      continue;
    }
    if (text === '') {
      report(isPhrase ? 'phrase-empty' : 'nothing-to-exclude');
      continue;
    }
    const value = isPhrase || isExcluded ? null : readValue(text);
    if (value?.ok) values.push({ ...value.value, text, start, end });
    else {
      if (value) report(value.reason);
      asWord(text);
    }
  }
  return withoutContradictions({ words, fields, values, problems });
}

function readPiece(query: string, start: number): Piece {
  const isExcluded = query[start] === '-' || query[start] === '－';
  let at = isExcluded ? start + 1 : start;
  const head = readFieldHead(query.slice(at));
  if (head) at += head.name.length + 1;
  const field = head && (head.field ?? 'unknown');
  if (QUOTES.includes(query[at] ?? ' ')) {
    let end = at + 1;
    while (end < query.length && !QUOTES.includes(query[end] as string)) end++;
    const isClosed = end < query.length;
    const text = query.slice(at + 1, end);
    return { start, end: isClosed ? end + 1 : end, isExcluded, text, field, isPhrase: true, isClosed };
  }
  const curly = readCurly(query, at);
  if (curly) return { start, isExcluded, field, isPhrase: true, ...curly };
  let end = at;
  while (end < query.length && !SPACE.test(query[end] as string) && !QUOTES.includes(query[end] as string))
    end++;
  return { start, end, isExcluded, text: query.slice(at, end), field, isPhrase: false, isClosed: true };
}

/** Curly marks make a phrase only where they are all of the piece: elsewhere they are words of the text. */
function readCurly(query: string, at: number): Pick<Piece, 'text' | 'end' | 'isClosed'> | null {
  if (query[at] !== '“') return null;
  const close = query.indexOf('”', at);
  if (close < 0) return { text: query.slice(at + 1), end: query.length, isClosed: false };
  const isAll = close + 1 === query.length || SPACE.test(query[close + 1] as string);
  return isAll ? { text: query.slice(at + 1, close), end: close + 1, isClosed: true } : null;
}

/** A query that only excludes looks for what it excludes; a range of dates that ends before it begins is dropped. */
function withoutContradictions({ words, fields, values, problems }: ParsedQuery): ParsedQuery {
  const from = fields.find(({ field, isExcluded }) => field === 'from' && !isExcluded);
  const to = fields.find(({ field, isExcluded }) => field === 'to' && !isExcluded);
  if (from && to && from.value.slice(0, to.value.length) > to.value)
    return withoutContradictions({
      words,
      fields: fields.filter((field) => field !== from && field !== to),
      values,
      problems: [...problems, { reason: 'range-reversed', start: from.start, end: from.end }],
    });
  const isOnlyExcluding =
    words.length > 0 && words.every(({ isExcluded }) => isExcluded) && fields.length + values.length === 0;
  if (!isOnlyExcluding) return { words, fields, values, problems };
  const [first] = words as [QueryWord];
  return {
    words: words.map((word) => ({ ...word, isExcluded: false })),
    fields,
    values,
    problems: [
      ...problems,
      { reason: 'only-excludes', start: first.start, end: words.at(-1)?.end ?? first.end },
    ],
  };
}
