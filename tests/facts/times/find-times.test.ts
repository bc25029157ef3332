import { resolveTimes } from '@shared/dating/resolve-times.ts';
import { findTimes } from '@shared/facts/times/find-times.ts';
import type { FoundFact } from '@shared/model/fact.ts';
import { describe, expect, test } from 'vitest';
import { datingKnowledge, timesKnowledge } from './load-knowledge.ts';
import { printMeaning, readCases } from './read-cases.ts';

const find = (text: string, published: string | null): FoundFact[] =>
  resolveTimes(text, findTimes(text, timesKnowledge), published, datingKnowledge);

const cases = readCases();

describe.each([...new Set(cases.map(({ file }) => file))])('%s', (name) => {
  test.each(
    cases.filter(({ file }) => file === name).map((one) => [`${one.line}: ${one.text}`, one] as const),
  )('%s', (_, { text, published, expected }) => {
    const found = find(text, published);
    expect(found.map((fact) => `${fact.text} = ${printMeaning(fact)}`)).toEqual(expected);
    for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words);
  });
});
