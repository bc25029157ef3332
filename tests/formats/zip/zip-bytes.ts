import { crc32 } from '@shared/formats/zip/crc32.ts';
import { deflateSync, strToU8 } from 'fflate';

/** An entry of an archive that is put together by hand, so that it may lie. */
export interface MadeEntry {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  readonly isStored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  /** Instead of what is true. */
  readonly size?: number;
  readonly crc?: number;
  /** Upper byte of `version made by`: 3 for Unix. */
  readonly system?: number;
  readonly unixMode?: number;
  readonly extra?: Uint8Array;
  /** Sizes stand behind the data, and the local header has none. */
  readonly hasDescriptor?: boolean;
  /** Sizes and place stand in the extra field. */
  readonly isWide?: boolean;
}

const bytesOf = (value: string | Uint8Array): Uint8Array =>
  typeof value === 'string' ? strToU8(value) : value;

const le = (...fields: readonly (readonly [value: number | bigint, bytes: number])[]): Uint8Array =>
  Uint8Array.from(
    fields.flatMap(([value, bytes]) =>
      Array.from({ length: bytes }, (_, i) => Number((BigInt(value) >> BigInt(8 * i)) & 0xffn)),
    ),
  );

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A field of the extra ones: its id and its data. */
export const extraField = (id: number, data: Uint8Array): Uint8Array =>
  joinBytes(le([id, 2], [data.length, 2]), data);

/**
 * A ZIP as its entries say.
 * @param sharesData every entry's directory points at the first one's data.
 */
export function makeZip(
  entries: readonly MadeEntry[],
  { prefix = new Uint8Array(), comment = '', sharesData = false, isWide = false } = {},
): Uint8Array {
  const locals: Uint8Array[] = [prefix];
  const central: Uint8Array[] = [];
  let at = prefix.length;
  const first = at;
  for (const entry of entries) {
    const name = bytesOf(entry.name);
    const data = bytesOf(entry.data ?? '');
    const packed = entry.isStored ? data : deflateSync(data);
    const method = entry.method ?? (entry.isStored ? 0 : 8);
    const flags = (entry.flags ?? 0) | (entry.hasDescriptor ? 0x8 : 0);
    const [crc, size] = [entry.crc ?? crc32(data), entry.size ?? data.length];
    const told = entry.hasDescriptor ? [0, 0, 0] : [crc, packed.length, size];
    const local = joinBytes(
      le([0x04034b50, 4], [20, 2], [flags, 2], [method, 2], [0, 4]),
      le([told[0] as number, 4], [told[1] as number, 4], [told[2] as number, 4], [name.length, 2], [0, 2]),
      name,
      packed,
      entry.hasDescriptor ? le([0x08074b50, 4], [crc, 4], [packed.length, 4], [size, 4]) : new Uint8Array(),
    );
    const place = (sharesData ? first : at) - prefix.length;
    const wide = entry.isWide
      ? extraField(1, le([size, 8], [packed.length, 8], [place, 8]))
      : new Uint8Array();
    const extra = joinBytes(entry.extra ?? new Uint8Array(), wide);
    const narrow = (value: number): number => (entry.isWide ? 0xffffffff : value);
    central.push(
      joinBytes(
        le([0x02014b50, 4], [20 | ((entry.system ?? 0) << 8), 2], [20, 2], [flags, 2], [method, 2], [0, 4]),
        le([crc, 4], [narrow(packed.length), 4], [narrow(size), 4], [name.length, 2], [extra.length, 2]),
        le([0, 2], [0, 2], [0, 2], [BigInt(entry.unixMode ?? 0) << 16n, 4], [narrow(place), 4]),
        name,
        extra,
      ),
    );
    locals.push(local);
    at += local.length;
  }
  const directory = joinBytes(...central);
  const [start, count] = [at - prefix.length, entries.length];
  const wideEnd = joinBytes(
    le([0x06064b50, 4], [44, 8], [45, 2], [45, 2], [0, 4], [0, 4], [count, 8], [count, 8]),
    le([directory.length, 8], [start, 8]),
    le([0x07064b50, 4], [0, 4], [start + directory.length, 8], [1, 4]),
  );
  const end = joinBytes(
    le([0x06054b50, 4], [0, 2], [0, 2]),
    isWide
      ? le([0xffff, 2], [0xffff, 2], [0xffffffff, 4], [0xffffffff, 4])
      : le([count, 2], [count, 2], [directory.length, 4], [start, 4]),
    le([comment.length, 2]),
    strToU8(comment),
  );
  return joinBytes(...locals, directory, isWide ? wideEnd : new Uint8Array(), end);
}
