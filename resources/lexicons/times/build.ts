/**
 * Writes lunar.json from the calendar of tyme4ts, which keeps the months that were in force before they are reckoned:
 * `node resources/lexicons/times/build.ts`.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LunarYear } from 'tyme4ts';

/** The reform from which on dates of the sun are told for the moon's; before it papers hardly go. */
const FIRST_YEAR = 1645;
const LAST_YEAR = 2100;
const LONG = 30;

/** New year's day as MMDD, the leap month (0 for none), and 1 for each month of 30 days. */
function lineOf(year: number): string {
  const table = LunarYear.fromYear(year);
  const newYear = table.getFirstMonth().getFirstJulianDay().getSolarDay();
  const printed = [newYear.getMonth(), newYear.getDay()].map((part) => `${part}`.padStart(2, '0')).join('');
  const lengths = table.getMonths().map((month) => (month.getDayCount() === LONG ? '1' : '0'));
  return `${printed} ${table.getLeapMonth()} ${lengths.join('')}`;
}

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => lineOf(FIRST_YEAR + i));
const path = resolve(import.meta.dirname, 'lunar.json');
writeFileSync(path, `${JSON.stringify({ firstYear: FIRST_YEAR, years }, null, 1)}\n`);
