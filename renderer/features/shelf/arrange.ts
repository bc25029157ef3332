import { editionNumber } from '@shared/exchange/citation/cited-article.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import { type Sliced, sortInSlices } from '@shared/work/slices.ts';
import type { ShelfOrder } from '../../state/settings.ts';
import { nameOfPage, type ShelfRow } from '../../state/shelf.ts';
import { groupBy } from '../../state/sorted.ts';

export interface ShelfGroup {
  readonly key: string;
  /**
   * `year`: four digits or empty; `source`: the name of the page; `all`: no heading of its own; of the others the key
   * is the heading, empty where the article has none.
   */
  readonly type: 'year' | 'date' | 'paper' | 'source' | 'tag' | 'mark' | 'all';
  readonly rows: readonly ShelfRow[];
}

/** What was imported, or what came with the app, in the groups of an arrangement. */
export interface ShelfPart {
  readonly part: 'imported' | 'bundled';
  readonly groups: readonly ShelfGroup[];
}

const collator = new Intl.Collator('zh-CN', { numeric: true });
const collate = (a: string, b: string): number => (a === b ? 0 : collator.compare(a, b));

/** The articles of one page, and what they share and are sorted by. */
interface ShelfPage {
  readonly rows: readonly ShelfRow[];
  readonly source: SourceHash;
  readonly name: string;
  /** An ISO date; empty where nothing tells. */
  readonly day: string;
  readonly year: string;
  /** The newspaper; empty where nothing tells. */
  readonly paper: string;
  /** As the pages of an issue are numbered: 第十二版 and 12版 are 12; null where none is printed. */
  readonly number: string | null;
  /** When the person imported it; empty for what came with the app. */
  readonly addedAt: string;
}

/**
 * All articles in their groups, the newest years first: what was imported, then what came with the app.
 * @param rows those of a page stand beside each other.
 */
export function* arrangeShelf(
  rows: readonly ShelfRow[],
  arrangement: ShelfOrder,
): Sliced<readonly ShelfPart[]> {
  const parts: ShelfPart[] = [];
  for (const [part, origin] of PARTS) {
    const groups = yield* arrange(
      rows.filter((row) => row.origin === origin),
      arrangement,
    );
    if (groups.length > 0) parts.push({ part, groups });
  }
  return parts;
}

function* arrange(rows: readonly ShelfRow[], arrangement: ShelfOrder): Sliced<ShelfGroup[]> {
  switch (arrangement) {
    case 'title': {
      const sorted = yield* sortInSlices(rows, (a, b) => collate(a.title, b.title));
      return sorted.length === 0 ? [] : [{ key: '', type: 'all', rows: sorted }];
    }
    case 'source':
      return bySource(yield* sortInSlices(yield* pagesOf(rows), (a, b) => collate(a.name, b.name)));
    case 'imported':
      return bySource(
        yield* sortInSlices(yield* pagesOf(rows), (a, b) => compareWords(b.addedAt, a.addedAt)),
      );
    case 'date': {
      const sorted = yield* sortInSlices(yield* pagesOf(rows), (a, b) => byDay(a, b) || byPage(a, b));
      return gather(sorted, 'date', ({ day }) => day);
    }
    case 'paper': {
      const sorted = yield* sortInSlices(
        yield* pagesOf(rows),
        (a, b) => collate(a.paper, b.paper) || byDay(a, b) || byPage(a, b),
      );
      return emptyLast(gather(sorted, 'paper', ({ paper }) => paper));
    }
    case 'year': {
      const sorted = yield* sortInSlices(
        yield* pagesOf(rows),
        (a, b) => compareWords(b.year, a.year) || byDay(a, b) || byPage(a, b),
      );
      return gather(sorted, 'year', ({ year }) => year);
    }
    case 'tag': {
      const labelled = rows.flatMap((row) =>
        (row.tags.length > 0 ? row.tags : ['']).map((tag) => ({ tag, row })),
      );
      const groups = [...groupBy(labelled, ({ tag }) => tag)].sort(([a], [b]) => collate(a, b));
      return emptyLast(
        groups.map(([key, members]) => ({ key, type: 'tag', rows: members.map(({ row }) => row) })),
      );
    }
    case 'mark':
      return MARKS.map((mark): ShelfGroup => {
        return { key: mark ?? '', type: 'mark', rows: rows.filter((row) => row.mark === mark) };
      }).filter((marked) => marked.rows.length > 0);
  }
}

/** Pages whose particulars are read between two pauses. */
const PAGES_AT_ONCE = 1000;
const PARTS = [
  ['imported', 'vault'],
  ['bundled', 'pack'],
] as const;
/** What is to be done first, what was read last. */
const MARKS = ['to-do', null, 'read'] as const;

function* pagesOf(rows: readonly ShelfRow[]): Sliced<ShelfPage[]> {
  const pages: (ShelfPage & { readonly rows: ShelfRow[] })[] = [];
  for (const row of rows) {
    const last = pages.at(-1);
    if (last?.source === row.source) last.rows.push(row);
    else {
      pages.push({ ...sharedOf(row), rows: [row] });
      if (pages.length % PAGES_AT_ONCE === 0) yield;
    }
  }
  return pages;
}

const sharedOf = (row: ShelfRow): Omit<ShelfPage, 'rows'> => ({
  source: row.source,
  name: nameOfPage(row),
  day: row.published.value ?? '',
  year: row.year ?? '',
  paper: row.description.newspaper ?? '',
  number: row.description.edition ? numberOf(row.description.edition) : null,
  addedAt: row.addedAt ?? '',
});

const compareWords = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The newest first, those without a day last. */
const byDay = (a: ShelfPage, b: ShelfPage): number => compareWords(b.day, a.day);

/** As the pages of an issue are numbered, those without a number last. */
const byPage = (a: ShelfPage, b: ShelfPage): number =>
  collate(a.paper, b.paper) ||
  Number(a.number === null) - Number(b.number === null) ||
  collate(a.number ?? '', b.number ?? '');

function numberOf(edition: string): string {
  const printed = editionNumber(edition);
  const numeral = readNumeral(printed, 0);
  return numeral?.end === printed.length ? String(numeral.value) : printed;
}

const bySource = (pages: readonly ShelfPage[]): ShelfGroup[] =>
  pages.map(({ rows, source }) => ({ key: source, type: 'source', rows }));

function gather(
  pages: readonly ShelfPage[],
  type: ShelfGroup['type'],
  keyOf: (page: ShelfPage) => string,
): ShelfGroup[] {
  return [...groupBy(pages, keyOf)].map(([key, members]) => ({
    key,
    type,
    rows: members.flatMap(({ rows }) => rows),
  }));
}

const emptyLast = (groups: readonly ShelfGroup[]): ShelfGroup[] => [
  ...groups.filter(({ key }) => key !== ''),
  ...groups.filter(({ key }) => key === ''),
];
