import type { IncomingHttpHeaders } from 'node:http';
import { MAX_ORIGINAL_BYTES } from '@shared/contracts/host.ts';
import { LOOPBACK_TYPE, PAGE_HEADER, type PageKey, readPageKey } from '@shared/contracts/loopback.ts';

/** One original and the little that goes with it. */
export const MAX_BODY_BYTES = MAX_ORIGINAL_BYTES + 64 * 1024;

export interface Gate {
  /** The one `host:port` that this server answers to. */
  readonly authority: string;
  /** Whether a key is one of a page that was let in. */
  readonly knows: (key: PageKey) => boolean;
}

/** Length of the body that a page sends its key in, at most. */
const MAX_KEY_BYTES = 1024;

/** What a request says of itself before its body is read. */
export interface RequestHead {
  readonly method: string;
  /** The address up to its query, as it was sent. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export type Admission =
  | { readonly to: 'file' }
  | { readonly to: 'greeting' }
  /** A page that came by a link hands over its key; the token is still to be looked at. */
  | { readonly to: 'page-key'; readonly token: string }
  | { readonly to: 'call'; readonly name: string; readonly page: string; readonly length: number }
  | { readonly to: 'events'; readonly page: string }
  | { readonly to: 'refusal'; readonly status: number; readonly why: string };

const refuse = (status: number, why: string): Admission => ({ to: 'refusal', status, why });

/**
 * Decides about a request from its head alone. A name that DNS was made to point here, a page of another
 * site, and a program without the key of a page that was let in are all refused; nothing answers with CORS
 * headers.
 */
export function admit(gate: Gate, { method, path, headers }: RequestHead): Admission {
  if (headers.host !== gate.authority) return refuse(421, 'wrong host');
  if (!isPath(path)) return refuse(400, 'malformed address');
  const site = headers['sec-fetch-site'];
  const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (isForeign && !isOpening({ method, path, headers })) return refuse(403, 'cross-site');
  const origin = headers.origin;
  if (origin !== undefined && origin !== `http://${gate.authority}`) return refuse(403, 'wrong origin');
  const isCall = path.startsWith('/call/');
  if (path === '/page-key') return admitKey(method, headers);
  if (!isCall && path !== '/events') {
    if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'wrong method');
    return { to: path === '/greeting' ? 'greeting' : 'file' };
  }
  if (method !== (isCall ? 'POST' : 'GET')) return refuse(405, 'wrong method');
  const key = readPageKey(headers.authorization);
  if (!key || !gate.knows(key)) return refuse(401, 'no key');
  const page = headers[PAGE_HEADER];
  if (typeof page !== 'string' || !/^[\w-]{8,64}$/.test(page)) return refuse(400, 'no page');
  if (!isCall) return { to: 'events', page };
  const length = Number(headers['content-length']);
  return (
    refuseBody(headers, MAX_BODY_BYTES) ?? { to: 'call', name: path.slice('/call/'.length), page, length }
  );
}

function admitKey(method: string, headers: IncomingHttpHeaders): Admission {
  if (method !== 'POST') return refuse(405, 'wrong method');
  const [, token] = /^Bearer ([\w-]{43})$/.exec(headers.authorization ?? '') ?? [];
  if (!token) return refuse(401, 'no token');
  return refuseBody(headers, MAX_KEY_BYTES) ?? { to: 'page-key', token };
}

/** Null where the head promises a body of the right type and size. */
function refuseBody(headers: IncomingHttpHeaders, limit: number): Admission | null {
  if (headers['content-type'] !== LOOPBACK_TYPE) return refuse(415, 'wrong type');
  const length = Number(headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0) return refuse(411, 'no length');
  return length > limit ? refuse(413, 'too large') : null;
}

/** A path from the root, as browsers send it: no other authority, no blank, no control, nothing outside ASCII. */
const isPath = (path: string): boolean => /^\/(?!\/)[!-~]*$/.test(path) && !path.includes('\\');

/**
 * A window that goes to the page itself, as from the file that `open-browser.ts` writes: it gets what anybody
 * gets who types the address, and no frame and no script of another site can ask so.
 */
const isOpening = ({ method, path, headers }: RequestHead): boolean =>
  method === 'GET' &&
  path === '/' &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document';
