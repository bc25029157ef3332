/** Writes lunar.json from the Chinese calendar of ICU: `node resources/lexicons/times/build.ts`. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The calendar that ICU reckons is the one in force from the reform of 1645 on. */
const FIRST_YEAR = 1645;
const LAST_YEAR = 2100;
const DAY = 86_400_000;

const format = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/** Month of the lunar year, `5bis` for a leap month, and day of a moment. */
function lunarOf(moment: number): { month: string; day: number } {
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { month: parts.get('month') ?? '', day: Number(parts.get('day')) };
}

function newYearOf(year: number): number {
  for (let moment = Date.UTC(year, 0, 20); ; moment += DAY) {
    const { month, day } = lunarOf(moment);
    if (month === '1' && day === 1) return moment;
  }
}

/** New year's day as MMDD, the leap month (0 for none), and 1 for each month of 30 days. */
function lineOf(year: number): string {
  const start = newYearOf(year);
  const end = newYearOf(year + 1);
  let lengths = '';
  let leap = 0;
  for (let moment = start; moment < end; ) {
    const { month } = lunarOf(moment);
    if (month.endsWith('bis')) leap = Number.parseInt(month, 10);
    const long = lunarOf(moment + 29 * DAY).day === 30;
    lengths += long ? '1' : '0';
    moment += (long ? 30 : 29) * DAY;
  }
  const date = new Date(start);
  const printed = `${date.getUTCMonth() + 1}`.padStart(2, '0') + `${date.getUTCDate()}`.padStart(2, '0');
  return `${printed} ${leap} ${lengths}`;
}

const years: string[] = [];
for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) years.push(lineOf(year));
const path = resolve(import.meta.dirname, 'lunar.json');
writeFileSync(path, `${JSON.stringify({ firstYear: FIRST_YEAR, years }, null, 1)}\n`);
