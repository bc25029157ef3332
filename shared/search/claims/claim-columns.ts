import { FACT_KINDS } from '@shared/model/fact.ts';
import type { Unit, Units } from '@shared/numerals/units.ts';
import type { Folding } from '@shared/text/folding.ts';
import {
  ARTICLE_TEXTS,
  type ArticleText,
  type ClaimArticle,
  FACT_MARKS,
  FACT_TEXTS,
  type FactMark,
  type FactPlaces,
  type FactText,
  STATUSES,
  type TextColumn,
  TIME_UNIT,
} from './claim.ts';
import { Dictionary } from './dictionary.ts';
import { type FactCondition, liesBetween } from './fact-condition.ts';
import type { PackedClaims } from './packed-claims.ts';

/** Fewer rows than that are never made fewer. */
const WORTH_COMPACTING = 1024;
const GROWTH = 1.25;

/** A column whose values have numbers. */
export interface Coded {
  readonly codes: Uint32Array | Uint8Array;
  /** Where `codes` are those of articles: the article of each row. */
  readonly through: Uint32Array | null;
  /** Numbers that there are. */
  readonly size: number;
  readonly text: (code: number) => string;
  /** 1 for each number whose text is one of these. */
  readonly flagsOf: (texts: readonly string[]) => Uint8Array;
}

const isArticleText = (column: TextColumn): column is ArticleText =>
  ARTICLE_TEXTS.some((other) => other === column);

const record = <Key extends string, Value>(keys: readonly Key[], make: () => Value): Record<Key, Value> =>
  Object.fromEntries(keys.map((key) => [key, make()])) as Record<Key, Value>;

/**
 * The facts of a whole library in columns: a row a fact, an article's rows side by side in its order. Words are held
 * as numbers of dictionaries, 52 bytes a row in all; how a fact is printed is not held.
 */
export class ClaimColumns {
  private readonly units: Units;
  readonly dictionaries: Record<TextColumn, Dictionary>;
  private readonly codes: Record<FactText, Uint32Array> = record(FACT_TEXTS, () => new Uint32Array(0));
  readonly marks: Record<FactMark, Uint8Array> = record(FACT_MARKS, () => new Uint8Array(0));
  private readonly articleCodes: Record<ArticleText, Uint32Array> = record(
    ARTICLE_TEXTS,
    () => new Uint32Array(0),
  );
  /** Values in the first unit of their dimension; NaN where there is none. */
  lows = new Float64Array(0);
  highs = new Float64Array(0);
  /** Number of the article of each row. */
  articleOf = new Uint32Array(0);
  /** Rows in use, those of removed articles among them. */
  rows = 0;
  /** Another number after each change. */
  version = 0;
  private readonly ids: (string | null)[] = [];
  private readonly states: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** First row of each article, one more at the end. */
  private readonly starts: number[] = [0];
  private goneRows = 0;
  private readonly unitOfCode: Unit[] = [];

  constructor(units: Units, folding: Folding) {
    this.units = units;
    this.dictionaries = record(
      [...FACT_TEXTS, ...ARTICLE_TEXTS],
      () => new Dictionary((text) => folding.foldToString(text)),
    );
  }

  /** Facts that are there. */
  get facts(): number {
    return this.rows - this.goneRows;
  }

  /** An article that is already there is replaced. */
  add(article: ClaimArticle, packed: PackedClaims): void {
    this.remove(article.id);
    const number = this.ids.length;
    this.ids.push(article.id);
    this.states.push(article.state);
    this.numbers.set(article.id, number);
    this.putArticle(number, article);
    this.reserve(this.rows + packed.facts);
    this.putRows(number, packed);
    this.rows += packed.facts;
    this.starts.push(this.rows);
    this.version++;
  }

  remove(article: string): void {
    const number = this.numbers.get(article);
    if (number === undefined) return;
    this.ids[number] = null;
    this.numbers.delete(article);
    this.goneRows += (this.starts[number + 1] as number) - (this.starts[number] as number);
    this.version++;
    if (this.rows > WORTH_COMPACTING && this.goneRows * 2 > this.rows) this.dropRemoved();
  }

