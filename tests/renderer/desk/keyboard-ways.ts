import { userEvent } from 'vitest/browser';
import type { Desk } from '../../../renderer/state/desk.ts';
import type { Room } from '../../../renderer/state/settings.ts';
import type { Reached } from '../commands/reached-by-keys.ts';
import { whenState } from './open-test-desk.ts';

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

/** How a person comes, by keys alone, to where commands can be used. */
export const WAYS: Readonly<Record<Reached, (desk: Desk) => unknown>> = {
  'any room': inRoom('2', 'shelf'),
  'an import at work': meanwhile.importing,
  'a paused import': meanwhile.paused,
  'a watched folder': meanwhile.watching,
  'an article': read,
  'a fact': pin('fact'),
  'a name': pin('name'),
  'selected words': select,
  'what a search found': search,
  'the table of facts': async (desk) => {
    await inRoom('5', 'facts')(desk);
    await whenState(desk.claims, ({ rows }) => rows.size > 0);
  },
  'words to mend': selectToMend,
  'the articles of a page to mend': selectToMend,
  'something doubtful': async (desk) => {
    await read(desk);
    await keys('d');
    await whenState(desk.doubts, ({ lookedAt }) => lookedAt !== null);
  },
  'an article that was gone back from': async ({ visited }) => {
    await keys(']');
    await whenState(visited, ({ at }) => at > 0);
    const at = visited.getState().at;
    await keys('{Alt>}{ArrowLeft}{/Alt}');
    await whenState(visited, (now) => now.at < at);
  },
  'the next article': async ({ visited }) => {
    const { at } = visited.getState();
    await keys(']');
    await whenState(visited, (now) => now.at > at);
  },
  'something done': async (desk) => {
    await read(desk);
    await keys('l');
    await whenState(desk.session, ({ undoable }) => undoable !== null);
  },
  'something undone': async (desk) => {
    await keys('{Control>}z{/Control}');
    await whenState(desk.session, ({ redoable }) => redoable !== null);
  },
};
