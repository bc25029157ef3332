import { utf8fromStringLoose, utf8toStringLoose } from '@exodus/bytes/utf8.js';
import { checksum } from './checksum.ts';

/** A segment that belongs to the index, and the documents in it that no longer do. */
export interface SegmentEntry {
  readonly key: string;
  readonly documents: number;
  readonly removed: readonly number[];
}

/** What the index is made of. Putting it is what makes a change to the index happen. */
export interface Manifest {
  /** Rises with every change. */
  readonly generation: number;
  /** Number for the key of the next segment. */
  readonly next: number;
  readonly segments: readonly SegmentEntry[];
  /** Keys of blobs that are no longer needed and may still be there. */
  readonly obsolete: readonly string[];
}

export const MANIFEST_KEY = 'manifest';
const VERSION = 1;

export const EMPTY_MANIFEST: Manifest = { generation: 0, next: 1, segments: [], obsolete: [] };

export const segmentKey = (number: number): string => `segment-${number}`;

/** One line with version and checksum, then JSON. */
export function writeManifest(manifest: Manifest): Uint8Array {
  const json = JSON.stringify(manifest);
  const sum = checksum(utf8fromStringLoose(json)).toString(16).padStart(8, '0');
  return utf8fromStringLoose(`duidu-search ${VERSION} ${sum}\n${json}`);
}

/** @returns null when the blob is damaged or of another version. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  const text = utf8toStringLoose(bytes);
  const [, version, sum, json] = /^duidu-search (\d+) ([0-9a-f]{8})\n(.*)$/s.exec(text) ?? [];
  if (json === undefined || Number(version) !== VERSION) return null;
  if (checksum(utf8fromStringLoose(json)) !== Number.parseInt(sum as string, 16)) return null;
  return JSON.parse(json) as Manifest;
}
