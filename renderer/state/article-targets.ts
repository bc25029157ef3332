import { describeSpans } from '@shared/anchors/describe.ts';
import type { Selector } from '@shared/anchors/selector.ts';
import { sourceOffset, sourceSpan } from '@shared/model/offset.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { Library } from '../library/library.ts';
import type { SourceRow } from '../library/rows.ts';
import type { Placing } from '../workers/place-client.ts';

/** Something that was said of an article by words of it. */
interface Targeted {
  readonly target: Selector;
}

/** Where things that were said of articles stand now. */
interface PlacedTargets<Said extends Targeted> {
  /** By the article that holds the words; more than one where articles were joined. */
  readonly of: ReadonlyMap<string, readonly Said[]>;
  /** Those whose words stand in no article of a source that is there. */
  readonly loose: readonly Said[];
}

export interface ArticleTargets {
  /**
   * Places what was said among the articles of these sources. What a glance does not tell is asked of the worker that
   * finds words again: it is left out until then, and `again` is called once it is known.
   */
  place<Said extends Targeted>(
    sources: readonly SourceRow[],
    said: ReadonlyMap<SourceHash, readonly Said[]>,
    again: () => void,
  ): PlacedTargets<Said>;
}

export function createArticleTargets(placing: Placing, fail: (error: unknown) => void): ArticleTargets {
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
    place: <Said extends Targeted>(
      sources: readonly SourceRow[],
      said: ReadonlyMap<SourceHash, readonly Said[]>,
      again: () => void,
    ) => {
      const of = new Map<string, Said[]>();
      const loose: Said[] = [];
      const unknown: { target: Selector; row: SourceRow }[] = [];
      for (const row of said.size === 0 ? [] : sources)
        for (const one of said.get(row.sha256) ?? []) {
          const { target } = one;
          const found = articleAtItsStart(row, target) ?? known.get(target);
          if (!found || found.row !== row) unknown.push({ target, row });
          else if (found.article === null) loose.push(one);
          else of.set(found.article, [...(of.get(found.article) ?? []), one]);
        }
      if (unknown.length > 0) learn(unknown).then(again, fail);
      return { of, loose };
    },
  };
}

/** An article goes by its source and the place where it begins, which the words of what is said of it begin at too. */
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

/** Units from an article's beginning that what is said of it is tied to. */
const TIED_TO = 24;

/** A selector for the first words of each article, of those whose text is there. */
export async function describeStarts(
  library: Library,
  articles: readonly { readonly id: string; readonly source: SourceHash }[],
): Promise<Map<string, Selector>> {
  const hashes = [...new Set(articles.map(({ source }) => source))];
  const texts = new Map((await library.readTexts(hashes)).flatMap((row) => (row ? [[row.sha256, row]] : [])));
  return new Map(
    articles.flatMap(({ id, source }) => {
      const read = texts.get(source);
      const start = startOfArticle(id);
      if (!read || !(start < read.text.length)) return [];
      const end = Math.min(start + TIED_TO, read.text.length);
      const span = sourceSpan(sourceOffset(start), sourceOffset(end));
      return [[id, describeSpans([span], { source, text: read.text, textHash: read.textHash })]];
    }),
  );
}
