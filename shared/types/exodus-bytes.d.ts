/**
 * The functions of `@exodus/bytes` that `shared/` calls. Its own declarations ask for Node's types, which
 * `shared/` is compiled without.
 */
declare module '@exodus/bytes/multi-byte.js' {
  /** @throws TypeError on malformed bytes, unless `loose`, which puts U+FFFD in their place. */
  export function createMultibyteDecoder(encoding: string, loose?: boolean): (bytes: Uint8Array) => string;
}
declare module '@exodus/bytes/single-byte.js' {
  /** Bytes that stand for nothing become U+FFFD where it is `loose`. */
  export function createSinglebyteDecoder(encoding: string, loose?: boolean): (bytes: Uint8Array) => string;
}
declare module '@exodus/bytes/encoding-lite.js' {
  /** The name of the encoding that a label is one of, in lower case; null for none. */
  export function normalizeEncoding(label: string): string | null;
}
declare module '@exodus/bytes/utf8.js' {
  export function utf8fromStringLoose(text: string): Uint8Array;
  /** @throws TypeError on malformed bytes. */
  export function utf8toString(bytes: Uint8Array): string;
  export function utf8toStringLoose(bytes: Uint8Array): string;
  /** @throws TypeError on lone surrogates. */
  export function utf8fromString(text: string): Uint8Array<ArrayBuffer>;
}
declare module '@exodus/bytes/utf16.js' {
  /** @throws TypeError on odd lengths and lone surrogates. */
  export function utf16toString(bytes: Uint8Array, format: 'uint8-le' | 'uint8-be'): string;
  export function utf16toStringLoose(bytes: Uint8Array, format: 'uint8-le' | 'uint8-be'): string;
}
