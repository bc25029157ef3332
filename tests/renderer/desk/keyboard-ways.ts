import { userEvent } from 'vitest/browser';
import type { Desk } from '../../../renderer/state/desk.ts';
import type { Room } from '../../../renderer/state/settings.ts';
import { whenState } from './open-test-desk.ts';

/** How a person comes, by keys alone, to where some commands can be used. */
export interface Way {
  readonly to: string;
  readonly go: (desk: Desk) => unknown;
  readonly commands: readonly string[];
}

const keys = (pressed: string): Promise<void> => userEvent.keyboard(pressed);

/** What a machine does while a person waits; the desk is told that it is at it. */
const meanwhile = {
  importing: ({ imports }: Desk) => imports.setState({ running: true, isPaused: false }),
  paused: ({ imports }: Desk) => imports.setState({ running: true, isPaused: true }),
  watching: ({ watching }: Desk) => watching.setState({ isPossible: true, folder: '简报' as never }),
};

const inRoom =
  (digit: string, room: Room) =>
  async ({ settings }: Desk): Promise<void> => {
    await keys(`{Control>}${digit}{/Control}`);
    await whenState(settings, ({ place }) => place.room === room);
  };

const read = inRoom('1', 'reader');

/** The first fact or name of the article, by walking through all of them. */
const pin =
  (type: 'fact' | 'name') =>
  async (desk: Desk): Promise<void> => {
    await read(desk);
    const items = desk.reader.getState().view?.items ?? [];
    const isPinned = () => items.find(({ id }) => id === desk.focus.getState().pinned)?.type === type;
    for (let step = 0; step <= items.length && !isPinned(); step++) await keys('j');
  };

/** Selects the words of the first fact: Shift and an arrow begin at what is pinned. */
async function select(desk: Desk): Promise<void> {
  await pin('fact')(desk);
  await keys('{Shift>}{ArrowRight}{/Shift}');
  await whenState(desk.reader, ({ selection }) => selection.length > 0);
}

async function selectToMend(desk: Desk): Promise<void> {
  await select(desk);
  await keys('m');
  await whenState(desk.surfaces, ({ mending }) => mending);
}

async function search(desk: Desk): Promise<void> {
  await keys('{Control>}k{/Control}');
  await keys('盐{Enter}');
  await whenState(desk.search, ({ found }) => found.length > 0);
  // The box keeps what is typed to itself.
  await keys('{Escape}');
  await read(desk);
}

/** Every command of the desk, once, with a way to it. */
export const WAYS: readonly Way[] = [
  {
    to: 'any room',
    go: inRoom('2', 'shelf'),
    commands: [
      'showPalette',
      'focusSearch',
      'importFiles',
      'importSpecimen',
      'importFolder',
      'showReader',
      'showShelf',
      'showBookmarks',
      'showNames',
      'showFacts',
      'showWords',
      'showSettings',
      'showHelp',
      'showLicences',
      'nextTheme',
      'switchLanguage',
      'largerText',
      'smallerText',
      'rebuildLibrary',
      'exportThings',
      'verifyExport',
      'bringAnnotations',
      'carryLibrary',
      'showIssues',
      'showTrash',
    ],
  },
  { to: 'an import at work', go: meanwhile.importing, commands: ['pauseImport', 'stopImport'] },
  { to: 'a paused import', go: meanwhile.paused, commands: ['goOnImport'] },
  { to: 'a watched folder', go: meanwhile.watching, commands: ['watchFolder', 'stopWatching'] },
  {
    to: 'an article',
    go: read,
    commands: [
      'nextFact',
      'previousFact',
      'confirmShown',
      'toggleOriginal',
      'togglePanel',
      'nextArticle',
      'previousArticle',
      'findInArticle',
      'tagArticles',
      'markRead',
      'markToDo',
      'compareArticles',
      'describeSource',
      'removeSource',
      'copyReference',
      'copyInText',
      'printArticle',
      'mendPage',
    ],
  },
  { to: 'a fact', go: pin('fact'), commands: ['release', 'confirmFact', 'correctFact', 'rejectFact'] },
  { to: 'a name', go: pin('name'), commands: ['correctFact', 'rejectFact'] },
  {
    to: 'selected words',
    go: select,
    commands: ['useSelectedWords', 'addFact', 'addName', 'bookmarkSelection', 'copyQuotation'],
  },
  { to: 'what a search found', go: search, commands: ['nextHit', 'previousHit'] },
  {
    to: 'the table of facts',
    go: async (desk) => {
      await inRoom('5', 'facts')(desk);
      await whenState(desk.claims, ({ rows }) => rows.size > 0);
    },
    commands: ['nextFact', 'previousFact', 'confirmFact', 'correctFact', 'rejectFact'],
  },
  {
    to: 'words to mend',
    go: selectToMend,
    commands: [
      'splitArticle',
      'joinParagraph',
      'breakParagraph',
      'readFirst',
      'readAfter',
      'markAs.body',
      'markAs.title',
      'markAs.subtitle',
      'markAs.byline',
      'markAs.heading',
      'markAs.caption',
      'markAs.furniture',
    ],
  },
  {
    to: 'the articles of a page to mend',
    go: selectToMend,
    commands: ['mergeArticle', 'articleEarlier', 'articleLater'],
  },
  {
    to: 'something doubtful',
    go: async (desk) => {
      await read(desk);
      await keys('d');
      await whenState(desk.doubts, ({ lookedAt }) => lookedAt !== null);
    },
    commands: ['nextDoubt', 'previousDoubt', 'settleDoubt'],
  },
  {
    to: 'an article that was gone back from',
    go: async ({ visited }) => {
      await keys(']');
      await whenState(visited, ({ at }) => at > 0);
      const at = visited.getState().at;
      await keys('{Alt>}{ArrowLeft}{/Alt}');
      await whenState(visited, (now) => now.at < at);
    },
    commands: ['goForward'],
  },
  {
    to: 'the next article',
    go: async ({ visited }) => {
      const { at } = visited.getState();
      await keys(']');
      await whenState(visited, (now) => now.at > at);
    },
    commands: ['goBack'],
  },
  {
    to: 'something done',
    go: async (desk) => {
      await read(desk);
      await keys('l');
      await whenState(desk.session, ({ undoable }) => undoable !== null);
    },
    commands: ['undo'],
  },
  {
    to: 'something undone',
    go: async (desk) => {
      await keys('{Control>}z{/Control}');
      await whenState(desk.session, ({ redoable }) => redoable !== null);
    },
    commands: ['redo'],
  },
];
