import type { Phrase } from './fact.ts';
import type { ReadingOffset, SourceOffset, Span } from './offset.ts';

export const NAME_TYPES = ['person', 'place', 'org', 'programme', 'event', 'product', 'title'] as const;

export type NameType = (typeof NAME_TYPES)[number];

/** An administrative unit of the gazetteer. `code` is the statistical code of the national register. */
export interface PlaceReference {
  readonly code: string;
  /** Names from the province down to the unit itself. */
  readonly path: readonly string[];
}

/** One mention of a name. `canonical` is the fullest form on the page; `role` a person's printed post. */
export interface NameIn<Offset extends number> extends Phrase<Offset> {
  readonly type: NameType;
  readonly canonical?: string;
  readonly role?: string;
  /** One reference when the page settles it, several when it stays ambiguous; only on places. */
  readonly places?: readonly PlaceReference[];
  /** The person said of this mention that it is a name. */
  readonly said?: true;
}

/** A word of the person's own list: a name of this type wherever it is printed, null for none. */
export interface OwnWord {
  readonly word: string;
  readonly type: NameType | null;
}

export type FoundName = NameIn<ReadingOffset>;

export interface NameMention extends NameIn<SourceOffset> {
  readonly article: string;
  readonly spans?: readonly Span<SourceOffset>[];
}
