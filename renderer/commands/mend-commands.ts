import { BLOCK_ROLES, type BlockRole } from '@shared/journal/act.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { ArticleView } from '../state/article-view.ts';
import type { Desk } from '../state/desk.ts';
import { isSameDoubt } from '../state/doubts.ts';
import { openingWords, roleOfWords } from '../state/page-words.ts';
import { showsText } from '../state/settings.ts';
import { type Command, isReading } from './command.ts';

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
  surfaces.getState().mending && showsText(settings.getState().place.room);

const isParagraph = (role: BlockRole): boolean => role === 'body';
const isInText = (role: BlockRole): boolean => role === 'body' || role === 'heading';

/**
 * A command on the words that are selected while the page is mended.
 * @param fits what they may be taken for; words of another article than the open one are always taken.
 */
const onWords = (
  id: string,
  keywords: readonly string[],
  shortcut: string | null,
  run: (desk: Desk, view: ArticleView, words: readonly SourceSpan[]) => unknown,
  fits: (role: BlockRole) => boolean = () => true,
): Command => ({
  id,
  group: 'mend',
  keywords,
  shortcut,
  enabled: (desk) => {
    const { view, source, selection } = desk.reader.getState();
    if (!isMending(desk) || !view || !source || selection.length === 0) return false;
    const role = roleOfWords(view, source, selection);
    return role === null || fits(role);
  },
  run: (desk) => {
    const { view, selection } = desk.reader.getState();
    return view && run(desk, view, selection);
  },
});

/** First words of the articles around the open one on its page: two before it, itself, the one after it. */
function articlesAround({ reader }: Desk) {
  const { view, page } = reader.getState();
  const at = page.findIndex(({ id }) => id === view?.article.id);
  const wordsAt = (index: number) => {
    const row = page[index];
    return row ? openingWords(row) : null;
  };
  return {
    view,
    beforeLast: wordsAt(at - 2),
    before: wordsAt(at - 1),
    open: wordsAt(at),
    after: wordsAt(at + 1),
  };
}

/** A command on the open article and a neighbour of it. */
const onNeighbour = (
  id: string,
  keywords: readonly string[],
  side: 'before' | 'after',
  run: (
    desk: Desk,
    view: ArticleView,
    open: readonly SourceSpan[],
    neighbour: readonly SourceSpan[],
  ) => unknown,
): Command => ({
  id,
  group: 'mend',
  keywords,
  shortcut: null,
  enabled: (desk) => {
    const around = articlesAround(desk);
    return isMending(desk) && around.open !== null && around[side] !== null;
  },
  run: (desk) => {
    const { view, open, [side]: neighbour } = articlesAround(desk);
    return view && open && neighbour && run(desk, view, open, neighbour);
  },
});

const canDoubt = ({ shelf, settings }: Desk): boolean =>
  showsText(settings.getState().place.room) && shelf.getState().rows.some(({ doubts }) => doubts > 0);

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
    enabled: isReading,
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
  onNeighbour('mergeArticle', ['合并', 'join'], 'before', ({ mending }, view, open, before) =>
    mending.merge(view, before, open),
  ),
  onNeighbour('articleEarlier', ['次序', 'order', 'up'], 'before', (desk, view, open) =>
    desk.mending.arrange(view, open, articlesAround(desk).beforeLast),
  ),
  onNeighbour('articleLater', ['次序', 'order', 'down'], 'after', ({ mending }, view, open, after) =>
    mending.arrange(view, open, after),
  ),
  onWords(
    'joinParagraph',
    ['接上段', 'paragraph'],
    null,
    ({ mending }, view, words) => mending.cutAt('join', view, words),
    isParagraph,
  ),
  onWords(
    'breakParagraph',
    ['另起一段', 'paragraph'],
    null,
    ({ mending }, view, words) => mending.cutAt('break', view, words),
    isInText,
  ),
  onWords(
    'readFirst',
    ['顺序', 'order'],
    null,
    ({ mending }, view, words) => mending.reorder(view, words, null),
    isInText,
  ),
  onWords(
    'readAfter',
    ['顺序', 'order'],
    null,
    ({ surfaces }) => surfaces.getState().show('reorder-form'),
    isInText,
  ),
  ...BLOCK_ROLES.map((role) =>
    onWords(`markAs.${role}`, [role], ROLE_KEYS[role], ({ mending }, view, words) =>
      mending.mark(view, words, role),
    ),
  ),
];
