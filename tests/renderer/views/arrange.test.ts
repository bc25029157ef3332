import type { Sliced } from '@shared/work/slices.ts';
import { describe, expect, it } from 'vitest';
import { arrangeShelf } from '../../../renderer/features/shelf/arrange.ts';
import { listLines, type ShelfLine } from '../../../renderer/features/shelf/shelf-lines.ts';
import type { ShelfOrder } from '../../../renderer/state/settings.ts';
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
    origin: 'vault',
    tags: [],
    mark: null,
    addedAt: null,
    ...part,
  }) as ShelfRow;

/** What sliced work makes, and in how many slices. */
function finish<Value>(work: Sliced<Value>): { readonly value: Value; readonly slices: number } {
  for (let slices = 1; ; slices++) {
    const step = work.next();
    if (step.done) return { value: step.value, slices };
  }
}

const lines = (rows: readonly ShelfRow[], how: ShelfOrder, filter = ''): ShelfLine[] =>
  finish(listLines(finish(arrangeShelf(rows, how)).value, filter)).value;

const groupsOf = (rows: readonly ShelfRow[], how: ShelfOrder) =>
  finish(arrangeShelf(rows, how)).value.flatMap(({ groups }) => groups);

/** Headlines in the order of their lines. */
const listed = (rows: readonly ShelfRow[], how: ShelfOrder, filter = ''): string[] =>
  lines(rows, how, filter).flatMap((line) => (line.type === 'item' ? [line.row.title] : []));

const titles = (rows: readonly ShelfRow[]): string[] => rows.map(({ title }) => title);

describe('the shelf', () => {
  const rows = [
    row('乙', { year: '2021', source: 's2' as never, addedAt: '2024-02-01' }),
    row('甲', { year: '2024', addedAt: '2024-01-01' }),
    row('丙', { source: 's3' as never }),
  ];

  it('puts the newest year first and the unknown last', () => {
    expect(groupsOf(rows, 'year').map(({ key }) => key)).toEqual(['2024', '2021', '']);
  });

  it('lists what was imported before what came with the app, each under its title and its years', () => {
    const both = rows.map((one, at) => ({
      ...one,
      origin: at === 0 ? ('pack' as const) : ('vault' as const),
    }));
    const said = lines(both, 'year').map((line) =>
      line.type === 'part'
        ? `${line.part} ${line.count}`
        : line.type === 'group'
          ? line.group.key
          : line.type === 'item'
            ? line.row.title
            : line.key,
    );
    expect(said).toEqual(['imported 2', '2024', '甲', '', '丙', 'bundled 1', '2021', '乙']);
    const found = lines(both, 'title', '甲');
    expect(found.map(({ type }) => type)).toEqual(['part', 'item']);
    expect(found[0]).toMatchObject({ part: 'imported', count: 1 });
  });

  it('puts the latest import first', () => {
    expect(listed(rows, 'imported')[0]).toBe('乙');
  });

  it('sorts titles by pinyin in one list without headings', () => {
    const [group, ...others] = groupsOf(rows, 'title');
    expect(titles(group?.rows ?? [])).toEqual(['丙', '甲', '乙']);
    expect([group?.type, others]).toEqual(['all', []]);
  });

  it('finds letters in either case', () => {
    expect(listed([row('Wi-Fi 进村'), row('水井')], 'title', 'WI-')).toEqual(['Wi-Fi 进村']);
  });

  it('gives way often, however many articles there are', () => {
    const many = Array.from({ length: 20_000 }, (_, i) =>
      row(`第${(i * 7919) % 20_000}个`, {
        source: `s${i >> 2}` as never,
        published: { value: '2001-02-03' } as never,
      }),
    );
    for (const how of ['title', 'year', 'source'] as const) {
      const { value, slices } = finish(arrangeShelf(many, how));
      expect(slices).toBeGreaterThan(10);
      const found = finish(listLines(value, ''));
      expect(found.slices).toBeGreaterThanOrEqual(10);
      expect(found.value.filter(({ type }) => type === 'item')).toHaveLength(many.length);
    }
  });

  it('keeps what the words are found in', () => {
    expect(listed(rows, 'year', ' 甲 ')).toEqual(['甲']);
  });

  it('groups by tag with an article under each of its tags, and by what is to be done first', () => {
    const labelled = [
      row('乙', { tags: ['水利', '旧报'], mark: 'read' }),
      row('甲', { tags: ['水利'], mark: 'to-do' }),
      row('丙'),
    ].map((one) => ({ ...one, origin: 'vault' as const }));
    const groups = (how: 'tag' | 'mark') =>
      groupsOf(labelled, how).map(({ key, rows: members }) => [key, titles(members).join('')]);
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
    const keys = lines(labelled, 'tag').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(listed(labelled, 'title', '#水')).toEqual(['甲', '乙']);
  });

  it('groups by paper, the nameless last, and by day with the newest first', () => {
    const printed = [
      row('甲'),
      row('乙', {
        source: 's2' as never,
        description: { newspaper: '晚报' },
        published: { value: '1998-05-02' } as never,
      }),
      row('丙', {
        source: 's3' as never,
        description: { newspaper: '晚报' },
        published: { value: '2003-07' } as never,
      }),
    ];
    const groups = (how: 'paper' | 'date') =>
      groupsOf(printed, how).map(({ key, rows: members }) => [key, titles(members).join('')]);
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
      expect(listed(pages, how)).toEqual(['一', '二', '十', '无号', '旧']);
    },
  );

  it('names a page by its newspaper, else by its title, else by its file', () => {
    expect(nameOfPage(row('', { description: { newspaper: '晚报', edition: '5' } }))).toBe('晚报 · 5');
    expect(nameOfPage(row('', { description: { pageTitle: '民生' } }))).toBe('民生');
    expect(nameOfPage(row(''))).toBe('page');
  });
});
