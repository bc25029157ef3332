import { readNumeral } from '@shared/numerals/read-numeral.ts';
import { boundBefore } from './bounds.ts';
import type { Figure, Reading } from './figure.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { readMeasured } from './read-measured.ts';

/** $500, US$3,000, 人民币五百元: a sign of money stands before the number. */
export function readSigned(text: string, at: number, knowledge: FiguresKnowledge): Reading | null {
  const sign = knowledge.currencySigns.startingAt(text, at);
  if (sign === null) return null;
  const signEnd = at + sign.word.length;
  const numeral = readNumeral(text, text[signEnd] === ' ' ? signEnd + 1 : signEnd);
  if (numeral === null || numeral.form === 'ratio' || numeral.form === 'half') return null;
  const measured = readMeasured(text, numeral, knowledge);
  if (measured !== null && measured.rule !== 'noun-counted') return { figure: measured, end: measured.end };
  if (numeral.form === 'digits' || numeral.bare || !Number.isFinite(numeral.value)) return null;
  const after = knowledge.bounds.after.startingAt(text, numeral.end);
  const before = boundBefore(text, at, knowledge.bounds).bound;
  const end = numeral.end + (after?.word.length ?? 0);
  const figure: Figure = {
    start: at,
    end,
    kind: 'money',
    value: numeral.value,
    valueMax: numeral.valueMax,
    unit: sign.value,
    bound: after?.value ?? (numeral.bound === 'exact' ? before : numeral.bound),
    rule: 'money-sign',
    confidence: 0.9,
  };
  return { figure, end };
}
