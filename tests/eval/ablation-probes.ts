import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inferPublication } from '@shared/dating/infer-publication.ts';
import { DATING_KNOWLEDGE_FILES, readDatingKnowledge } from '@shared/dating/knowledge.ts';
import { resolveTimes } from '@shared/dating/resolve-times.ts';
import { FIGURES_KNOWLEDGE_FILES } from '@shared/facts/figures/knowledge.ts';
import { readFactsKnowledge } from '@shared/facts/knowledge.ts';
import { recogniseFacts } from '@shared/facts/recognise.ts';
import { findTimes } from '@shared/facts/times/find-times.ts';
import { readTimesKnowledge, TIMES_KNOWLEDGE_FILES } from '@shared/facts/times/knowledge.ts';
import { isTimeKind } from '@shared/model/fact.ts';
import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { QUOTES_KNOWLEDGE_FILES, readQuotesKnowledge } from '@shared/quotes/knowledge.ts';
import { recogniseQuotations } from '@shared/quotes/recognise.ts';
import { printFact, readCases as readFigureCases } from '../facts/case-notation.ts';
import { printMeaning, readCases as readTimeCases } from '../facts/times/read-cases.ts';
import { readCases as readSpeechCases } from '../quotes/read-cases.ts';

/** One reader, the lexicons it reads, and how many of its cases it reads rightly with some of them. */
export interface Probe {
  readonly name: string;
  readonly files: readonly string[];
  readonly countRight: (files: KnowledgeFiles) => number;
}

const tests = resolve(import.meta.dirname, '..');
const figureFolder = resolve(tests, 'facts/cases');
const figureCases = readdirSync(figureFolder).flatMap((file) =>
  readFigureCases(readFileSync(resolve(figureFolder, file), 'utf8')),
);
const timeCases = readTimeCases();
const speechCases = readSpeechCases();
const pages = ['proof.txt', 'no-proof.txt'].flatMap((name) =>
  readFileSync(resolve(tests, 'dating', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => {
      const [when = '', text = ''] = line.split('\t');
      return { when: name === 'proof.txt' ? when : null, lines: text.split('¶') };
    }),
);

const same = (found: readonly string[], expected: readonly string[]): boolean =>
  found.length === expected.length && found.every((words, i) => words === expected[i]);

const count = <Case>(cases: readonly Case[], isRight: (one: Case) => boolean): number =>
  cases.reduce((right, one) => right + (isRight(one) ? 1 : 0), 0);

const figures: Probe = {
  name: 'figures',
  files: FIGURES_KNOWLEDGE_FILES,
  countRight: (files) => {
    const knowledge = readFactsKnowledge(files);
    return count(figureCases, ({ text, expected }) =>
      same(
        recogniseFacts(text, knowledge)
          .filter(({ kind }) => !isTimeKind(kind))
          .map(printFact),
        expected,
      ),
    );
  },
};

const times: Probe = {
  name: 'times',
  files: [...TIMES_KNOWLEDGE_FILES, ...DATING_KNOWLEDGE_FILES.filter((file) => file.endsWith('lunar.json'))],
  countRight: (files) => {
    const [knowledge, dating] = [readTimesKnowledge(files), readDatingKnowledge(files)];
    return count(timeCases, ({ text, published, expected }) => {
      const found = resolveTimes(text, findTimes(text, knowledge), published, dating);
      return same(
        found.map((fact) => `${fact.text} = ${printMeaning(fact)}`),
        expected,
      );
    });
  },
};

const dating: Probe = {
  name: 'dating',
  files: DATING_KNOWLEDGE_FILES,
  countRight: (files) => {
    const [knowledge, dated] = [readTimesKnowledge(files), readDatingKnowledge(files)];
    return count(pages, ({ when, lines }) => {
      const texts = lines.map((text) => ({ text, role: 'body' as const, facts: findTimes(text, knowledge) }));
      return (inferPublication(texts, dated)?.value ?? null) === when;
    });
  },
};

const quotes: Probe = {
  name: 'quotes',
  files: QUOTES_KNOWLEDGE_FILES,
  countRight: (files) => {
    const knowledge = readQuotesKnowledge(files);
    return count(speechCases, ({ text, names, expected }) =>
      same(
        recogniseQuotations(text, names, knowledge).map(
          ({ text: words, manner, speaker }) =>
            `${words} = ${manner === 'indirect' ? '*' : ''}${speaker?.text ?? '?'}`,
        ),
        expected,
      ),
    );
  },
};

export const PROBES: readonly Probe[] = [figures, times, dating, quotes];
