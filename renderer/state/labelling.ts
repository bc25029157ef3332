import type { Selector } from '@shared/anchors/selector.ts';
import type { Deed, ReadingMark } from '@shared/journal/act.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Library } from '../library/library.ts';
import { type ArticleTargets, describeStarts } from './article-targets.ts';
import type { Deeds } from './deeds.ts';
import type { Session } from './session.ts';
import type { Shelf, ShelfRow } from './shelf.ts';

/** Labels articles, as many at once as the person chose; each is undone at once. */
export interface Labelling {
  /** Adds some tags to each article and takes others off it. */
  tag(articles: readonly string[], added: readonly string[], dropped: readonly string[]): Promise<boolean>;
  mark(articles: readonly string[], mark: ReadingMark | null): Promise<boolean>;
}

/** Labels words that are to begin an article of their own as the article is that they stand in. */
export type InheritLabels = (article: string, target: Selector) => readonly Deed[];

export const inheritLabels =
  ({ session, shelf, articleTargets }: LabelGround): InheritLabels =>
  (article, target) => {
    const { of } = articleTargets.place(
      shelf.getState().sources,
      session.getState().state.labels,
      () => undefined,
    );
    const labels = of.get(article) ?? [];
    const tags = [...new Set(labels.flatMap((label) => label.tags))];
    const mark = labels.findLast((label) => label.mark !== null)?.mark ?? null;
    return tags.length === 0 && mark === null ? [] : [{ type: 'article.label', target, tags, mark }];
  };

/** What tells where labels stand. */
interface LabelGround {
  readonly session: StoreApi<Session>;
  readonly shelf: StoreApi<Shelf>;
  readonly articleTargets: ArticleTargets;
}

interface LabellingTools extends LabelGround {
  readonly library: Library;
  readonly deeds: Deeds;
}

type Change = Pick<Extract<Deed, { type: 'article.label' }>, 'tags' | 'mark'>;

export function createLabelling({
  library,
  session,
  shelf,
  deeds,
  articleTargets,
}: LabellingTools): Labelling {
  async function label(
    articles: readonly string[],
    changeOf: (row: ShelfRow) => Change | null,
  ): Promise<boolean> {
    const wanted = new Set(articles);
    const rows = shelf.getState().rows.filter(({ id }) => wanted.has(id));
    const changed = rows.flatMap((row) => {
      const change = changeOf(row);
      return change ? [{ row, change }] : [];
    });
    if (changed.length === 0) return true;
    const { sources } = shelf.getState();
    const { of } = articleTargets.place(sources, session.getState().state.labels, () => undefined);
    const targets = await describeStarts(
      library,
      changed.flatMap(({ row }) => (of.has(row.id) ? [] : [row])),
    );
    return await deeds.perform(
      ...changed.flatMap(({ row, change }): Deed[] => {
        // Where articles were joined, one of their labels speaks for both.
        const [first, ...others] = (of.get(row.id) ?? []).map(({ target }) => target).toReversed();
        const target = first ?? targets.get(row.id);
        if (!target) throw new Error(`${row.id} has no text to be labelled on`);
        const none: Change = {
          ...(change.tags ? { tags: [] } : {}),
          ...(change.mark === undefined ? {} : { mark: null }),
        };
        return [
          { type: 'article.label', target, ...change },
          ...others.map((other): Deed => ({ type: 'article.label', target: other, ...none })),
        ];
      }),
    );
  }

  return {
    tag: (articles, added, dropped) => {
      const off = new Set(dropped);
      return label(articles, ({ tags }) => {
        const next = [...new Set([...tags.filter((tag) => !off.has(tag)), ...added])];
        return next.join('\n') === tags.join('\n') ? null : { tags: next };
      });
    },
    mark: (articles, mark) => label(articles, (row) => (row.mark === mark ? null : { mark })),
  };
}
