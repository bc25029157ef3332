import type { Fact } from '@shared/model/fact.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { NamesBeside } from '@shared/search/claims/claim.ts';
import type { ClaimSpread } from '@shared/search/claims/claim-groups.ts';
import type { ClaimOrder } from '@shared/search/claims/claim-order.ts';
import type { ChosenClaims, ClaimFacet, ClaimFacetValue } from '@shared/search/claims/claim-view.ts';
import type { QueryProblem } from '@shared/search/query/problem.ts';
import type { Mark } from '@shared/search/search-index.ts';

/** Which facts a table shows. */
export interface ClaimsRequest {
  /** Articles whose facts are shown; null: all of the library. */
  readonly within: readonly string[] | null;
  /** In the language of the search box; its words stand in a fact's own texts or its article's headline. */
  readonly query: string;
  readonly chosen: ChosenClaims;
  /** What the facts are gathered by, to be counted and added up; null: nothing. */
  readonly groupBy: ClaimFacet | null;
  /** Tags of articles and of their bookmarks, by article. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

export interface ClaimsFound {
  readonly facts: number;
  /** Each counted over what the other facets keep. */
  readonly facets: Readonly<Record<ClaimFacet, readonly ClaimFacetValue[]>>;
  readonly spreads: readonly ClaimSpread[];
  readonly problems: readonly QueryProblem[];
}

/** A fact with what the table shows beside it. */
export interface ClaimRow extends NamesBeside {
  readonly fact: Fact;
  readonly source: SourceHash;
  /** The headline, else the first words of its article. */
  readonly title: string;
  readonly newspaper: string;
  readonly published: string | null;
  /** The sentence that it stands in, or a part of a long one. */
  readonly sentence: string;
  /** Where in the sentence the fact stands, what it counts and whose it is; those that stand elsewhere are left out. */
  readonly marks: Partial<Readonly<Record<'fact' | 'measure' | 'subject', Mark>>>;
}

/** Facts of a source. */
export interface ListedClaims {
  readonly source: SourceHash;
  /** Ids of the facts. */
  readonly facts: readonly string[];
}

/** What the page asks of the facts of the whole library. */
export type ClaimsCalls = {
  /** Null when a later request came before this one was answered. */
  readonly 'claims.find': (request: ClaimsRequest) => Promise<ClaimsFound | null>;
  /**
   * Facts of the last request that was found, at some places of an order; null: as they stand in the library.
   * Those whose article is gone or was derived anew meanwhile are left out: `claims.changed` follows.
   */
  readonly 'claims.rows': (
    order: ClaimOrder | null,
    from: number,
    to: number,
  ) => Promise<readonly ClaimRow[]>;
  /** All facts of the last request that was found, by the source that each stands in. */
  readonly 'claims.list': () => Promise<readonly ListedClaims[]>;
};
