import { BOUNDS, FACT_KINDS } from '@shared/model/fact.ts';
import { timeSpanOf } from '@shared/numerals/time-span.ts';
import {
  type ClaimedFact,
  FACT_MARKS,
  FACT_TEXTS,
  type FactMark,
  type FactText,
  type NamesBeside,
  STATUSES,
  TIME_UNIT,
} from './claim.ts';

/** The facts of one article, in its order, as they are kept: one column after another. */
export interface PackedClaims {
  readonly article: string;
  readonly facts: number;
  /** The texts of the columns, each once; the first is empty and stands for none. */
  readonly texts: readonly string[];
  /** For each of `FACT_TEXTS` a number of a text for each fact. */
  readonly codes: Uint32Array;
  /** For each of `FACT_MARKS` a number for each fact: places in their lists, confidence in hundredths. */
  readonly marks: Uint8Array;
  /** Values as printed, then their upper ends, days as `timeSpanOf` counts them; NaN where there is no value. */
  readonly values: Float64Array;
}

const NO_NAMES: NamesBeside = { place: '', programme: '', person: '' };

/** @param beside the names near each fact; none of any where it is left out. */
export function packClaims(
  article: string,
  facts: readonly ClaimedFact[],
  beside: readonly NamesBeside[] = [],
): PackedClaims {
  const numbers = new Map([['', 0]]);
  const codes = new Uint32Array(facts.length * FACT_TEXTS.length);
  const marks = new Uint8Array(facts.length * FACT_MARKS.length);
  const values = new Float64Array(facts.length * 2);
  facts.forEach((fact, i) => {
    const texts = textsOf(fact, beside[i] ?? NO_NAMES);
    FACT_TEXTS.forEach((column, k) => {
      const text = texts[column];
      let code = numbers.get(text);
      if (code === undefined) {
        code = numbers.size;
        numbers.set(text, code);
      }
      codes[k * facts.length + i] = code;
    });
    const marked = marksOf(fact);
    FACT_MARKS.forEach((column, k) => {
      marks[k * facts.length + i] = marked[column];
    });
    const [low, high] = rangeOf(fact);
    values[i] = low;
    values[facts.length + i] = high;
  });
  return { article, facts: facts.length, texts: [...numbers.keys()], codes, marks, values };
}

function textsOf(fact: ClaimedFact, { place, programme, person }: NamesBeside): Record<FactText, string> {
  return {
    unit: typeof fact.value === 'string' ? TIME_UNIT : `${fact.unit ?? ''}${fact.per ? `/${fact.per}` : ''}`,
    measure: fact.measure?.text ?? '',
    subject: fact.subject?.text ?? '',
    when: fact.when ?? '',
    place,
    programme,
    person,
  };
}

const marksOf = (fact: ClaimedFact): Record<FactMark, number> => ({
  kind: FACT_KINDS.indexOf(fact.kind),
  status: STATUSES.indexOf(fact.verdict ?? 'found'),
  bound: BOUNDS.indexOf(fact.bound ?? 'exact'),
  confidence: Math.round((fact.confidence ?? 0) * 100),
});

function rangeOf({ value, valueMax }: ClaimedFact): readonly [number, number] {
  if (typeof value === 'string') return timeSpanOf(value) ?? [Number.NaN, Number.NaN];
  return value === null ? [Number.NaN, Number.NaN] : [value, valueMax ?? value];
}
