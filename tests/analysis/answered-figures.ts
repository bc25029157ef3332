import { resolve } from 'node:path';
import { readAgreementKnowledge } from '@shared/analysis/agreement/knowledge.ts';
import { type ComparedArticle, comparedArticles } from '@shared/analysis/compared-article.ts';
import { readSearchKnowledge } from '@shared/search/knowledge.ts';
import { openKnowledgeFiles } from '../../electron/knowledge/load-knowledge.ts';
import { runPipeline } from '../pipeline/run.ts';
import {
  type Answer,
  type Group,
  placeOfFigure,
  readArticles,
  readGroups,
  readVerdicts,
} from './answers/answers.ts';

const files = openKnowledgeFiles(resolve(import.meta.dirname, '../../resources'));
export const knowledge = readAgreementKnowledge(files, readSearchKnowledge(files));

/** A pair of figures with its answer, by the facts that the pipeline finds there. */
export interface AnsweredPair {
  readonly group: Group;
  readonly answer: Answer;
  /** Facts by `article fact`; null where the pipeline finds no figure. */
  readonly facts: readonly [string, string] | null;
}

export interface Answered {
  readonly articles: readonly ComparedArticle[];
  /** The answered article of each compared one. */
  readonly nameOf: ReadonlyMap<string, string>;
  readonly pairs: readonly AnsweredPair[];
}

/** Runs the pipeline over the answered articles and finds the figures of the answers among its facts. */
export async function readAnswered(): Promise<Answered> {
  const groups = readGroups();
  const first = readVerdicts('first-reader.tsv');
  const settled = readVerdicts('settled.tsv');
  const articles: ComparedArticle[] = [];
  const nameOf = new Map<string, string>();
  const texts = new Map<string, { readonly text: string; readonly compared: ComparedArticle[] }>();
  for (const { id, publishedOn, text } of readArticles(groups)) {
    const { extraction, text: read } = await runPipeline(text, { description: { publishedOn } });
    const compared = comparedArticles(extraction, read.length);
    for (const article of compared) nameOf.set(article.id, id);
    articles.push(...compared);
    texts.set(id, { text, compared });
  }
  const factOf = ({ article, words }: Group['figures'][number]): string | null => {
    const { text, compared } = texts.get(article)!;
    const [start, end] = placeOfFigure({ article, words }, text)!;
    for (const { id, claims } of compared)
      for (const { fact } of claims) if (fact.start < end && start < fact.end) return `${id} ${fact.id}`;
    return null;
  };
  const pairs = groups.map((group): AnsweredPair => {
    const [one, other] = group.figures.map(factOf);
    const facts = one && other ? ([one, other].sort() as [string, string]) : null;
    return { group, answer: settled.get(group.id) ?? first.get(group.id)!, facts };
  });
  return { articles, nameOf, pairs };
}
