import type { Numeral } from '@shared/numerals/numeral.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import { boundBefore } from './bounds.ts';
import type { Figure } from './figure.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { readMeasured } from './read-measured.ts';

/** So many numbers share a unit that is printed once. */
const MOST_NUMBERS = 5;

/** Kinds whose unit is shared so; counts are not, for 3、修桥 numbers a paragraph. */
const SHARED: ReadonlySet<string> = new Set(['percent', 'rate', 'money', 'measurement']);

/** A number behind these numbers a thing or a paragraph. */
const NO_AMOUNT = /(?:[第图表.]|(?:^|[^0-9])、)$/;

/** Units of which a slash parts the higher and the lower value; elsewhere it divides. */
const PRESSURE = new Set(['毫米汞柱', 'mmHg', '千帕', 'kPa']);

/** 150 of 150/95毫米汞柱: the two pressures of the blood. */
export function readPressure(text: string, first: Numeral, knowledge: FiguresKnowledge): Figure | null {
  const second = first.form === 'arabic' && text[first.end] === '/' ? readNumeral(text, first.end + 1) : null;
  const measured = second?.form === 'arabic' ? readMeasured(text, second, knowledge) : null;
  return measured?.unit && PRESSURE.has(measured.unit) ? withUnit(text, first, measured, knowledge) : null;
}

/** 1.4 of 1.4和0.9个百分点, 120 of 120×90米: a number whose unit stands behind the last of a list. */
export function readSharedUnit(text: string, first: Numeral, knowledge: FiguresKnowledge): Figure | null {
  if (first.form !== 'arabic' || NO_AMOUNT.test(text.slice(Math.max(0, first.start - 2), first.start)))
    return null;
  let { end } = first;
  for (let count = 1; count < MOST_NUMBERS && /[、和及与與×]/.test(text[end] ?? ' '); count += 1) {
    const next = readNumeral(text, end + 1);
    if (next?.form !== 'arabic') return null;
    const measured = readMeasured(text, next, knowledge);
    if (measured?.unit && SHARED.has(measured.kind)) return withUnit(text, first, measured, knowledge);
    end = next.end;
  }
  return null;
}

function withUnit(text: string, first: Numeral, { kind, unit }: Figure, knowledge: FiguresKnowledge): Figure {
  return {
    start: first.start,
    end: first.end,
    kind,
    value: first.value,
    valueMax: first.valueMax,
    unit,
    bound: first.bound === 'exact' ? boundBefore(text, first.start, knowledge.bounds).bound : first.bound,
    rule: 'shared-unit',
    confidence: 0.8,
  };
}
