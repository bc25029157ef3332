import { randomBytes } from 'node:crypto';
import type { HostCall, HostCalls } from '@shared/contracts/host.ts';
import { LOOPBACK_TYPE, PAGE_HEADER, writePageKey } from '@shared/contracts/loopback.ts';
import { decodeWire, encodeWire, type Utf8 } from '@shared/contracts/wire.ts';

export const utf8: Utf8 = {
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
};

/** Hands a key over for the token of a link, as a page does; @returns the status of the answer. */
export async function handOverKey(link: string, key: string): Promise<number> {
  const token = new URL(link).hash.replace('#token=', '');
  const response = await fetch(new URL('/page-key', link), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': LOOPBACK_TYPE },
    body: new Uint8Array(encodeWire(key, utf8)),
  });
  return response.status;
}

/** A key as a page makes it, as it stands in the header. */
export const newKey = (): string =>
  writePageKey({ id: randomBytes(16).toString('base64url'), secret: randomBytes(32).toString('base64url') });

/** Uses a link up. @returns the host's address with the key of a page that it let in */
export async function comeIn(link: string): Promise<string> {
  const key = newKey();
  const status = await handOverKey(link, key);
  if (status !== 200) throw new Error(`the link was answered with ${status}`);
  return `${new URL(link).origin}/#${key}`;
}

/** Headers that a page sends to the host at an address with a key. */
export function pageHeaders(address: string, page = 'test-page'): Record<string, string> {
  const key = decodeURIComponent(new URL(address).hash.slice(1));
  return { authorization: key, [PAGE_HEADER]: page, 'content-type': LOOPBACK_TYPE };
}

/** Calls the loopback host at `address` as a page would. */
export async function callLoopback<Call extends HostCall>(
  address: string,
  name: Call,
  ...args: Parameters<HostCalls[Call]>
): Promise<ReturnType<HostCalls[Call]>> {
  const response = await fetch(new URL(`/call/${name}`, address), {
    method: 'POST',
    headers: pageHeaders(address),
    body: new Uint8Array(encodeWire(args, utf8)),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  const answer = decodeWire(new Uint8Array(await response.arrayBuffer()), utf8);
  if (!answer.ok) throw new Error('the answer is no message');
  return answer.value as ReturnType<HostCalls[Call]>;
}
