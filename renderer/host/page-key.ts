import type { PageKey } from '@shared/contracts/loopback.ts';

const STORED = 'duidu-page-key';

/** Keys for a page whose browser keeps nothing: they last as long as the page. */
const kept = new Map<string, string>();

/** The key that this browser proves itself by to the host of a vault; null where it has none. */
export function readStoredKey(vault: string): PageKey | null {
  const [id, secret] = (read(`${STORED} ${vault}`) ?? '').split('.');
  return id && secret ? { id, secret } : null;
}

/** Makes a key for a vault and keeps it for every later page of this browser. */
export function makeKey(vault: string): PageKey {
  const key = { id: randomText(16), secret: randomText(32) };
  storeKey(vault, key);
  return key;
}

export function storeKey(vault: string, { id, secret }: PageKey): void {
  const name = `${STORED} ${vault}`;
  kept.set(name, `${id}.${secret}`);
  try {
    localStorage.setItem(name, `${id}.${secret}`);
  } catch {
    // The person's browser keeps nothing for this page: a reload asks for a link.
  }
}

/** Whether a proof was made by a host that let the page with this key in; see PROTOCOL.md. */
export async function isProof(proof: string, { secret }: PageKey, nonce: string): Promise<boolean> {
  const hash = hex(await crypto.subtle.digest('SHA-256', bytesOf(secret)));
  const key = await crypto.subtle.importKey('raw', bytesOf(hash), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return hex(await crypto.subtle.sign('HMAC', key, bytesOf(nonce))) === proof;
}

/** Random bytes in base64url. */
export function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? kept.get(name) ?? null;
  } catch {
    return kept.get(name) ?? null;
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
