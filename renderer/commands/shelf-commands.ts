import type { ReadingMark } from '@shared/journal/act.ts';
import type { Desk } from '../state/desk.ts';
import { showsText } from '../state/settings.ts';
import type { ShelfRow } from '../state/shelf.ts';
import { always, type Command } from './command.ts';

/** The articles that a command is for: those that are chosen, else the open one. */
export function articlesInHand({
  chosen,
  reader,
  shelf,
}: Pick<Desk, 'chosen' | 'reader' | 'shelf'>): ShelfRow[] {
  const { ids } = chosen.getState();
  const open = reader.getState().view?.article.id;
  return shelf.getState().rows.filter(({ id }) => (ids.size > 0 ? ids.has(id) : id === open));
}

const hasSome = (desk: Desk): boolean =>
  desk.chosen.getState().ids.size > 0 || desk.reader.getState().view !== null;

/** Marks them, or takes the mark off where all of them have it. */
const mark =
  (wanted: ReadingMark) =>
  (desk: Desk): unknown => {
    const rows = articlesInHand(desk);
    return desk.labelling.mark(
      rows.map(({ id }) => id),
      rows.every((row) => row.mark === wanted) ? null : wanted,
    );
  };

/** Two that are chosen; one that is chosen and the open one; else the person says which. */
function compare(desk: Desk): void {
  const { reader, comparing, surfaces, chosen, focus, mending, settings } = desk;
  const open = reader.getState().view?.article.id;
  const [first, second] = articlesInHand(desk).map(({ id }) => id);
  const pair = second === undefined ? [open, first] : [first, second];
  chosen.getState().clear();
  if (pair[0] !== undefined && pair[1] !== undefined && pair[0] !== pair[1]) {
    // What is done to pinned facts and to the page is not done to what is out of sight.
    focus.getState().release();
    mending.end();
    comparing.getState().compare([pair[0], pair[1]]);
    if (!showsText(settings.getState().place.room)) settings.getState().goTo({ room: 'reader' });
  } else {
    if (open === undefined && first !== undefined) reader.getState().open(first);
    surfaces.getState().show('compare-form');
  }
}

async function removePages(desk: Desk): Promise<void> {
  const { reader, settings, deeds } = desk;
  const sources = [...new Set(articlesInHand(desk).map(({ source }) => source))];
  if (!(await deeds.perform(...sources.map((source) => ({ type: 'source.remove' as const, source })))))
    return;
  const open = reader.getState().view?.source;
  if (open === undefined || !sources.includes(open)) return;
  reader.getState().close();
  settings.getState().goTo({ room: 'shelf', article: null });
}

function stepsTo({ visited, shelf }: Desk, direction: 1 | -1): number {
  const { rows } = shelf.getState();
  return visited.getState().stepsTo(direction, (article) => rows.some(({ id }) => id === article));
}

/** Commands that a menu of an article offers; on one of several that are chosen they act on all of these. */
export const ARTICLE_COMMANDS = [
  'tagArticles',
  'markRead',
  'markToDo',
  'compareArticles',
  'exportThings',
  'describeSource',
  'removeSource',
] as const;
export type ArticleCommand = (typeof ARTICLE_COMMANDS)[number];

/** Has the article in hand for as long as a form of the command is open; one that is chosen stays so. */
export function runOnArticle(desk: Desk, article: string, run: (desk: Desk) => unknown): void {
  const { chosen, surfaces } = desk;
  const { ids, choose, clear } = chosen.getState();
  if (ids.has(article)) {
    run(desk);
    return;
  }
  choose([article]);
  run(desk);
  if (surfaces.getState().open === null) {
    clear();
    return;
  }
  const stop = surfaces.subscribe(({ open }) => {
    if (open !== null) return;
    stop();
    clear();
  });
}

export const SHELF_COMMANDS: readonly Command[] = [
  {
    id: 'goBack',
    group: 'reader',
    keywords: ['返回', '上一处', 'history', 'previous'],
    shortcut: 'Alt+ArrowLeft',
    enabled: (desk) => stepsTo(desk, -1) !== 0,
    run: (desk) => history.go(stepsTo(desk, -1)),
  },
  {
    id: 'goForward',
    group: 'reader',
    keywords: ['历史', 'history', 'next'],
    shortcut: 'Alt+ArrowRight',
    enabled: (desk) => stepsTo(desk, 1) !== 0,
    run: (desk) => history.go(stepsTo(desk, 1)),
  },
  {
    id: 'tagArticles',
    group: 'reader',
    keywords: ['标签', '分类', '收藏', 'label', 'collection'],
    shortcut: 't',
    enabled: hasSome,
    run: ({ surfaces }) => surfaces.getState().show('label-form'),
  },
  {
    id: 'markRead',
    group: 'reader',
    keywords: ['读完', 'done', 'finished'],
    shortcut: 'r',
    enabled: hasSome,
    run: mark('read'),
  },
  {
    id: 'markToDo',
    group: 'reader',
    keywords: ['待读', 'later', 'todo'],
    shortcut: 'l',
    enabled: hasSome,
    run: mark('to-do'),
  },
  {
    id: 'compareArticles',
    group: 'reader',
    keywords: ['对读', '比较', '并排', 'side by side', 'agree', 'differ'],
    shortcut: 'v',
    enabled: (desk) => [1, 2].includes(articlesInHand(desk).length),
    run: compare,
  },
  {
    id: 'describeSource',
    group: 'reader',
    keywords: ['报纸', '日期', '版次', 'newspaper', 'date'],
    shortcut: null,
    enabled: hasSome,
    run: (desk) => {
      const { reader, surfaces } = desk;
      const rows = articlesInHand(desk);
      const isOnePage = new Set(rows.map(({ source }) => source)).size === 1;
      const [first] = rows;
      if (isOnePage && first && first.source !== reader.getState().view?.source)
        reader.getState().open(first.id);
      surfaces.getState().show(isOnePage ? 'source-form' : 'describe-form');
    },
  },
  {
    id: 'removeSource',
    group: 'reader',
    keywords: ['删除', '移出', 'delete'],
    shortcut: null,
    enabled: hasSome,
    run: removePages,
  },
  {
    id: 'showIssues',
    group: 'desk',
    keywords: ['日历', '缺期', '期数', 'calendar', 'missing days'],
    shortcut: null,
    enabled: always,
    run: ({ surfaces }) => surfaces.getState().show('issues'),
  },
  {
    id: 'searchTerms',
    group: 'desk',
    keywords: ['词表', '批量', '统计', 'batch', 'word list', 'frequency'],
    shortcut: null,
    enabled: ({ search }) => search.getState().unavailable === null,
    run: ({ surfaces }) => surfaces.getState().show('terms'),
  },
  {
    id: 'showConcordance',
    group: 'desk',
    keywords: ['语境', '索引行', 'KWIC', 'keyword in context'],
    shortcut: null,
    enabled: ({ search }) => search.getState().articles > 0,
    run: ({ surfaces }) => surfaces.getState().show('concordance'),
  },
  {
    id: 'showTrash',
    group: 'desk',
    keywords: ['移走', '删掉', '恢复', 'removed', 'restore', 'bin'],
    shortcut: null,
    enabled: always,
    run: ({ surfaces }) => surfaces.getState().show('trash'),
  },
];
