import { BLOCK_ROLES, type BlockRole } from '@shared/journal/act.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { ArticleView } from '../state/article-view.ts';
import type { Desk } from '../state/desk.ts';
import { isSameDoubt } from '../state/doubts.ts';
import { openingWords } from '../state/page-words.ts';
import type { Command } from './command.ts';

/** The keys that mark words while the page is mended. */
const ROLE_KEYS: Record<BlockRole, string> = {
  title: '1',
  subtitle: '2',
  byline: '3',
  heading: '4',
  body: '5',
  caption: '6',
  furniture: '7',
};

const isMending = ({ surfaces, settings }: Desk): boolean =>
  surfaces.getState().mending && settings.getState().place.room !== 'settings';

/** A command on the words that are selected while the page is mended. */
const onWords = (
  id: string,
  keywords: readonly string[],
  shortcut: string | null,
  run: (desk: Desk, view: ArticleView, words: readonly SourceSpan[]) => unknown,
): Command => ({
  id,
  group: 'mend',
  keywords,
  shortcut,
  enabled: (desk) => {
    const { view, selection } = desk.reader.getState();
    return isMending(desk) && view !== null && selection.length > 0;
  },
  run: (desk) => {
    const { view, selection } = desk.reader.getState();
    return view && run(desk, view, selection);
  },
});

/** The open article and the one before it on its page, by their first words. */
function neighbours({ reader }: Desk): readonly [readonly SourceSpan[], readonly SourceSpan[]] | null {
  const { view, page } = reader.getState();
  const at = page.findIndex(({ id }) => id === view?.article.id);
  const [before, open] = [page[at - 1], page[at]];
  const first = before && openingWords(before);
  const second = open && openingWords(open);
  return first && second ? [first, second] : null;
}

const canDoubt = ({ shelf, settings }: Desk): boolean =>
  settings.getState().place.room !== 'settings' && shelf.getState().rows.some(({ doubts }) => doubts > 0);

/** The doubt that is looked at, while it stands open. */
function openDoubt({ doubts, reader }: Desk) {
  const { lookedAt } = doubts.getState();
  return lookedAt && reader.getState().view?.doubts.find((one) => isSameDoubt(one, lookedAt.doubt));
}

export const MEND_COMMANDS: readonly Command[] = [
  {
    id: 'mendPage',
    group: 'mend',
    keywords: ['修版', '切分', 'split'],
    shortcut: 'm',
    enabled: ({ reader }) => reader.getState().view !== null,
    run: (desk) => (isMending(desk) ? desk.mending.end() : desk.mending.begin()),
  },
  {
    id: 'nextDoubt',
    group: 'mend',
    keywords: ['存疑', '疑问', 'unsure'],
    shortcut: 'd',
    enabled: canDoubt,
    run: ({ doubts }) => doubts.getState().step(1),
  },
  {
    id: 'previousDoubt',
    group: 'mend',
    keywords: ['存疑', '疑问', 'unsure'],
    shortcut: 'Shift+d',
    enabled: canDoubt,
    run: ({ doubts }) => doubts.getState().step(-1),
  },
  {
    id: 'settleDoubt',
    group: 'mend',
    keywords: ['无误', '存疑', 'right'],
    shortcut: 's',
    enabled: (desk) => Boolean(openDoubt(desk)),
    run: (desk) => {
      const doubt = openDoubt(desk);
      return doubt && desk.doubts.getState().settle(doubt);
    },
  },
  onWords('splitArticle', ['另起一篇', 'new article'], null, ({ mending }, view, words) =>
    mending.cutAt('split', view, words),
  ),
  {
    id: 'mergeArticle',
    group: 'mend',
    keywords: ['合并', 'join'],
    shortcut: null,
    enabled: (desk) => isMending(desk) && neighbours(desk) !== null,
    run: (desk) => {
      const { view } = desk.reader.getState();
      const words = neighbours(desk);
      return view && words && desk.mending.merge(view, ...words);
    },
  },
  onWords('joinParagraph', ['接上段', 'paragraph'], null, ({ mending }, view, words) =>
    mending.cutAt('join', view, words),
  ),
  onWords('breakParagraph', ['另起一段', 'paragraph'], null, ({ mending }, view, words) =>
    mending.cutAt('break', view, words),
  ),
  onWords('readFirst', ['顺序', 'order'], null, ({ mending }, view, words) =>
    mending.reorder(view, words, null),
  ),
  onWords('readAfter', ['顺序', 'order'], null, ({ surfaces }) => surfaces.getState().show('reorder-form')),
  ...BLOCK_ROLES.map((role) =>
    onWords(`markAs.${role}`, [role], ROLE_KEYS[role], ({ mending }, view, words) =>
      mending.mark(view, words, role),
    ),
  ),
];
