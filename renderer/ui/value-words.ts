import type { Bound, Fact } from '@shared/model/fact.ts';
import type { Publication } from '@shared/model/source.ts';
import type { Messages } from './read-messages.ts';

/** A fact's value in the person's language, parted so that the number can be set large. */
export interface ValueWords {
  /** Sign or word before the number, empty when it is exact. */
  readonly bound: string;
  readonly number: string;
  readonly unit: string;
}

const SIGNS: Record<Bound, string> = {
  exact: '',
  approx: '≈',
  'more-than': '>',
  nearly: '≲',
  'at-least': '≥',
  'at-most': '≤',
  'plus-minus': '±',
};

/** An end that ISO 8601-2 leaves open. */
const OPEN = '..';

/** Units that a conversion leads to. */
const METRIC = ['公顷', '平方米', '平方公里', '公斤', '克', '公里', '米', '厘米', '升', '千瓦', '℃'] as const;

type Valued = Pick<
  Fact,
  'kind' | 'value' | 'valueMax' | 'unit' | 'bound' | 'per' | 'text' | 'conversion' | 'terms'
>;

type About = Pick<Fact, 'measure' | 'subject' | 'when' | 'modality' | 'direction'>;

export function sayValue(fact: Valued, messages: Messages): ValueWords {
  if (fact.terms) {
    const terms = fact.terms.map((term) => messages.number(term));
    return { bound: '', number: terms.join(' : '), unit: '' };
  }
  if (fact.value === null) return { bound: '', number: fact.text, unit: '' };
  if (typeof fact.value === 'string') return { bound: '', number: sayTime(fact.value, messages), unit: '' };
  const number =
    fact.valueMax === undefined
      ? sayNumber(fact.value, messages)
      : `${sayNumber(fact.value, messages)}–${sayNumber(fact.valueMax, messages)}`;
  // 第3集 is the third, not three.
  const place = fact.kind === 'ordinal' && fact.value > 0 ? messages.say('facts.ordinal') : '';
  return { bound: SIGNS[fact.bound] + place, number, unit: sayUnit(fact, messages) };
}

/** 亿 and 万亿, in which the Chinese press prints numbers from there on. */
const LARGE = [1e12, 1e8];
/** Decimals of them that are printed at most; a number with more digits is written out, so that none is lost. */
const DECIMALS = 4;

/** 5180000000 as 51.8亿 in Chinese, all its digits elsewhere. */
export function sayNumber(value: number, { language, tag, number }: Messages): string {
  const large = language === 'zh' && LARGE.find((unit) => Math.abs(value) >= unit);
  if (!large || !Number.isInteger(value / (large / 10 ** DECIMALS))) return number(value);
  return new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: DECIMALS }).format(value);
}

/** What a fact is of: what is counted, whose, when, and how firmly it is said. */
export function sayAbout(fact: About, messages: Messages): string[] {
  const { say } = messages;
  return [
    fact.measure?.text,
    fact.subject?.text,
    fact.when ? sayTime(fact.when, messages) : null,
    fact.modality ? say(`facts.modality.${fact.modality}`) : null,
    fact.direction ? say(`facts.direction.${fact.direction}`) : null,
  ].filter((words) => typeof words === 'string');
}

function sayUnit({ kind, unit, per }: Valued, messages: Messages): string {
  const plain = kind === 'money' || (unit && /^[A-Z]{3}$/.test(unit)) ? sayCurrency(unit, messages) : unit;
  const each = per ? messages.say('facts.per', { unit: per }) : '';
  return [plain ?? '', each].filter(Boolean).join(' ');
}

/** A unit in the person's language: CNY is 元; others stay as printed. */
export function sayCurrency(unit: string | null, { language, tag, say }: Messages): string {
  if (unit === null) return '';
  if (unit === 'CNY') return say('facts.yuan');
  if (!/^[A-Z]{3}$/.test(unit)) return unit;
  return language === 'zh' ? (new Intl.DisplayNames([tag], { type: 'currency' }).of(unit) ?? unit) : unit;
}

/** A moment, ISO 8601 with zone, as the person's own clock says it. */
export function sayMoment(iso: string, { tag }: Messages): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
}

