import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readDatingKnowledge } from '@shared/dating/knowledge.ts';
import { resolveTimes } from '@shared/dating/resolve-times.ts';
import { linkFacts, recogniseFacts } from '@shared/facts/recognise.ts';
import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import { readingOffset } from '@shared/model/offset.ts';
import { describe, expect, it } from 'vitest';
import { factsKnowledge, knowledgeFiles } from './knowledge.ts';
import { type LinkCase, readLinkCases } from './link-notation.ts';

const dating = readDatingKnowledge(knowledgeFiles);
const folder = resolve(import.meta.dirname, 'link-cases');

function figuresOf({ text, names }: LinkCase): FoundFact[] {
  const facts = resolveTimes(text, recogniseFacts(text, factsKnowledge), null, dating);
  const places = names.map(({ text: name, start }) => ({
    type: 'place' as const,
    text: name,
    start: readingOffset(start),
    end: readingOffset(start + name.length),
  }));
  return linkFacts(text, facts, places, factsKnowledge).filter(({ kind }) => !isTimeKind(kind));
}

/** The answer where it is one of those allowed, else all that are: so that a failure shows both. */
const allowed = (found: string | undefined, answers: readonly string[]): string =>
  answers[0] === '*' || answers.includes(found ?? '–') ? (found ?? '–') : answers.join(' or ');

describe.each(readdirSync(folder))('%s', (file) => {
  it.each(readLinkCases(readFileSync(resolve(folder, file), 'utf8')))('$line', (wanted) => {
    const found = figuresOf(wanted);
    const said = wanted.expected.map(({ figure, measure, subject }) => {
      const fact = found.find(({ text }) => text === figure);
      return [figure, allowed(fact?.measure?.text, measure), allowed(fact?.subject?.text, subject)];
    });
    const got = wanted.expected.map(({ figure }) => {
      const fact = found.find(({ text }) => text === figure);
      return [fact?.text, fact?.measure?.text ?? '–', fact?.subject?.text ?? '–'];
    });
    expect(got).toEqual(said);
  });
});
