/**
 * How often a newspaper seems to come out, as far as the issues that are there tell: on days of the week (0 Sunday to 6
 * Saturday), every so many days, or every so many months.
 */
export type Rhythm =
  | { readonly type: 'weekdays'; readonly weekdays: readonly number[] }
  | { readonly type: 'days'; readonly every: number }
  | { readonly type: 'months'; readonly every: number };

const DAY_MS = 86_400_000;
const DAYS_OF_MONTH = 365.2425 / 12;
/** Issues that lie further apart say nothing of the days between. */
const LONGEST_GAP = 366;

/** Days since 1970 of `2019-04-03`, and back. */
const numberOf = (day: string): number => Date.parse(day) / DAY_MS;
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
const weekdayOf = (number: number): number => new Date(number * DAY_MS).getUTCDay();

/**
 * Learns a rhythm: the gap between issues that stands in the middle of all, where at least two and half of all are like it.
 * @param days of issues, each once, in order. @returns null where they are too few or too scattered to show one.
 */
export function learnRhythm(days: readonly string[]): Rhythm | null {
  const numbers = days.map(numberOf);
  const gaps = numbers
    .slice(1)
    .map((number, at) => number - (numbers[at] as number))
    .sort((a, b) => a - b);
  const usual = gaps[Math.floor((gaps.length - 1) / 2)] ?? 0;
  const alike = gaps.filter((gap) => Math.abs(gap - usual) <= Math.max(1, usual / 10)).length;
  if (alike < Math.max(2, gaps.length / 2)) return null;
  if (usual < 7) return { type: 'weekdays', weekdays: weekdaysOf(numbers) };
  const months = Math.round(usual / DAYS_OF_MONTH);
  return months === 0 || usual < 28 ? { type: 'days', every: usual } : { type: 'months', every: months };
}

/** Days of the week on which issues came at least half as often as on the most frequent one. */
function weekdaysOf(numbers: readonly number[]): number[] {
  const counts = new Array<number>(7).fill(0);
  for (const number of numbers) counts[weekdayOf(number)]! += 1;
  const most = Math.max(...counts);
  return counts.flatMap((count, weekday) => (count * 2 >= most ? weekday : []));
}

/** Days between the first and the last issue on which one would be expected and none is there, in order. */
export function absentDays(days: readonly string[], rhythm: Rhythm): string[] {
  return days.slice(1).flatMap((day, at) => {
    const [from, to] = [days[at] as string, day];
    const gap = numberOf(to) - numberOf(from);
    return gap > LONGEST_GAP ? [] : expectedBetween(from, gap, rhythm);
  });
}

function expectedBetween(from: string, gap: number, rhythm: Rhythm): string[] {
  const first = numberOf(from);
  switch (rhythm.type) {
    case 'weekdays': {
      const between = Array.from({ length: gap - 1 }, (_, at) => first + 1 + at);
      return between.filter((number) => rhythm.weekdays.includes(weekdayOf(number))).map(dayOf);
    }
    case 'days': {
      // Spread over the gap: a paper of the 1st and the 15th does not keep to one number of days.
      const steps = Math.round(gap / rhythm.every);
      return Array.from({ length: Math.max(0, steps - 1) }, (_, at) =>
        dayOf(first + Math.round(((at + 1) * gap) / steps)),
      );
    }
    case 'months': {
      const steps = Math.round(gap / DAYS_OF_MONTH / rhythm.every);
      return Array.from({ length: Math.max(0, steps - 1) }, (_, at) =>
        monthsAfter(from, (at + 1) * rhythm.every),
      );
    }
  }
}

/** The same day of a later month, its last one where it has fewer. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
