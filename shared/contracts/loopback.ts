import type { HostEvent, HostEvents } from './host.ts';

/**
 * How a page speaks to the loopback host, over HTTP on its own origin.
 *
 * The address that opens the page ends in `#token=<token>`; the page keeps the token in `sessionStorage`,
 * takes it out of the address, and sends `Authorization: Bearer <token>` and `X-Duidu-Page: <page id>`
 * with every request below. The token is of one start of the host: 401 means the host was started anew
 * and the page is to be opened from its new address.
 *
 * - `POST /call/<name>`: the body is the wire form (`wire.ts`) of the list of arguments. 200: the body is
 *   the wire form of what the call returns. 400: not a call, or arguments that do not fit; 413: too large.
 * - `GET /events`: a stream that stays open, of framed messages (`WireStream`), each the wire form of a
 *   `LoopbackEvent`; an empty frame every 15 seconds is a sign of life. When it ends the host is gone.
 *
 * Everything else is a file of the built page, by GET, without a token.
 */
export const LOOPBACK_PORT = 8137;

/** Names one open page, so that it is not told of what it did itself: 8 to 64 letters, digits and hyphens. */
export const PAGE_HEADER = 'x-duidu-page';

export const LOOPBACK_TYPE = 'application/x-duidu-wire';

export type LoopbackEvent = {
  readonly [Event in HostEvent]: { readonly event: Event; readonly payload: HostEvents[Event] };
}[HostEvent];
