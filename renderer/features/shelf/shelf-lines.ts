import type { Sliced } from '@shared/work/slices.ts';
import type { ShelfRow, UnreadSource } from '../../state/shelf.ts';
import type { ShelfGroup, ShelfPart } from './arrange.ts';

/** A line of the shelf, in the order they stand. */
export type ShelfLine =
  | {
      readonly type: 'part';
      readonly key: string;
      readonly part: 'unread' | ShelfPart['part'];
      readonly count: number;
    }
  | { readonly type: 'group'; readonly key: string; readonly group: ShelfGroup }
  | { readonly type: 'item'; readonly key: string; readonly row: ShelfRow; readonly showsPage: boolean }
  | { readonly type: 'unread'; readonly key: string; readonly page: UnreadSource };

/** Articles that are looked at between two pauses. */
const AT_ONCE = 2000;

/** Articles whose headline holds the words, or whose tag begins so behind #, under the titles of their parts and groups. */
export function* listLines(parts: readonly ShelfPart[], filter: string): Sliced<ShelfLine[]> {
  const lines: ShelfLine[] = [];
  const isShown = filterOf(filter);
  let looked = 0;
  for (const { part, groups } of parts) {
    const ofPart: ShelfLine[] = [];
    const articles = new Set<string>();
    for (const group of groups) {
      const ofGroup: ShelfLine[] = [];
      for (const row of group.rows) {
        if (++looked % AT_ONCE === 0) yield;
        if (!isShown(row)) continue;
        articles.add(row.id);
        // An article of two tags stands under both.
        const key = group.type === 'tag' ? `${group.key} ${row.id}` : row.id;
        ofGroup.push({ type: 'item', key, row, showsPage: group.type !== 'source' });
      }
      if (ofGroup.length === 0) continue;
      if (group.type !== 'all') ofPart.push({ type: 'group', key: `${part} ${group.key}`, group });
      for (const line of ofGroup) ofPart.push(line);
    }
    if (ofPart.length === 0) continue;
    lines.push({ type: 'part', key: part, part, count: articles.size });
    for (const line of ofPart) lines.push(line);
  }
  return lines;
}

/** Pages that were not read, under their title. */
export const listUnread = (pages: readonly UnreadSource[]): ShelfLine[] =>
  pages.length === 0
    ? []
    : [
        { type: 'part', key: 'unread', part: 'unread', count: pages.length },
        ...pages.map((page): ShelfLine => ({ type: 'unread', key: `unread ${page.source}`, page })),
      ];

/** Ids of the articles in the order of their lines, each once. */
export const orderOf = (lines: readonly ShelfLine[]): string[] => [
  ...new Set(lines.flatMap((line) => (line.type === 'item' ? [line.row.id] : []))),
];

function filterOf(filter: string): (row: ShelfRow) => boolean {
  const wanted = filter.trim().toLocaleLowerCase();
  // Words without letters that have a case are found without making each headline small.
  const hasCase = wanted !== wanted.toLocaleUpperCase();
  const small = (words: string): string => (hasCase ? words.toLocaleLowerCase() : words);
  const isTag = wanted.startsWith('#');
  return ({ title, tags }) =>
    small(title).includes(wanted) || (isTag && tags.some((tag) => `#${small(tag)}`.startsWith(wanted)));
}
