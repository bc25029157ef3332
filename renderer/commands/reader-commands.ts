import type { FactItem, NameItem } from '../state/article-view.ts';
import type { Desk } from '../state/desk.ts';
import { passes } from '../state/focus.ts';
import { wordsOfSelection } from '../state/page-words.ts';
import { showPanel, showsPanel } from '../state/panel.ts';
import { describeWords, pinnedItem } from '../state/reader.ts';
import { type Command, isReading } from './command.ts';
import { hasClaims, hasMarkedClaims, inTable, judgeClaims } from './table-commands.ts';

/** Units of a selection up to which it is taken for what the person wants to find. */
const MOST_WORDS = 40;

const hasSelection = (desk: Desk): boolean => isReading(desk) && desk.reader.getState().selection.length > 0;

/** The pinned item where it is a fact. */
function pinnedFact(desk: Desk): FactItem | null {
  const item = pinnedItem(desk);
  return item?.type === 'fact' ? item : null;
}

/** The pinned item where it is a name. */
function pinnedName(desk: Desk): NameItem | null {
  const item = pinnedItem(desk);
  return item?.type === 'name' ? item : null;
}

const hasPinnedFact = (desk: Desk): boolean => isReading(desk) && pinnedFact(desk) !== null;

const hasPinnedFactOrName = (desk: Desk): boolean =>
  isReading(desk) && (pinnedFact(desk) ?? pinnedName(desk)) !== null;

function walkFacts(desk: Desk, step: 1 | -1): void {
  const { reader, focus, claims } = desk;
  const { view } = reader.getState();
  if (inTable(desk)) claims.getState().walk(step);
  else if (view) focus.getState().walk(view.items, step);
}

function stepArticle({ reader, shelf }: Desk, step: 1 | -1): void {
  const { rows } = shelf.getState();
  const at = rows.findIndex(({ id }) => id === reader.getState().view?.article.id);
  const next = rows[at + step];
  if (next) reader.getState().open(next.id);
}

/** The open article, where the search has found words in it. */
function articleWithHits(desk: Desk): string | null {
  const id = desk.reader.getState().view?.article.id;
  const row = desk.search.getState().found.find(({ article }) => article === id);
  return isReading(desk) && row && row.hits.length > 0 ? row.article : null;
}

function hasHits(desk: Desk): boolean {
  const { isOpen, hits } = desk.find.getState();
  return isOpen ? isReading(desk) && hits.length > 0 : articleWithHits(desk) !== null;
}

const stepHit =
  (step: 1 | -1) =>
  (desk: Desk): void => {
    const find = desk.find.getState();
    if (find.isOpen) {
      find.step(step);
      return;
    }
    const article = articleWithHits(desk);
    if (article !== null) desk.search.getState().stepHit(article, step);
  };

function judge(desk: Desk, verdict: 'confirm' | 'reject'): unknown {
  if (inTable(desk)) return judgeClaims(desk, verdict);
  const { view } = desk.reader.getState();
  const fact = pinnedFact(desk);
  return view && fact && desk.trusting[verdict](view, fact);
}

/** The facts that the panel shows and that nobody has spoken of yet. */
function shownUnchecked({ reader, focus }: Desk): FactItem[] {
  const { filter } = focus.getState();
  return (reader.getState().view?.items ?? []).filter(
    (item): item is FactItem => item.type === 'fact' && item.trust === 'found' && passes(item, filter),
  );
}

