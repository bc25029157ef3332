import { type ShortEntry, ShortIndex } from '@shared/search/short/short-index.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchKnowledge } from './search-knowledge.ts';

const { folding, pinyin } = searchKnowledge;

const ENTRIES: readonly ShortEntry[] = [
  { id: 'title-1', kind: 'title', text: '温宿縣核桃喜获丰收' },
  { id: 'title-2', kind: 'title', text: '村里来了年轻人' },
  { id: 'person', kind: 'name', text: '王晨辉' },
  { id: 'office', kind: 'name', text: '区委组织部', also: ['余杭区委组织部'] },
  { id: 'place', kind: 'name', text: '温宿县' },
  { id: 'brand', kind: 'programme', text: 'Digital Village 数字乡村' },
  { id: 'command', kind: 'command', text: '打开页面', also: ['open page'] },
  { id: 'fact', kind: 'fact', text: '2.24万余人次' },
];

const indexOf = (entries: readonly ShortEntry[]): ShortIndex => {
  const index = new ShortIndex(folding, pinyin);
  index.add(entries);
  return index;
};

const index = indexOf(ENTRIES);
const ids = (query: string, kinds?: readonly string[]): string[] =>
  index.search(query, { limit: 10, ...(kinds ? { kinds } : {}) }).map(({ entry }) => entry.id);

describe('what is typed ahead', () => {
  it.each([
    ['温宿县', ['place', 'title-1']],
    ['溫宿', ['place', 'title-1']],
    ['温', ['place', 'title-1']],
    ['核桃', ['title-1']],
    ['余杭区委', ['office']],
    ['wensu', ['place', 'title-1']],
    ['wsx', ['place', 'title-1']],
    ['wangchenhui', ['person']],
    ['yuhang', ['office']],
    ['digital', ['brand']],
    ['digi', ['brand']],
    ['digitel', ['brand']],
    ['OPEN', ['command']],
    ['22400', ['fact']],
    ['2.24万', ['fact']],
    ['核桃喜得丰收', ['title-1']],
    ['辉晨', []],
    ['', []],
  ])('%s', (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it('is narrowed to kinds, and limited', () => {
    expect(ids('温宿', ['title'])).toEqual(['title-1']);
    expect(index.search('温宿', { limit: 1 }).map(({ entry }) => entry.id)).toEqual(['place']);
  });

  it('is marked where its own words answer', () => {
    const [hit] = index.search('溫宿县', { limit: 5, kinds: ['title'] });
    expect(hit?.marks).toEqual([[0, 3]]);
    expect(index.search('hetao', { limit: 1 })[0]?.marks).toEqual([[3, 5]]);
    expect(index.search('open', { limit: 1 })[0]?.marks).toEqual([]);
  });

  it('goes when it is removed, and changes when it is added again', () => {
    const changing = indexOf(ENTRIES);
    changing.remove(['place']);
    changing.add([{ id: 'person', kind: 'name', text: '王晨' }]);
    expect(changing.size).toBe(ENTRIES.length - 1);
    expect(changing.search('温宿', { limit: 9 }).map(({ entry }) => entry.id)).toEqual(['title-1']);
    expect(changing.search('王晨', { limit: 9 }).map(({ entry }) => entry.text)).toEqual(['王晨']);
  });

  it('finds every part of every text, one character or more', () => {
    const text = fc.array(fc.constantFrom(...'温宿县核桃村委书记'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (texts, which, from, length) => {
          const entries = texts.map((characters, i) => ({
            id: `e${i}`,
            kind: 'name',
            text: characters.join(''),
          }));
          const entry = entries[which % entries.length] as ShortEntry;
          const start = from % entry.text.length;
          const part = entry.text.slice(start, start + 1 + (length % 4));
          const hits = indexOf(entries).search(part, { limit: 10 });
          expect(hits.map((hit) => hit.entry.id)).toContain(entry.id);
        },
      ),
    );
  });
});
