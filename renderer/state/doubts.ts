import type { SourceSpan } from '@shared/model/offset.ts';
import type { Doubt } from '@shared/model/page.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SourceRow } from '../library/rows.ts';
import type { Deeds } from './deeds.ts';
import type { Mending } from './mending.ts';
import type { Reader } from './reader.ts';
import { describeWords } from './reader.ts';
import type { Shelf } from './shelf.ts';

/** A doubt with the article that it is about. */
interface PlacedDoubt {
  readonly article: string;
  readonly doubt: Doubt;
}

/** What the program is unsure of, looked at one after another. */
export interface Doubts {
  /** The one that is looked at; it may have been settled meanwhile. */
  readonly lookedAt: PlacedDoubt | null;
  /** Shows a doubt of the open article in both texts, the mending tool in hand. */
  look(doubt: Doubt): void;
  /** Looks at the next or previous open doubt of the shelf, round and round; @returns false when there is none. */
  step(step: 1 | -1): boolean;
  /** Declares that the page is right as it is. */
  settle(doubt: Doubt): Promise<boolean>;
}

export interface DoubtTools {
  readonly reader: StoreApi<Reader>;
  readonly shelf: StoreApi<Shelf>;
  readonly mending: Mending;
  readonly deeds: Deeds;
}

export function createDoubts({ reader, shelf, mending, deeds }: DoubtTools): StoreApi<Doubts> {
  return createStore<Doubts>()((set, get) => {
    const show = ({ article, doubt }: PlacedDoubt): void => {
      mending.begin();
      reader.getState().open(article, [doubt.span]);
      reader.getState().select(wordsOf(doubt, reader.getState()));
      set({ lookedAt: { article, doubt } });
    };
    return {
      lookedAt: null,
      look: (doubt) => {
        const { view } = reader.getState();
        if (view) show({ article: view.article.id, doubt });
      },
      step: (step) => {
        const open = shelf.getState().sources.flatMap(listDoubts);
        const next = neighbour(open, startOf(open, get().lookedAt, reader.getState()), step);
        if (next) show(next);
        return next !== null;
      },
      settle: async (doubt) => {
        const { view } = reader.getState();
        if (!view) return false;
        const target = describeWords(view, [doubt.span]);
        return await deeds.perform({ type: 'doubt.settle', target, reason: doubt.reason });
      },
    };
  });
}

/** A doubt's own words: what stands between them and belongs to others is none of them. */
function wordsOf({ span }: Doubt, { view }: Reader): readonly SourceSpan[] {
  const own = view ? view.placement.toSource(view.placement.toBlocks([span])) : [];
  return own.length > 0 ? own : [span];
}

export const isSameDoubt = (a: Doubt, b: Doubt): boolean =>
  a.reason === b.reason && a.span.start === b.span.start && a.span.end === b.span.end;

/** The open doubts of a page as they come on it, article by article. */
function listDoubts({ articles, doubts }: SourceRow): PlacedDoubt[] {
  return articles.flatMap(({ id }, order) =>
    doubts
      .filter(({ article }) => article === order)
      .sort((a, b) => a.span.start - b.span.start)
      .map((doubt) => ({ article: id, doubt })),
  );
}

/**
 * Where in the list to go on from: behind what is looked at, else before the doubts of the open article, before
 * all where it has none.
 */
function startOf(open: readonly PlacedDoubt[], lookedAt: PlacedDoubt | null, { view }: Reader): number {
  const article = view?.article.id;
  const own = open.findIndex((one) => one.article === article);
  if (!lookedAt || lookedAt.article !== article) return Math.max(own, 0) - 0.5;
  const at = open.findIndex(
    (one) => one.article === article && one.doubt.span.start >= lookedAt.doubt.span.start,
  );
  const found = open[at];
  if (!found) return open.findLastIndex((one) => one.article === article) + 0.5;
  return isSameDoubt(found.doubt, lookedAt.doubt) ? at : at - 0.5;
}

function neighbour(open: readonly PlacedDoubt[], from: number, step: 1 | -1): PlacedDoubt | null {
  if (open.length === 0) return null;
  const next = step > 0 ? Math.floor(from) + 1 : Math.ceil(from) - 1;
  return open[(next + open.length) % open.length] ?? null;
}
