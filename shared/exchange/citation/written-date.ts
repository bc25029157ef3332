import type { CitedPart } from './cited-article.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export interface WrittenDate {
  readonly year: string;
  /** In English, as the styles write it; absent where the date does not say it. */
  readonly month?: string;
  readonly day?: string;
}

/** Parts of an ISO date as English styles write them. */
export function splitDate({ text }: CitedPart): WrittenDate {
  const [year = '', month, day] = text.split('-');
  return {
    year,
    ...(month ? { month: MONTHS[Number(month) - 1] ?? month } : {}),
    ...(day ? { day: String(Number(day)) } : {}),
  };
}

/** What is inferred stands in square brackets, in Chicago (14.145) and APA (9.15) alike. */
export const markInferred = (written: string, { basis }: CitedPart): string =>
  basis === 'inferred' ? `[${written}]` : written;

/** A part with the full stop that ends it, unless it ends in a mark of its own: 谁来治水？ and n.d. stay as they are. */
export const endPart = (text: string): string => (/[.?!？！]["”’]?$/u.test(text) ? text : `${text}.`);

/** A title between quotation marks, with what it quotes itself between single ones, and its own full stop dropped. */
export function quoteTitle(title: string, mark: '.' | ',' | ''): string {
  const bare = title.replace(/[。．.]$/u, '');
  // The Chicago Manual, 6.124 and 6.125: a question mark takes the place of a full stop, but not of a comma.
  const end = mark === '.' && /[?!？！]$/u.test(bare) ? '' : mark;
  return `“${bare.replace(/[“「『]/gu, '‘').replace(/[”」』]/gu, '’')}${end}”`;
}

/** Names in the byline's order, family name first as Chinese names are; more than `most` become the first and `others`. */
export function joinNames(
  names: readonly string[],
  { most, and, others }: { readonly most: number; readonly and: string; readonly others: string },
): string {
  if (names.length > most) return `${names[0]}${others}`;
  const last = names.at(-1) ?? '';
  const before = names.slice(0, -1);
  if (before.length === 0) return last;
  return before.length === 1 ? `${before[0]} ${and} ${last}` : `${before.join(', ')}, ${and} ${last}`;
}
