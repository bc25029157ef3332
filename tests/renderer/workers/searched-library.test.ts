import { packClaims } from '@shared/search/claims/packed-claims.ts';
import { NameView } from '@shared/search/names/name-view.ts';
import { packNames } from '@shared/search/names/packed-names.ts';
import { expect, it } from 'vitest';
import type { Library } from '../../../renderer/library/library.ts';
import type { ClaimsRow, IndexedArticle, NamedRow, OfferedRow } from '../../../renderer/library/rows.ts';
import { SearchedLibrary } from '../../../renderer/workers/searched-library.ts';
import { searchKnowledge } from '../../search/search-knowledge.ts';
import { indexedAfter } from './indexed-after.ts';

const rethrow = (error: unknown): never => {
  throw error;
};

/** A library in memory that counts the rows it was asked for. */
function countedLibrary() {
  const indexed = new Map<string, { sha256: string; stamp: string; articles: readonly IndexedArticle[] }>();
  const offered = new Map<string, OfferedRow>();
  const claims = new Map<string, ClaimsRow>();
  const named = new Map<string, NamedRow>();
  const read = { indexed: 0, offered: 0, claims: 0, named: 0 };
  const table = <Row>(name: keyof typeof read, rows: ReadonlyMap<string, Row>) => ({
    bulkGet: async (keys: readonly string[]) => {
      read[name] += keys.length;
      return keys.map((key) => rows.get(key));
    },
  });
  const library = {
    readIndexedAfter: async (source: string, most: number) => {
      const rows = await indexedAfter(() => indexed.values())(source, most);
      read.indexed += rows.length;
      return rows;
    },
    readArticles: async (ids: readonly string[]) => ids.map((id) => ({ id, source: id.split('-')[0] })),
    readIndexedStamps: async () => new Map([...indexed.values()].map(({ sha256, stamp }) => [sha256, stamp])),
    indexed: { ...table('indexed', indexed), delete: async (key: string) => indexed.delete(key) },
    offered: table('offered', offered),
    claims: table('claims', claims),
    named: table('named', named),
  } as unknown as Library;
  return {
    library,
    read,
    put: (source: string, stamp: string, title: string, people: number) => {
      const id = `${source}-0`;
      const about = { id, title, sourceName: source, published: null, source, kind: 'article' as const };
      const article: IndexedArticle = { ...about, places: [], programmes: [], names: [], speakers: [] };
      indexed.set(source, { sha256: source, stamp, articles: [article] });
      offered.set(source, {
        sha256: source as OfferedRow['sha256'],
        stamp,
        names: [{ type: 'person', form: `${title}人`, others: [], articles: 1 }],
        figures: [{ text: `出工 ${people}人`, article: id, spans: [] }],
      });
      const fact = { kind: 'quantity', value: people, unit: '人', measure: null } as const;
      const name = { type: 'person', full: `${title}人`, text: `${title}人`, paths: [] } as const;
      const packed = packNames({ article: id, names: [name], subjects: [], speakers: [] });
      named.set(source, { sha256: source as NamedRow['sha256'], articles: [packed] });
      claims.set(source, { sha256: source as ClaimsRow['sha256'], articles: [packClaims(id, [fact])] });
    },
    drop: (source: string) => indexed.delete(source),
    tear: (source: string) => claims.delete(source),
  };
}

const above = (low: number) => ({
  low: { value: low, isIncluded: false },
  high: null,
  unit: null,
  measure: null,
});

async function offersOf(searched: SearchedLibrary, words: string): Promise<string[]> {
  await searched.offering.settled();
  const request = { words, kinds: ['article', 'person', 'figure'] as const, ofEachKind: 9 };
  return searched.offering.offer(request).map(({ kind, text }) => `${kind} ${text}`);
}

async function formsIn(searched: SearchedLibrary): Promise<string[]> {
  const columns = await searched.names();
  const { names } = new NameView(columns, { type: null, words: '' });
  return Array.from(names, (name) => columns.formOf(name));
}

it('takes in what changed and reads nothing else again', async () => {
  const { library, read, put, drop } = countedLibrary();
  for (let i = 0; i < 50; i++) put(`s${i}`, 'a', `第${i}渡口`, i);
  let taken = 0;
  const searched = new SearchedLibrary(library, searchKnowledge, () => taken++, rethrow);
  await searched.follow();
  expect((await searched.articles()).size).toBe(50);
  expect((await searched.claims()).find(above(48)).size).toBe(1);
  expect(await offersOf(searched, '第7渡口')).toContain('article 第7渡口');
  expect(await formsIn(searched)).toHaveLength(50);
  expect(read).toEqual({ indexed: 50, offered: 50, claims: 50, named: 50 });

  put('new', 'a', '新码头', 900);
  put('s7', 'b', '老磨坊', 800);
  drop('s8');
  expect(await searched.follow()).toEqual({ facts: true, names: true });
  expect((await searched.articles()).size).toBe(50);
  const forms = await formsIn(searched);
  expect(forms).toHaveLength(50);
  expect(forms).toEqual(expect.arrayContaining(['新码头人', '老磨坊人']));
  expect(forms).not.toContain('第8渡口人');
  expect([...(await searched.claims()).find(above(100)).keys()].sort()).toEqual(['new-0', 's7-0']);
  expect(await offersOf(searched, '新码头')).toEqual(['article 新码头', 'person 新码头人']);
  expect(await offersOf(searched, '900人')).toContain('figure 出工 900人');
  expect(await offersOf(searched, '第7渡口')).not.toContain('article 第7渡口');
  expect(await offersOf(searched, '第8渡口')).not.toContain('person 第8渡口人');
  expect(read).toEqual({ indexed: 52, offered: 52, claims: 52, named: 52 });
  expect(taken).toBe(2);
});

