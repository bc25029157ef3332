import type { NamesThatAreOne } from '@shared/journal/joined-names.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { NameMention, NameType } from '@shared/model/name.ts';
import type { SourceOffset, Span } from '@shared/model/offset.ts';
import type { Quotation } from '@shared/model/quotation.ts';
import type { NameFilter } from '@shared/search/names/name-view.ts';

export interface NamesFound {
  /** Names that fit. */
  readonly names: number;
  /** Names of each type in all of the library; of those that it has. */
  readonly types: Readonly<Partial<Record<NameType, number>>>;
}

/** A name in a list. */
export interface ListedName {
  /** `type:form`. */
  readonly id: string;
  readonly type: NameType;
  /** The form it goes by. */
  readonly form: string;
  readonly mentions: number;
  /** The post that most articles print beside it. */
  readonly post: string | null;
}

/** A name with all that stands at the head of its page; its lines come by themselves. */
export interface NamePage {
  readonly id: string;
  readonly type: NameType;
  readonly form: string;
  /** As printed, the most frequent first. */
  readonly forms: readonly string[];
  readonly posts: readonly string[];
  /** Places of the gazetteer that it may mean, each from the province down. */
  readonly places: readonly string[];
  /** Those that its articles name. */
  readonly programmes: readonly string[];
  readonly mentions: number;
  /** Lines of its page, in this order: figures said of it, words that it speaks, articles that name it. */
  readonly figures: number;
  readonly quotes: number;
  readonly articles: number;
}

export type NameLine =
  | { readonly type: 'figure'; readonly article: string; readonly fact: Fact }
  | { readonly type: 'quote'; readonly article: string; readonly quote: Quotation }
  | {
      readonly type: 'article';
      readonly article: string;
      readonly mentions: number;
      /** The first mention; null where the article was derived anew since and has none. */
      readonly first: Span<SourceOffset> | null;
      /** Posts and places there, which tell who is meant. */
      readonly telling: readonly string[];
    };

/** A mention with the article that it stands in. */
export interface PlacedMention {
  readonly article: string;
  readonly name: NameMention;
}

/** What the page asks of the names of the whole library. */
export type NamesCalls = {
  /** Which names the person said are one: they are gathered by that from now on. */
  readonly 'names.join': (state: NamesThatAreOne) => Promise<void>;
  readonly 'names.find': (filter: NameFilter) => Promise<NamesFound>;
  /** Names at some places, the most said first. */
  readonly 'names.rows': (filter: NameFilter, from: number, to: number) => Promise<readonly ListedName[]>;
  /** By its id; null where the library does not say it. */
  readonly 'names.page': (id: string) => Promise<NamePage | null>;
  /** Lines of a name's page; null where what stands there is not in step with the library: `names.changed` follows. */
  readonly 'names.lines': (id: string, from: number, to: number) => Promise<readonly (NameLine | null)[]>;
  /** Mentions of a name in some articles. */
  readonly 'names.mentions': (id: string, articles: readonly string[]) => Promise<readonly PlacedMention[]>;
  /** A word that tells who is meant in some articles of a name, and none of its others where there is such; else null. */
  readonly 'names.telling': (id: string, articles: readonly string[]) => Promise<string | null>;
};
