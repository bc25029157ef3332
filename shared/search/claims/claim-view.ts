import { FACT_TEXTS } from './claim.ts';
import type { ClaimColumns, Coded } from './claim-columns.ts';
import { type ClaimOrder, partsOf } from './claim-order.ts';
import type { FactCondition } from './fact-condition.ts';
import { selectWindow } from './select-window.ts';

/** What a table of facts can be narrowed by. */
export const CLAIM_FACETS = [
  'kind',
  'unit',
  'measure',
  'subject',
  'place',
  'programme',
  'person',
  'newspaper',
  'year',
  'status',
] as const;
export type ClaimFacet = (typeof CLAIM_FACETS)[number];

/** The values a table is narrowed to: any value of a facet, every facet that something was chosen of. */
export type ChosenClaims = Partial<Readonly<Record<ClaimFacet, readonly string[]>>>;

export interface ClaimWord {
  readonly folded: string;
  readonly isExcluded: boolean;
}

export interface ClaimFilter {
  /** Articles whose facts are shown; null: all. */
  readonly articles: ((id: string) => boolean) | null;
  /** All of them must fit. */
  readonly conditions: readonly FactCondition[];
  /** Each must stand in one of a fact's texts or in its article's headline, or in none where it is excluded. */
  readonly words: readonly ClaimWord[];
  readonly chosen: ChosenClaims;
}

export interface ClaimFacetValue {
  readonly value: string;
  readonly count: number;
}

/** Set for a row that the filter leaves out for another reason than a facet. */
const LEFT_OUT = 1;

/** The facts that a filter keeps, of columns as they are now. */
export class ClaimView {
  /** Rows of the facts, rising. */
  readonly rows: Uint32Array;
  private readonly columns: ClaimColumns;
  private readonly chosen: ChosenClaims;
  /** For each row why it is left out: a bit for each facet, and `LEFT_OUT`. */
  private readonly masks: Uint16Array;

  constructor(columns: ClaimColumns, filter: ClaimFilter) {
    this.columns = columns;
    this.chosen = filter.chosen;
    this.masks = new Uint16Array(columns.rows);
    this.leaveOut(filter);
    for (const facet of CLAIM_FACETS) this.leaveOutBy(facet, filter.chosen[facet] ?? []);
    this.rows = rowsWhere(this.masks, (mask) => mask === 0);
  }

  /** Rows at some places of an order, or of the order in which the facts were taken in. */
  window(order: ClaimOrder | null, from: number, to: number): Uint32Array {
    if (!order) return this.rows.subarray(from, to);
    return selectWindow(this.rows, partsOf(this.columns, order), from, to);
  }

  /**
   * The most frequent values of a facet among the facts that all other facets keep, so that its other values stay
   * offered; of one that was chosen also where none is left. The empty value stands for none.
   */
  facet(facet: ClaimFacet, most: number): ClaimFacetValue[] {
    const coded = this.columns.coded(facet);
    const counts = this.countsOf(facet, coded);
    const chosen = this.chosen[facet] ?? [];
    const isChosen = coded.flagsOf(chosen);
    const codes = topCodes(counts, most);
    for (let code = 0; code < isChosen.length; code++)
      if (isChosen[code] === 1 && !codes.includes(code)) codes.push(code);
    return codes.map((code) => ({ value: coded.text(code), count: counts[code] as number }));
  }

  private leaveOut({ articles, conditions, words }: ClaimFilter): void {
    const { masks, columns } = this;
    const { articleOf } = columns;
    const isThere = columns.articleFlags(articles);
    for (let row = 0; row < masks.length; row++)
      if (isThere[articleOf[row] as number] === 0) masks[row] = LEFT_OUT;
    for (const condition of conditions) {
      const fits = columns.test(condition);
      for (let row = 0; row < masks.length; row++) if (masks[row] === 0 && !fits(row)) masks[row] = LEFT_OUT;
    }
    for (const word of words) this.leaveOutByWord(word);
  }

  private leaveOutByWord({ folded, isExcluded }: ClaimWord): void {
    const { masks, columns } = this;
    const holds = new Uint8Array(masks.length);
    for (const column of [...FACT_TEXTS, 'title'] as const) {
      const flags = columns.dictionaries[column].flagsHolding(folded);
      if (!flags.includes(1)) continue;
      const { codes, through } = columns.coded(column);
      for (let row = 0; row < masks.length; row++)
        if (flags[codes[through ? (through[row] as number) : row] as number] === 1) holds[row] = 1;
    }
    const wrong = isExcluded ? 1 : 0;
    for (let row = 0; row < masks.length; row++) if (holds[row] === wrong) masks[row] = LEFT_OUT;
  }

  private leaveOutBy(facet: ClaimFacet, values: readonly string[]): void {
    if (values.length === 0) return;
    const { masks } = this;
    const { codes, through, flagsOf } = this.columns.coded(facet);
    const flags = flagsOf(values);
    const bit = bitOf(facet);
    for (let row = 0; row < masks.length; row++)
      if (flags[codes[through ? (through[row] as number) : row] as number] === 0) masks[row]! |= bit;
  }

  private countsOf(facet: ClaimFacet, { codes, through, size }: Coded): Uint32Array {
    const counts = new Uint32Array(size);
    const others = ~bitOf(facet);
    const isNarrowed = (this.chosen[facet] ?? []).length > 0;
    const rows = isNarrowed ? rowsWhere(this.masks, (mask) => (mask & others) === 0) : this.rows;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      (counts[codes[through ? (through[row] as number) : row] as number] as number)++;
    }
    return counts;
  }
}

const bitOf = (facet: ClaimFacet): number => 2 << CLAIM_FACETS.indexOf(facet);

function rowsWhere(masks: Uint16Array, isKept: (mask: number) => boolean): Uint32Array {
  let count = 0;
  for (let row = 0; row < masks.length; row++) if (isKept(masks[row] as number)) count++;
  const rows = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < masks.length; row++) if (isKept(masks[row] as number)) rows[at++] = row;
  return rows;
}

/** Numbers of the highest counts above 0, the highest first, the lower number first where they are equal. */
export function topCodes(counts: Uint32Array, most: number): number[] {
  const top: number[] = [];
  for (let code = 0; code < counts.length; code++) {
    const count = counts[code] as number;
    if (count === 0) continue;
    if (top.length === most && count <= (counts[top[most - 1] as number] as number)) continue;
    let at = top.length;
    while (at > 0 && (counts[top[at - 1] as number] as number) < count) at--;
    top.splice(at, 0, code);
    if (top.length > most) top.pop();
  }
  return top;
}
