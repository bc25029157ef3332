import type { Host } from '@shared/contracts/host.ts';
import type { Result } from '@shared/contracts/results.ts';

/** Why a host did not take a call at all: it is not there, or not this page's host. */
export const UNREACHED = ['host-gone', 'page-unknown', 'vault-other'] as const;

export type Unreached = (typeof UNREACHED)[number];

/** How one kind of host is reached. Calls never reject; of a host that cannot be reached they say why. */
export interface Transport extends Host {
  /** Looks whether the host is there, is the one this page belongs to, and lets it in; events come from then on. */
  reach(): Promise<Result<null, Unreached>>;
  /** Called when the line breaks while nothing is asked. @returns a function that stops listening. */
  onLost(listener: () => void): () => void;
}
