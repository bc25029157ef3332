/** How far before a date its preposition may stand, in units. */
const LOOK_BACK = 4;

/**
 * Whether figures are counted up to the date at `start` (截至2021年6月底): then 底 is the last day. Elsewhere
 * (2021年底完工) it says no day, only the last month.
 */
export const isCutOff = (text: string, start: number): boolean =>
  /截[至止]到?$/.test(text.slice(Math.max(0, start - LOOK_BACK), start));
