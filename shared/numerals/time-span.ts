const DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/;

/**
 * First and last day that an ISO date or interval covers, as numbers that sort: 2021-03 is
 * [20210300, 20210399]; an open end (`..`) reaches as far as days go. Null when it is no date.
 */
export function timeSpanOf(iso: string): readonly [number, number] | null {
  const [from, to] = iso.split('/');
  if (from === '..' || to === '..') return openSpanOf(from ?? '', to ?? '');
  const first = DATE.exec(from ?? '');
  const last = DATE.exec(to ?? from ?? '');
  if (!first || !last) return null;
  return [dayOf(first, '00'), dayOf(last, '99')];
}

const LAST_DAY = 99_999_999;

function openSpanOf(from: string, to: string): readonly [number, number] | null {
  const first = DATE.exec(from);
  const last = DATE.exec(to);
  if (first === null && last === null) return null;
  return [first === null ? 0 : dayOf(first, '00'), last === null ? LAST_DAY : dayOf(last, '99')];
}

const dayOf = ([, year, month, day]: RegExpExecArray, unknown: string): number =>
  Number(`${year}${month ?? unknown}${day ?? unknown}`);
