import type { Conversion, FoundFact } from '@shared/model/fact.ts';
import { lexiconLines } from '@shared/text/lexicon-lines.ts';

interface Rule {
  readonly unit: string;
  readonly factor: number;
  readonly added: number;
}

/** Units that a reader wants instead of the printed one, by the printed unit. */
export type ConversionRules = ReadonlyMap<string, Rule>;

export const CONVERSION_FILE = 'lexicons/units/conversions.tsv';

/** Fewest digits a converted value shows: 2000亩 is about 130 hectares, not 100. */
const FEWEST_DIGITS = 2;

export const readConversions = (file: string): ConversionRules =>
  new Map(
    lexiconLines(file).flatMap(([forms, unit, factor, added]) =>
      forms!
        .split('|')
        .map((form) => [form, { unit: unit!, factor: Number(factor), added: Number(added) }] as const),
    ),
  );

/** How many digits the words give: 2000 gives one, 13400 three, 18.12 four. */
function digitsGiven(value: number): number {
  const digits = String(Math.abs(value))
    .replace('.', '')
    .replace(/^0+|(?<!0)0+$/g, '');
  return Math.max(FEWEST_DIGITS, digits.length);
}

/** A temperature is known to the same place behind the point, not to the same number of digits. */
function keepPlaces(value: number, places: number): number {
  return Number(value.toFixed(places));
}

const placesOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/**
 * The figure in the unit a reader wants, with no more digits than the page gives; null where there is no
 * such unit. Money needs none: its value is in whole units of the currency already.
 */
export function convertFigure(
  { kind, value, valueMax, unit }: Pick<FoundFact, 'kind' | 'value' | 'valueMax' | 'unit'>,
  rules: ConversionRules,
): Conversion | null {
  const rule = kind === 'measurement' && unit !== null ? rules.get(unit) : undefined;
  if (rule === undefined || typeof value !== 'number') return null;
  const convert = (number: number): number => {
    const exact = number * rule.factor + rule.added;
    return rule.added === 0
      ? Number(exact.toPrecision(Math.min(15, digitsGiven(number))))
      : keepPlaces(exact, placesOf(number));
  };
  return {
    value: convert(value),
    ...(valueMax === undefined ? {} : { valueMax: convert(valueMax) }),
    unit: rule.unit,
  };
}
