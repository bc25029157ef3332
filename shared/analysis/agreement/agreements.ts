import type { ComparedArticle } from '../compared-article.ts';
import { AgreementIndex } from './agreement-index.ts';
import type { AgreementKnowledge } from './knowledge.ts';
import type { Agreement } from './pair-agreements.ts';

/** What articles say of the same things, by the articles' ids, in whatever order they come; see `AgreementIndex`. */
export function findAgreements(
  articles: readonly ComparedArticle[],
  knowledge: AgreementKnowledge,
): Agreement[] {
  const index = new AgreementIndex(knowledge);
  for (const article of articles) index.put(article);
  index.settle();
  return index.agreements();
}