  /** Where a row's fact stands: its article in the state it was added in, and its place among its facts. Null: it is gone. */
  placeOf(row: number): { readonly article: string; readonly state: string; readonly place: number } | null {
    const number = this.articleOf[row] as number;
    const article = this.ids[number] ?? null;
    if (article === null) return null;
    return { article, state: this.states[number] as string, place: row - (this.starts[number] as number) };
  }

  /** 1 for each article, by its number, that is there and accepted. */
  articleFlags(accepts: ((id: string) => boolean) | null): Uint8Array {
    const flags = new Uint8Array(this.ids.length);
    this.ids.forEach((id, number) => {
      if (id !== null && (accepts === null || accepts(id))) flags[number] = 1;
    });
    return flags;
  }

  coded(column: TextColumn | 'kind' | 'status'): Coded {
    if (column === 'kind' || column === 'status') {
      const list: readonly string[] = column === 'kind' ? FACT_KINDS : STATUSES;
      return {
        codes: this.marks[column],
        through: null,
        size: list.length,
        text: (code) => list[code] ?? '',
        flagsOf: (texts) => Uint8Array.from(list, (text) => (texts.includes(text) ? 1 : 0)),
      };
    }
    const dictionary = this.dictionaries[column];
    const ofArticle = isArticleText(column);
    return {
      codes: ofArticle ? this.articleCodes[column] : this.codes[column],
      through: ofArticle ? this.articleOf : null,
      size: dictionary.size,
      text: (code) => dictionary.text(code),
      flagsOf: (texts) => dictionary.flagsOf(texts),
    };
  }

  /** What a unit of the column of units measures, by its number. */
  unitOf(code: number): Unit {
    for (let next = this.unitOfCode.length; next <= code; next++) {
      const name = this.dictionaries.unit.text(next);
      // A unit that no list knows compares with itself.
      const unknown = { dimension: name === TIME_UNIT ? 'time' : `count:${name}`, factor: 1 };
      this.unitOfCode.push((name === TIME_UNIT ? null : this.units.find(name)) ?? unknown);
    }
    return this.unitOfCode[code] as Unit;
  }

  /** Tells of rows whether their facts fit. */
  test({ low, high, unit, measure }: FactCondition): (row: number) => boolean {
    const measures = measure === null ? null : this.dictionaries.measure.flagsHolding(measure);
    const scales = Float64Array.from({ length: this.dictionaries.unit.size }, (_, code) =>
      scaleTo(unit, this.unitOf(code)),
    );
    const { lows, highs } = this;
    const { unit: unitCodes, measure: measureCodes } = this.codes;
    return (row) => {
      if (measures && measures[measureCodes[row] as number] === 0) return false;
      const scale = scales[unitCodes[row] as number] as number;
      // Neither a value nor a scale that is none lies between anything.
      return liesBetween((lows[row] as number) * scale, (highs[row] as number) * scale, low, high);
    };
  }

  /** The facts that fit, by article. */
  find(condition: FactCondition): Map<string, FactPlaces> {
    const fits = this.test(condition);
    const rows: number[] = [];
    for (let row = 0; row < this.rows; row++) if (fits(row)) rows.push(row);
    return this.placesOf(rows);
  }

  /** The facts of some rows, by article; of those that are there. */
  placesOf(rows: Iterable<number>): Map<string, FactPlaces> {
    const found = new Map<string, { state: string; places: number[] }>();
    for (const row of rows) {
      const at = this.placeOf(row);
      const known = at && found.get(at.article);
      if (known) known.places.push(at.place);
      else if (at) found.set(at.article, { state: at.state, places: [at.place] });
    }
    return found;
  }

