import type { FoundFact } from '@shared/model/fact.ts';
import type { ReadingSpan } from '@shared/model/offset.ts';
import type { Moment, TimeExpression } from '@shared/model/time.ts';
import { isCutOff } from './cut-off.ts';

/** Words of a page that tell something of its year. */
export interface Clue {
  readonly text: number;
  readonly span: ReadingSpan;
}

/** A date with a year that the page tells as past or present. */
export interface PastDate extends Clue {
  readonly year: number;
  readonly month: number | null;
  /** 截至 stands before it: figures are counted up to it. */
  readonly isCutOff: boolean;
  /** 自…以来: the page counts from it. */
  readonly isStart: boolean;
}

/** Years that a page can count back to or be printed in. */
const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;

const LOOK_BACK = 4;

/** Before a date: what is told is still to come (到2030年, 计划于2026年). 截至 is not among them. */
const AHEAD = /(?:预计|计划|力争|争取|确保|将于|拟于|将在|有望|(?:^|[^长升降加回迟达高])到)$/;

function momentOf(fact: FoundFact): Moment | null {
  const { time } = fact;
  if (time?.type === 'moment') return time.at;
  return time?.type === 'interval' && fact.rule !== 'plan-period' && fact.rule !== 'years-of-era'
    ? firstEnd(time)
    : null;
}

const firstEnd = ({ from, to }: Extract<TimeExpression, { type: 'interval' }>): Moment | null =>
  from !== 'open' ? from : to === 'open' || to === 'publication' ? null : to;

/** The last month that 年底, 上半年 or a month name reaches; null for a whole year. */
function lastMonthOf({ month, edge, within }: Moment): number | null {
  if (month !== undefined) return month;
  if (edge !== undefined) return 12;
  const to = within === undefined ? Number.NaN : Number(within.to.slice(1, 3));
  return Number.isNaN(to) || to === 0 ? null : to;
}

/** The date that a fact tells as past or present; null for relative, vague and coming ones. */
export function readPastDate(text: string, index: number, fact: FoundFact): PastDate | null {
  const moment = momentOf(fact);
  if (moment?.year === undefined || moment.year < FIRST_YEAR || moment.year > LAST_YEAR) return null;
  const before = text.slice(Math.max(0, fact.start - LOOK_BACK), fact.start);
  const cutOff = isCutOff(text, fact.start);
  const told = text.startsWith('的', fact.end);
  if (!cutOff && !told && AHEAD.test(before)) return null;
  const isStart = fact.time?.type === 'interval';
  return {
    text: index,
    span: { start: fact.start, end: fact.end },
    year: moment.year,
    month: lastMonthOf(moment),
    isCutOff: cutOff,
    isStart,
  };
}
