export type TimeUnit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';

/** A stretch below a calendar unit, as what is put after its ISO form: 上半年 is `-01` to `-06`. */
export interface Within {
  readonly from: string;
  /** `last-day`: the last day of the month that stands before it. */
  readonly to: string;
}

/**
 * A point of the calendar as far as the words give it. What they leave out above their largest unit comes
 * from `origin`: `calendar` needs nothing, `publication` the day the page was published, `context` the
 * nearest earlier date of the text, or the publication day where there is none, `spoken` the year that the
 * sentence or the one before it speaks of, else the year of publication.
 */
export interface Moment {
  readonly origin: 'calendar' | 'publication' | 'context' | 'spoken';
  /** Steps from the origin: 去年 is −1 year, 次日 is +1 day; halves only of months and years. */
  readonly shift?: { readonly unit: TimeUnit; readonly by: number };
  /** Where no date stands before it, it counts from the publication day (两天后, 月底); 次日 does not. */
  readonly orPublication?: true;
  readonly year?: number;
  /**
   * A year by its stem and branch (甲午年), 0 to 59 from 甲子: of those years the last that is not behind the year after the
   * publication's.
   */
  readonly cycle?: number;
  readonly month?: number;
  readonly day?: number;
  /** Month and day are those of the publication (去年的今天); with steps of months the day alone. */
  readonly sameDay?: true;
  /** 1 is Monday. */
  readonly weekday?: number;
  /** 0 to 24. */
  readonly hour?: number;
  readonly minute?: number;
  /** As printed, in Arabic digits: `05`, `02.6`. */
  readonly second?: string;
  /** Month and day count in the lunar calendar; `day` 0 is the eve of the new year. */
  readonly lunar?: true;
  /** The second of two lunar months of one number: 闰四月. */
  readonly leap?: true;
  /** The nth of `weekday` in `month`, or the day on which the sun reaches a longitude, in degrees (a solar term). */
  readonly rule?: { readonly nth: number } | { readonly sun: number };
  /** The nth week, Monday to Sunday, of the month or the year; the first has most of its days in it. */
  readonly week?: number;
  /** Days behind the day that all the rest names: 春节前一天 is −1. */
  readonly daysBehind?: number;
  readonly within?: Within;
  /** The last day of the unit: 年底, 月底. */
  readonly edge?: 'last-day';
  /** The year is printed with its last two digits (87年): it is not far ahead of the publication. */
  readonly shortYear?: true;
  /** A unit of what stands above it, from its first (1) or its last (−1): 第一天, 最后两个月. */
  readonly nth?: NthUnits;
}

/** Some units in a row within a larger one: 最后两个月 is `{ unit: 'month', from: -2, to: -1 }`. */
export interface NthUnits {
  readonly unit: 'quarter' | 'month' | 'week' | 'day';
  /** 1 is the first, −1 the last. */
  readonly from: number;
  readonly to: number;
}

/** An end of an interval that the words leave open: 2019年以前, 自2019年起. */
export type OpenEnd = 'open';

/**
 * A time as the words say it, before the publication date resolves it. `stretch` is an amount of time that
 * ends or begins at its origin (近五年, 三年来, 三天内); `vague` has no definite value (近日, 近年来, 每年).
 */
export type TimeExpression =
  | { readonly type: 'moment'; readonly at: Moment }
  | {
      readonly type: 'interval';
      readonly from: Moment | OpenEnd;
      readonly to: Moment | 'publication' | OpenEnd;
    }
  | {
      readonly type: 'stretch';
      readonly amount: number;
      /** The words say that it is longer: 两年多来. */
      readonly more: boolean;
      readonly unit: TimeUnit;
      readonly side: 'before' | 'after' | 'since';
    }
  | { readonly type: 'length' }
  | { readonly type: 'vague' };
