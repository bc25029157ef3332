import { type CalendarDate, dateOfDayNumber, dayNumber } from './calendar.ts';

const DAYS_OF_YEAR = 365.2422;
const DAY_OF_2000 = 10_957.5;
const DAYS_OF_CENTURY = 36_525;
/** Clocks of China are eight hours ahead of Greenwich, those of astronomers about seventy seconds. */
const CHINA = 8 / 24 - 70 / 86_400;

const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/**
 * Apparent longitude of the sun in degrees, `days` after noon of 1 January 2000, right to a hundredth of a
 * degree for some centuries around it. J. Meeus, Astronomical Algorithms, chapter 25.
 */
function longitudeOfSun(days: number): number {
  const t = days / DAYS_OF_CENTURY;
  const anomaly = 357.52911 + 35_999.05029 * t;
  const centre =
    (1.914602 - 0.004817 * t) * sine(anomaly) + 0.019993 * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly);
  return 280.46646 + 36_000.76983 * t + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
}

/** Difference of two angles, −180 to 180 degrees. */
const turnTo = (from: number, to: number): number => ((((to - from + 180) % 360) + 360) % 360) - 180;

const STEPS = 4;

/** The day in China of a year on which the sun reaches a longitude: 0 is 春分, 270 冬至. */
export function dayOfSun(year: number, longitude: number): Required<CalendarDate> {
  const spring = dayNumber(year, 3, 20) - DAY_OF_2000;
  let days = spring + ((longitude > 280 ? longitude - 360 : longitude) / 360) * DAYS_OF_YEAR;
  for (let step = 0; step < STEPS; step += 1) {
    days += (turnTo(longitudeOfSun(days), longitude) / 360) * DAYS_OF_YEAR;
  }
  return dateOfDayNumber(Math.floor(days + DAY_OF_2000 + CHINA));
}
