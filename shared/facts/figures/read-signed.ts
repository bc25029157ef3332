import type { Numeral } from '@shared/numerals/numeral.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import { boundAfter, boundBefore } from './bounds.ts';
import type { Figure, Reading } from './figure.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { isHan } from './measured.ts';
import { readMeasured } from './read-measured.ts';

/** 新台币500万元: 元 is of the currency that stands before it; 人民币500美元 is not. */
const currencyOf = ({ unit }: Figure, sign: string): string => (unit === 'CNY' ? sign : (unit ?? sign));

const isWord = (sign: string): boolean => isHan(sign[0]);

/** Behind a currency in words a number that nothing counts is money only where the phrase ends with it: 日元3万，. */
const closes = (text: string, { end, form }: Numeral): boolean =>
  form === 'mixed' || !isHan(text[end]) || /[左以多余到至]/.test(text[end]!);

/** $500, US$3,000, 人民币五百元: a sign of money stands before the number. */
export function readSigned(text: string, at: number, knowledge: FiguresKnowledge): Reading | null {
  const sign = knowledge.currencySigns.startingAt(text, at);
  if (sign === null) return null;
  const signEnd = at + sign.word.length;
  const numeral = readNumeral(text, text[signEnd] === ' ' ? signEnd + 1 : signEnd);
  if (numeral === null || numeral.form === 'ratio' || numeral.form === 'half') return null;
  const measured = readMeasured(text, numeral, knowledge);
  if (measured?.kind === 'money')
    return { figure: { ...measured, unit: currencyOf(measured, sign.value) }, end: measured.end };
  // 港币498万起: a price from which on, not a count of cases.
  const isFrom = isWord(sign.word) && measured?.unit === '起';
  if (measured !== null && measured.unit !== null && !isFrom) return { figure: measured, end: measured.end };
  if (isWord(sign.word) && !closes(text, numeral)) return null;
  if (numeral.form === 'digits' || numeral.bare || !Number.isFinite(numeral.value)) return null;
  const after = boundAfter(text, numeral.end, knowledge.bounds);
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
