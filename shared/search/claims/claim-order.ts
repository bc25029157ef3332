import { FACT_TEXTS, type FactMark, type TextColumn } from './claim.ts';
import type { ClaimColumns } from './claim-columns.ts';
import type { KeyPart } from './select-window.ts';

/** What a table of facts can be sorted by: values within what they measure, those of which there are most first. */
export const CLAIM_SORTS = [
  'value',
  'confidence',
  'kind',
  'status',
  ...FACT_TEXTS,
  'title',
  'newspaper',
  'published',
] as const;
export type ClaimSort = (typeof CLAIM_SORTS)[number];

export interface ClaimOrder {
  readonly by: ClaimSort;
  readonly isDescending: boolean;
}

/** The parts of the key that rows are sorted by, the highest first; what is not known stands last in both directions. */
export function partsOf(columns: ClaimColumns, { by, isDescending }: ClaimOrder): KeyPart[] {
  if (by === 'value')
    return [partOfPlaces(columns, dimensionPlaces(columns)), ...partsOfNumbers(columns.lows, isDescending)];
  if (by === 'confidence' || by === 'kind' || by === 'status')
    return [partOfMarks(columns.marks[by], isDescending)];
  return partsOfTexts(columns, by, isDescending);
}

function partOfMarks(marks: ClaimColumns['marks'][FactMark], isDescending: boolean): KeyPart {
  return (rows, into) => {
    for (let i = 0; i < rows.length; i++) {
      const mark = marks[rows[i] as number] as number;
      into[i] = isDescending ? 0xff - mark : mark;
    }
  };
}

function partsOfTexts(columns: ClaimColumns, by: TextColumn, isDescending: boolean): KeyPart[] {
  const places = columns.dictionaries[by].order();
  const { codes, through } = columns.coded(by);
  const none = places.length - 1;
  const part =
    (shift: number): KeyPart =>
    (rows, into) => {
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as number;
        const place = places[codes[through ? (through[row] as number) : row] as number] as number;
        into[i] = (isDescending && place !== none ? none - 1 - place : place) >>> shift;
      }
    };
  return none > 0xffff ? [part(16), part(0)] : [part(0)];
}

/** A number's bits as they compare: of negative ones all turned, of others the first. */
export function partsOfNumbers(numbers: Float64Array, isDescending: boolean): KeyPart[] {
  // Every machine that this runs on has the low half first.
  const halves = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length * 2);
  const turned = isDescending ? 0xffff : 0;
  return [
    [1, 16],
    [1, 0],
    [0, 16],
    [0, 0],
  ].map(([half = 0, shift = 0]): KeyPart => {
    const first = half === 1 && shift === 16 ? 0x8000 : 0;
    return (rows, into) => {
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as number;
        const number = numbers[row] as number;
        const bits = ((halves[row * 2 + half] as number) >>> shift) & 0xffff;
        into[i] = Number.isNaN(number) ? 0xffff : turned ^ (number < 0 ? bits ^ 0xffff : bits | first);
      }
    };
  });
}

/** For each unit the place of what it measures, by how many facts do: so that values stand among their like. */
function dimensionPlaces(columns: ClaimColumns): Uint16Array {
  const { codes, size } = columns.coded('unit');
  const counts = new Uint32Array(size);
  for (let row = 0; row < columns.rows; row++) (counts[codes[row] as number] as number)++;
  const facts = new Map<string, number>();
  for (let code = 0; code < size; code++) {
    const { dimension } = columns.unitOf(code);
    facts.set(dimension, (facts.get(dimension) ?? 0) + (counts[code] as number));
  }
  const inOrder = [...facts].sort((a, b) => b[1] - a[1]).map(([dimension]) => dimension);
  const places = new Map(inOrder.map((dimension, place) => [dimension, Math.min(place, 0xfffe)]));
  return Uint16Array.from({ length: size }, (_, code) => places.get(columns.unitOf(code).dimension) ?? 0);
}

/** Facts without a value stand behind all that have one. */
function partOfPlaces(columns: ClaimColumns, places: Uint16Array): KeyPart {
  const { codes } = columns.coded('unit');
  const { lows } = columns;
  return (rows, into) => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      into[i] = Number.isNaN(lows[row]) ? 0xffff : (places[codes[row] as number] as number);
    }
  };
}
