import type { AgreementKnowledge } from '@shared/analysis/agreement/knowledge.ts';
import type { SaidOfFigures } from '@shared/analysis/agreement/said-figures.ts';
import { type ComparedArticle, comparedArticle } from '@shared/analysis/compared-article.ts';
import { type Both, compareTwo } from '@shared/analysis/comparison/compare-two.ts';
import type { Library } from '../library/library.ts';
import type { ArticleRow } from '../library/rows.ts';
import type { ComparedPair, ComparedSide } from './compare-calls.ts';
import { placeSaidIn } from './place-said.ts';

interface ReadArticle {
  readonly row: ArticleRow;
  readonly compared: ComparedArticle;
}

/** Null where one of the two is not in the library. */
export async function comparePair(
  library: Library,
  articles: Both<string>,
  said: SaidOfFigures,
  knowledge: AgreementKnowledge,
): Promise<ComparedPair | null> {
  const [first, second] = await Promise.all(articles.map((id) => readArticle(library, id)));
  if (!first || !second) return null;
  const placed = await placeSaidIn(library, said);
  return {
    sides: [sideOf(first), sideOf(second)],
    comparison: compareTwo([first.compared, second.compared], knowledge, placed),
  };
}

async function readArticle(library: Library, id: string): Promise<ReadArticle | null> {
  const [row] = await library.readArticles([id]);
  if (!row) return null;
  const [source] = await library.readSources([row.source]);
  if (!source) return null;
  const { publishedOn, length } = source.record;
  return { row, compared: comparedArticle(row, publishedOn.value, length) };
}

const sideOf = ({ row, compared }: ReadArticle): ComparedSide => ({
  id: row.id,
  source: row.source,
  title: compared.title,
  text: compared.body.text,
  headings: row.article.headings.map(({ start }) => start),
  facts: compared.claims.map(({ fact }) => fact),
});
