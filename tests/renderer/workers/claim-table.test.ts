import { sourceOffset } from '@shared/model/offset.ts';
import { INDEX_STAMP } from '@shared/pipeline/stamps.ts';
import { packClaims } from '@shared/search/claims/packed-claims.ts';
import { expect, it } from 'vitest';
import type { Library } from '../../../renderer/library/library.ts';
import type { ArticleRow, ClaimsRow, IndexedRow } from '../../../renderer/library/rows.ts';
import { ClaimTable } from '../../../renderer/workers/claim-table.ts';
import { SearchedLibrary } from '../../../renderer/workers/searched-library.ts';
import { searchKnowledge } from '../../search/search-knowledge.ts';
import { sampleFact } from '../views/sample-fact.ts';
import { indexedAfter } from './indexed-after.ts';

const EVERYTHING = { within: null, query: '', chosen: {}, groupBy: null, tags: {} };
const SOURCE = 'a1' as ArticleRow['source'];
const reading = (text: string) => ({ text, pieces: [{ from: 0, to: 0, length: text.length }] });

/** A library of one article whose figures are counted in 亩, with a table of its facts. */
async function openTable(figures: readonly number[], comesInStep = true) {
  let article: ArticleRow | undefined;
  const indexed = new Map<string, IndexedRow>();
  const claims = new Map<string, ClaimsRow>();
  let whenRead = (): void => undefined;
  const at = <Row>(rows: ReadonlyMap<string, Row>) => ({
    bulkGet: async (keys: readonly string[]) => keys.map((key) => rows.get(key)),
  });
  const library = {
    readIndexedAfter: indexedAfter(() => indexed.values()),
    readIndexedStamps: async () => new Map([...indexed].map(([source, { stamp }]) => [source, stamp])),
    readArticles: async (ids: readonly string[]) => {
      const read = ids.map((id) => (id === article?.id ? article : undefined));
      whenRead();
      return read;
    },
    indexed: { ...at(indexed), delete: async (key: string) => indexed.delete(key) },
    claims: at(claims),
    offered: at(new Map()),
  } as unknown as Library;

  /** As when a page is derived again: each figure keeps its id, and its place is its place in the list. */
  function derive(stamp: string, values: readonly number[]): void {
    const facts = values.map((value, i) =>
      sampleFact({
        id: `f${value}`,
        article: 'a1-0',
        kind: 'measurement',
        value,
        unit: '亩',
        text: `${value}亩`,
        start: sourceOffset(i),
        end: sourceOffset(i + 1),
      }),
    );
    const body = { ...reading(values.map((value) => `${value}亩。`).join('')), paragraphs: [], headings: [] };
    article = {
      id: 'a1-0',
      source: SOURCE,
      order: 0,
      stamp,
      article: {
        id: 'a1-0',
        kind: 'article',
        title: null,
        subtitle: null,
        byline: { names: [], spans: [] },
        body,
        captions: [],
      },
      facts,
      names: [],
      speakers: [],
      quotes: [],
    } as unknown as ArticleRow;
  }

  function index(): void {
    const { id, stamp, facts } = article as ArticleRow;
    const about = {
      id,
      title: '田',
      sourceName: '田',
      published: null,
      source: '田',
      kind: 'article' as const,
    };
    claims.set(SOURCE, { sha256: SOURCE, articles: [packClaims(id, facts)] });
    indexed.set(SOURCE, {
      sha256: SOURCE,
      stamp: `${INDEX_STAMP} ${stamp}`,
      articles: [{ ...about, places: [], programmes: [], names: [], speakers: [] }],
    });
  }

  derive('first', figures);
  index();
  const searched = new SearchedLibrary(
    library,
    searchKnowledge,
    () => undefined,
    (error) => {
      throw error;
    },
  );
  await searched.follow();
  const takeIn = async (): Promise<void> => {
    index();
    await searched.follow();
  };
  return {
    table: new ClaimTable(searched, comesInStep ? takeIn : async () => undefined),
    derive,
    takeIn,
    whenRead: (then: () => void) => {
      whenRead = then;
    },
  };
}

const shown = async (table: ClaimTable) => (await table.rows(null, 0, 9)).map(({ fact }) => fact.id);
const listed = async (table: ClaimTable) => (await table.list()).flatMap(({ facts }) => facts);

it('lists no fact that has got the place of another since', async () => {
  const { table, derive } = await openTable([5, 80, 7]);
  await table.find({ ...EVERYTHING, query: '>50亩' }, () => false);
  expect(await listed(table)).toEqual(['f80']);
  // The first is no fact: 7 has the place of 80.
  derive('second', [80, 7]);
  expect(await shown(table)).toEqual([]);
  expect(await listed(table)).toEqual(['f80']);
  expect(await shown(table)).toEqual(['f80']);
});

it('lists no fact by a place that was known before, where all comes in step while articles are read', async () => {
  const { table, derive, takeIn, whenRead } = await openTable([5, 80, 7]);
  await table.find({ ...EVERYTHING, query: '>50亩' }, () => false);
  derive('second', [80, 7]);
  let taken: Promise<void> | null = null;
  whenRead(() => {
    taken ??= takeIn();
  });
  expect(await listed(table)).toEqual(['f80']);
  await taken;
});

it('says so where library and facts do not come in step', async () => {
  const { table, derive } = await openTable([5, 80], false);
  await table.find(EVERYTHING, () => false);
  derive('second', [80]);
  await expect(table.list()).rejects.toThrow('not in step');
});
