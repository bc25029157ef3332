import type { FoundFact } from '@shared/model/fact.ts';
import type { PartialDate } from '@shared/model/source.ts';
import type { Moment, TimeExpression } from '@shared/model/time.ts';
import { type CalendarDate, parseDate, printDate, shiftDate } from './calendar.ts';
import { isCutOff } from './cut-off.ts';
import type { DatingKnowledge } from './knowledge.ts';
import { type Resolved, resolveMoment, type Surroundings } from './resolve-moment.ts';

/** So many dates back a length may still be counted from one. */
const REMEMBERED = 32;

type Stretch = Extract<TimeExpression, { type: 'stretch' }>;
type Interval = Extract<TimeExpression, { type: 'interval' }>;

/** Rules of stretches so long that what follows speaks of no year of theirs. */
const ERAS: ReadonlySet<string> = new Set(['plan-period', 'years-of-era', 'age', 'century']);

/** Before a year: it is only what another is compared with. */
const COMPARES = /[比较較]$/;

/** Gives every time of one text its value under a publication date; null leaves relative times without one. */
export function resolveTimes(
  text: string,
  facts: readonly FoundFact[],
  published: PartialDate | null,
  knowledge: DatingKnowledge,
): FoundFact[] {
  const reader = new TimeReader(text, published === null ? null : parseDate(published), knowledge);
  return facts.map((fact) => {
    if (fact.time === undefined || fact.time.type === 'length') return fact;
    return { ...fact, value: reader.valueOf(fact, fact.time) };
  });
}

/** Units of `YYYY-MM`. */
const MONTH = 7;

/** Reads the times of a text in order and keeps the last date for those that lean on it. */
class TimeReader {
  private readonly text: string;
  private readonly published: CalendarDate | null;
  private readonly knowledge: DatingKnowledge;
  private earlier: CalendarDate | null = null;
  private earlierEnd = 0;
  private seen = 0;
  private lastLineEnd = -1;
  private lineBeforeEnd = -1;
  private lastStop = -1;
  /** How many sentences have ended before `seen`; a line end behind a stop ends none. */
  private sentences = 0;
  /** The year that was named last, and in which sentence. */
  private spoken: { readonly year: number; readonly sentence: number } | null = null;
  private readonly dates: CalendarDate[] = [];
  /** Dates that the text counts from: 自2019年底以来. */
  private readonly starts: CalendarDate[] = [];

  constructor(text: string, published: CalendarDate | null, knowledge: DatingKnowledge) {
    this.text = text;
    this.published = published;
    this.knowledge = knowledge;
  }

  valueOf(fact: FoundFact, time: TimeExpression): string | null {
    switch (time.type) {
      case 'moment':
        return this.momentValue(fact, time.at);
      case 'interval':
        return this.intervalValue(fact, time);
      case 'stretch':
        return this.stretchValue(time);
      case 'vague':
        if (fact.rule === 'recurring-time' && this.earlier !== null)
          this.earlier = { year: this.earlier.year };
        return null;
      case 'length':
        return null;
    }
  }

  private momentValue(fact: FoundFact, at: Moment): string | null {
    const resolved = this.resolve(fact, at);
    if (resolved === null) return null;
    if (at.edge !== undefined && !isCutOff(this.text, fact.start)) return resolved.from.slice(0, MONTH);
    const isPart = at.within !== undefined && at.within.from === '' && resolved.date?.month === undefined;
    return resolved.from === resolved.to && !isPart ? resolved.from : `${resolved.from}/${resolved.to}`;
  }

  private intervalValue(fact: FoundFact, { from, to }: Interval): string | null {
    if (from === 'open') {
      const last = to === 'open' || to === 'publication' ? null : this.resolve(fact, to);
      return last === null ? null : `../${atItsEdge(to as Moment, last.to)}`;
    }
    if (to !== 'open' && to !== 'publication' && takesYearOf(from, to))
      return this.yearOfLast(fact, from, to);
    const first = this.resolve(fact, to === 'publication' ? this.asPast(fact, from) : from);
    if (first === null) return null;
    const start = atItsEdge(from, first.from);
    if (to === 'open') return `${start}/..`;
    if (to === 'publication') {
      if (first.date !== null) remember(this.starts, first.date);
      if (this.published === null) return null;
      this.spoken = { year: this.published.year, sentence: this.sentences };
      return `${start}/${this.published.year}`;
    }
    const last = this.resolve(fact, to);
    return last === null ? null : `${start}/${endAfter(start, last, from, to)}`;
  }

  /** 6月以来 said in May is June of the year before. */
  private asPast(fact: FoundFact, from: Moment): Moment {
    const { published } = this;
    const named = from.year !== undefined || from.shift !== undefined || from.lunar !== undefined;
    if (published?.month === undefined || from.month === undefined || named) return from;
    const first = resolveMoment(from, this.surroundings(fact.start), this.knowledge);
    if (first === null || first.date?.year !== published.year || first.from <= printDate(published))
      return from;
    return { ...from, origin: 'calendar', year: published.year - 1 };
  }

  /** 12月至今年1月: the first month is the nearest before the last one, whose year is printed. */
  private yearOfLast(fact: FoundFact, from: Moment, to: Moment): string | null {
    const last = this.resolve(fact, to);
    if (last?.date == null) return null;
    const { year } = last.date;
    const at = (candidate: number) => this.resolve(fact, { ...from, origin: 'calendar', year: candidate });
    const same = at(year);
    const first = same !== null && same.from <= last.to ? same : at(year - 1);
    return first === null ? null : `${first.from}/${last.to}`;
  }

