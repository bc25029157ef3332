import { failure } from '@shared/contracts/results.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DeskRail } from '../../../renderer/DeskRail.tsx';
import type { Desk } from '../../../renderer/state/desk.ts';
import { describeWords } from '../../../renderer/state/reader.ts';
import { DeskContext } from '../../../renderer/state/use-desk.ts';
import { MessagesProvider } from '../../../renderer/ui/messages.tsx';
import { showView } from '../show-view.tsx';
import { ROOMS } from './axe-screens.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

/** 200 % of 1440 × 900, 400 % of 1280 × 1024, a small telephone: WCAG 2.2, 1.4.10 Reflow. */
const ZOOMED = [
  [720, 450],
  [320, 256],
  [320, 568],
] as const;

/** Rooms that take the text's place and have no list of their own on a narrow window. */
const HEADED: ReadonlySet<string> = new Set(['settings', 'facts']);

const STORY = [
  '渡口通航',
  ...Array.from(
    { length: 12 },
    (_, i) => `1998年${i + 1}月，河湾村修了第${i + 1}座渡口，花费${i + 35}万元。`,
  ),
].join('\n\n');

let opened: TestDesk;
let hide: () => void;

beforeAll(async () => {
  opened = await openTestDesk('widths');
  hide = await showDesk(opened.desk);
  await opened.desk.imports
    .getState()
    .take({ files: [{ name: '渡口.txt', bytes: bytesOf(STORY) }], refused: [] });
  const [row] = (await whenState(opened.desk.shelf, ({ rows }) => rows.length > 0)).rows;
  opened.desk.reader.getState().open(row?.id ?? '');
  await whenState(opened.desk.reader, ({ view }) => view !== null);
});

afterAll(() => {
  hide();
  opened.close();
});

const handle = (name: string) => page.getByRole('separator', { name });
const widthOf = (selector: string): number => document.querySelector<HTMLElement>(selector)?.offsetWidth ?? 0;
const LIST = 'nav + aside';
const PANEL = 'main + aside';

describe('what stands beside the text', () => {
  it('is made wider by keys and by the pointer, keeps its width, and gets its usual one back', async () => {
    await page.viewport(1440, 820);
    await expect.poll(() => widthOf(LIST)).toBe(304);
    handle('左栏宽度').element().focus();
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowRight}{/Shift}');
    await expect.poll(() => widthOf(LIST)).toBe(304 + 16 + 64);
    await expect.element(handle('左栏宽度')).toHaveAttribute('aria-valuenow', '384');
    expect(opened.desk.settings.getState().widths.list).toBe(384);
    await userEvent.keyboard('{Home}');
    await expect.poll(() => widthOf(LIST)).toBe(220);

    const box = handle('右栏宽度').element().getBoundingClientRect();
    const at = (clientX: number): PointerEventInit => ({
      clientX,
      clientY: 400,
      pointerId: 1,
      bubbles: true,
    });
    const grip = handle('右栏宽度').element();
    // A pointer that the browser does not know cannot be captured.
    grip.setPointerCapture = () => undefined;
    grip.dispatchEvent(new PointerEvent('pointerdown', at(box.left + 2)));
    grip.dispatchEvent(new PointerEvent('pointermove', at(box.left - 48)));
    grip.dispatchEvent(new PointerEvent('lostpointercapture', at(box.left - 48)));
    await expect.poll(() => widthOf(PANEL)).toBe(412 + 50);
    grip.dispatchEvent(new PointerEvent('pointermove', at(box.left - 200)));
    expect(opened.desk.settings.getState().widths.facts).toBe(462);

    await handle('右栏宽度').dblClick({ position: { x: 3, y: 300 } });
    await expect.poll(() => widthOf(PANEL)).toBe(412);
    handle('左栏宽度').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => widthOf(LIST)).toBe(304);
  });

  it('gives way to the text where the window has no room for all', async () => {
    opened.desk.settings
      .getState()
      .change({ widths: { list: 560, facts: 900, original: null, drawer: null } });
    for (const width of [1440, 1240, 1130]) {
      await page.viewport(width, 820);
      await expect.poll(() => widthOf('main')).toBeGreaterThanOrEqual(400);
      expect(widthOf(LIST)).toBeGreaterThanOrEqual(220);
      expect(widthOf(PANEL)).toBeGreaterThanOrEqual(320);
      expect(document.documentElement.scrollWidth).toBe(width);
    }
    opened.desk.settings
      .getState()
      .change({ widths: { list: null, facts: null, original: null, drawer: null } });
  });
});

