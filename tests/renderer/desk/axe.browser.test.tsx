import axe from 'axe-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { page } from 'vitest/browser';
import { Desk } from '../../../renderer/Desk.tsx';
import { describeWords } from '../../../renderer/state/reader.ts';
import { DeskContext } from '../../../renderer/state/use-desk.ts';
import { MessagesProvider } from '../../../renderer/ui/messages.tsx';
import { showView } from '../show-view.tsx';
import { SCREENS, type Screen } from './axe-screens.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';

const THEMES = ['light', 'sepia', 'dark'] as const;
const LANGUAGES = ['zh', 'en'] as const;
const WIDTHS = [1440, 1024, 390] as const;

interface Look {
  readonly theme: (typeof THEMES)[number];
  readonly language: (typeof LANGUAGES)[number];
  readonly width: (typeof WIDTHS)[number];
}

const LOOKS: readonly Look[] = WIDTHS.flatMap((width) =>
  THEMES.flatMap((theme) => LANGUAGES.map((language) => ({ width, theme, language }))),
);

/** Every screen in every look, or in one of them each, so that each pair of theme, language and width occurs. */
const WANTED: readonly { readonly screen: Screen; readonly looks: readonly Look[] }[] = SCREENS.map(
  (screen, at) => ({ screen, looks: inject('everyLook') ? LOOKS : [LOOKS[(at * 5) % LOOKS.length] as Look] }),
);

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const PAGES = ['堤坝加固', '渡船复航'].map((title) => ({
  name: `${title}.txt`,
  bytes: bytesOf(
    `${title}\n\n1998年，县长林国平在临江镇说，堤坝投入资金30万元。\n\n第二年又修了2.6公里堤。\n`,
  ),
}));

/** A story that goes on on another page of its issue. */
const STORY = [
  ['第01版', '盐田上的风车', '丁水生听了一天的风，请来的木匠住了两个月，', '（下转第四版）'],
  ['第04版', '风车又转起来', '（上接第一版）连吃饭都在架子上。', '来看的有860人。'],
].map(([page = '', ...lines]) => ({
  name: `${page}.txt`,
  bytes: bytesOf([page, '潮声日报 2023年09月12日 星期二', '', ...lines, ''].join('\n\n')),
}));

let opened: TestDesk;
let first = '';

beforeAll(async () => {
  opened = await openTestDesk(`axe-${crypto.randomUUID()}`);
  const { desk } = opened;
  const files = [...PAGES, ...STORY];
  await desk.imports.getState().take({ files, refused: [] });
  const { rows } = await whenState(desk.shelf, (shelf) => shelf.rows.length >= files.length);
  first = rows.find(({ title }) => title === '堤坝加固')?.id ?? '';
  desk.reader.getState().open(first);
  await whenState(desk.reader, ({ view }) => view !== null);
  desk.reader.getState().selectBlocks([{ block: 1, start: 0, end: 6 }]);
  await desk.labelling.tag([first], ['水利'], []);
  await desk.labelling.mark([first], 'to-do');
  await desk.naming.keepWords(['临江镇'], 'place');
  desk.names.getState().watch();
  await whenState(desk.names, ({ rows: names }) => names.size > 0);
  for (const note of ['**再核**\n\n- 造价\n- 日期', '']) {
    const { view, selection } = desk.reader.getState();
    const said = { note, tags: ['待核'], colour: 'green' } as const;
    if (view) await desk.bookmarks.getState().add(describeWords(view, selection), said);
  }
  await whenState(desk.bookmarks, ({ placed }) => placed.length === 2);
  await desk.bookmarks.getState().remove(desk.bookmarks.getState().placed[0]?.bookmark.id ?? '');
  for (const { id } of desk.notices.getState().shown) desk.notices.getState().dismiss(id);
}, 300_000);

afterAll(() => opened.close());

/** The desk as it was before any screen was brought in. */
function leave(): void {
  const { desk } = opened;
  (document.activeElement as HTMLElement | null)?.blur();
  desk.surfaces.getState().hide();
  desk.mending.end();
  desk.find.getState().close();
  desk.focus.getState().release();
  desk.chosen.getState().clear();
  desk.comparing.getState().close();
  desk.search.getState().clear();
  desk.settings.getState().change({ showsCopies: false });
  desk.reader.getState().open(first);
  desk.settings.getState().goTo({ room: 'shelf', name: null, original: false, panel: true });
}

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/** What a screen moves and fades has come to rest; what opens begins to fade a frame after it is there. */
const atRest = async (): Promise<void> => {
  await nextFrame();
  await nextFrame();
  const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
  if (moving.length === 0) return;
  await Promise.allSettled(moving.map(({ finished }) => finished));
  await atRest();
};

async function findViolations(): Promise<string[]> {
  const { violations } = await axe.run(document, { runOnly: RULES, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

/** A picture of the screen; @returns nothing amiss. */
async function draw({ name }: Screen, { theme, language, width }: Look): Promise<string[]> {
  const file = `${name.replaceAll(' ', '-')}-${language}-${theme}-${width}.png`;
  await page.screenshot({ path: `../../../screenshots/looks/${file}` });
  return [];
}

const lookName = ({ theme, language, width }: Look): string => `${theme} ${language} ${width}`;

it('says of itself every pair of theme, language and width', () => {
  const seen = WANTED.flatMap(({ looks }) => looks);
  for (const look of LOOKS) {
    expect(seen.some(({ theme, language }) => theme === look.theme && language === look.language)).toBe(true);
    expect(seen.some(({ theme, width }) => theme === look.theme && width === look.width)).toBe(true);
    expect(seen.some(({ language, width }) => language === look.language && width === look.width)).toBe(true);
  }
});

it.each(WANTED.map(({ screen, looks }) => [screen.name, screen, looks] as const))(
  '%s breaks no rule of WCAG 2.2 AA',
  async (_, screen, looks) => {
    for (const look of looks) {
      await page.viewport(look.width, look.width === 390 ? 780 : 860);
      document.documentElement.dataset.theme = look.theme;
      document.documentElement.lang = look.language === 'zh' ? 'zh-CN' : 'en';
      document.title = 'Duidu';
      const { hide } = showView(
        <DeskContext value={opened.desk}>
          <MessagesProvider language={look.language}>
            <Desk />
          </MessagesProvider>
        </DeskContext>,
      );
      await expect.poll(() => document.querySelector('#reading-text')).not.toBeNull();
      opened.desk.reader.getState().selectBlocks([{ block: 1, start: 0, end: 6 }]);
      await screen.arrive(opened.desk);
      await expect
        .poll(() => document.querySelector(screen.there), { message: lookName(look) })
        .not.toBeNull();
      await atRest();
      const told = inject('drawsLooks') ? await draw(screen, look) : await findViolations();
      leave();
      hide();
      expect(told, lookName(look)).toEqual([]);
    }
  },
);