  /** Resolves a moment at the place of its fact and remembers the date. */
  private resolve(fact: FoundFact, moment: Moment): Resolved | null {
    const around = this.surroundings(fact.start);
    const resolved = resolveMoment(moment, around, this.knowledge);
    if (!resolved?.date || this.isCompared(fact, moment)) return resolved;
    this.earlier = resolved.date;
    this.earlierEnd = fact.end;
    remember(this.dates, resolved.date);
    if (!ERAS.has(fact.rule)) this.spoken = { year: resolved.date.year, sentence: this.sentences };
    return resolved;
  }

  /** 比上年, 较2019年: the year with which the one spoken of is compared; the text goes on with the latter. */
  private isCompared({ start, end }: FoundFact, { shift, origin, month, day }: Moment): boolean {
    if (origin === 'spoken') return shift !== undefined && shift.by < 0;
    if (month !== undefined || day !== undefined) return false;
    return COMPARES.test(this.text.slice(Math.max(0, start - 1), start)) || this.text.endsWith('同期', end);
  }

  private surroundings(start: number): Surroundings {
    const distance = this.distanceTo(start);
    const near = (sentence: number): boolean => this.sentences - sentence <= 1;
    return {
      published: this.published,
      earlier: this.earlier,
      distance,
      spokenYear: this.spoken !== null && near(this.spoken.sentence) ? this.spoken.year : null,
      isNext: distance !== 'text' || this.earlierEnd > this.lineBeforeEnd,
    };
  }

  /** Whether the earlier date shares a sentence or a paragraph (a line) with `start`; places come in order. */
  private distanceTo(start: number): Surroundings['distance'] {
    for (; this.seen < start; this.seen += 1) {
      const character = this.text[this.seen];
      if (character === '\n') {
        if (this.lastStop < this.seen - 2) this.sentences += 1;
        this.lineBeforeEnd = this.lastLineEnd;
        this.lastLineEnd = this.seen;
      } else if (character === '。' || character === '！' || character === '？') {
        this.sentences += 1;
        this.lastStop = this.seen;
      }
    }
    if (this.lastLineEnd >= this.earlierEnd) return 'text';
    return this.lastStop >= this.earlierEnd ? 'paragraph' : 'sentence';
  }

  private stretchValue({ amount, more, unit, side }: Stretch): string | null {
    const { published } = this;
    if (published === null) return null;
    if (side === 'since') {
      const known =
        unit === 'year'
          ? (startBefore(this.starts, published.year, amount, more) ??
            startBefore(this.dates, published.year, amount, more))
          : null;
      const start = known ?? shiftDate(published, unit, -amount);
      return start === null ? null : `${printDate(start)}/${published.year}`;
    }
    const other = shiftDate(published, unit, side === 'before' ? -amount : amount);
    const here = shiftDate(published, Number.isInteger(amount) ? unit : 'month', 0);
    if (other === null || here === null) return null;
    return side === 'before'
      ? `${printDate(other)}/${printDate(here)}`
      : `${printDate(here)}/${printDate(other)}`;
  }
}

/** 年底 says no day, only its month; 截至…底 is resolved by itself. */
const atItsEdge = ({ edge }: Moment, printed: string): string =>
  edge === undefined ? printed : printed.slice(0, MONTH);

/** Whether the first end prints no year and the second does: 11月至今年1月, 12月至2025年2月. */
const takesYearOf = (from: Moment, to: Moment): boolean =>
  from.origin === 'context' &&
  from.year === undefined &&
  from.shift === undefined &&
  from.month !== undefined &&
  from.lunar === undefined &&
  (to.year !== undefined || (to.origin === 'publication' && to.shift?.unit === 'year'));

/** A range ends later than it begins: 8月至2月 reaches into the next year, 22时至6时 into the next day. */
function endAfter(start: string, last: Resolved, from: Moment, to: Moment): string {
  if (last.to >= start || last.date === null || /^[-T]/.test(start)) return last.to;
  if (from.weekday !== undefined && to.weekday !== undefined && to.shift === undefined)
    return weekLater(last.date);
  const isPrinted = to.year !== undefined || to.shift !== undefined;
  if (to.hour !== undefined && last.date.day !== undefined && !isPrinted) {
    const clock = last.to.slice(last.to.indexOf('T'));
    return printDate(shiftDate(last.date, 'day', 1) ?? last.date) + clock;
  }
  const sharesYear = from.year !== undefined && from.year === to.year;
  if (isPrinted && !sharesYear && to.shift?.unit !== 'year') return last.to;
  return to.month === undefined && to.within === undefined ? last.to : yearLater(last.to);
}

const yearLater = (printed: string): string =>
  String(Number(printed.slice(0, 4)) + 1).padStart(4, '0') + printed.slice(4);

/** 周一至周五 said on a Tuesday: the second day is of the week that the first begins. */
const weekLater = (date: CalendarDate): string => printDate(shiftDate(date, 'week', 1) ?? date);

function remember(dates: CalendarDate[], date: CalendarDate): void {
  dates.push(date);
  if (dates.length > REMEMBERED) dates.shift();
}

/** The last date that lies so many years before the year of publication: 自2019年底以来 … 两年多来. */
function startBefore(
  dates: readonly CalendarDate[],
  year: number,
  amount: number,
  more: boolean,
): CalendarDate | null {
  const slack = more && amount >= 10 && amount % 10 === 0 ? 9 : 1;
  const start = dates.findLast((date) => {
    const back = year - date.year;
    const late = date.month !== undefined && date.month > 6;
    return back === amount || (back > amount && back <= amount + slack && (more || late));
  });
  if (start === undefined) return null;
  return start.day === undefined ? start : { year: start.year };
}
