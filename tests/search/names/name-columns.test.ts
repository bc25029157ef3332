import { joinedForm, type NamesThatAreOne } from '@shared/journal/joined-names.ts';
import type { NameType } from '@shared/model/name.ts';
import { gatherName, postsOf } from '@shared/search/names/gather-name.ts';
import { NameColumns } from '@shared/search/names/name-columns.ts';
import { NameView } from '@shared/search/names/name-view.ts';
import { type NamedArticle, packNames } from '@shared/search/names/packed-names.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const FORMS = ['林国平', '林县长', '青川', '青川县', '水利站', '山茶花'];
const form = fc.constantFrom(...FORMS);
const said = fc.record({
  type: fc.constantFrom<NameType>('person', 'place', 'programme'),
  full: form,
  text: form,
  post: fc.option(fc.constantFrom('县长', '站长'), { nil: undefined }),
  paths: fc.subarray(['川省 青川县', '云省 青川县']),
});
const saidOf = fc.array(fc.record({ text: form, place: fc.nat(9) }), { maxLength: 3 });
const article = fc.record({
  article: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  names: fc.array(said, { maxLength: 6 }),
  subjects: saidOf,
  speakers: saidOf,
});
const joins: fc.Arbitrary<NamesThatAreOne> = fc.record({
  joinedNames: fc.array(
    fc.record({ nameType: fc.constant<NameType>('person'), forms: fc.subarray(FORMS), as: form }),
    { maxLength: 2 },
  ),
  splitNames: fc.subarray(['person|林县长|林国平', 'place|青川|青川县']).map((keys) => new Set(keys)),
});

const gatherBy =
  (state: NamesThatAreOne) =>
  (type: NameType, full: string, printed: string): string =>
    joinedForm(state, type, full, printed);

/** The names of a library by a plain reading: how often each is said in which article. */
function readPlainly(library: ReadonlyMap<string, NamedArticle>, state: NamesThatAreOne) {
  const names = new Map<string, Record<string, number>>();
  for (const { article, names: mentions } of library.values())
    for (const { type, full, text } of mentions) {
      const id = `${type}:${joinedForm(state, type, full, text)}`;
      const articles = names.get(id) ?? {};
      names.set(id, { ...articles, [article]: (articles[article] ?? 0) + 1 });
    }
  return names;
}

const listed = (columns: NameColumns, type: NameType | null = null, words = '') => {
  const view = new NameView(columns, { type, words });
  const names = [...view.window(0, 1000)];
  return { view, names, ids: names.map((name) => `${columns.typeOf(name)}:${columns.formOf(name)}`) };
};

describe('names in columns', () => {
  it('are those of a plain reading, whatever came, changed and went, and however they were joined', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(article, fc.boolean()), { maxLength: 12 }),
        joins,
        joins,
        (changes, before, after) => {
          let state = before;
          const columns = new NameColumns((...name) => gatherBy(state)(...name));
          const library = new Map<string, NamedArticle>();
          for (const [one, isGone] of changes) {
            if (isGone) {
              columns.remove(one.article);
              library.delete(one.article);
            } else {
              columns.add(one.article, 'state', packNames(one));
              library.set(one.article, one);
            }
          }
          for (const now of [before, after]) {
            state = now;
            columns.gatherAgain();
            const plain = readPlainly(library, state);
            const { names, ids, view } = listed(columns);
            expect([...ids].sort()).toEqual([...plain.keys()].sort());
            const counts = names.map((name) => view.mentions[name] as number);
            expect(counts).toEqual([...counts].sort((a, b) => b - a));
            for (const [i, name] of names.entries()) {
              const gathered = gatherName(columns, name);
              const articles = Object.fromEntries(
                gathered.articles.map(({ article, mentions }) => [article, mentions]),
              );
              expect(articles).toEqual(plain.get(ids[i] as string));
              expect(gathered.mentions).toBe(counts[i]);
              expect(postsOf(columns, Uint32Array.of(name)).get(name)).toHaveLength(gathered.posts.length);
              const ofName = new Set([columns.formOf(name), ...gathered.forms]);
              const figures = gathered.articles.flatMap(({ article }) =>
                (library.get(article)?.subjects ?? []).filter(({ text }) => ofName.has(text)),
              );
              expect(gathered.figures.map(({ place }) => place)).toEqual(figures.map(({ place }) => place));
            }
          }
        },
      ),
    );
  });

  it('are found by any form that is printed and by the one that they go by', () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 6 }), joins, (articles, state) => {
        const columns = new NameColumns(gatherBy(state));
        const library = new Map(articles.map((one) => [one.article, one]));
        for (const one of library.values()) columns.add(one.article, 'state', packNames(one));
        for (const words of ['林', '青川', '山茶']) {
          const { ids } = listed(columns, 'person', words);
          const wanted = new Set<string>();
          for (const { names } of library.values())
            for (const { type, full, text } of names) {
              const form = joinedForm(state, type, full, text);
              if (type === 'person' && (form.includes(words) || text.includes(words)))
                wanted.add(`${type}:${form}`);
            }
          expect([...ids].sort()).toEqual([...wanted].sort());
        }
      }),
    );
  });

  it('stand in the order of the language where they are said as often', () => {
    const columns = new NameColumns((_type, full) => full);
    const names = ['周正', '安平', '林清', '林清'].map(
      (full) => ({ type: 'person', full, text: full, paths: [] }) as const,
    );
    columns.add('a', 'state', packNames({ article: 'a', names, subjects: [], speakers: [] }));
    expect(listed(columns).ids).toEqual(['person:林清', 'person:安平', 'person:周正']);
  });
});
