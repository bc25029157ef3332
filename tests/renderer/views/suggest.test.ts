import { describe, expect, it } from 'vitest';
import { fieldQuery, operatorsFor, readTypedPiece } from '../../../renderer/features/search/operators.ts';
import { type SuggestionGround, suggest } from '../../../renderer/features/search/suggest.ts';
import type { ShelfRow } from '../../../renderer/state/shelf.ts';
import { readMessages } from '../../../renderer/ui/read-messages.ts';
import type { Offer } from '../../../renderer/workers/search-calls.ts';

const ground = (query: string, offers: readonly Offer[] = []): SuggestionGround => ({
  query,
  answered: { query, offers },
  recent: ['渡口', '渔船'],
  saved: new Map([['s1', { id: 's1', name: '花钱的渡口', query: '渡口 >1万元' }]]),
  placed: [],
  rows: [],
  messages: readMessages('zh'),
});

const place: Offer = { kind: 'place', text: '青石镇', marks: [[0, 1]], articles: 3 };

describe('the end of a query that is being typed', () => {
  it.each([
    ['渡口', { before: '', head: null, value: '渡口' }],
    ['渡口 place:青', { before: '渡口 ', head: { name: 'place', field: 'place' }, value: '青' }],
    ['渡口 地点：青', { before: '渡口 ', head: { name: '地点', field: 'place' }, value: '青' }],
    ['place:', { before: '', head: { name: 'place', field: 'place' }, value: '' }],
    ['Name:“王', { before: '', head: { name: 'Name', field: 'name' }, value: '王' }],
    ['http:青', { before: '', head: null, value: 'http:青' }],
    ['渡口 ', { before: '渡口 ', head: null, value: '' }],
  ])('%s', (query, piece) => {
    expect(readTypedPiece(query)).toEqual(piece);
  });
});

describe('what the words typed could be made into', () => {
  it.each([
    ['渡口', 'en', ['title:渡口']],
    ['渡口', 'zh', ['标题:渡口']],
    ['说', 'zh', ['说话人:', '标题:说']],
    ['地', 'en', ['地点:', 'title:地']],
    ['青石 300', 'zh', ['青石 >300', '青石 <300']],
    ['ti', 'en', ['title:']],
    ['ti', 'zh', ['title:']],
    ['pap', 'en', ['paper:']],
    ['hwc', 'zh', []],
    ['>300', 'zh', []],
    ['kind:n', 'en', ['kind:notice']],
    ['类别：启', 'zh', ['类别:启事']],
    ['“渡口', 'zh', []],
  ] as const)('%s in %s', (query, language, queries) => {
    expect(operatorsFor(query, language).map((operator) => operator.query)).toEqual(queries);
  });

  it('puts a value with blanks into quotation marks', () => {
    expect(fieldQuery('name', 'Digital Village 计划')).toBe('name:"Digital Village 计划"');
  });
});

describe('suggestions', () => {
  it('are what was asked before and what can be asked, where nothing is typed', () => {
    const groups = suggest(ground(' '));
    expect(groups.map(({ id }) => id)).toEqual(['saved', 'recent', 'operators']);
    expect(groups[0]?.choices[0]).toMatchObject({
      text: '花钱的渡口',
      note: '渡口 >1万元',
      choice: { type: 'ask', query: '渡口 >1万元' },
    });
  });

  it('put a name in the place of the words, and a value in the place of the value', () => {
    const choiceOf = (query: string) =>
      suggest(ground(query, [place])).find(({ id }) => id === 'names')?.choices[0]?.choice;
    expect(choiceOf('青')).toEqual({ type: 'ask', query: '地点:青石镇' });
    expect(choiceOf('渡口 name:青')).toEqual({ type: 'ask', query: '渡口 name:青石镇' });
  });

  it('say of a name what it is and how often it stands', () => {
    const [name] = suggest(ground('青', [place])).flatMap(({ choices }) => choices);
    expect(name?.name).toBe('青石镇, 地点 · 3 篇');
  });

  it('name the page of an article by its imprint, by its file where the shelf has none', () => {
    const offers: Offer[] = ['a1', 'a2'].map((article) => ({
      kind: 'article',
      article,
      text: '渡口',
      marks: [],
      sourceName: `${article}.txt`,
      year: '2023',
    }));
    const description = { newspaper: '潮声日报', edition: '第04版' };
    const rows = [{ id: 'a1', description, sourceName: 'a1.txt' } as ShelfRow];
    const [articles] = suggest({ ...ground('渡口', offers), rows });
    expect(articles?.choices.map(({ note }) => note)).toEqual([
      '潮声日报 · 第04版 · 2023 年',
      'a2 · 2023 年',
    ]);
  });

  it('leave out a bookmark that is gone, and say nothing twice', () => {
    const gone: Offer = { kind: 'bookmark', id: 'bookmark:1', text: '渡口', marks: [] };
    const groups = suggest(ground('渡', [gone, place, place]));
    expect(groups.map(({ id, choices }) => [id, choices.length])).toEqual([
      ['names', 1],
      ['operators', 1],
    ]);
  });
});
