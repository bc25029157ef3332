import type { HostCall, HostCalls } from '@shared/contracts/host.ts';
import { LOOPBACK_TYPE, PAGE_HEADER } from '@shared/contracts/loopback.ts';
import { decodeWire, encodeWire, type Utf8 } from '@shared/contracts/wire.ts';

export const utf8: Utf8 = {
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
};

/** Headers that a page of the host at `address` sends. */
export function pageHeaders(address: string, page = 'test-page'): Record<string, string> {
  const token = new URL(address).hash.replace('#token=', '');
  return { authorization: `Bearer ${token}`, [PAGE_HEADER]: page, 'content-type': LOOPBACK_TYPE };
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