export const READER_COMMANDS: readonly Command[] = [
  {
    id: 'nextFact',
    group: 'facts',
    keywords: ['下一条', 'next'],
    shortcut: 'j',
    enabled: (desk) => isReading(desk) || hasClaims(desk),
    run: (desk) => walkFacts(desk, 1),
  },
  {
    id: 'previousFact',
    group: 'facts',
    keywords: ['上一条', 'previous'],
    shortcut: 'k',
    enabled: (desk) => isReading(desk) || hasClaims(desk),
    run: (desk) => walkFacts(desk, -1),
  },
  {
    id: 'release',
    group: 'facts',
    keywords: ['松开', 'unpin'],
    shortcut: 'Escape',
    enabled: (desk) =>
      desk.comparing.getState().pair !== null ||
      desk.focus.getState().pinned !== null ||
      desk.surfaces.getState().open !== null ||
      desk.chosen.getState().ids.size > 0 ||
      hasMarkedClaims(desk) ||
      desk.surfaces.getState().mending,
    run: (desk) => {
      const { focus, surfaces, chosen, comparing, mending, claims } = desk;
      if (surfaces.getState().open !== null) surfaces.getState().hide();
      else if (hasMarkedClaims(desk)) claims.getState().unmark();
      else if (chosen.getState().ids.size > 0) chosen.getState().clear();
      else if (comparing.getState().pair !== null) comparing.getState().close();
      else if (focus.getState().pinned !== null) focus.getState().release();
      else mending.end();
    },
  },
  {
    id: 'confirmFact',
    group: 'facts',
    keywords: ['核实', 'verify'],
    shortcut: 'c',
    enabled: (desk) => hasPinnedFact(desk) || hasClaims(desk),
    run: (desk) => judge(desk, 'confirm'),
  },
  {
    id: 'confirmShown',
    group: 'facts',
    keywords: ['全部', '批量', 'all', 'every'],
    shortcut: 'Shift+c',
    enabled: (desk) => isReading(desk) && shownUnchecked(desk).length > 0,
    run: (desk) => {
      const { view } = desk.reader.getState();
      return view && desk.trusting.confirmAll(view, shownUnchecked(desk));
    },
  },
  {
    id: 'correctFact',
    group: 'facts',
    keywords: ['改正', 'edit'],
    shortcut: 'e',
    enabled: (desk) => hasPinnedFactOrName(desk) || hasClaims(desk),
    run: (desk) =>
      desk.surfaces.getState().show(inTable(desk) || hasPinnedFact(desk) ? 'fact-form' : 'name-form'),
  },
  {
    id: 'useSelectedWords',
    group: 'facts',
    keywords: ['改范围', '选中', 'span', 'words'],
    shortcut: 'w',
    enabled: (desk) => hasPinnedFact(desk) && hasSelection(desk),
    run: (desk) => {
      const { view, selection } = desk.reader.getState();
      const fact = pinnedFact(desk);
      return view && fact && desk.trusting.correct(view, fact, { span: describeWords(view, selection) });
    },
  },
  {
    id: 'rejectFact',
    group: 'facts',
    keywords: ['不是事实', 'wrong'],
    shortcut: 'x',
    enabled: (desk) => hasPinnedFactOrName(desk) || hasClaims(desk),
    run: (desk) => {
      const { view } = desk.reader.getState();
      const name = inTable(desk) ? null : pinnedName(desk);
      return view && name ? desk.naming.reject(view, name) : judge(desk, 'reject');
    },
  },
  {
    id: 'addFact',
    group: 'facts',
    keywords: ['补充', 'new'],
    shortcut: 'a',
    enabled: hasSelection,
    run: ({ surfaces }) => surfaces.getState().show('new-fact-form'),
  },
  {
    id: 'addName',
    group: 'facts',
    keywords: ['人名', '机构', '地点', 'person', 'place', 'body'],
    shortcut: 'Shift+a',
    enabled: hasSelection,
    run: ({ surfaces }) => surfaces.getState().show('new-name-form'),
  },
  {
    id: 'bookmarkSelection',
    group: 'reader',
    keywords: ['摘录', '书签', 'note'],
    shortcut: 'b',
    enabled: hasSelection,
    run: ({ surfaces }) => surfaces.getState().show('bookmark-form'),
  },
  {
    id: 'toggleOriginal',
    group: 'reader',
    keywords: ['原版', '原文', 'source'],
    shortcut: 'o',
    enabled: isReading,
    run: (desk) => {
      const { place, goTo } = desk.settings.getState();
      const isShown = place.original && showsPanel(desk);
      goTo({ original: !isShown });
      // A column goes back to the facts; a drawer was brought in for the original alone.
      showPanel(desk, !isShown || !desk.surfaces.getState().hasDrawers);
      if (isShown) desk.mending.end();
    },
  },
  {
    id: 'toggleCopies',
    group: 'reader',
    keywords: ['转载', '雷同', '照登', 'reprint', 'reuse', 'band'],
    shortcut: null,
    enabled: isReading,
    run: ({ settings }) => settings.getState().change({ showsCopies: !settings.getState().showsCopies }),
  },
  {
    id: 'togglePanel',
    group: 'reader',
    keywords: ['事实', '侧栏', 'sidebar'],
    shortcut: 'p',
    enabled: isReading,
    run: (desk) => {
      const isShown = showsPanel(desk);
      showPanel(desk, !isShown);
      if (isShown) desk.mending.end();
    },
  },
  {
    id: 'nextArticle',
    group: 'reader',
    keywords: ['下一篇'],
    shortcut: ']',
    enabled: isReading,
    run: (desk) => stepArticle(desk, 1),
  },
  {
    id: 'previousArticle',
    group: 'reader',
    keywords: ['上一篇'],
    shortcut: '[',
    enabled: isReading,
    run: (desk) => stepArticle(desk, -1),
  },
  {
    id: 'findInArticle',
    group: 'reader',
    keywords: ['查找', '本文', '页内', 'find', 'search'],
    shortcut: 'Mod+f',
    enabled: isReading,
    run: ({ find, reader }) => {
      const words = wordsOfSelection(reader.getState());
      find.getState().open(words.length <= MOST_WORDS && !words.includes('\n') ? words : undefined);
    },
  },
  {
    id: 'nextHit',
    group: 'reader',
    keywords: ['下一处', '检索', 'find'],
    shortcut: 'n',
    enabled: hasHits,
    run: stepHit(1),
  },
  {
    id: 'previousHit',
    group: 'reader',
    keywords: ['上一处', '检索', 'find'],
    shortcut: 'Shift+n',
    enabled: hasHits,
    run: stepHit(-1),
  },
];
