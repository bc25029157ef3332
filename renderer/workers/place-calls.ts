import type { Candidate } from '@shared/anchors/candidates.ts';
import type { Placement } from '@shared/anchors/resolve.ts';
import type { Selector } from '@shared/anchors/selector.ts';
import type { ErrorCode } from '@shared/contracts/error-codes.ts';
import type { Result } from '@shared/contracts/results.ts';

/** Where the words of a selector stand, or why no place is theirs. */
export type Place =
  | (Pick<Placement, 'spans' | 'how'> & {
      readonly reason: null;
      /** The article that holds the first of them that any article holds; null where none does. */
      readonly article: string | null;
    })
  | { readonly reason: ErrorCode };

/** A passage that a bookmark without a place may mean. */
export interface PlaceCandidate extends Candidate {
  readonly article: string | null;
}

/** What the page asks of the worker that finds marked words again. */
export type PlaceCalls = {
  readonly 'place.open': (library: string) => Promise<Result<null>>;
  /** A place for each target, in their order. */
  readonly 'place.find': (targets: readonly Selector[]) => Promise<readonly Place[]>;
  /** Passages like the words of a target, the likest first: of its own source where that is here, else of all. */
  readonly 'place.candidates': (target: Selector) => Promise<readonly PlaceCandidate[]>;
  /** Ends the looking for candidates. */
  readonly 'place.stop': () => Promise<null>;
};

export type PlaceEvents = {
  /** The beginning of the hash of a source of which a row is torn. */
  readonly 'place.torn': string;
};
