import { timeSpanOf } from '@shared/numerals/time-span.ts';
import type { Unit, Units } from '@shared/numerals/units.ts';
import type { Folding } from '@shared/text/folding.ts';
import type { FactPlaces } from './claims/claim.ts';
import type { ClaimColumns } from './claims/claim-columns.ts';
import type { FactCondition } from './claims/fact-condition.ts';
import type { SearchKnowledge } from './knowledge.ts';
import { kindNamed } from './query/field-names.ts';
import { parseQuery } from './query/parse-query.ts';
import type {
  FieldFilter,
  Limit,
  ParsedQuery,
  QueryPart,
  QueryWord,
  ValueCondition,
} from './query/parsed-query.ts';
import type { QueryProblem } from './query/problem.ts';
import { readValue } from './query/read-value.ts';

/** What a query can ask of an article beside its words. */
export interface FilteredArticle {
  readonly id: string;
  /** `2022`, `2022-03` or `2022-03-05`. */
  readonly published: string | null;
  readonly source: string;
  readonly kind: string;
  readonly places: readonly string[];
  readonly programmes: readonly string[];
  /** All names, as printed and in their fullest form. */
  readonly names: readonly string[];
  /** Who is quoted, as the page says it and in the fullest form of the names in it. */
  readonly speakers: readonly string[];
  readonly tags: readonly string[];
}

/**
 * How much of a query can be looked for: all that its problems do not name (everything where there are none), only
 * what they name, as plain words, or nothing of it.
 */
export type Sought = 'rest' | 'as-words' | 'nothing';

/** Articles that a query keeps. */
export interface Narrowing {
  accepts(article: FilteredArticle): boolean;
  /** The facts of the article that answer the query, in its order; null when it asks for none. */
  factsOf(article: string): FactPlaces | null;
  /**
   * Whether a quotation is one that the query asks for by who says it; of none where it asks for no speaker.
   * @param speakers as in `FilteredArticle`, of the one quotation.
   */
  isSaidBy(speakers: readonly string[]): boolean;
}

/** A query over a library: its words, for the index of bodies, and what else an article must fit. */
export class LibraryQuery {
  /** Words to be found in texts; may be none. */
  readonly words: readonly QueryWord[];
  readonly problems: readonly QueryProblem[];
  /** What facts must fit. */
  readonly conditions: readonly FactCondition[];
  private readonly fields: readonly FieldFilter[];
  private readonly folding: Folding;

  private constructor(
    parsed: Omit<ParsedQuery, 'values'>,
    conditions: readonly FactCondition[],
    folding: Folding,
  ) {
    this.words = parsed.words;
    this.problems = parsed.problems;
    this.fields = parsed.fields;
    this.conditions = conditions;
    this.folding = folding;
  }

  static read(query: string, { folding, units }: SearchKnowledge): LibraryQuery {
    const { words, fields, values, problems } = parseQuery(query);
    const measure = fields.find(({ field, isExcluded }) => field === 'measure' && !isExcluded);
    const sought = measure ? folding.foldToString(measure.value) : null;
    const taken = new Set<QueryWord>();
    const reported: QueryProblem[] = [];
    const conditions = values.flatMap((value): FactCondition[] => {
      const unitWord = value.unit === null ? unitAfter(value, words, units) : null;
      if (unitWord) taken.add(unitWord);
      const unit = unitOf(value, unitWord?.text ?? value.unit, units);
      if (unit === 'unknown') {
        reported.push({ reason: 'unit-unknown', start: value.start, end: value.end });
        return [];
      }
      return [{ ...limitsOf(value, unit), unit, measure: sought }];
    });
    const known = fields.filter(({ field, value, start, end }) => {
      const isKnown = field !== 'kind' || kindNamed(folding.foldToString(value)) !== null;
      if (!isKnown) reported.push({ reason: 'kind-unknown', start, end });
      return isKnown;
    });
    if (measure && conditions.length === 0) conditions.push(anyFigure(words, taken, units, sought));
    return new LibraryQuery(
      {
        words: words.filter((word) => !taken.has(word)),
        fields: known.filter((field) => field !== measure),
        problems: [...problems, ...reported],
      },
      conditions,
      folding,
    );
  }

  get sought(): Sought {
    const isNamed = (word: QueryWord): boolean =>
      this.problems.some(({ start, end }) => start <= word.start && word.end <= end);
    if (this.narrows || this.words.some((word) => !isNamed(word))) return 'rest';
    return this.words.length > 0 ? 'as-words' : 'nothing';
  }

  /** It asks for facts: `narrow` needs all of the library's. */
  get asksForFacts(): boolean {
    return this.conditions.length > 0;
  }

  /** It asks for something beside words, so that it has answers even with no word. */
  get narrows(): boolean {
    return this.asksForFacts || this.fields.length > 0;
  }

  /** Tells of articles whether they fit all that the query says of articles beside words and facts; null: it says nothing. */
  get articleTest(): ((article: FilteredArticle) => boolean) | null {
    return this.fields.length > 0 ? this.fieldsFit() : null;
  }

  private fieldsFit(): (article: FilteredArticle) => boolean {
    const tests = this.fields.map((field) => {
      const test = fieldTest(field, this.folding);
      return field.isExcluded ? (article: FilteredArticle) => !test(article) : test;
    });
    return (article) => tests.every((test) => test(article));
  }