it('tells of some articles before all are taken in, from their own rows alone', async () => {
  const { library, read, put } = countedLibrary();
  for (let i = 0; i < 1200; i++) put(`s${i}`, 'a', `第${i}渡口`, i);
  const searched = new SearchedLibrary(library, searchKnowledge, () => undefined, rethrow);
  expect(searched.isTakenIn).toBe(false);
  const some = await searched.aboutOf(['s7-0', 's1100-0']);
  expect([...some.values()].map(({ title }) => title)).toEqual(['第7渡口', '第1100渡口']);
  expect(read.indexed).toBe(2);
  await searched.follow();
  expect(searched.isTakenIn).toBe(true);
  expect((await searched.aboutOf(['s7-0'])).get('s7-0')?.title).toBe('第7渡口');
  expect(read.indexed).toBe(2 + searched.size);
});

it('holds nothing of the library for offers until something is asked', async () => {
  const { library, read, put } = countedLibrary();
  put('s', 'a', '渡口', 3);
  let taken = 0;
  const searched = new SearchedLibrary(library, searchKnowledge, () => taken++, rethrow);
  await searched.follow();
  searched.offering.lend([{ id: 'tag:水利', kind: 'tag', text: '水利' }], []);
  await searched.articles();
  expect(read.offered).toBe(0);
  expect(read.named).toBe(0);
  expect(taken).toBe(0);
  expect(await offersOf(searched, '渡口')).toEqual(['article 渡口', 'person 渡口人']);
});

it('answers who asks for articles while the facts of many sources are read, and takes in what changes meanwhile', async () => {
  const { library, put, drop } = countedLibrary();
  for (let i = 0; i < 1200; i++) put(`s${i}`, 'a', `第${i}渡口`, i);
  const searched = new SearchedLibrary(library, searchKnowledge, () => undefined, rethrow);
  await searched.follow();
  const ended: string[] = [];
  const claims = searched.claims().then((columns) => {
    ended.push('facts');
    return columns;
  });
  await Promise.resolve();
  await searched.articles();
  ended.push('articles');
  put('s1199', 'b', '老磨坊', 5000);
  drop('s1198');
  await searched.follow();
  const found = (await claims).find(above(1190));
  expect(ended).toEqual(['articles', 'facts']);
  expect(found.size).toBe(8);
  expect(found.has('s1198-0')).toBe(false);
});

it('takes in facts whose row was torn once their source is indexed again', async () => {
  const { library, put, tear } = countedLibrary();
  put('s0', 'a', '渡口', 30);
  put('s1', 'a', '磨坊', 40);
  tear('s1');
  const searched = new SearchedLibrary(library, searchKnowledge, () => undefined, rethrow);
  await searched.follow();
  const claims = await searched.claims();
  expect([...claims.find(above(0)).keys()]).toEqual(['s0-0']);
  // Its article still answers, so that no count tells.
  expect(searched.size).toBe(2);
  expect(searched.hasTorn).toBe(true);
  put('s1', 'a', '磨坊', 40);
  expect(await searched.follow()).toEqual({ facts: true, names: false });
  expect([...claims.find(above(0)).keys()]).toEqual(['s0-0', 's1-0']);
  expect(searched.hasTorn).toBe(false);
});

it('holds no more of names and facts after thousands of pages came and went than of those that are there', async () => {
  const { library, put, drop } = countedLibrary();
  for (let i = 0; i < 20; i++) put(`s${i}`, 'a', `第${i}渡口`, i);
  const searched = new SearchedLibrary(library, searchKnowledge, () => undefined, rethrow);
  await searched.follow();
  await formsIn(searched);
  const versions = new Set([(await searched.names()).version]);
  for (let round = 0; round < 4; round++) {
    const pages = Array.from({ length: 600 }, (_, i) => `r${round}x${i}`);
    for (const page of pages) put(page, 'a', `${page}码头`, 7);
    await searched.follow();
    expect(await formsIn(searched)).toHaveLength(620);
    expect((await searched.claims()).find(above(-1)).size).toBe(620);
    for (const page of pages) drop(page);
    expect(await searched.follow()).toEqual({ facts: true, names: true });
    const names = await searched.names();
    expect(await formsIn(searched)).toHaveLength(20);
    expect((await searched.claims()).find(above(-1)).size).toBe(20);
    expect(versions.has(names.version)).toBe(false);
    versions.add(names.version);
    // Each round brought 600 texts that nobody says any more.
    expect(names.texts.size).toBeLessThan(200);
  }
});
