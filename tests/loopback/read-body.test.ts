import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '../../electron/loopback/http-gate.ts';
import { readBody } from '../../electron/loopback/read-body.ts';
import { callLoopback } from './call-loopback.ts';
import { newHost } from './new-host.ts';

const bytes = (text: string) => Buffer.from(text);

/** A request whose body the test brings piece by piece. */
function newRequest(length: number): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.headers['content-length'] = String(length);
  request._read = () => undefined;
  return request;
}

describe('a body', () => {
  it('is read whole, whatever pieces it comes in', async () => {
    const request = newRequest(6);
    const body = readBody(request);
    for (const piece of ['渡', '口']) request.push(bytes(piece));
    request.push(null);
    expect(await body).toEqual({ bytes: new Uint8Array(bytes('渡口')) });
  });

  it.each([
    ['longer than it said', 2, '渡口', 'too large'],
    ['shorter than it said', 9, '渡口', 'gone'],
  ])('%s is refused', async (_what, length, text, refused) => {
    const request = newRequest(length);
    const body = readBody(request);
    request.push(bytes(text));
    request.push(null);
    expect(await body).toEqual({ refused });
  });

  it('that promises too much is not read', async () => {
    expect(await readBody(newRequest(MAX_BODY_BYTES + 1))).toEqual({ refused: 'too large' });
  });

  it('that brings nothing is given up, and one whose caller went away', async () => {
    const stalled = newRequest(6);
    const body = readBody(stalled, 20);
    stalled.push(bytes('渡'));
    expect(await body).toEqual({ refused: 'too slow' });
    const left = newRequest(6);
    const cut = readBody(left);
    left.destroy();
    expect(await cut).toEqual({ refused: 'gone' });
  });
});

describe('many large bodies at once', () => {
  it('are taken one at a time', async () => {
    const { server, service } = await newHost();
    let running = 0;
    let most = 0;
    const call = service.call.bind(service);
    service.call = async (page, checked) => {
      most = Math.max(most, ++running);
      try {
        return await call(page, checked);
      } finally {
        running--;
      }
    };
    const files = Array.from({ length: 8 }, (_, index) => new Uint8Array(2 * 1024 * 1024).fill(index));
    const kept = await Promise.all(files.map((file) => callLoopback(server.address, 'originals.keep', file)));
    expect(kept.every(({ ok }) => ok)).toBe(true);
    expect(most).toBe(1);
  });
});