/** When a page was published as far as that is known: a date, an interval, or null for neither. */
export function sayPublication(
  { value, notBefore, notAfter }: Publication,
  messages: Messages,
): string | null {
  if (value !== null) return sayTime(value, messages);
  const [from, to] = [notBefore, notAfter].map((date) =>
    date === undefined ? null : sayTime(date, messages),
  );
  if (from && to) return messages.say('facts.publishedBetween', { from, to });
  if (from) return messages.say('facts.publishedNotBefore', { date: from });
  return to ? messages.say('facts.publishedNotAfter', { date: to }) : null;
}

/**
 * A time at its own precision, ISO 8601 with the day or the year left out where nobody knows them: 2025年10月18日,
 * 18 October, 10:00; an interval, its end without what it shares with its beginning, or with an end left open.
 */
export function sayTime(iso: string, messages: Messages): string {
  const [from = '', to] = iso.split('/');
  if (to === undefined) return sayDate(from, messages);
  if (from === to) return sayDate(from, messages);
  if (to === OPEN) return messages.say('facts.fromOn', { date: sayDate(from, messages) });
  if (from === OPEN) return messages.say('facts.upTo', { date: sayDate(to, messages) });
  const [day, clock] = to.split('T');
  const isOfOneDay = clock !== undefined && from.startsWith(`${day}T`);
  return `${sayDate(from, messages)} – ${sayDate(isOfOneDay ? `T${clock}` : to, messages)}`;
}

/** Year, month, day and time of day, each of which may be missing; a month without a year has a hyphen before it. */
const DATE = /^(\d{4})?(?:-{1,2}(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2}(?::[\d.]+)?))?$/;
/** A leap year, so that every day of a month without a year is there. */
const ANY_YEAR = 2000;

function sayDate(iso: string, { tag, language }: Messages): string {
  const [whole, year, month, day, time] = DATE.exec(iso) ?? [];
  if (!whole) return iso;
  if (language === 'zh')
    return [
      year ? `${Number(year)}年` : '',
      month ? `${Number(month)}月` : '',
      day ? `${Number(day)}日` : '',
      time ? ` ${time}` : '',
    ]
      .join('')
      .trim();
  if (!year && !month) return time ?? iso;
  const utc = new Date(0);
  utc.setUTCFullYear(Number(year ?? ANY_YEAR), Number(month ?? 1) - 1, Number(day ?? 1));
  const date = new Intl.DateTimeFormat(tag, {
    ...(year ? { year: 'numeric' } : {}),
    ...(month ? { month: 'long' } : {}),
    ...(day ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(utc);
  return time ? `${date}, ${time}` : date;
}

/**
 * The same value in a unit that readers elsewhere know (亩 in hectares, large numbers in their own words),
 * with no more digits than the words have; null where nothing is gained.
 */
export function sayConverted(fact: Valued, messages: Messages): string | null {
  if (fact.conversion) {
    const { value, valueMax, unit } = fact.conversion;
    const upTo = valueMax === undefined ? '' : `–${sayNumber(valueMax, messages)}`;
    const metric = METRIC.find((known) => known === unit);
    return messages.say('facts.converted', {
      value: `${sayNumber(value, messages)}${upTo}`,
      unit: metric ? messages.say(`facts.metric.${metric}`) : unit,
    });
  }
  if (typeof fact.value !== 'number' || fact.valueMax !== undefined || fact.per) return null;
  const digits = Math.max(2, significantDigits(fact.text));
  if (Math.abs(fact.value) < 10_000 || fact.kind === 'ordinal') return null;
  const compact = new Intl.NumberFormat(messages.tag, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: Math.max(digits, 3),
  }).format(fact.value);
  return fact.text.includes(compact) || sayNumber(fact.value, messages) === compact ? null : compact;
}

/** Digits that the printed words give: 3 in 2.24万, 1 in 6000多. */
const significantDigits = (text: string): number =>
  text
    .replaceAll(/[^\d.]/g, '')
    .replace('.', '')
    .replace(/^0+|(?<!0)0+$/g, '').length;

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size on disk in the largest unit that keeps it at one or more. */
export function saySize(bytes: number, { tag }: Messages): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)));
  return new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1024 ** step);
}
