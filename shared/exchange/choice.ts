import type { Fact } from '@shared/model/fact.ts';
import type { SourceSpan } from '@shared/model/offset.ts';

/** Which rows of a source are wanted; absent: all. */
export interface Choice {
  /** Only what the person confirmed, corrected or added. */
  readonly confirmedOnly?: boolean;
  readonly articles?: ReadonlySet<string>;
  /** Ids of facts. */
  readonly facts?: ReadonlySet<string>;
  /** Ids; a bookmark that is named goes out wherever its words stand. */
  readonly bookmarks?: ReadonlySet<string>;
  /** Only what stands at least in part in these words of the source. */
  readonly within?: readonly SourceSpan[];
}

export const spansOf = (
  item: SourceSpan & { readonly spans?: readonly SourceSpan[] },
): readonly SourceSpan[] => item.spans ?? [{ start: item.start, end: item.end }];

export const inChoice = (article: string, { articles }: Choice): boolean => articles?.has(article) ?? true;

export const standsWithin = (spans: readonly SourceSpan[], { within }: Choice): boolean =>
  within?.some((wanted) => spans.some(({ start, end }) => start < wanted.end && end > wanted.start)) ?? true;

/** Whether an item of an article was asked for. */
export const isChosen = (
  item: SourceSpan & {
    readonly article: string;
    readonly spans?: readonly SourceSpan[];
    readonly id?: string;
  },
  choice: Choice,
): boolean =>
  inChoice(item.article, choice) &&
  standsWithin(spansOf(item), choice) &&
  (item.id === undefined || (choice.facts?.has(item.id) ?? true));

export const isConfirmed = ({ verdict }: Fact): boolean => verdict !== undefined;
