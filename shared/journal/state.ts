import type { Selector } from '@shared/anchors/selector.ts';
import type { FactKind } from '@shared/model/fact.ts';
import type { NameType, OwnWord } from '@shared/model/name.ts';
import type { DoubtReason } from '@shared/model/page.ts';
import type { ArchiveOrigin, SourceDescription, SourceHash } from '@shared/model/source.ts';
import {
  BOOKMARK_COLOURS,
  type BookmarkColour,
  type Cut,
  type FactCorrection,
  type FigureTarget,
  type ReadingMark,
} from './act.ts';

export interface KeptSource {
  readonly source: SourceHash;
  readonly name: string;
  readonly size: number;
  readonly addedAt: string;
  /** When it was taken off the shelf; of one that is off it. */
  readonly removedAt?: string;
  /** `erased`: the bytes are gone for good. */
  readonly status: 'present' | 'removed' | 'erased';
  /** The archive that it came out of. */
  readonly origin?: ArchiveOrigin;
}

export interface Bookmark {
  readonly id: string;
  readonly target: Selector;
  /** Markdown. */
  readonly note: string;
  readonly tags: readonly string[];
  /** Where the person chose one; see `colourOf`. */
  readonly colour?: BookmarkColour;
  readonly madeAt: string;
  readonly changedAt: string;
}

/** The colour that a bookmark is shown in. */
export const colourOf = ({ colour }: Pick<Bookmark, 'colour'>): BookmarkColour =>
  colour ?? BOOKMARK_COLOURS[0];

/** A bookmark that the person took away, with the act that did it. */
export interface RemovedBookmark {
  readonly act: string;
  readonly at: string;
  readonly bookmark: Bookmark;
}

/** Tags and the mark of the article that holds the words of its target. */
export interface ArticleLabel {
  /** Id of the act that said the last of it. */
  readonly act: string;
  readonly target: Selector;
  readonly tags: readonly string[];
  readonly mark: ReadingMark | null;
}

/** A story that goes on on another page: the article that holds the first words, and the one that holds the second. */
export interface ContinuedStory {
  readonly act: string;
  readonly first: Selector;
  readonly second: Selector;
}

/** Everything that the person said of one fact. */
export interface FactVerdict {
  /** Id of the act that said the last of it. */
  readonly act: string;
  /** The words and kind as the program read them, or as the person added them. */
  readonly target: Selector;
  readonly kind: FactKind;
  /** What was said last; `withdrawn`: a fact of the person's own that they took away again. */
  readonly verdict: 'confirmed' | 'corrected' | 'rejected' | 'added' | 'withdrawn';
  /** All corrections together; they stay when the fact is confirmed or rejected later. */
  readonly correction: FactCorrection;
}

export interface MadeCut {
  readonly act: string;
  readonly cut: Cut;
}

/** A doubt of the program that the person declared settled: the page is right as it is. */
export interface SettledDoubt {
  readonly act: string;
  readonly target: Selector;
  readonly reason: DoubtReason;
}

/** What the person said of words as a name; null: they are none. */
export interface MarkedName {
  readonly act: string;
  readonly target: Selector;
  readonly nameType: NameType | null;
  /** The form that the mention goes by. */
  readonly as?: string;
}

export interface JoinedNames {
  readonly nameType: NameType;
  readonly as: string;
  readonly forms: readonly string[];
}

/** What the person said of two figures. */
export interface PairedFigures {
  readonly act: string;
  readonly figures: readonly [FigureTarget, FigureTarget];
  /** Of one thing, or not. */
  readonly isOne: boolean;
}

/** What the person decided of figures of one thing. */
export interface SettledFigures {
  readonly act: string;
  readonly at: string;
  readonly figures: readonly FigureTarget[];
  /** The one that is to be used; null: all of them stand. */
  readonly use: FigureTarget | null;
  readonly note: string;
}

export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

/** Everything the person made, as it stands now. */
export interface LibraryState {
  /** Sources that were imported; bundled ones are here only once an act touched them. */
  readonly sources: ReadonlyMap<SourceHash, KeptSource>;
  readonly descriptions: ReadonlyMap<SourceHash, SourceDescription>;
  readonly sourceTags: ReadonlyMap<SourceHash, readonly string[]>;
  readonly cuts: ReadonlyMap<SourceHash, readonly MadeCut[]>;
  readonly settledDoubts: ReadonlyMap<SourceHash, readonly SettledDoubt[]>;
  readonly verdicts: ReadonlyMap<SourceHash, readonly FactVerdict[]>;
  readonly markedNames: ReadonlyMap<SourceHash, readonly MarkedName[]>;
  /** The person's own list of names, in the order in which they were last spoken of. */
  readonly ownWords: readonly OwnWord[];
  readonly joinedNames: readonly JoinedNames[];
  /** Forms that the person took out of an identity, as `type|form|from`. */
  readonly splitNames: ReadonlySet<string>;
  /** Each two once, in the order in which they were last spoken of. */
  readonly pairedFigures: readonly PairedFigures[];
  readonly settledFigures: readonly SettledFigures[];
  /** None that says nothing. */
  readonly labels: ReadonlyMap<SourceHash, readonly ArticleLabel[]>;
  readonly continued: readonly ContinuedStory[];
  readonly bookmarks: ReadonlyMap<string, Bookmark>;
  readonly removedBookmarks: ReadonlyMap<string, RemovedBookmark>;
  readonly searches: ReadonlyMap<string, SavedSearch>;
  /** Ids of acts whose target is not there; listed, never guessed. */
  readonly unplaced: readonly string[];
}
