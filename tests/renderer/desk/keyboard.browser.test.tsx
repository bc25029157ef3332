import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Command } from '../../../renderer/commands/command.ts';
import { COMMANDS } from '../../../renderer/commands/commands.ts';
import { readMessages } from '../../../renderer/ui/read-messages.ts';
import { REACHED_BY_KEYS, type Reached } from '../commands/reached-by-keys.ts';
import { WAYS } from './keyboard-ways.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { painted, showDesk } from './show-desk.tsx';

/** Three articles; the one in the middle breaks off, which is a doubt. */
const PAGE = [
  '盐场修起新堤',
  '',
  '■ 周小禾',
  '',
  '2019年，白沙盐场投入资金450万元修筑海堤，新堤全长2.6公里。',
  '',
  '渔港里的冰厂',
  '',
  '■ 江一帆',
  '',
  '盐场旁边的冰厂一天出冰1200块，厂长林国平说，够一条小船用上一天，码头上的渔船排着队等冰，没有冰谁也不敢走远，走远了也不敢',
  '',
  '灯塔下的气象站',
  '',
  '■ 孙若水',
  '',
  '气象站在灯塔脚下，只有2间屋子，值班员每3个小时记录一次海面的风和浪。',
  '',
].join('\n');

const MIDDLE = '渔港里的冰厂';

const { say } = readMessages('zh');
const wordsOf = ({ id }: Command): string => say(`commands.${id}` as never);

let opened: TestDesk;
let hide: () => void;

beforeAll(async () => {
  opened = await openTestDesk(`keyboard-${crypto.randomUUID()}`);
  const { desk } = opened;
  await desk.imports.getState().take({ files: [{ name: '盐场.txt', bytes: bytesOf(PAGE) }], refused: [] });
  await whenState(desk.shelf, ({ rows }) => rows.length === 3);
  hide = await showDesk(desk);
  return () => hide();
}, 300_000);

afterAll(() => opened.close());

/** The desk with the article in the middle open and nothing in hand. */
async function begin(): Promise<void> {
  const { desk } = opened;
  vi.restoreAllMocks();
  document.getSelection()?.removeAllRanges();
  (document.activeElement as HTMLElement | null)?.blur();
  desk.surfaces.getState().hide();
  desk.mending.end();
  desk.focus.getState().release();
  desk.search.getState().clear();
  desk.imports.setState({ running: false, isPaused: false });
  desk.settings.getState().goTo({ room: 'reader', name: null, original: false, panel: true });
  const row = desk.shelf.getState().rows.find(({ title }) => title === MIDDLE);
  desk.reader.getState().open(row?.id ?? '');
  await whenState(desk.reader, ({ view }) => view?.article.title?.text === MIDDLE);
  await expect.element(page.getByRole('heading', { name: MIDDLE, level: 1 })).toBeVisible();
}

afterEach(() => vi.restoreAllMocks());

const NAMES: Readonly<Record<string, string>> = { Mod: 'Control' };

/** A shortcut as the browser is told to press it. */
function toPress(shortcut: string): string {
  const keys = shortcut.split('+');
  const key = keys.at(-1) || '+';
  const held = keys.slice(0, -1).map((name) => NAMES[name] ?? name);
  const pressed = key.length > 1 ? `{${key}}` : key.replace(/[[{]/, '$&$&');
  return [...held.map((name) => `{${name}>}`), pressed, ...held.map((name) => `{/${name}}`)].join('');
}

/** What is typed goes to the palette only once it is there. */
async function openPalette(): Promise<void> {
  await userEvent.keyboard('{Control>}{Shift>}p{/Shift}{/Control}');
  await expect.element(page.getByRole('dialog').getByRole('searchbox')).toHaveFocus();
}

it.each(Object.keys(WAYS) as Reached[])('does what can be done with %s by keys alone', async (to) => {
  await begin();
  await WAYS[to](opened.desk);
  const commands: readonly string[] = REACHED_BY_KEYS[to];
  const wanted = COMMANDS.filter(({ id }) => commands.includes(id));
  // What they do is tested elsewhere; here, that the keys arrive at them.
  const ran = new Map(wanted.map((command) => [command, vi.spyOn(command, 'run').mockReturnValue(null)]));
  for (const command of wanted) {
    if (command.shortcut === null) continue;
    await userEvent.keyboard(toPress(command.shortcut));
    await expect.poll(() => ran.get(command)?.mock.calls.length, { message: command.id }).toBe(1);
  }

  const inPalette = wanted.filter(({ id }) => id !== 'showPalette');
  ran.get(COMMANDS.find(({ id }) => id === 'showPalette') as Command)?.mockRestore();
  await openPalette();
  const listed = () =>
    [...document.querySelectorAll('[role="menuitem"]')].map(({ textContent }) => textContent);
  await expect
    .poll(() => inPalette.filter((command) => !listed().some((text) => text?.startsWith(wordsOf(command)))))
    .toEqual([]);
});

it('marks, labels, looks into the trash and undoes without a pointer', async () => {
  const { desk } = opened;
  await begin();
  const { keyboard } = userEvent;
  await keyboard('j');
  await expect.poll(() => painted('claim-pinned')).not.toBe('');
  const fact = painted('claim-pinned');
  // Shift and an arrow begin at what is pinned and go on from there.
  await keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  await expect.poll(() => String(document.getSelection())).toMatch(new RegExp(`^${fact}.$`));
  await keyboard('b');
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await keyboard('再问一次{Control>}{Enter}{/Control}');
  await whenState(desk.bookmarks, ({ placed }) => placed.length === 1);
  expect(desk.bookmarks.getState().placed[0]).toMatchObject({ words: expect.stringContaining(fact) });

  await keyboard('t');
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await keyboard('渔业{Control>}{Enter}{/Control}');
  await whenState(desk.shelf, ({ rows }) => rows.some(({ tags }) => tags.includes('渔业')));

  await openPalette();
  await keyboard(`${say('commands.showTrash')}{Enter}`);
  await whenState(desk.surfaces, ({ open }) => open === 'trash');
  await keyboard('{Escape}');
  await whenState(desk.surfaces, ({ open }) => open === null);

  await keyboard('{Control>}3{/Control}');
  await expect.element(page.getByText('再问一次')).toBeVisible();
  await keyboard('{Control>}z{/Control}{Control>}z{/Control}');
  await whenState(desk.bookmarks, ({ placed }) => placed.length === 0);
});

it('leaves the desk below the palette as it is, whatever is typed there', async () => {
  const { desk } = opened;
  await begin();
  const { keyboard } = userEvent;
  await keyboard('j');
  await expect.poll(() => painted('claim-pinned')).not.toBe('');
  const before = desk.session.getState().state;
  await openPalette();
  await keyboard('xc{Control>}z{/Control}');
  await keyboard('{Control>}5{/Control}');
  await expect.element(page.getByRole('dialog').getByRole('searchbox')).toHaveFocus();
  expect(desk.settings.getState().place.room).toBe('reader');
  expect(desk.session.getState().state).toBe(before);
  // One Esc leaves it, also with words in it.
  await keyboard('{Escape}');
  await whenState(desk.surfaces, ({ open }) => open === null);
});
