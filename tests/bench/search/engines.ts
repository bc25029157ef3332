import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BodyIndex } from '@shared/search/body-index.ts';
import { readSearchKnowledge } from '@shared/search/knowledge.ts';
import { parseQuery } from '@shared/search/query/parse-query.ts';
import MiniSearch from 'minisearch';
import { folderSegmentStore } from '../../../electron/search/folder-segment-store.ts';
import { FolderTexts, FolderTextWriter } from '../../../electron/search/folder-texts.ts';
import { bigramTerms, type Engine, queryTerms } from './engine.ts';

const root = resolve(import.meta.dirname, '../../..');
const knowledge = () =>
  readSearchKnowledge({
    text: (path) => readFileSync(resolve(root, 'resources', path), 'utf8'),
    bytes: (path) => readFileSync(resolve(root, 'resources', path)),
  });

/** This project's own index, kept in a folder as the command line keeps it. */
const own: Engine = {
  name: 'duidu',
  indexFiles: ['index'],
  async build(articles, folder) {
    const texts = await FolderTextWriter.create(join(folder, 'texts'));
    for (const article of articles) texts.add(article);
    texts.finish();
    const store = folderSegmentStore(join(folder, 'index'));
    const index = await BodyIndex.open(store, { read: async () => [] }, knowledge());
    await index.add(articles);
    await index.compact();
  },
  async load(folder) {
    const store = folderSegmentStore(join(folder, 'index'));
    const index = await BodyIndex.open(store, FolderTexts.open(join(folder, 'texts')), knowledge());
    const find = async (query: string, limit?: number) => {
      const found = await index.find(parseQuery(query), limit === undefined ? {} : { limit });
      return found?.documents.map(({ id }) => id) ?? [];
    };
    return { best: (question) => find(question, 10), holding: (phrase) => find(`"${phrase}"`) };
  },
};

/** SQLite's FTS5 over the same bigrams, which keeps positions and needs no text to be sure of a phrase. */
const fts5: Engine = {
  name: 'SQLite FTS5, bigrams',
  indexFiles: ['fts5.db'],
  async build(articles, folder) {
    const database = new DatabaseSync(join(folder, 'fts5.db'));
    database.exec(`create virtual table body using fts5(terms, content='', tokenize='unicode61')`);
    database.exec('create table ids (number integer primary key, id text)');
    const put = database.prepare('insert into body(rowid, terms) values (?, ?)');
    const putId = database.prepare('insert into ids values (?, ?)');
    database.exec('begin');
    articles.forEach(({ id, text }, number) => {
      put.run(number + 1, bigramTerms(text).join(' '));
      putId.run(number + 1, id);
    });
    database.exec('commit');
    database.exec(`insert into body(body) values ('optimize')`);
    database.exec('vacuum');
    database.close();
  },
  async load(folder) {
    const database = new DatabaseSync(join(folder, 'fts5.db'), { readOnly: true });
    const ranked = database.prepare(
      `select id from body join ids on number = body.rowid where body match ? order by bm25(body) limit 10`,
    );
    const all = database.prepare(
      `select id from body join ids on number = body.rowid where body match ? order by bm25(body)`,
    );
    const ids = (rows: unknown[]) => rows.map((row) => (row as { id: string }).id);
    const quoted = (term: string) => `"${term}"`;
    return {
      async best(question) {
        return ids(ranked.all(queryTerms(question).map(quoted).join(' OR ')));
      },
      async holding(phrase) {
        const terms = queryTerms(phrase);
        return ids(all.all(phrase.length === 1 ? `${phrase}*` : quoted(terms.join(' '))));
      },
    };
  },
};

/** Terms written in a small alphabet, three symbols an ideograph: the quickest form of MiniSearch measured. */
const encoded = (term: string): string =>
  Array.from(term, (character) => character.charCodeAt(0).toString(36).padStart(4, '0')).join('');

const miniSearchOptions = {
  fields: ['text'],
  tokenize: (text: string) => bigramTerms(text).map(encoded),
  processTerm: (term: string) => term,
};

const miniSearch: Engine = {
  name: 'MiniSearch, bigrams, encoded',
  indexFiles: ['minisearch.json'],
  // Its JSON has to be one string.
  most: 60_000,
  async build(articles, folder) {
    const index = new MiniSearch(miniSearchOptions);
    index.addAll(articles);
    writeFileSync(join(folder, 'minisearch.json'), JSON.stringify(index));
  },
  async load(folder) {
    const index = MiniSearch.loadJSON(
      readFileSync(join(folder, 'minisearch.json'), 'utf8'),
      miniSearchOptions,
    );
    const tokenize = (query: string) => queryTerms(query).map(encoded);
    return {
      async best(question) {
        const results = index.search(question, { tokenize });
        return results.slice(0, 10).map(({ id }) => String(id));
      },
      async holding(phrase) {
        const prefix = phrase.length === 1;
        return index.search(phrase, { tokenize, combineWith: 'AND', prefix }).map(({ id }) => String(id));
      },
    };
  },
};

/** Every text looked through for the words as they stand. */
const scan: Engine = {
  name: 'plain scan',
  indexFiles: [],
  async build(articles, folder) {
    writeFileSync(join(folder, 'scan.json'), JSON.stringify(articles.map(({ id, text }) => [id, text])));
  },
  async load(folder) {
    if (!existsSync(join(folder, 'scan.json'))) throw new Error('build first');
    const texts = JSON.parse(readFileSync(join(folder, 'scan.json'), 'utf8')) as [string, string][];
    const holding = async (phrase: string) =>
      texts.filter(([, text]) => text.includes(phrase)).map(([id]) => id);
    return { best: async (question) => (await holding(question)).slice(0, 10), holding };
  },
};

export const ENGINES: readonly Engine[] = [own, fts5, miniSearch, scan];
