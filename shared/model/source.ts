import type { SourceSpan } from './offset.ts';

declare const brand: unique symbol;

/** Lower-case hexadecimal SHA-256 of a source's bytes: the source's identity. */
export type SourceHash = string & { readonly [brand]: 'source hash' };

/** Computes the lower-case hexadecimal SHA-256 of bytes; each host passes its own. */
export type Sha256 = (bytes: Uint8Array) => Promise<string>;

export const sourceHash = (value: string): SourceHash => value as SourceHash;

/**
 * Character encodings that Duidu reads, by their names in the WHATWG's Encoding standard; those of Chinese first.
 * HZ (RFC 1843) is what Chinese was mailed in when mail had seven bits; it and UTF-32 are not in the standard.
 */
export const ENCODINGS = [
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
  'hz-gb-2312',
  'utf-32le',
  'utf-32be',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-3',
  'iso-8859-4',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-10',
  'iso-8859-13',
  'iso-8859-14',
  'iso-8859-15',
  'iso-8859-16',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
  'x-mac-cyrillic',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A date at the precision the text has: `2022`, `2022-03` or `2022-03-05`. */
export type PartialDate = string;

/** When a page was published, how that is known, and the words that prove it. */
export interface Publication {
  readonly value: PartialDate | null;
  /** `metadata`: what the file states of itself and the page does not show. */
  readonly basis: 'given' | 'printed' | 'metadata' | 'inferred' | 'unknown';
  readonly evidence: readonly SourceSpan[];
  /** Where the words bound the date and do not name it: it is not before, not after. */
  readonly notBefore?: PartialDate;
  readonly notAfter?: PartialDate;
}

/** Where a page was printed, as far as it decides what a bare 元 is. */
export const REGIONS = ['mainland', 'hong-kong', 'macao', 'taiwan'] as const;
export type Region = (typeof REGIONS)[number];

/** What the page prints about itself, or what the person says of it. */
export interface SourceDescription {
  readonly newspaper?: string;
  readonly edition?: string;
  readonly pageTitle?: string;
  readonly publishedOn?: PartialDate;
  readonly encoding?: Encoding;
  readonly region?: Region;
  /** `plain`: the text as it stands, not taken apart; for a page that cannot be read otherwise. */
  readonly reading?: 'plain';
}

/** Where a source was taken out of: the SHA-256 of the archive that the person has, and the path in it. */
export type ArchiveOrigin = readonly [archive: string, path: string];

export const LEFT_OUT = [
  'pictures',
  'deletions',
  'comments',
  'hidden',
  'formulae',
  'inserted',
  'chapters',
  'directory',
  'damaged',
] as const;

/**
 * Something of a file that is not in its text, or not as it is shown. `deletions` and `comments` are a draft's;
 * `hidden` words are not shown by its own program either; `formulae` are set on one line; `inserted` are parts in
 * another format that is not read; `chapters` are named by the file and missing or damaged in it; a `directory` is
 * the damaged list of a package's parts, of which some may be missing; `damaged` are other parts that could not be read.
 */
export interface LeftOut {
  readonly what: (typeof LEFT_OUT)[number];
  readonly count: number;
}

/** What is known of a source without its text. `length` counts UTF-16 units of the source text. */
export interface SourceRecord {
  readonly name: string;
  readonly sha256: SourceHash;
  readonly mediaType: string;
  /** Null for formats that do not leave it open. */
  readonly encoding: Encoding | null;
  /** Reader and version that gave the source text: `text@1`. */
  readonly reader: string;
  /** SHA-256 of the source text in UTF-8. */
  readonly textSha256: string;
  readonly length: number;
  readonly publishedOn: Publication;
  /** Of one that came out of an archive. */
  readonly origin?: ArchiveOrigin;
  /** What the file holds and its text does not; nothing where all is there. */
  readonly leftOut?: readonly LeftOut[];
}