  private putArticle(number: number, { title, newspaper, published }: ClaimArticle): void {
    const texts: Record<ArticleText, string> = {
      title,
      newspaper,
      published: published ?? '',
      year: published?.slice(0, 4) ?? '',
    };
    for (const column of ARTICLE_TEXTS) {
      this.articleCodes[column] = grown(this.articleCodes[column], number + 1);
      this.articleCodes[column][number] = this.dictionaries[column].number(texts[column]);
    }
  }

  private putRows(number: number, { facts, texts, codes, marks, values }: PackedClaims): void {
    const at = this.rows;
    FACT_TEXTS.forEach((column, k) => {
      const into = this.codes[column];
      const dictionary = this.dictionaries[column];
      // An article says the same unit or place many times: each is looked up once.
      const numbers = new Uint32Array(texts.length);
      for (let i = 0; i < facts; i++) {
        const code = codes[k * facts + i] as number;
        if (code > 0 && numbers[code] === 0) numbers[code] = dictionary.number(texts[code] ?? '');
        into[at + i] = numbers[code] as number;
      }
    });
    FACT_MARKS.forEach((column, k) => {
      this.marks[column].set(marks.subarray(k * facts, (k + 1) * facts), at);
    });
    for (let i = 0; i < facts; i++) {
      const { factor } = this.unitOf(this.codes.unit[at + i] as number);
      // A negative zero would sort apart from zero.
      this.lows[at + i] = (values[i] as number) * factor + 0;
      this.highs[at + i] = (values[facts + i] as number) * factor + 0;
    }
    this.articleOf.fill(number, at, at + facts);
  }

  private reserve(rows: number): void {
    for (const column of FACT_TEXTS) this.codes[column] = grown(this.codes[column], rows);
    for (const column of FACT_MARKS) this.marks[column] = grown(this.marks[column], rows);
    this.lows = grown(this.lows, rows);
    this.highs = grown(this.highs, rows);
    this.articleOf = grown(this.articleOf, rows);
  }

  private dropRemoved(): void {
    const { ids, states, starts } = this;
    const kept = ids.flatMap((id, number) => (id === null ? [] : [{ id, number }]));
    let next = 0;
    const nextStarts = [0];
    kept.forEach(({ id, number }, i) => {
      const [start, end] = [starts[number] as number, starts[number + 1] as number];
      for (const column of FACT_TEXTS) this.codes[column].copyWithin(next, start, end);
      for (const column of FACT_MARKS) this.marks[column].copyWithin(next, start, end);
      for (const column of ARTICLE_TEXTS)
        this.articleCodes[column][i] = this.articleCodes[column][number] as number;
      this.lows.copyWithin(next, start, end);
      this.highs.copyWithin(next, start, end);
      next += end - start;
      this.articleOf.fill(i, next - (end - start), next);
      nextStarts.push(next);
      this.numbers.set(id, i);
    });
    states.splice(0, states.length, ...kept.map(({ number }) => states[number] as string));
    ids.splice(0, ids.length, ...kept.map(({ id }) => id));
    starts.splice(0, starts.length, ...nextStarts);
    this.rows = next;
    this.goneRows = 0;
  }
}

/** The same numbers with room for so many; some more than asked for, so that growing costs little a row. */
function grown<Numbers extends Uint32Array | Uint8Array | Float64Array>(
  numbers: Numbers,
  length: number,
): Numbers {
  if (numbers.length >= length) return numbers;
  const more = new (numbers.constructor as new (length: number) => Numbers)(Math.ceil(length * GROWTH));
  more.set(numbers);
  return more;
}

/** What a value in the first unit of its dimension is multiplied by to compare; NaN where it does not. */
function scaleTo(wanted: FactCondition['unit'], unit: Unit): number {
  if (wanted === 'time' || unit.dimension === 'time')
    return wanted === 'time' && unit.dimension === 'time' ? 1 : Number.NaN;
  if (wanted === null) return 1 / unit.factor;
  return unit.dimension === wanted.dimension ? 1 / wanted.factor : Number.NaN;
}
