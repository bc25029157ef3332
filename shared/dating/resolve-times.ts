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
  private lastStop = -1;
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
        return this.intervalValue(fact, time.from, time.to);
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

  private intervalValue(fact: FoundFact, from: Moment, to: Moment | 'publication'): string | null {
    const first = this.resolve(fact, from);
    if (first === null) return null;
    const start = from.edge === undefined ? first.from : first.from.slice(0, MONTH);
    if (to === 'publication' && first.date !== null) remember(this.starts, first.date);
    if (to === 'publication') return this.published === null ? null : `${start}/${this.published.year}`;
    const last = this.resolve(fact, to);
    if (last === null) return null;
    const days = from.weekday !== undefined && to.weekday !== undefined && to.shift === undefined;
    return `${start}/${days && last.to < start && last.date !== null ? weekLater(last.date) : last.to}`;
  }

  /** Resolves a moment at the place of its fact and remembers the date. */
  private resolve(fact: FoundFact, moment: Moment): Resolved | null {
    const resolved = resolveMoment(moment, this.surroundings(fact.start), this.knowledge);
    if (resolved?.date) {
      this.earlier = resolved.date;
      this.earlierEnd = fact.end;
      remember(this.dates, resolved.date);
    }
    return resolved;
  }

  private surroundings(start: number): Surroundings {
    return {
      published: this.published,
      earlier: this.earlier,
      distance: this.distanceTo(start),
    };
  }

  /** Whether the earlier date shares a sentence or a paragraph (a line) with `start`; places come in order. */
  private distanceTo(start: number): Surroundings['distance'] {
    for (; this.seen < start; this.seen += 1) {
      const character = this.text[this.seen];
      if (character === '\n') this.lastLineEnd = this.seen;
      else if (character === '。' || character === '！' || character === '？') this.lastStop = this.seen;
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
    const here = shiftDate(published, unit, 0);
    if (other === null || here === null) return null;
    return side === 'before'
      ? `${printDate(other)}/${printDate(here)}`
      : `${printDate(here)}/${printDate(other)}`;
  }
}

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
