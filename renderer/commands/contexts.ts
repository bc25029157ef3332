import { nameOfField } from '@shared/search/query/field-names.ts';
import type { Item } from '../state/article-view.ts';
import type { Desk } from '../state/desk.ts';
import { shownLanguage } from '../state/locale.ts';
import { formOf } from '../state/names.ts';
import { owned } from '../state/owned.ts';
import { wordsOfSelection } from '../state/page-words.ts';
import { pinnedItem } from '../state/reader.ts';
import { isReading } from './command.ts';
import { COMMANDS, runCommand } from './commands.ts';
import { ARTICLE_COMMANDS, runOnArticle } from './shelf-commands.ts';
import { openClaim } from './table-commands.ts';

/** What can be chosen from a context menu. */
export interface ContextChoice {
  readonly id: string;
  /** Key of its words in the locales. */
  readonly label: string;
  readonly shortcut: string | null;
  readonly run: () => unknown;
}

/**
 * What stands for something that has a context menu says so in `data-context`: `text` is the article that is read, what has
 * a `button` for its menu opens that, the others name theirs behind a colon, an article or an item of the open one by its id,
 * a row of the table of facts by its place, a name by its page.
 */
export const CONTEXT = 'data-context';

/** Commands about the selected words, in the order of the menu. */
const WORDS = [
  'bookmarkSelection',
  'copyQuotation',
  'addFact',
  'addName',
  'useSelectedWords',
  'findInArticle',
];
/** About the pinned item. */
const ITEM = ['copyQuotation', 'confirmFact', 'correctFact', 'rejectFact'];
/** About the open article, before what is about any. */
const OPEN = ['copyReference', 'findInArticle', 'toggleOriginal', 'toggleCopies', 'mendPage', 'printArticle'];
/** About the rows of the table in hand. */
const CLAIM = ['confirmFact', 'correctFact', 'rejectFact'];

/** What can be done with what a menu was asked for on, which is in hand from now on; null where nothing can. */
export function choicesFor(desk: Desk, context: string): readonly ContextChoice[] | null {
  const [type = '', ...rest] = context.split(':');
  const id = rest.join(':');
  switch (type) {
    case 'article':
      return [
        {
          id: 'open',
          label: 'desk.context.open',
          shortcut: null,
          run: () => desk.reader.getState().open(id),
        },
        ...ofArticle(desk, id),
      ];
    case 'name':
      return [ofNamePage(desk, id), ofSearch(desk, id)];
    case 'item':
      desk.reader.getState().select([]);
      desk.focus.getState().pin(id, 'panel');
      return ofItem(desk);
    case 'claim':
      desk.claims.getState().lookAt(Number(id));
      return [
        { id: 'open', label: 'table.open', shortcut: null, run: () => openClaim(desk) },
        ...ofCommands(desk, CLAIM),
      ];
    case 'text':
      return ofText(desk);
    default:
      return null;
  }
}

function ofText(desk: Desk): readonly ContextChoice[] | null {
  const { view, selection } = desk.reader.getState();
  if (!view || !isReading(desk)) return null;
  if (selection.length > 0) {
    const words = wordsOfSelection(desk.reader.getState());
    return [
      { id: 'copy', label: 'reader.copy', shortcut: null, run: () => desk.copy(words) },
      ...ofCommands(desk, WORDS),
    ];
  }
  if (pinnedItem(desk)) return ofItem(desk);
  return [...ofCommands(desk, OPEN), ...ofArticle(desk, view.article.id)];
}

function ofItem(desk: Desk): readonly ContextChoice[] {
  const item = pinnedItem(desk);
  const commands = ofCommands(desk, ITEM);
  return item?.type === 'name' ? [ofNamePage(desk, pageOf(desk, item)), ...commands] : commands;
}

const pageOf = (desk: Desk, { name }: Extract<Item, { type: 'name' }>): string =>
  `${name.type}:${formOf(name, desk.session.getState().state)}`;

const ofNamePage = (desk: Desk, page: string): ContextChoice => ({
  id: 'name',
  label: 'facts.openName',
  shortcut: null,
  run: () => desk.settings.getState().goTo({ room: 'names', name: page }),
});

const ofSearch = ({ log, search, settings, session }: Desk, page: string): ContextChoice => ({
  id: 'search',
  label: 'desk.context.search',
  shortcut: null,
  run: () => {
    const form = page.slice(page.indexOf(':') + 1);
    const { language, goTo } = settings.getState();
    const field = nameOfField('name', shownLanguage(language, session.getState().info));
    goTo({ room: 'search' });
    owned(log, search.getState().type(`${field}:"${form}"`));
  },
});

/** Those that can be done now. */
const ofCommands = (desk: Desk, ids: readonly string[]): ContextChoice[] =>
  COMMANDS.filter(({ id, enabled }) => ids.includes(id) && enabled(desk))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ id, shortcut }) => ({
      id,
      label: `commands.${id}`,
      shortcut,
      run: () => runCommand(desk, id),
    }));

const ofArticle = (desk: Desk, article: string): ContextChoice[] =>
  ARTICLE_COMMANDS.map((id) => ({
    id,
    label: `commands.${id}`,
    shortcut: COMMANDS.find((command) => command.id === id)?.shortcut ?? null,
    run: () => runOnArticle(desk, article, () => runCommand(desk, id)),
  }));