it.each([
  ['zh', 390],
  ['en', 390],
  ['en', 320],
] as const)('names each place on one line in %s at %i pixels', async (language, width) => {
  await page.viewport(width, 780);
  const rail = showView(
    <DeskContext value={opened.desk}>
      <MessagesProvider language={language}>
        <DeskRail onChoose={() => {}} />
      </MessagesProvider>
    </DeskContext>,
  );
  await expect.poll(() => document.querySelectorAll('nav').length).toBe(2);
  const names = [...document.querySelectorAll<HTMLElement>('nav')[1]!.querySelectorAll('span')];
  expect(names.map(({ textContent }) => textContent)).toHaveLength(ROOMS.length);
  const right = names.map((name) => name.getBoundingClientRect().right);
  for (const [at, name] of names.entries()) {
    expect(name.getClientRects(), name.textContent).toHaveLength(1);
    expect(name.offsetHeight, name.textContent).toBe(names[0]?.offsetHeight);
    expect(name.getBoundingClientRect().left, name.textContent).toBeGreaterThanOrEqual(right[at - 1] ?? 0);
    expect(right[at], name.textContent).toBeLessThanOrEqual(width);
  }
  rail.hide();
});

describe.each(ZOOMED)('a window of %i × %i', (width, height) => {
  it('shows the words of each fact above its card', async () => {
    await page.viewport(width, height);
    const { desk } = opened;
    const facts = desk.reader.getState().view?.items.filter(({ type }) => type === 'fact') ?? [];
    expect(facts.length).toBeGreaterThan(12);
    for (const fact of [facts[0], facts.at(-1), facts[6]]) {
      desk.focus.getState().pin(fact?.id ?? '', 'keys');
      await expect.poll(() => isPinnedSeen(), { message: JSON.stringify(fact) }).toBe(true);
    }
    desk.focus.getState().release();
  });

  it('has every room without scrolling sideways', async () => {
    await page.viewport(width, height);
    for (const [at, room] of ROOMS.entries()) {
      document.querySelectorAll<HTMLElement>('nav button')[at]?.click();
      await expect.poll(() => opened.desk.settings.getState().place.room).toBe(room);
      await expect
        .poll(() => document.querySelector(HEADED.has(room) ? 'main h1, main h2' : LIST), { message: room })
        .not.toBeNull();
      expect(document.documentElement.scrollWidth, room).toBe(width);
      const wide = [...document.querySelectorAll<HTMLElement>('aside, main, header, nav')].filter(
        ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1,
      );
      expect(
        wide.map(({ className }) => className),
        room,
      ).toEqual([]);
    }
    opened.desk.settings.getState().goTo({ room: 'shelf' });
  });
});

it.each([
  [1440, 820],
  [1024, 768],
  [390, 780],
])(
  'a window of %i × %i brings panel and original in by their keys, and sends them off',
  async (width, height) => {
    await page.viewport(width, height);
    const { desk } = opened;
    desk.focus.getState().release();
    desk.settings.getState().goTo({ room: 'reader', original: false, panel: false });
    desk.surfaces.getState().bring(null);
    // In a box for words the keys are letters.
    (document.activeElement as HTMLElement | null)?.blur();
    const shown = () =>
      document.querySelector(`${PANEL} [role="tab"][aria-selected="true"]`)?.textContent ?? '';
    await expect.poll(shown).toBe('');
    await userEvent.keyboard('p');
    await expect.poll(shown).toBe('事实');
    await userEvent.keyboard('o');
    await expect.poll(shown).toBe('原版');
    await userEvent.keyboard('p');
    await expect.poll(shown).toBe('');
    // The original was shown last; asked for, it comes in again.
    await userEvent.keyboard('o');
    await expect.poll(shown).toBe('原版');
    await userEvent.keyboard('o');
    await expect.poll(shown).not.toBe('原版');
    desk.settings.getState().goTo({ room: 'shelf', panel: true });
    desk.surfaces.getState().bring(null);
  },
);

it.each([
  [1024, 500],
  [390, 780],
])('a window of %i × %i opens the original at the words that are selected', async (width, height) => {
  await page.viewport(width, height);
  const { desk } = opened;
  desk.settings.getState().goTo({ room: 'reader', original: false });
  // A room that is come to sends the drawer off.
  await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
  desk.surfaces.getState().bring(null);
  const last = (desk.reader.getState().view?.blocks.length ?? 0) - 1;
  desk.reader.getState().selectBlocks([{ block: last, start: 0, end: 5 }]);
  desk.mending.begin();
  const isSeen = (): boolean => {
    const [words] = CSS.highlights.get('part-selected') ?? [];
    if (!(words instanceof Range)) return false;
    const lines = words.startContainer.parentElement?.closest('section')?.getBoundingClientRect();
    const { top, bottom } = words.getBoundingClientRect();
    return lines !== undefined && top >= lines.top && bottom <= lines.bottom;
  };
  await expect.poll(isSeen).toBe(true);
  desk.mending.end();
  desk.reader.getState().selectBlocks([]);
  desk.settings.getState().goTo({ room: 'shelf', original: false });
  desk.surfaces.getState().bring(null);
});

