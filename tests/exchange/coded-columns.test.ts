import { resolve } from 'node:path';
import { isTacit, readSaidCell, sayCell, sayCellWithCode } from '@shared/exchange/forms/coded-columns.ts';
import { BOUNDS, FACT_KINDS } from '@shared/model/fact.ts';
import { NAME_TYPES } from '@shared/model/name.ts';
import { DOUBT_REASONS } from '@shared/model/page.ts';
import { describe, expect, it } from 'vitest';
import { localeWords } from '../../electron/exchange/locale-words.ts';

const CODES: Readonly<Record<string, readonly string[]>> = {
  kind: FACT_KINDS,
  bound: BOUNDS,
  modality: ['planned', 'expected', 'possible'],
  direction: ['up', 'down'],
  status: ['found', 'confirmed', 'corrected', 'added'],
  type: NAME_TYPES,
  manner: ['direct', 'indirect'],
  reason: DOUBT_REASONS,
};

describe.each(['zh', 'en'] as const)('a code in a report in %s', (language) => {
  const words = localeWords(resolve(import.meta.dirname, '../../resources'), language);
  it.each(Object.entries(CODES))('of %s stands in words, with itself behind them', (column, codes) => {
    for (const code of codes.filter((each) => !isTacit(column, each))) {
      if (language === 'zh') expect(sayCell(column, code, words)).not.toMatch(/[a-z]/i);
      expect(readSaidCell(column, sayCellWithCode(column, code, words))).toBe(code);
    }
  });
});

it('what is no code stands as it is', () => {
  const words = (): never => {
    throw new Error('not asked for');
  };
  for (const cell of ['3200', '万元 (人民币)', '果园']) {
    expect(sayCellWithCode('unit', cell, words)).toBe(cell);
    expect(readSaidCell('unit', cell)).toBe(cell);
  }
});
