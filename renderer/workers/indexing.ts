import { formOfMention } from '@shared/names/name-form.ts';
import { distinctProgrammes } from '@shared/names/programme-names.ts';
import { INDEX_STAMP } from '@shared/pipeline/stamps.ts';
import type { BodyIndex } from '@shared/search/body-index.ts';
import type { TextStore } from '@shared/search/search-index.ts';
import { documentOf } from '../library/article-document.ts';
import type { Library } from '../library/library.ts';
import type { ArticleRow, IndexedArticle, SourceRow } from '../library/rows.ts';
import { isWholeIndexed } from '../library/whole-rows.ts';
import { claimsRow } from './claims-rows.ts';
import { namedRow } from './named-rows.ts';
import { offeredRow } from './offered-rows.ts';
import { speakersOf } from './speakers-of.ts';

const LOCK = 'duidu-index';
/** Sources that go into the index at once: one segment for all of them, so that many need little merging. */
const AT_ONCE = 256;

/** The words of articles, read from the library when the index asks for them. */
export const libraryTexts = (library: Library): TextStore => ({
  read: async (ids) => (await library.readArticles(ids)).map((row) => (row ? documentOf(row.article) : null)),
});

/**
 * Brings the index in step with the library, one tab at a time; interrupted, it goes on where it was.
 * @param changed sources that are looked at; null: all. Where one of their rows is torn, all are after all.
 * @param waiting is told how many sources are still to be indexed.
 * @returns the sources that were looked at; null: all.
 */
export async function syncIndex(
  index: BodyIndex,
  library: Library,
  changed: readonly string[] | null,
  waiting: (sources: number) => void,
): Promise<readonly string[] | null> {
  return await navigator.locks.request(LOCK, async () => {
    await index.refresh();
    const isEnough = changed !== null && (await syncSome(index, library, changed, waiting));
    if (!isEnough) await syncAll(index, library, waiting);
    waiting(0);
    return isEnough ? changed : null;
  });
}

/**
 * What one more page costs does not grow with the library: nothing of it is listed or counted.
 * @returns whether that was enough; not where a row is torn.
 */
async function syncSome(
  index: BodyIndex,
  library: Library,
  hashes: readonly string[],
  waiting: (sources: number) => void,
): Promise<boolean> {
  const [sources, known, articles] = await Promise.all([
    library.sources.bulkGet([...hashes]),
    library.indexed.bulkGet([...hashes]),
    library.articles
      .where('source')
      .anyOf([...hashes])
      .primaryKeys(),
  ]);
  if (known.some((row) => row && !isWholeIndexed(row))) return false;
  const held = new Set(articles);
  const others = known.flatMap((row) => row?.articles.filter(({ id }) => !held.has(id)) ?? []);
  if (others.length > 0) await index.remove(others.map(({ id }) => id));
  await forget(
    library,
    hashes.filter((_, i) => known[i] && !sources[i]),
  );
  const stale = hashes.filter((_, i) => sources[i] && known[i]?.stamp !== indexedStamp(sources[i].stamp));
  await indexSources(index, library, stale, waiting);
  return true;
}

async function syncAll(
  index: BodyIndex,
  library: Library,
  waiting: (sources: number) => void,
): Promise<void> {
  const articles = new Set(await library.articles.toCollection().primaryKeys());
  const [sources, known] = await Promise.all([library.readStamps(), library.readIndexedStamps()]);
  await dropOthers(index, library, sources, known, articles);
  const stale = [...sources].filter(([sha256, stamp]) => known.get(sha256) !== indexedStamp(stamp));
  await indexSources(
    index,
    library,
    stale.map(([sha256]) => sha256),
    waiting,
  );
  // What the index should hold and does not was in a part of it that was damaged.
  const held = new Set(index.ids());
  const lost = [...articles].filter((id) => !held.has(id));
  await indexSources(index, library, await sourcesOf(library, lost), waiting);
}

