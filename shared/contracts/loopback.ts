import type { HostEvent, HostEvents } from './host.ts';

/** How a page speaks to the loopback host stands in `electron/loopback/PROTOCOL.md`. */
export const LOOPBACK_PORT = 8137;

/** Names one open page, so that it is not told of what it did itself: 8 to 64 letters, digits and hyphens. */
export const PAGE_HEADER = 'x-duidu-page';

export const LOOPBACK_TYPE = 'application/x-duidu-wire';

/** What a page proves itself by; it made both parts, 22 and 43 characters of base64url. */
export interface PageKey {
  readonly id: string;
  readonly secret: string;
}

/** What the host answers to anyone: which vault it has, and proofs that it is the one that was asked for. */
export interface Greeting {
  /** Id of the vault. */
  readonly vault: string;
  /** Under the token of the link that was not used yet. */
  readonly proof: string;
  /** Under the key of the page that was named; null where no page was or it is not known. */
  readonly pageProof: string | null;
}

/** How a page's key stands in the `Authorization` header. */
export const writePageKey = ({ id, secret }: PageKey): string => `Bearer ${id}.${secret}`;

/** Reads an `Authorization` header; null where it holds no key. */
export function readPageKey(authorization: string | undefined): PageKey | null {
  const [, id, secret] = /^Bearer ([\w-]{22})\.([\w-]{43})$/.exec(authorization ?? '') ?? [];
  return id && secret ? { id, secret } : null;
}

export type LoopbackEvent = {
  readonly [Event in HostEvent]: { readonly event: Event; readonly payload: HostEvents[Event] };
}[HostEvent];
