import { editionNumber } from '@shared/exchange/citation/cited-article.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import { nameOfPage, type ShelfRow, type UnreadSource } from '../../state/shelf.ts';
import { groupBy } from '../../state/sorted.ts';

export const ARRANGEMENTS = ['year', 'date', 'paper', 'source', 'tag', 'mark', 'imported', 'title'] as const;

export type Arrangement = (typeof ARRANGEMENTS)[number];

export interface ShelfGroup {
  readonly key: string;
  /**
   * `year`: four digits or empty; `source`: the name of the page; `all`: no heading of its own; of the others the key
   * is the heading, empty where the article has none.
   */
  readonly type: 'year' | 'date' | 'paper' | 'source' | 'tag' | 'mark' | 'all';
  readonly rows: readonly ShelfRow[];
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** The newest first, those without a day last. */
function byDay({ published: { value: a } }: ShelfRow, { published: { value: b } }: ShelfRow): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? 1 : -1;
}

/** As the pages of an issue are numbered, those without a number last; the articles of a page keep their order. */
function byPage(a: ShelfRow, b: ShelfRow): number {
  if (a.source === b.source) return 0;
  const [paper, other] = [a, b].map(({ description }) => description.newspaper ?? '');
  return (
    (paper === other ? 0 : collator.compare(paper ?? '', other ?? '')) ||
    Number(!a.description.edition) - Number(!b.description.edition) ||
    collator.compare(numberOfPage(a), numberOfPage(b))
  );
}

/** 第十二版 and 12版 are one number. */
function numberOfPage({ description }: ShelfRow): string {
  const printed = editionNumber(description.edition ?? '');
  const numeral = readNumeral(printed, 0);
  return numeral?.end === printed.length ? String(numeral.value) : printed;
}

/** Articles whose headline holds the words, or whose tag begins so behind #, in groups; newest years first. */
export function arrangeShelf(
  rows: readonly ShelfRow[],
  arrangement: Arrangement,
  filter: string,
): ShelfGroup[] {
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = rows.filter(
    ({ title, tags }) =>
      title.toLocaleLowerCase().includes(wanted) ||
      (wanted.startsWith('#') && tags.some((tag) => `#${tag.toLocaleLowerCase()}`.startsWith(wanted))),
  );
  switch (arrangement) {
    case 'title':
      return group(
        [...shown].sort((a, b) => collator.compare(a.title, b.title)),
        'all',
        () => '',
      );
    case 'imported':
      return group(
        [...shown].sort((a, b) => (b.addedAt ?? '').localeCompare(a.addedAt ?? '')),
        'source',
        (row) => row.source,
      );
    case 'source':
      return group(
        [...shown].sort((a, b) => collator.compare(nameOfPage(a), nameOfPage(b))),
        'source',
        (row) => row.source,
      );
    case 'date':
      return group(
        [...shown].sort((a, b) => byDay(a, b) || byPage(a, b)),
        'date',
        (row) => row.published.value ?? '',
      );
    case 'paper':
      return emptyLast(
        group(
          [...shown].sort(
            (a, b) =>
              collator.compare(a.description.newspaper ?? '', b.description.newspaper ?? '') ||
              byDay(a, b) ||
              byPage(a, b),
          ),
          'paper',
          (row) => row.description.newspaper ?? '',
        ),
      );
    case 'tag': {
      const labelled = shown.flatMap((row) =>
        (row.tags.length > 0 ? row.tags : ['']).map((tag) => ({ tag, row })),
      );
      const groups = [...groupBy(labelled, ({ tag }) => tag)].sort(([a], [b]) => collator.compare(a, b));
      return emptyLast(
        groups.map(([key, members]) => ({ key, type: 'tag', rows: members.map(({ row }) => row) })),
      );
    }
    case 'mark':
      return group(
        [...shown].sort((a, b) => rankOfMark(a) - rankOfMark(b)),
        'mark',
        (row) => row.mark ?? '',
      );
    case 'year':
      return group(
        [...shown].sort((a, b) => Number(b.year ?? 0) - Number(a.year ?? 0) || byDay(a, b) || byPage(a, b)),
        'year',
        (row) => row.year ?? '',
      );
  }
}

/** A line of the shelf, in the order they stand. */
export type ShelfLine =
  | {
      readonly type: 'part';
      readonly key: string;
      readonly part: 'unread' | 'imported' | 'bundled';
      readonly count: number;
    }
  | { readonly type: 'group'; readonly key: string; readonly group: ShelfGroup }
  | { readonly type: 'item'; readonly key: string; readonly row: ShelfRow; readonly showsPage: boolean }
  | { readonly type: 'unread'; readonly key: string; readonly page: UnreadSource };

/** What was imported, then what came with the app, each under its title and in its groups. */
export function listLines(rows: readonly ShelfRow[], arrangement: Arrangement, filter: string): ShelfLine[] {
  const partOf = (part: 'imported' | 'bundled', members: readonly ShelfRow[]): ShelfLine[] => {
    const groups = arrangeShelf(members, arrangement, filter);
    if (groups.length === 0) return [];
    return [
      { type: 'part', key: part, part, count: new Set(groups.flatMap((group) => group.rows)).size },
      ...groups.flatMap((group): ShelfLine[] => [
        ...(group.type === 'all' ? [] : [{ type: 'group' as const, key: `${part} ${group.key}`, group }]),
        ...group.rows.map((row) => ({
          type: 'item' as const,
          // An article of two tags stands under both.
          key: arrangement === 'tag' ? `${group.key} ${row.id}` : row.id,
          row,
          showsPage: group.type !== 'source',
        })),
      ]),
    ];
  };
  return [
    ...partOf(
      'imported',
      rows.filter((row) => row.origin === 'vault'),
    ),
    ...partOf(
      'bundled',
      rows.filter((row) => row.origin === 'pack'),
    ),
  ];
}

/** Pages that were not read, under their title. */
export const listUnread = (pages: readonly UnreadSource[]): ShelfLine[] =>
  pages.length === 0
    ? []
    : [
        { type: 'part', key: 'unread', part: 'unread', count: pages.length },
        ...pages.map((page): ShelfLine => ({ type: 'unread', key: `unread ${page.source}`, page })),
      ];

/** What is to be done first, what was read last. */
const rankOfMark = ({ mark }: ShelfRow): number => (mark === 'to-do' ? 0 : mark === null ? 1 : 2);

const emptyLast = (groups: readonly ShelfGroup[]): ShelfGroup[] => [
  ...groups.filter(({ key }) => key !== ''),
  ...groups.filter(({ key }) => key === ''),
];

function group(
  rows: readonly ShelfRow[],
  type: ShelfGroup['type'],
  keyOf: (row: ShelfRow) => string,
): ShelfGroup[] {
  return [...groupBy(rows, keyOf)].map(([key, members]) => ({ key, type, rows: members }));
}