/** All of a source or nothing: what is left of one half forgotten would count as whole when the source comes back. */
async function forget(library: Library, sources: readonly string[]): Promise<void> {
  if (sources.length === 0) return;
  const tables = [library.offered, library.claims, library.named, library.indexed];
  await library.transaction('rw', tables, async () => {
    for (const table of tables) await table.bulkDelete([...sources]);
  });
}

async function sourcesOf(library: Library, articles: readonly string[]): Promise<string[]> {
  const sources = new Set<string>();
  for (let i = 0; i < articles.length; i += AT_ONCE)
    for (const row of await library.readArticles(articles.slice(i, i + AT_ONCE)))
      if (row) sources.add(row.source);
  return [...sources];
}

/** What is in the index and no longer in the library goes. */
async function dropOthers(
  index: BodyIndex,
  library: Library,
  sources: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string>,
  articles: ReadonlySet<string>,
): Promise<void> {
  const others = [...index.ids()].filter((id) => !articles.has(id));
  if (others.length > 0) await index.remove(others);
  await forget(
    library,
    [...known.keys()].filter((sha256) => !sources.has(sha256)),
  );
}

async function indexSources(
  index: BodyIndex,
  library: Library,
  hashes: readonly string[],
  waiting: (sources: number) => void,
): Promise<void> {
  for (let i = 0; i < hashes.length; i += AT_ONCE) {
    waiting(hashes.length - i);
    await indexTogether(index, library, hashes.slice(i, i + AT_ONCE));
  }
}

async function indexTogether(index: BodyIndex, library: Library, hashes: readonly string[]): Promise<void> {
  // Of one moment: what is stamped with the state of its source is made of no other.
  const { sources, rows } = await library.readWithArticles(hashes);
  await index.add(
    rows.map((row) => {
      const { title, text } = documentOf(row.article);
      return { id: row.id, title, text };
    }),
  );
  const bySource = new Map<string, ArticleRow[]>(sources.map(({ sha256 }) => [sha256, []]));
  for (const row of rows) bySource.get(row.source)?.push(row);
  const rowsOf = ({ sha256 }: SourceRow): ArticleRow[] => bySource.get(sha256) ?? [];
  await library.offered.bulkPut(sources.map((source) => offeredRow(source, rowsOf(source))));
  await library.claims.bulkPut(sources.map((source) => claimsRow(source, rowsOf(source))));
  await library.named.bulkPut(sources.map((source) => namedRow(source, rowsOf(source))));
  // What follows the index looks at this table: it comes last.
  await library.indexed.bulkPut(
    sources.map((source) => ({
      sha256: source.sha256,
      stamp: indexedStamp(source.stamp),
      articles: rowsOf(source).map((row) => narrow(row, source)),
    })),
  );
}

/** The state of a source or of its articles in the index: what their rows were made by, and what indexed them. */
export const indexedStamp = (stamp: string): string => `${INDEX_STAMP} ${stamp}`;

/** What an answer can be narrowed by. */
function narrow(row: ArticleRow, { record, imprint, articles }: SourceRow): IndexedArticle {
  const namesOf = (type: string): string[] => [
    ...new Set(row.names.filter((name) => name.type === type).map(formOfMention)),
  ];
  return {
    id: row.id,
    title: row.article.title?.text ?? articles.find(({ id }) => id === row.id)?.title ?? '',
    sourceName: record.name,
    published: record.publishedOn.value,
    source: imprint.newspaper?.text ?? record.name,
    kind: row.article.kind,
    places: namesOf('place'),
    programmes: distinctProgrammes(namesOf('programme')),
    names: [
      ...new Set(row.names.flatMap((name) => [name.text, name.canonical ?? name.text, formOfMention(name)])),
    ],
    speakers: [...new Set(row.quotes.flatMap((quote) => speakersOf(quote, row.names)))],
  };
}
