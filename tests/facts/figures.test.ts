import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { recogniseFacts } from '@shared/facts/recognise.ts';
import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import { describe, expect, it } from 'vitest';
import { printFact, readCases } from './case-notation.ts';
import { factsKnowledge } from './knowledge.ts';

const folder = resolve(import.meta.dirname, 'cases');

const figuresOf = (text: string): FoundFact[] =>
  recogniseFacts(text, factsKnowledge).filter(({ kind }) => !isTimeKind(kind));

const fullWidth = (text: string): string =>
  text.replace(/[0-9A-Za-z%+./$]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0));

describe.each(readdirSync(folder))('figures in %s', (file) => {
  const cases = readCases(readFileSync(resolve(folder, file), 'utf8'));

  it.each(cases)('$line', ({ text, expected }) => {
    expect(figuresOf(text).map(printFact)).toEqual(expected);
  });

  it.each(cases)('in full width: $line', ({ text }) => {
    const claims = (facts: FoundFact[]) =>
      facts.map(({ text: _words, unit: _unit, per: _per, ...claim }) => claim);
    expect(claims(figuresOf(fullWidth(text)))).toEqual(claims(figuresOf(text)));
  });
});
