import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { MAX_ORIGINAL_BYTES } from '@shared/contracts/host.ts';
import { LOOPBACK_TYPE, PAGE_HEADER } from '@shared/contracts/loopback.ts';

/** One original and the little that goes with it. */
export const MAX_BODY_BYTES = MAX_ORIGINAL_BYTES + 64 * 1024;

export interface Gate {
  /** The one `host:port` that this server answers to. */
  readonly authority: string;
  readonly token: string;
}

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
  | { readonly to: 'call'; readonly name: string; readonly page: string; readonly length: number }
  | { readonly to: 'events'; readonly page: string }
  | { readonly to: 'refusal'; readonly status: number; readonly why: string };

const refuse = (status: number, why: string): Admission => ({ to: 'refusal', status, why });

/**
 * Decides about a request from its head alone. A name that DNS was made to point here, a page of another
 * site, and a program without the token of this start are all refused; nothing answers with CORS headers.
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
  if (!isCall && path !== '/events') {
    if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'wrong method');
    return { to: path === '/greeting' ? 'greeting' : 'file' };
  }
  if (method !== (isCall ? 'POST' : 'GET')) return refuse(405, 'wrong method');
  if (!hasToken(headers.authorization, gate.token)) return refuse(401, 'no token');
  const page = headers[PAGE_HEADER];
  if (typeof page !== 'string' || !/^[\w-]{8,64}$/.test(page)) return refuse(400, 'no page');
  if (!isCall) return { to: 'events', page };
  if (headers['content-type'] !== LOOPBACK_TYPE) return refuse(415, 'wrong type');
  const length = Number(headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0) return refuse(411, 'no length');
  if (length > MAX_BODY_BYTES) return refuse(413, 'too large');
  return { to: 'call', name: path.slice('/call/'.length), page, length };
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

function hasToken(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
