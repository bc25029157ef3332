import type { Selector } from '@shared/anchors/selector.ts';
import type { ArticleLabel } from '@shared/journal/state.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { SourceRow } from '../library/rows.ts';
import type { Placing } from '../workers/place-client.ts';

/** Where labels stand now. */
export interface PlacedLabels {
  /** By the article that holds the label's words; more than one where articles were joined. */
  readonly of: ReadonlyMap<string, readonly ArticleLabel[]>;
  /** Those whose words stand in no article of a source that is there. */
  readonly loose: readonly ArticleLabel[];
}

export interface LabelPlaces {
  /**
   * Places labels among the articles of these sources. What a glance does not tell is asked of the worker that finds
   * words again: it is left out until then, and `again` is called once it is known.
   */
  place(
    sources: readonly SourceRow[],
    labels: ReadonlyMap<SourceHash, readonly ArticleLabel[]>,
    again: () => void,
  ): PlacedLabels;
}

export function createLabelPlaces(placing: Placing, fail: (error: unknown) => void): LabelPlaces {
  // A place holds as long as its source's row does.
  const known = new WeakMap<Selector, { readonly row: SourceRow; readonly article: string | null }>();

  async function learn(asked: readonly { target: Selector; row: SourceRow }[]): Promise<void> {
    const places = await placing.call(
      'place.find',
      asked.map(({ target }) => target),
    );
    for (const [at, { target, row }] of asked.entries()) {
      const place = places[at];
      known.set(target, { row, article: place?.reason === null ? place.article : null });
    }
  }

  return {
    place: (sources, labels, again) => {
      const of = new Map<string, ArticleLabel[]>();
      const loose: ArticleLabel[] = [];
      const unknown: { target: Selector; row: SourceRow }[] = [];
      for (const row of labels.size === 0 ? [] : sources)
        for (const label of labels.get(row.sha256) ?? []) {
          const { target } = label;
          const found = articleAtItsStart(row, target) ?? known.get(target);
          if (!found || found.row !== row) unknown.push({ target, row });
          else if (found.article === null) loose.push(label);
          else of.set(found.article, [...(of.get(found.article) ?? []), label]);
        }
      if (unknown.length > 0) learn(unknown).then(again, fail);
      return { of, loose };
    },
  };
}

/** An article goes by its source and the place where it begins, which a label's words begin at too. */
function articleAtItsStart(
  row: SourceRow,
  { textHash, spans }: Selector,
): { readonly row: SourceRow; readonly article: string } | null {
  if (row.record.textSha256 !== textHash) return null;
  const article = row.articles.find(({ id }) => startOfArticle(id) === spans[0]?.start);
  return article ? { row, article: article.id } : null;
}

/** Where an article begins in its source, as its id says. */
export const startOfArticle = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1));
