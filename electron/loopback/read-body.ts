import type { IncomingMessage } from 'node:http';
import { MAX_BODY_BYTES } from './http-gate.ts';

/** A body that brings nothing for so long is given up. */
const STALLED_MS = 10_000;

export type Body =
  | { readonly bytes: Uint8Array }
  | { readonly refused: 'too large' | 'too slow' }
  /** The caller went away; nobody is there to be answered. */
  | { readonly refused: 'gone' };

/** Reads a body into one place of the length that its head promised; more than that is `too large`. */
export function readBody(request: IncomingMessage, stalledMs = STALLED_MS): Promise<Body> {
  const promised = Number(request.headers['content-length']);
  if (!(promised <= MAX_BODY_BYTES)) return Promise.resolve({ refused: 'too large' });
  const bytes = new Uint8Array(promised);
  let length = 0;
  return new Promise((settle) => {
    const end = (body: Body): void => {
      clearTimeout(stalled);
      settle(body);
    };
    const stalled = setTimeout(() => end({ refused: 'too slow' }), stalledMs);
    request.on('data', (chunk: Buffer) => {
      stalled.refresh();
      if (length + chunk.length > promised) return end({ refused: 'too large' });
      bytes.set(chunk, length);
      length += chunk.length;
    });
    request.once('end', () => end(length === promised ? { bytes } : { refused: 'gone' }));
    request.once('error', () => end({ refused: 'gone' }));
    request.once('close', () => end({ refused: 'gone' }));
    if (request.destroyed) end({ refused: 'gone' });
  });
}
