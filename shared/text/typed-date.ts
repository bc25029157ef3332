/** Between the parts of a date. */
const MARKS = /[年月./‑–—-]/g;
/** Behind the last part. */
const END = /[日号號-]$/;
const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Reads a year, a month or a day as a person types it: `2026-11-05`, `2026/11/5`, `20261105`, `2026年11月5日`, `2026年`, in
 * full-width characters too.
 * @returns ISO 8601 (`2026-11-05`, `2026-11`, `2026`); null for what is no date of the calendar.
 */
export function readTypedDate(typed: string): string | null {
  const plain = typed.normalize('NFKC').replaceAll(/\s/g, '').replaceAll(MARKS, '-').replace(END, '');
  const [, year = '', month, day] = DATE.exec(plain) ?? DIGITS.exec(plain) ?? [];
  if (year === '') return null;
  const date = [year, month, day].flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
  return isOfCalendar(Number(year), Number(month ?? 1), Number(day ?? 1)) ? date : null;
}

/** The calendar has a day where it says it back. */
function isOfCalendar(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
