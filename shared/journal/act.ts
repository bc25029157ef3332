import type { Selector } from '@shared/anchors/selector.ts';
import type { Bound, FactKind } from '@shared/model/fact.ts';
import type { NameType } from '@shared/model/name.ts';
import type { DoubtReason } from '@shared/model/page.ts';
import type { ArchiveOrigin, SourceDescription, SourceHash } from '@shared/model/source.ts';

/** Number of the present form of acts; older ones are read through `upcasters/`. */
export const ACT_SCHEMA = 1;

export const BLOCK_ROLES = [
  'body',
  'title',
  'subtitle',
  'byline',
  'heading',
  'caption',
  'furniture',
] as const;

/** What a mended span of a page is said to be. */
export type BlockRole = (typeof BLOCK_ROLES)[number];

/** A change to how a page is cut, in source offsets of its selector. */
export type Cut =
  /** A new article begins where `at` begins. */
  | { readonly type: 'split'; readonly at: Selector }
  /** The article that holds `second` goes on after the one that holds `first`. */
  | { readonly type: 'merge'; readonly first: Selector; readonly second: Selector }
  /** The article that holds `what` comes after the one that holds `after`; null: first on its page. */
  | { readonly type: 'arrange'; readonly what: Selector; readonly after: Selector | null }
  /** The words of `what` are read after those of `after`; null: first in their article. */
  | { readonly type: 'reorder'; readonly what: Selector; readonly after: Selector | null }
  | { readonly type: 'mark'; readonly what: Selector; readonly role: BlockRole }
  /** The paragraph that begins at `at` goes on from the one before it. */
  | { readonly type: 'join'; readonly at: Selector }
  /** A paragraph ends where `at` begins. */
  | { readonly type: 'break'; readonly at: Selector };

/** What the person says of a page; null takes back what they said of it before. */
export type DescriptionChange = {
  readonly [Key in keyof SourceDescription]: SourceDescription[Key] | null;
};

/** What the person says a fact is, where it differs from what the program found. */
export interface FactCorrection {
  readonly kind?: FactKind;
  readonly value?: number | string | null;
  readonly valueMax?: number | null;
  readonly unit?: string | null;
  readonly bound?: Bound;
  readonly measure?: string | null;
  readonly when?: string | null;
  /** The words the fact should stand on instead. */
  readonly span?: Selector;
}

export const READING_MARKS = ['to-do', 'read'] as const;

/** How far an article has come on a person's desk. */
export type ReadingMark = (typeof READING_MARKS)[number];

/** Colours of a bookmark; one of which nothing is said has the first. */
export const BOOKMARK_COLOURS = ['yellow', 'green', 'blue', 'red'] as const;
export type BookmarkColour = (typeof BOOKMARK_COLOURS)[number];

/** A figure that an act brings together with others. */
export interface FigureTarget {
  readonly target: Selector;
  readonly kind: FactKind;
}

/** What a person makes or does; the closed union that the journal keeps. */
export type Deed =
  | {
      readonly type: 'source.add';
      readonly source: SourceHash;
      readonly name: string;
      readonly size: number;
      readonly origin?: ArchiveOrigin;
    }
  | { readonly type: 'source.remove'; readonly source: SourceHash }
  | { readonly type: 'source.restore'; readonly source: SourceHash }
  /** The original's bytes go for good; the chain keeps its hash. */
  | { readonly type: 'source.erase'; readonly source: SourceHash }
  | {
      readonly type: 'source.describe';
      readonly source: SourceHash;
      readonly description: DescriptionChange;
    }
  | { readonly type: 'page.cut'; readonly cut: Cut }
  /** What the program was unsure of on these words is right as it is. */
  | { readonly type: 'doubt.settle'; readonly target: Selector; readonly reason: DoubtReason }
  | { readonly type: 'fact.confirm'; readonly target: Selector; readonly kind: FactKind }
  | {
      readonly type: 'fact.correct';
      readonly target: Selector;
      readonly kind: FactKind;
      readonly correction: FactCorrection;
    }
  | { readonly type: 'fact.reject'; readonly target: Selector; readonly kind: FactKind }
  | {
      readonly type: 'fact.add';
      readonly target: Selector;
      readonly kind: FactKind;
      readonly correction: FactCorrection;
    }
  /**
   * These words are a name of this type, null for none; `as` is the form that this mention goes by. Said again of the
   * same words it takes the place of what was said before.
   */
  | {
      readonly type: 'name.mark';
      readonly target: Selector;
      readonly nameType: NameType | null;
      readonly as?: string;
    }
  /** A word of the person's own list: wherever it is printed it is a name of this type, null for none. */
  | { readonly type: 'word.keep'; readonly word: string; readonly nameType: NameType | null }
  /** The list holds the word no more. */
  | { readonly type: 'word.forget'; readonly word: string }
  /** Two names are one; `as` is the form they go by. */
  | {
      readonly type: 'name.join';
      readonly nameType: NameType;
      readonly forms: readonly string[];
      readonly as: string;
    }
  /** A form is its own name again. */
  | { readonly type: 'name.split'; readonly nameType: NameType; readonly form: string; readonly from: string }
  /**
   * Two figures are of one thing, or are not, whatever the program finds. Said again of the same two it takes the place of
   * what was said before.
   */
  | {
      readonly type: 'figures.join' | 'figures.part';
      readonly figures: readonly [FigureTarget, FigureTarget];
    }
  /**
   * Of figures of one thing, which is to be used, by its index; null: all of them stand. Said again of all of them it takes
   * the place of what was said before.
   */
  | {
      readonly type: 'figures.settle';
      readonly figures: readonly FigureTarget[];
      readonly use: number | null;
      readonly note: string;
    }
  | {
      readonly type: 'bookmark.add';
      readonly bookmark: string;
      readonly target: Selector;
      /** Markdown. */
      readonly note: string;
      readonly tags: readonly string[];
      readonly colour?: BookmarkColour;
      /** When it was made and last changed elsewhere, ISO 8601 with zone; only on what was brought in. */
      readonly madeAt?: string;
      readonly changedAt?: string;
    }
  | {
      readonly type: 'bookmark.edit';
      readonly bookmark: string;
      readonly note: string;
      readonly tags: readonly string[];
      /** Where it is not named, the colour stays. */
      readonly colour?: BookmarkColour;
    }
  /** Its words are these from now on; what was said of it stays. */
  | { readonly type: 'bookmark.place'; readonly bookmark: string; readonly target: Selector }
  | { readonly type: 'bookmark.remove'; readonly bookmark: string }
  /** What the article whose words these are is labelled with from now on; what is not named stays. */
  | {
      readonly type: 'article.label';
      readonly target: Selector;
      readonly tags?: readonly string[];
      readonly mark?: ReadingMark | null;
    }
  /** The article that holds `first` goes on, on another page, in the one that holds `second`; each has one other at an end. */
  | { readonly type: 'story.continue'; readonly first: Selector; readonly second: Selector }
  | { readonly type: 'source.tag'; readonly source: SourceHash; readonly tags: readonly string[] }
  | { readonly type: 'search.save'; readonly search: string; readonly name: string; readonly query: string }
  | { readonly type: 'search.forget'; readonly search: string }
  /** Names the act that no longer counts; undoing an undo is redo. */
  | { readonly type: 'undo'; readonly act: string };

/** One line of the journal: a deed with who wrote it and when. */
export interface Act {
  readonly id: string;
  /** ISO 8601 with zone. */
  readonly at: string;
  readonly device: string;
  readonly schema: typeof ACT_SCHEMA;
  readonly deed: Deed;
}
