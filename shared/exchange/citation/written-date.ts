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