it('a form of a list keeps what is typed while the window loses the room for the list', async () => {
  await page.viewport(1440, 820);
  const { desk } = opened;
  desk.reader.getState().selectBlocks([{ block: 1, start: 0, end: 5 }]);
  const { view, selection } = desk.reader.getState();
  await desk.bookmarks.getState().add(describeWords(view!, selection), { note: '', tags: [] });
  desk.settings.getState().goTo({ room: 'bookmarks' });
  await page.getByRole('button', { name: /^更多：/ }).click();
  await page.getByRole('menuitem', { name: '改书签' }).click();
  const note = page.getByRole('textbox', { name: '批注' });
  await note.fill('造价要再核');
  desk.focus.getState().pin(desk.reader.getState().view?.items[0]?.id ?? '', 'text');
  for (const [width, height] of [[1024, 768], ...ZOOMED] as const) {
    await page.viewport(width, height);
    await expect.element(note).toHaveValue('造价要再核');
  }
  await page.getByText('保存', { exact: true }).click();
  await expect.poll(() => desk.bookmarks.getState().placed[0]?.bookmark.note).toBe('造价要再核');
  desk.focus.getState().release();
  desk.settings.getState().goTo({ room: 'shelf' });
});

it('news lies over nothing below the text, however many lines it has', async () => {
  await page.viewport(390, 700);
  const { notices, find } = opened.desk;
  find.getState().open('渡口');
  for (const code of ['file-encrypted', 'empty-file'] as const) notices.getState().fail(failure(code));
  const next = page.getByRole('button', { name: '下一处', exact: true });
  await expect.element(next).toBeVisible();
  await expect.poll(() => document.querySelectorAll('[data-news]').length).toBe(2);
  const newsTop = () => document.querySelector('[data-news]')?.getBoundingClientRect().top ?? 0;
  await expect.poll(() => next.element().getBoundingClientRect().bottom - newsTop()).toBeLessThanOrEqual(0);
  for (const { id } of notices.getState().shown) notices.getState().dismiss(id);
  find.getState().close();
});

/** What takes the place of a room, or lies over one, and has no button in the rail. */
const ELSEWHERE: readonly {
  readonly name: string;
  readonly arrive: (desk: Desk) => unknown;
  readonly there: string;
}[] = [
  {
    name: 'agreement',
    arrive: ({ settings }) => settings.getState().goTo({ room: 'agreement' }),
    there: 'main h1, main h2',
  },
  {
    name: 'facts in groups',
    arrive: ({ settings, claims }) => {
      settings.getState().goTo({ room: 'facts' });
      claims.getState().gather('unit');
    },
    there: 'main caption',
  },
  {
    name: 'a list of terms',
    arrive: async ({ hitLists, surfaces }) => {
      hitLists.getState().type('渡口\n>40万元\n没有的词');
      await hitLists.getState().countTerms();
      surfaces.getState().show('terms');
    },
    there: '[role="dialog"] li',
  },
  {
    name: 'a concordance',
    arrive: async ({ search, surfaces }) => {
      await search.getState().type('渡口');
      await whenState(search, ({ articles }) => articles > 0);
      surfaces.getState().show('concordance');
    },
    there: '[data-line] mark',
  },
];

describe.each(ZOOMED)('a window of %i × %i', (width, height) => {
  afterEach(() => {
    const { surfaces, claims, search, settings } = opened.desk;
    surfaces.getState().hide();
    claims.getState().gather(null);
    search.getState().clear();
    settings.getState().goTo({ room: 'shelf' });
  });

  it.each(ELSEWHERE)('has $name without scrolling sideways', async ({ arrive, there }) => {
    await page.viewport(width, height);
    await arrive(opened.desk);
    await expect.poll(() => document.querySelector(there)).not.toBeNull();
    expect(document.documentElement.scrollWidth).toBe(width);
    const wide = [
      ...document.querySelectorAll<HTMLElement>('main, [role="dialog"], [role="dialog"] *'),
    ].filter((element) => scrollsSideways(element));
    expect(wide.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
  });
});

/** Whether anything of it lies out of sight to the side, where it scrolls or is cut off without a sign. */
function scrollsSideways(element: HTMLElement): boolean {
  const { overflowX, textOverflow } = getComputedStyle(element);
  // What only screen readers are told takes one pixel.
  if (overflowX === 'visible' || textOverflow === 'ellipsis' || element.clientWidth <= 1) return false;
  return element.scrollWidth > element.clientWidth + 1;
}

function isPinnedSeen(): boolean {
  const [words] = CSS.highlights.get('claim-pinned') ?? [];
  if (!(words instanceof Range)) return false;
  const { top, bottom } = words.getBoundingClientRect();
  const pane = document.querySelector('main')?.getBoundingClientRect();
  const drawer = document.querySelector(PANEL)?.getBoundingClientRect();
  return pane !== undefined && drawer !== undefined && top >= pane.top && bottom <= drawer.top + 1;
}
