import type { Numeral } from '@shared/numerals/numeral.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import type { Figure, Reading } from './figure.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { settle } from './measured.ts';
import { readMeasured } from './read-measured.ts';

/** ±0.5毫米, 正负2度: so much more or less. */
export function readTolerance(text: string, at: number, knowledge: FiguresKnowledge): Reading | null {
  const sign = text[at] === '±' ? 1 : /^正[负負]/.test(text.slice(at, at + 2)) ? 2 : 0;
  const numeral = sign === 0 ? null : readNumeral(text, at + sign);
  const measured = numeral && readMeasured(text, numeral, knowledge);
  if (!measured) return null;
  return { figure: { ...measured, start: at, bound: 'plus-minus' }, end: measured.end };
}

/** 100±5米: from 95 to 105. */
export function readSpread(text: string, middle: Numeral, knowledge: FiguresKnowledge): Figure | null {
  const numeral = readNumeral(text, middle.end + 1);
  const measured = numeral && readMeasured(text, numeral, knowledge);
  if (
    !measured ||
    measured.value === null ||
    measured.valueMax !== undefined ||
    middle.valueMax !== undefined
  )
    return null;
  const { value } = measured;
  return {
    ...measured,
    start: middle.start,
    value: settle(middle.value - value),
    valueMax: settle(middle.value + value),
    bound: 'plus-minus',
  };
}
