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
  readonly day: number | null;
  /** 2023年度: a year of account, which may be the page's own. */
  readonly isAccount: boolean;
  /** 截至 stands before it: figures are counted up to it. */
  readonly isCutOff: boolean;
  /** A series of figures ends with it: 增长到2023年的5万元. */
  readonly isLastOfSeries: boolean;
  /** 自…以来: the page counts from it. */
  readonly isStart: boolean;
}

/** The first year that a page counts back to here. */
const FIRST_YEAR = 1900;

/** No page that is read here is printed later: a later year is a plan, a forecast or a story. */
export const LAST_YEAR = 2040;

const LOOK_BACK = 4;

/** Before a date: what is told is still to come (到2030年, 计划于2026年). 截至 is not among them. */
const AHEAD =
  /(?:锚定|錨定|瞄准|瞄準|面向|展望|预计|预料|预期|料(?:于|在)?|计划|力争|争取|确保|将于|拟于|将在|有望|(?:^|[^长升降加回迟达高])到)$/;

function momentOf(fact: FoundFact): Moment | null {
  const { time } = fact;
  if (time?.type === 'moment') return time.at;
  return time?.type === 'interval' && fact.rule !== 'plan-period' && fact.rule !== 'years-of-era'
    ? firstEnd(time)
    : null;
}

/** 2030年前 tells no past. */
const firstEnd = ({ from }: Extract<TimeExpression, { type: 'interval' }>): Moment | null =>
  from === 'open' ? null : from;

/** Behind a year: it is that of a plan (2035年远景目标, 2030年议程). */
const OF_A_PLAN =
  /^(?:远景|遠景|可持续|可持續|议程|議程|目标|目標|愿景|願景|建成|基本|碳达峰|碳中和|即将|即將|将|將)/;

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
  if (isInTitle(text, fact.start)) return null;
  const before = text.slice(Math.max(0, fact.start - LOOK_BACK), fact.start);
  const cutOff = isCutOff(text, fact.start);
  const told = text.startsWith('的', fact.end);
  if (!cutOff && !told && AHEAD.test(before)) return null;
  if (OF_A_PLAN.test(text.slice(fact.end, fact.end + LOOK_BACK))) return null;
  const isStart = fact.time?.type === 'interval';
  return {
    text: index,
    span: { start: fact.start, end: fact.end },
    year: moment.year,
    month: lastMonthOf(moment),
    day: moment.day ?? null,
    isAccount: fact.rule === 'year-of-account',
    isCutOff: cutOff,
    isLastOfSeries: told && /[到至]$/.test(before),
    isStart,
  };
}

const LONGEST_TITLE = 20;

/** A year within 《…》 is a part of a title. */
function isInTitle(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_TITLE), at);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
}

/** Words before a date that is still to come when the page is printed; 原计划 tells of an old plan. */
const TO_COME = /(?:将于|将在|拟于|预计|预料|料(?:于|在)?|有望|定于)$/;
const OLD_PLAN = /(?:原|曾|当时|当初|本)\S{0,3}$/;

/** The date that a page says is still to come: it is printed no later. */
export function readComingDate(text: string, index: number, fact: FoundFact): PastDate | null {
  const { time } = fact;
  if (time?.type !== 'moment' || time.at.year === undefined) return null;
  const { year } = time.at;
  if (year < FIRST_YEAR || year > LAST_YEAR || isInTitle(text, fact.start)) return null;
  const before = text.slice(Math.max(0, fact.start - 2 * LOOK_BACK), fact.start);
  const lead = TO_COME.exec(before);
  if (lead === null || OLD_PLAN.test(before.slice(0, lead.index))) return null;
  return {
    text: index,
    span: { start: fact.start, end: fact.end },
    year,
    month: lastMonthOf(time.at),
    day: null,
    isAccount: false,
    isCutOff: false,
    isLastOfSeries: false,
    isStart: false,
  };
}
