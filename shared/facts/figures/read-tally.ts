import type { Numeral } from '@shared/numerals/numeral.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import type { Figure } from './figure.ts';

/** One-character labels that count only in a row with others of their line: medals, shots, results. */
const ROWS = ['金银铜', '罚投中', '胜平负'] as const;

/** 银行, 金属, 中国: the label begins another word. */
const BEGINS_WORD = /[行价属融币色子国学外央资]/;

/** 40金 of 40金27银24铜, 10中 of 12罚10中: a number whose label is told by the labels beside it. */
export function readTally(text: string, { start, end, value, valueMax, form }: Numeral): Figure | null {
  const unit = text[end] ?? ' ';
  const row = ROWS.find((labels) => labels.includes(unit));
  if (row === undefined || valueMax !== undefined || !/^(?:arabic|chinese)$/.test(form)) return null;
  const next = readNumeral(text, end + 1);
  const isLabel = (at: number): boolean =>
    row.includes(text[at] ?? ' ') && !BEGINS_WORD.test(text[at + 1] ?? ' ');
  if (!isLabel(end) || (!isLabel(start - 1) && (next === null || !isLabel(next.end)))) return null;
  return {
    start,
    end: end + 1,
    kind: 'quantity',
    value,
    unit,
    bound: 'exact',
    rule: 'tally',
    confidence: 0.8,
  };
}
