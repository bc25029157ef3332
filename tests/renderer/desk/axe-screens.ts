import { VERDICTS } from '@shared/analysis/agreement/figure-groups.ts';
import type { Desk } from '../../../renderer/state/desk.ts';
import type { Room } from '../../../renderer/state/settings.ts';
import { SURFACES, type Surface } from '../../../renderer/state/surfaces.ts';
import { whenState } from './open-test-desk.ts';

/** How a screen is brought in over a desk that shows an article, and what is in the document once it is there. */
export interface Screen {
  readonly name: string;
  readonly arrive: (desk: Desk) => unknown;
  readonly there: string;
}

/** Rooms in the order of their buttons. */
export const ROOMS = ['shelf', 'search', 'bookmarks', 'names', 'facts', 'imports', 'settings'] as const;

/** As a person goes there: on a narrow window the list comes in as a drawer. */
const goTo = (room: Room): void =>
  document.querySelectorAll<HTMLElement>('nav button')[ROOMS.indexOf(room as 'shelf')]?.click();

/** Presses a button, or another element that is pressed, by its words or its name once it is in the document. */
function pressWhenThere(words: RegExp, pressed = 'button'): Promise<void> {
  return new Promise((done) => {
    const look = (): void => {
      const button = [...document.querySelectorAll<HTMLElement>(pressed)].find(({ ariaLabel, textContent }) =>
        words.test(ariaLabel ?? textContent ?? ''),
      );
      if (!button) {
        requestAnimationFrame(look);
        return;
      }
      button.click();
      done();
    };
    look();
  });
}

/** Opens an article by its headline. */
const openByTitle = ({ reader, shelf }: Desk, wanted: string): void =>
  reader.getState().open(shelf.getState().rows.find(({ title }) => title === wanted)?.id ?? '');

const firstOf = (desk: Desk, type: 'fact' | 'name'): string =>
  desk.reader.getState().view?.items.find((item) => item.type === type)?.id ?? '';

/** What each form is about has to be there before it. */
const BEFORE: Partial<Record<Surface, (desk: Desk) => unknown>> = {
  'fact-form': (desk) => desk.focus.getState().pin(firstOf(desk, 'fact'), 'keys'),
  'name-form': (desk) => desk.focus.getState().pin(firstOf(desk, 'name'), 'keys'),
  terms: async ({ hitLists }) => {
    hitLists.getState().type('堤\n>1囧');
    await hitLists.getState().countTerms();
  },
  concordance: ({ search }) => search.getState().type('堤'),
  'describe-form': (desk) => desk.chosen.getState().choose(desk.shelf.getState().rows.map(({ id }) => id)),
};

export const SCREENS: readonly Screen[] = [
  { name: 'shelf', arrive: () => goTo('shelf'), there: '[data-article]' },
  {
    name: 'articles chosen',
    arrive: (desk) => {
      goTo('shelf');
      desk.chosen.getState().choose(desk.shelf.getState().rows.map(({ id }) => id));
    },
    there: '[data-chosen="true"]',
  },
  {
    name: 'search',
    arrive: async ({ search }) => {
      goTo('search');
      await search.getState().type('堤');
      search.getState().submit();
      await whenState(search, ({ found }) => found.length > 0);
    },
    there: '[data-room="search"] mark',
  },
  { name: 'bookmarks', arrive: () => goTo('bookmarks'), there: '[data-lost]' },
  {
    name: 'bookmarks of some days',
    arrive: async () => {
      goTo('bookmarks');
      await pressWhenThere(/何时加的|When it was made/);
      await pressWhenThere(/自选日期|Between two days/, '[role^="menuitem"]');
    },
    there: 'aside fieldset input',
  },
  { name: 'names', arrive: () => goTo('names'), there: '[data-name]' },
  {
    name: 'a name',
    arrive: ({ names, settings }) => {
      goTo('names');
      settings.getState().goTo({ name: names.getState().rows.get(0)?.id ?? null });
    },
    there: 'aside h3',
  },
  {
    name: 'a name to be parted',
    arrive: async ({ names, settings }) => {
      goTo('names');
      for (const { id } of names.getState().rows.values()) {
        settings.getState().goTo({ name: id });
        const { page } = await whenState(names, (state) => state.page?.id === id);
        if ((page?.articles ?? 0) > 1) break;
      }
      await pressWhenThere(/同名|of this name/);
    },
    there: '[role="dialog"]',
  },
  { name: 'facts', arrive: () => goTo('facts'), there: '[data-words]' },
  {
    name: 'facts in groups',
    arrive: ({ claims }) => {
      goTo('facts');
      claims.getState().gather('unit');
    },
    there: 'main caption',
  },
  {
    name: 'agreement',
    arrive: async ({ settings, agreements }) => {
      settings.getState().goTo({ room: 'agreement' });
      await whenState(agreements, ({ phase }) => phase === 'found');
      const { found, show } = agreements.getState();
      const told = VERDICTS.find((verdict) => found!.counts[verdict] > 0);
      if (told) show(told);
      await whenState(agreements, ({ rows }) => rows.length > 0);
    },
    there: '[data-things="found"] [data-verdict]',
  },
  { name: 'imports', arrive: () => goTo('imports'), there: '[data-step]' },
  { name: 'settings', arrive: () => goTo('settings'), there: '[data-room="settings"]' },
  {
    name: 'a pinned fact',
    arrive: (desk) => desk.focus.getState().pin(firstOf(desk, 'fact'), 'keys'),
    there: '[data-pinned="true"]',
  },
  {
    name: 'a pinned name',
    arrive: (desk) => desk.focus.getState().pin(firstOf(desk, 'name'), 'keys'),
    there: '[data-pinned="true"]',
  },
  {
    name: 'the page as it came',
    arrive: ({ settings, mending }) => {
      settings.getState().goTo({ original: true, panel: true });
      mending.begin();
    },
    there: '[role="tabpanel"]',
  },
  {
    name: 'two articles compared',
    arrive: async ({ comparing, shelf }) => {
      const [first, second] = shelf.getState().rows;
      if (first && second) comparing.getState().compare([first.id, second.id]);
      await whenState(comparing, ({ found }) => found !== null);
    },
    there: '[data-compared]',
  },
  {
    name: 'copies beside the text',
    arrive: ({ settings }) => settings.getState().change({ showsCopies: true }),
    there: '[data-copies] button',
  },
  {
    name: 'a story that is offered its end',
    arrive: (desk) => openByTitle(desk, '盐田上的风车'),
    there: '[data-story="offer"]',
  },
  {
    name: 'a story on two pages',
    arrive: async (desk) => {
      openByTitle(desk, '盐田上的风车');
      const { offered, following } = await whenState(
        desk.stories,
        (stories) => stories.offered.length + stories.following.length > 0,
      );
      if (following.length === 0 && offered[0]) await desk.stories.getState().join(offered[0]);
    },
    there: '[data-story="part"]',
  },
  {
    name: 'a context menu',
    arrive: () =>
      document
        .querySelector('#reading-text')
        ?.dispatchEvent(
          new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 200, clientY: 200 }),
        ),
    there: '[role="menu"]',
  },
  { name: 'finding', arrive: ({ find }) => find.getState().open('堤'), there: 'search input' },
  ...SURFACES.map((surface) => ({
    name: surface,
    arrive: (desk: Desk) => {
      BEFORE[surface]?.(desk);
      desk.surfaces.getState().show(surface);
    },
    there: '[role="dialog"]',
  })),
];
