import type { FactKind } from '@shared/model/fact.ts';
import { timeSpanOf } from '@shared/numerals/time-span.ts';
import type { Unit, Units } from '@shared/numerals/units.ts';
import type { Folding } from '@shared/text/folding.ts';
import type { Limit } from '../query/parsed-query.ts';

/** What of a fact can be searched for. */
export interface ValuedFact {
  readonly kind: FactKind;
  readonly value: number | string | null;
  readonly valueMax?: number;
  readonly unit: string | null;
  readonly per?: string;
  readonly measure: { readonly text: string } | null;
}

/** Figures between two limits: of one dimension, of any (null), or times (days as `timeSpanOf` counts them). */
export interface FactCondition {
  readonly low: Limit | null;
  readonly high: Limit | null;
  readonly unit: Unit | 'time' | null;
  /** Folded words that the measure must hold. */
  readonly measure: string | null;
}

/** Facts of one printed unit, in columns. */
interface Column {
  readonly unit: Unit | 'time';
  readonly lows: number[];
  readonly highs: number[];
  /** Number of the article. */
  readonly articles: number[];
  /** Place of the fact among its article's facts. */
  readonly places: number[];
  /** Number of the measure's words; −1 where none is known. */
  readonly measures: number[];
}

/** Two figures that differ by less, as a share of the larger, are the same: 22.5亩 in square metres is no whole number. */
const ROUNDING = 1e-9;

/** All figures and times of a library, to be found by value. */
export class FactIndex {
  private readonly units: Units;
  private readonly folding: Folding;
  private readonly columns = new Map<string, Column>();
  private readonly numbers = new Map<string, number>();
  private readonly ids: (string | null)[] = [];
  private readonly measureNumbers = new Map<string, number>();
  private readonly measures: string[] = [];

  constructor(units: Units, folding: Folding) {
    this.units = units;
    this.folding = folding;
  }

  /** An article that is already there is replaced. */
  add(article: string, facts: readonly ValuedFact[]): void {
    this.remove(article);
    const number = this.ids.length;
    this.ids.push(article);
    this.numbers.set(article, number);
    facts.forEach((fact, place) => {
      const range = rangeOf(fact);
      if (!range) return;
      const column = this.columnOf(fact);
      column.lows.push(range[0]);
      column.highs.push(range[1]);
      column.articles.push(number);
      column.places.push(place);
      column.measures.push(fact.measure ? this.measureNumber(fact.measure.text) : -1);
    });
  }

  remove(article: string): void {
    const number = this.numbers.get(article);
    if (number === undefined) return;
    this.ids[number] = null;
    this.numbers.delete(article);
    if (this.ids.length > 64 && this.numbers.size * 2 < this.ids.length) this.dropRemoved();
  }

  /** Places of the facts that fit, among the facts of their article, by article. */
  find({ low, high, unit, measure }: FactCondition): Map<string, number[]> {
    const found = new Map<string, number[]>();
    const measures =
      measure === null
        ? null
        : new Set(this.measures.flatMap((words, i) => (words.includes(measure) ? [i] : [])));
    for (const column of this.columns.values()) {
      const scale = scaleBetween(column.unit, unit);
      if (scale === null) continue;
      for (let i = 0; i < column.lows.length; i++) {
        if (low && !reaches((column.highs[i] as number) * scale, low)) continue;
        if (high && !reaches(-(column.lows[i] as number) * scale, { ...high, value: -high.value })) continue;
        if (measures && !measures.has(column.measures[i] as number)) continue;
        const id = this.ids[column.articles[i] as number];
        if (id === null || id === undefined) continue;
        const places = found.get(id);
        if (places) places.push(column.places[i] as number);
        else found.set(id, [column.places[i] as number]);
      }
    }
    return found;
  }

  private columnOf(fact: ValuedFact): Column {
    const name =
      typeof fact.value === 'string' ? 'time' : `${fact.unit ?? ''}${fact.per ? `/${fact.per}` : ''}`;
    let column = this.columns.get(name);
    if (!column) {
      // A unit that no list knows compares with itself.
      const unit =
        name === 'time' ? name : (this.units.find(name) ?? { dimension: `count:${name}`, factor: 1 });
      column = { unit, lows: [], highs: [], articles: [], places: [], measures: [] };
      this.columns.set(name, column);
    }
    return column;
  }

  private measureNumber(text: string): number {
    const folded = this.folding.foldToString(text);
    const known = this.measureNumbers.get(folded);
    if (known !== undefined) return known;
    this.measureNumbers.set(folded, this.measures.length);
    return this.measures.push(folded) - 1;
  }

  private dropRemoved(): void {
    const kept = this.ids.flatMap((id, number) => (id === null ? [] : [number]));
    const renumbered = new Map(kept.map((number, i) => [number, i]));
    for (const column of this.columns.values()) {
      let next = 0;
      column.articles.forEach((article, i) => {
        const number = renumbered.get(article);
        if (number === undefined) return;
        column.lows[next] = column.lows[i] as number;
        column.highs[next] = column.highs[i] as number;
        column.articles[next] = number;
        column.places[next] = column.places[i] as number;
        column.measures[next] = column.measures[i] as number;
        next++;
      });
      for (const rows of [column.lows, column.highs, column.articles, column.places, column.measures])
        rows.length = next;
    }
    const ids = kept.map((number) => this.ids[number] as string);
    this.ids.splice(0, this.ids.length, ...ids);
    ids.forEach((id, number) => {
      this.numbers.set(id, number);
    });
  }
}

function rangeOf({ value, valueMax }: ValuedFact): readonly [number, number] | null {
  if (typeof value === 'string') return timeSpanOf(value);
  return value === null ? null : [value, valueMax ?? value];
}

/** What a column's figures are multiplied by to compare with the condition's; null when they do not compare. */
function scaleBetween(column: Column['unit'], wanted: FactCondition['unit']): number | null {
  if (wanted === 'time' || column === 'time') return wanted === column ? 1 : null;
  if (wanted === null) return 1;
  return column.dimension === wanted.dimension ? column.factor / wanted.factor : null;
}

const reaches = (value: number, { value: limit, isIncluded }: Limit): boolean => {
  const slack = Math.abs(limit) * ROUNDING;
  return isIncluded ? value >= limit - slack : value > limit + slack;
};
