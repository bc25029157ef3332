import { describe, expect, it } from 'vitest';
import { arrangeShelf, listLines } from '../../../renderer/features/shelf/arrange.ts';
import type { ShelfRow } from '../../../renderer/state/shelf.ts';
import { nameOfPage } from '../../../renderer/state/shelf.ts';

const row = (title: string, part: Partial<ShelfRow> = {}): ShelfRow =>
  ({
    id: title,
    title,
    source: 's1',
    sourceName: 'page.txt',
    description: {},
    published: { value: null },
    year: null,
    tags: [],
    mark: null,
    addedAt: null,
    ...part,
  }) as ShelfRow;

const titles = (rows: readonly ShelfRow[]): string[] => rows.map(({ title }) => title);

describe('the shelf', () => {
  const rows = [
    row('乙', { year: '2021', source: 's2' as never, addedAt: '2024-02-01' }),
    row('甲', { year: '2024', addedAt: '2024-01-01' }),
    row('丙'),
  ];

  it('puts the newest year first and the unknown last', () => {
    expect(arrangeShelf(rows, 'year', '').map(({ key }) => key)).toEqual(['2024', '2021', '']);
  });

  it('lists what was imported before what came with the app, each under its title and its years', () => {
    const both = rows.map((one, at) => ({
      ...one,
      origin: at === 0 ? ('pack' as const) : ('vault' as const),
    }));
    const lines = listLines(both, 'year', '').map((line) =>
      line.type === 'part'
        ? `${line.part} ${line.count}`
        : line.type === 'group'
          ? line.group.key
          : line.type === 'item'
            ? line.row.title
            : line.key,
    );
    expect(lines).toEqual(['imported 2', '2024', '甲', '', '丙', 'bundled 1', '2021', '乙']);
    const found = listLines(both, 'title', '甲');
    expect(found.map(({ type }) => type)).toEqual(['part', 'item']);
    expect(found[0]).toMatchObject({ part: 'imported', count: 1 });
  });

  it('puts the latest import first', () => {
    expect(titles(arrangeShelf(rows, 'imported', '').flatMap((group) => group.rows))[0]).toBe('乙');
  });

  it('sorts titles by pinyin in one list without headings', () => {
    const [group, ...others] = arrangeShelf(rows, 'title', '');
    expect(titles(group?.rows ?? [])).toEqual(['丙', '甲', '乙']);
    expect([group?.type, others]).toEqual(['all', []]);
  });

  it('keeps what the words are found in', () => {
    expect(arrangeShelf(rows, 'year', ' 甲 ').flatMap((group) => titles(group.rows))).toEqual(['甲']);
  });

  it('groups by tag with an article under each of its tags, and by what is to be done first', () => {
    const labelled = [
      row('乙', { tags: ['水利', '旧报'], mark: 'read' }),
      row('甲', { tags: ['水利'], mark: 'to-do' }),
      row('丙'),
    ].map((one) => ({ ...one, origin: 'vault' as const }));
    const groups = (how: 'tag' | 'mark') =>
      arrangeShelf(labelled, how, '').map(({ key, rows: members }) => [key, titles(members).join('')]);
    expect(groups('tag')).toEqual([
      ['旧报', '乙'],
      ['水利', '乙甲'],
      ['', '丙'],
    ]);
    expect(groups('mark')).toEqual([
      ['to-do', '甲'],
      ['', '丙'],
      ['read', '乙'],
    ]);
    const keys = listLines(labelled, 'tag', '').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(arrangeShelf(labelled, 'title', '#水').flatMap((group) => titles(group.rows))).toEqual([
      '甲',
      '乙',
    ]);
  });

  it('groups by paper, the nameless last, and by day with the newest first', () => {
    const printed = [
      row('甲'),
      row('乙', { description: { newspaper: '晚报' }, published: { value: '1998-05-02' } as never }),
      row('丙', { description: { newspaper: '晚报' }, published: { value: '2003-07' } as never }),
    ];
    const groups = (how: 'paper' | 'date') =>
      arrangeShelf(printed, how, '').map(({ key, rows: members }) => [key, titles(members).join('')]);
    expect(groups('paper')).toEqual([
      ['晚报', '丙乙'],
      ['', '甲'],
    ]);
    expect(groups('date').map(([key]) => key)).toEqual(['2003-07', '1998-05-02', '']);
  });

  it.each(['year', 'date', 'paper'] as const)(
    'keeps an issue together by %s, its pages as they are numbered, whatever order they came in',
    (how) => {
      const page = (title: string, edition: string | undefined, day: string) =>
        row(title, {
          source: `s${title}` as never,
          year: day.slice(0, 4),
          description: { newspaper: '晚报', ...(edition ? { edition } : {}) },
          published: { value: day } as never,
        });
      const pages = [
        page('无号', undefined, '1997-03-08'),
        page('十', '第十版', '1997-03-08'),
        page('旧', '第1版', '1997-03-07'),
        page('二', '2版', '1997-03-08'),
        page('一', '第一版', '1997-03-08'),
      ];
      const listed = arrangeShelf(pages, how, '').flatMap((group) => titles(group.rows));
      expect(listed).toEqual(['一', '二', '十', '无号', '旧']);
    },
  );

  it('names a page by its newspaper, else by its title, else by its file', () => {
    expect(nameOfPage(row('', { description: { newspaper: '晚报', edition: '5' } }))).toBe('晚报 · 5');
    expect(nameOfPage(row('', { description: { pageTitle: '民生' } }))).toBe('民生');
    expect(nameOfPage(row(''))).toBe('page');
  });
});
