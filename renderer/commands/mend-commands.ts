import type { BlockRole } from '@shared/journal/act.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { ArticleView } from '../state/article-view.ts';
import type { Desk } from '../state/desk.ts';
import type { Command } from './command.ts';

/** The words that a mending is about: what is selected. */
function selected({ reader }: Desk): { view: ArticleView; spans: readonly SourceSpan[] } | null {
  const { view, selection } = reader.getState();
  return view && selection.length > 0 ? { view, spans: selection } : null;
}

const canMend = (desk: Desk): boolean =>
  desk.surfaces.getState().mending &&
  desk.settings.getState().place.room !== 'settings' &&
  selected(desk) !== null;

const mend =
  (work: (desk: Desk, view: ArticleView, spans: readonly SourceSpan[]) => unknown) =>
  (desk: Desk): unknown => {
    const words = selected(desk);
    return words && work(desk, words.view, words.spans);
  };

/** The first words of the article before the open one on its page. */
function wordsBefore({ reader }: Desk): readonly SourceSpan[] | null {
  const { view, page } = reader.getState();
  const at = page.findIndex(({ id }) => id === view?.article.id);
  const piece = page[at - 1]?.article.body.pieces[0];
  return piece ? [{ start: piece.to, end: (piece.to + piece.length) as SourceSpan['end'] }] : null;
}

const marking = (role: BlockRole, shortcut: string | null): Command => ({
  id: `markAs.${role}`,
  group: 'mend',
  keywords: [role],
  shortcut,
  enabled: canMend,
  run: mend((desk, view, spans) => desk.mending.mark(view, spans, role)),
});

export const MEND_COMMANDS: readonly Command[] = [
  {
    id: 'mendPage',
    group: 'mend',
    keywords: ['修版', '切分', 'split'],
    shortcut: 'm',
    enabled: ({ reader }) => reader.getState().view !== null,
    run: ({ surfaces, settings }) => {
      const { mending, mend: take } = surfaces.getState();
      take(!mending);
      if (!mending) settings.getState().goTo({ room: 'reader', original: true, panel: true });
    },
  },
  {
    id: 'splitArticle',
    group: 'mend',
    keywords: ['另起一篇', 'new article'],
    shortcut: null,
    enabled: canMend,
    run: mend((desk, view, spans) => desk.mending.split(view, spans)),
  },
  {
    id: 'mergeArticle',
    group: 'mend',
    keywords: ['合并', 'join'],
    shortcut: null,
    enabled: (desk) => desk.surfaces.getState().mending && wordsBefore(desk) !== null,
    run: (desk) => {
      const { view } = desk.reader.getState();
      const before = wordsBefore(desk);
      const piece = view?.article.body.pieces[0];
      return (
        view &&
        before &&
        piece &&
        desk.mending.merge(view, before, [
          { start: piece.to, end: (piece.to + piece.length) as SourceSpan['end'] },
        ])
      );
    },
  },
  {
    id: 'joinParagraph',
    group: 'mend',
    keywords: ['接上段', 'paragraph'],
    shortcut: null,
    enabled: canMend,
    run: mend((desk, view, spans) => desk.mending.join(view, spans)),
  },
  {
    id: 'breakParagraph',
    group: 'mend',
    keywords: ['另起一段', 'paragraph'],
    shortcut: null,
    enabled: canMend,
    run: mend((desk, view, spans) => desk.mending.break(view, spans)),
  },
  {
    id: 'readFirst',
    group: 'mend',
    keywords: ['顺序', 'order'],
    shortcut: null,
    enabled: canMend,
    run: mend((desk, view, spans) => desk.mending.reorder(view, spans, null)),
  },
  {
    id: 'readAfter',
    group: 'mend',
    keywords: ['顺序', 'order'],
    shortcut: null,
    enabled: canMend,
    run: ({ surfaces }) => surfaces.getState().show('reorder-form'),
  },
  marking('body', null),
  marking('title', null),
  marking('subtitle', null),
  marking('byline', null),
  marking('heading', null),
  marking('caption', null),
  marking('furniture', null),
];
