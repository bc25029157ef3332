import { failure, type Result, success } from './results.ts';

/**
 * A value as bytes, exactly: JSON and the byte arrays that stand in it.
 *
 * Layout, integers unsigned 32-bit big-endian: length of the JSON, the JSON in UTF-8, then each byte array
 * as its length and its bytes, in the order of their indices. In the JSON a byte array is `{"$bytes": index}`;
 * any other key that begins with `$` has one `$` more.
 */
export type WireMessage = Uint8Array;

/** UTF-8 of the place that runs this, since `shared/` has none of its own. */
export interface Utf8 {
  readonly encode: (text: string) => Uint8Array;
  /** Throws on malformed UTF-8. */
  readonly decode: (bytes: Uint8Array) => string;
}

/** Nesting deeper than this is refused when it is read. */
export const MAX_WIRE_DEPTH = 64;

const MARK = '$bytes';

/** Encodes JSON values and byte arrays; members that are `undefined` are left out, as JSON does. */
export function encodeWire(value: unknown, utf8: Utf8): WireMessage {
  const arrays: Uint8Array[] = [];
  const json = utf8.encode(JSON.stringify(liftBytes(value, arrays)));
  const parts = [json, ...arrays];
  const message = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  let at = 0;
  for (const part of parts) {
    writeLength(message, at, part.length);
    message.set(part, at + 4);
    at += 4 + part.length;
  }
  return message;
}

/** Reads what `encodeWire` wrote; anything else is `refused`. Byte arrays are copies of their own. */
export function decodeWire(message: WireMessage, utf8: Utf8): Result<unknown, 'refused'> {
  const parts = splitParts(message);
  const json = parts?.[0];
  if (!parts || !json) return failure('refused');
  try {
    return success(lowerBytes(JSON.parse(utf8.decode(json)), parts.slice(1), 0));
  } catch {
    return failure('refused');
  }
}

/** Joins the messages of a stream, each preceded by its length; an empty one is a sign of life. */
export class WireStream {
  #rest: Uint8Array = new Uint8Array(0);

  /** @returns the messages that `chunk` completed. */
  push(chunk: Uint8Array): WireMessage[] {
    const bytes = new Uint8Array(this.#rest.length + chunk.length);
    bytes.set(this.#rest);
    bytes.set(chunk, this.#rest.length);
    const messages: WireMessage[] = [];
    let at = 0;
    while (at + 4 <= bytes.length) {
      const end = at + 4 + readLength(bytes, at);
      if (end > bytes.length) break;
      if (end > at + 4) messages.push(bytes.slice(at + 4, end));
      at = end;
    }
    this.#rest = bytes.slice(at);
    return messages;
  }
}

/** A message as it stands in a stream. */
export function frameWire(message: WireMessage): Uint8Array {
  const framed = new Uint8Array(4 + message.length);
  writeLength(framed, 0, message.length);
  framed.set(message, 4);
  return framed;
}

function liftBytes(value: unknown, arrays: Uint8Array[]): unknown {
  if (value instanceof Uint8Array) return { [MARK]: arrays.push(value) - 1 };
  if (Array.isArray(value)) return value.map((item) => liftBytes(item, arrays));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.startsWith('$') ? `$${key}` : key,
      liftBytes(item, arrays),
    ]),
  );
}

function lowerBytes(value: unknown, arrays: readonly Uint8Array[], depth: number): unknown {
  if (depth > MAX_WIRE_DEPTH) throw new RangeError('nested too deep');
  if (Array.isArray(value)) return value.map((item) => lowerBytes(item, arrays, depth + 1));
  if (value === null || typeof value !== 'object') return value;
  if (Object.hasOwn(value, MARK)) {
    const bytes = arrays[(value as Record<string, unknown>)[MARK] as number];
    if (!bytes) throw new RangeError('no such byte array');
    return bytes;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.startsWith('$') ? key.slice(1) : key,
      lowerBytes(item, arrays, depth + 1),
    ]),
  );
}

function splitParts(message: Uint8Array): Uint8Array[] | null {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < message.length) {
    if (at + 4 > message.length) return null;
    const end = at + 4 + readLength(message, at);
    if (end > message.length) return null;
    parts.push(message.slice(at + 4, end));
    at = end;
  }
  return parts;
}

function writeLength(bytes: Uint8Array, at: number, length: number): void {
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(at, length);
}

function readLength(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
}