  /** @param claims the library's facts, asked only where `asksForFacts` says so. */
  narrow(claims: ClaimColumns | null): Narrowing {
    const found = this.conditions.map(
      (condition) => claims?.find(condition) ?? new Map<string, FactPlaces>(),
    );
    const fits = this.fieldsFit();
    const asked = this.fields.filter(({ field, isExcluded }) => field === 'speaker' && !isExcluded);
    return {
      accepts: (article) => found.every((articles) => articles.has(article.id)) && fits(article),
      factsOf: (article) => {
        const answers = found.flatMap((articles) => articles.get(article) ?? []);
        const [first] = answers;
        if (!first) return null;
        const places = [...new Set(answers.flatMap(({ places }) => places))].sort((a, b) => a - b);
        return { state: first.state, places };
      },
      isSaidBy: (speakers) => asked.some(({ value }) => holds(speakers, value, this.folding)),
    };
  }
}

/**
 * The query with its numbers asked for by value, for where no text has them as they were typed: 125000000 is
 * `=125000000` and finds 1.25亿元. Null where none of its words is a number, alone or with a unit that is known.
 */
export function askByValue(query: string, units: Units): string | null {
  const numbers = parseQuery(query).words.filter(({ text, start, end }) => {
    // Neither quotation marks nor a field nor a minus sign stand before it.
    const read = query.slice(start, end) === text ? readValue(`=${text}`) : null;
    return read?.ok && unitOf(read.value, read.value.unit, units) !== 'unknown';
  });
  if (numbers.length === 0) return null;
  return numbers.reduceRight((asked, { start }) => `${asked.slice(0, start)}=${asked.slice(start)}`, query);
}

/** `>=1000 人次`: the word after a number without a unit, when it is one. */
function unitAfter(value: ValueCondition, words: readonly QueryWord[], units: Units): QueryWord | null {
  const next = words.find(({ start }) => start > value.end);
  const isNext = next && next.start === value.end + 1 && !next.isPhrase && !next.isExcluded && !next.inTitle;
  return isNext && unitOf(value, next.text, units) !== 'unknown' ? next : null;
}

type Limits = Pick<ValueCondition, 'low' | 'high'>;

function unitOf(value: Limits, unit: string | null, units: Units): Unit | 'time' | 'unknown' | null {
  if (unit === null) return isSpanOfYears(value) ? 'time' : null;
  return isOfYears(value, unit) ? 'time' : (units.find(unit) ?? 'unknown');
}

/** `2020..2022` is a span of years, not of numbers. */
const isSpanOfYears = ({ low, high }: Limits): boolean =>
  low !== null && high !== null && low.value !== high.value && [low, high].every(isYear);

/** `=1974年`, `>1990年` name years; `>1200年` asks how long something took or has stood. */
const isOfYears = ({ low, high }: Limits, unit: string): boolean =>
  unit === '年' &&
  [low, high].every((limit) => limit === null || (isYear(limit) && limit.value >= EARLIEST_NAMED_YEAR));

/**
 * From this number on, a number before 年 is the name of a year; below it, it is a count of years. The press counts
 * years up to the ages of old trees and towns (树龄1200年, 建城1400年), and dates little of what it tells before 1500.
 */
const EARLIEST_NAMED_YEAR = 1500;

const isYear = ({ value }: Limit): boolean => Number.isInteger(value) && value >= 1000 && value <= 2999;

function limitsOf(
  { low, high }: ValueCondition,
  unit: Unit | 'time' | null,
): Pick<FactCondition, 'low' | 'high'> {
  if (unit !== 'time') return { low, high };
  // After a year is after its end, and before it before its beginning.
  return {
    low: low && { ...low, value: timeSpanOf(String(low.value))![low.isIncluded ? 0 : 1] },
    high: high && { ...high, value: timeSpanOf(String(high.value))![high.isIncluded ? 1 : 0] },
  };
}

/** `亩 measure:种植`: any figure of the unit that stands alone, or of any unit. */
function anyFigure(
  words: readonly QueryWord[],
  taken: Set<QueryWord>,
  units: Units,
  measure: string | null,
): FactCondition {
  const unitWord = words.find(
    ({ text, isPhrase, isExcluded }) => !isPhrase && !isExcluded && units.find(text),
  );
  if (unitWord) taken.add(unitWord);
  return { low: null, high: null, unit: unitWord ? units.find(unitWord.text) : null, measure };
}

function fieldTest(
  { field, value }: FieldFilter & QueryPart,
  folding: Folding,
): (article: FilteredArticle) => boolean {
  const wanted = folding.foldToString(value);
  const hold = (texts: readonly string[]) => holds(texts, value, folding);
  switch (field) {
    case 'name':
      return ({ names }) => hold(names);
    case 'speaker':
      return ({ speakers }) => hold(speakers);
    case 'place':
      return ({ places }) => hold(places);
    case 'programme':
      return ({ programmes }) => hold(programmes);
    case 'source':
      return ({ source }) => hold([source]);
    case 'kind':
      return ({ kind }) => kind === kindNamed(wanted);
    case 'tag':
      return ({ tags }) => tags.some((tag) => folding.foldToString(tag) === wanted);
    case 'measure':
      return () => false;
    case 'from':
      return ({ published }) =>
        published !== null && comparable(published, value) >= comparable(value, published);
    case 'to':
      return ({ published }) =>
        published !== null && comparable(published, value) <= comparable(value, published);
  }
}

/** Whether a value stands in one of the texts, folded. */
function holds(texts: readonly string[], value: string, folding: Folding): boolean {
  const wanted = folding.foldToString(value);
  return texts.some((text) => folding.foldToString(text).includes(wanted));
}

/** A date as far as both are known: an article of 2020 is neither before nor after 2020-03. */
const comparable = (date: string, other: string): string => date.slice(0, other.length);
