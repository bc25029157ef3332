import type { ExtractDocument, ProvenDocument } from '@shared/contracts/extract-document.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import { type Choice, isChosen, isConfirmed } from '../choice.ts';
import { evidenceOf } from '../evidence.ts';
import type { SourceToExport } from '../exported-source.ts';

/** Documents of the contract, one a line, with what was chosen of each page; facts and quotations bring their words. */
export async function* writeDocuments(
  sources: AsyncIterable<SourceToExport> | Iterable<SourceToExport>,
  choice: Choice,
): AsyncGenerator<string> {
  for await (const source of sources) yield `${JSON.stringify(toDocument(source, choice))}\n`;
}

type Standing = SourceSpan & { readonly spans?: readonly SourceSpan[]; readonly article: string };

function toDocument(source: SourceToExport, choice: Choice): ProvenDocument {
  const document = source.document();
  const { facts, names, quotes } = source.extraction;
  // The document's items stand in the order of the extraction's, with their spans written otherwise.
  const choose = <Wire, Item extends Standing>(wires: readonly Wire[], items: readonly Item[]) =>
    wires.flatMap((wire, i) => {
      const item = items[i];
      return item && isChosen(item, choice) ? [{ wire, item }] : [];
    });
  const prove = <Wire, Item extends Standing>(wires: readonly Wire[], items: readonly Item[]) =>
    choose(wires, items).map(({ wire, item }) => {
      const { exact, prefix, suffix } = evidenceOf(item.spans ?? [item], source);
      return { ...wire, quote: { exact, prefix, suffix } };
    });
  const wanted = facts.map((fact) => !choice.confirmedOnly || isConfirmed(fact));
  return {
    ...document,
    ...chooseArticles(document, choice),
    engine: source.engine,
    facts: prove(
      document.facts.filter((_, i) => wanted[i]),
      facts.filter((_, i) => wanted[i]),
    ),
    names: choose(document.names, names).map(({ wire }) => wire),
    quotes: prove(
      document.quotes,
      quotes.filter(({ manner }) => manner === 'direct'),
    ),
    indirectQuotes: prove(
      document.indirectQuotes,
      quotes.filter(({ manner }) => manner === 'indirect'),
    ),
  };
}

/** Articles that were chosen, with their tables and doubts; a doubt names its article by its place in the list. */
function chooseArticles(
  { articles, tables, doubts }: ExtractDocument,
  { articles: wanted }: Choice,
): Pick<ExtractDocument, 'articles' | 'tables' | 'doubts'> {
  if (!wanted) return { articles, tables, doubts };
  const kept = articles.flatMap(({ id }, i) => (wanted.has(id) ? [i] : []));
  return {
    articles: kept.flatMap((at) => articles[at] ?? []),
    tables: tables.filter(({ article }) => wanted.has(article)),
    doubts: doubts.flatMap((doubt) => {
      const at = doubt.article === null ? -1 : kept.indexOf(doubt.article);
      return at < 0 ? [] : [{ ...doubt, article: at }];
    }),
  };
}
