/** What structured clone carries, as JSON; only values that the project sends. */
export interface CloneCodec {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

/**
 * Makes the codec. Its source also runs in the page, so it may use nothing from outside itself.
 * Like structured clone, it throws on functions, symbols and promises; unlike it, on whatever else the
 * project does not send (dates, maps, errors and so on).
 */
export function makeCloneCodec(): CloneCodec {
  type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

  const toBase64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  };

  const lift = (value: unknown): Json => {
    if (value === undefined) return { $: 'undefined' };
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') {
      if (!Number.isFinite(value) || Object.is(value, -0))
        throw new Error('double: such a number is not sent');
      return value;
    }
    if (value instanceof Uint8Array) return { $: 'bytes', base64: toBase64(value) };
    if (Array.isArray(value)) return value.map(lift);
    if (typeof value === 'object') {
      const form = Object.prototype.toString.call(value);
      if (form !== '[object Object]' || typeof (value as { then?: unknown }).then === 'function')
        throw new Error('An object could not be cloned.');
      return { $: 'record', entries: Object.entries(value).map(([key, item]) => [key, lift(item)]) };
    }
    throw new Error('An object could not be cloned.');
  };

  const lower = (value: Json): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(lower);
    if (value.$ === 'undefined') return undefined;
    if (value.$ === 'bytes') return Uint8Array.from(atob(String(value.base64)), (unit) => unit.charCodeAt(0));
    return Object.fromEntries((value.entries as [string, Json][]).map(([key, item]) => [key, lower(item)]));
  };

  return {
    encode: (value) => JSON.stringify(lift(value)),
    decode: (text) => lower(JSON.parse(text)),
  };
}
