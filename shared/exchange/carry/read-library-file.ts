import { utf8toString } from '@exodus/bytes/utf8.js';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import type { Act } from '@shared/journal/act.ts';
import { readAct } from '@shared/journal/act-schema.ts';
import type { Sha256 } from '@shared/model/source.ts';
import { Unzip, UnzipInflate } from 'fflate';
import * as v from 'valibot';
import {
  JOURNAL_ENTRY,
  LIBRARY_FORMAT,
  type LibraryManifest,
  MANIFEST_ENTRY,
  ORIGINALS_FOLDER,
  SETTINGS_ENTRY,
} from './library-file.ts';

/** What a library file holds; where it is damaged, what is whole in it. */
export interface ReadLibraryFile {
  readonly acts: readonly Act[];
  readonly settings: unknown;
  /** Hashes of originals whose bytes are whole. */
  readonly originals: readonly string[];
  /** What is not whole, by the names of its parts; empty in a sound file. */
  readonly damaged: readonly string[];
}

export interface LibraryFileLimits {
  readonly mostEntryBytes: number;
  readonly mostEntries: number;
}

/** Bytes that the largest original may have and entries that a library may hold. */
const LIBRARY_LIMITS: LibraryFileLimits = { mostEntryBytes: 600_000_000, mostEntries: 2_000_000 };

/**
 * Reads a library file as its bytes come. Every part is held against its hash: an original that is not the one
 * its name says is damaged, whatever the manifest says.
 * @param keep called with each whole original, one after another; for a first look, one that does nothing.
 * @returns `library-unknown` for what is no library file at all.
 * @throws what reading the chunks throws.
 */
export async function readLibraryFile(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  sha256: Sha256,
  keep: (sha256: string, bytes: Uint8Array) => Promise<Result<unknown>>,
  limits: LibraryFileLimits = LIBRARY_LIMITS,
): Promise<Result<ReadLibraryFile>> {
  const finished: { name: string; bytes: Uint8Array }[] = [];
  const damaged = new Set<string>();
  const begun = new Set<string>();
  const unzip = new Unzip((entry) => {
    begun.add(entry.name);
    const pieces: Uint8Array[] = [];
    let length = 0;
    entry.ondata = (error, piece, last) => {
      if (error || length > limits.mostEntryBytes) {
        damaged.add(entry.name);
        return;
      }
      pieces.push(piece);
      length += piece.length;
      if (last) finished.push({ name: entry.name, bytes: join(pieces, length) });
    };
    if (begun.size > limits.mostEntries) damaged.add('too many entries');
    else entry.start();
  });
  unzip.register(UnzipInflate);

  const whole = new Map<string, Uint8Array>();
  const originals: string[] = [];
  const settle = async (): Promise<Result<unknown> | null> => {
    for (const { name, bytes } of finished.splice(0)) {
      begun.delete(name);
      if (!name.startsWith(ORIGINALS_FOLDER)) {
        whole.set(name, bytes);
        continue;
      }
      const hash = name.slice(ORIGINALS_FOLDER.length);
      if ((await sha256(bytes)) !== hash) {
        damaged.add(name);
        continue;
      }
      const kept = await keep(hash, bytes);
      if (!kept.ok) return kept;
      originals.push(hash);
    }
    return null;
  };
  /** @returns whether what follows can still be taken apart. */
  const push = (chunk: Uint8Array, isLast: boolean): boolean => {
    try {
      unzip.push(chunk, isLast);
      return true;
    } catch {
      damaged.add('archive');
      return false;
    }
  };
  let isFirst = true;
  let goesOn = true;
  for await (const chunk of chunks) {
    if (isFirst && !(chunk[0] === 0x50 && chunk[1] === 0x4b)) return failure('library-unknown');
    isFirst = false;
    goesOn = push(chunk, false);
    const stopped = await settle();
    if (stopped && !stopped.ok) return stopped;
    if (!goesOn) break;
  }
  if (goesOn) push(new Uint8Array(0), true);
  const stopped = await settle();
  if (stopped && !stopped.ok) return stopped;
  for (const name of begun) damaged.add(name);
  return describeParts(whole, originals, damaged, sha256);
}

async function describeParts(
  whole: ReadonlyMap<string, Uint8Array>,
  originals: readonly string[],
  damaged: Set<string>,
  sha256: Sha256,
): Promise<Result<ReadLibraryFile>> {
  const journal = whole.get(JOURNAL_ENTRY);
  const manifest = readManifest(whole.get(MANIFEST_ENTRY));
  if (journal === undefined && manifest === null && originals.length === 0) return failure('library-unknown');
  if (manifest === null) damaged.add(MANIFEST_ENTRY);
  if (journal === undefined || (manifest && (await sha256(journal)) !== manifest.journal.sha256))
    damaged.add(JOURNAL_ENTRY);
  const { acts, unread } = readActs(journal);
  if (unread > 0) damaged.add(JOURNAL_ENTRY);
  const sound = new Set(originals);
  for (const { sha256: hash } of manifest?.originals ?? [])
    if (!sound.has(hash)) damaged.add(ORIGINALS_FOLDER + hash);
  const settings = whole.get(SETTINGS_ENTRY);
  const settingsSound =
    settings !== undefined && manifest?.settings && (await sha256(settings)) === manifest.settings.sha256;
  const readSettings = settingsSound ? parseJson(settings) : undefined;
  if (manifest?.settings && readSettings === undefined) damaged.add(SETTINGS_ENTRY);
  return success({
    acts,
    settings: readSettings ?? null,
    originals,
    damaged: [...damaged].sort(),
  });
}

/** Undefined for what is no JSON. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8toString(bytes));
  } catch {
    return undefined;
  }
}

const manifestSchema: v.GenericSchema<LibraryManifest> = v.object({
  format: v.literal(LIBRARY_FORMAT),
  journal: v.object({ acts: v.number(), sha256: v.string() }),
  settings: v.nullable(v.object({ sha256: v.string() })),
  originals: v.array(v.object({ sha256: v.string(), bytes: v.number() })),
});

function readManifest(bytes: Uint8Array | undefined): LibraryManifest | null {
  const read = v.safeParse(manifestSchema, bytes && parseJson(bytes));
  return read.success ? read.output : null;
}

/** Acts of the lines that read; a library is worth having without the line that was hit. */
function readActs(bytes: Uint8Array | undefined): { readonly acts: readonly Act[]; readonly unread: number } {
  const acts: Act[] = [];
  let unread = 0;
  for (const line of new TextLines(bytes ?? new Uint8Array(0))) {
    try {
      const act = readAct(JSON.parse(line));
      if (act.ok) acts.push(act.value);
      else unread++;
    } catch {
      unread++;
    }
  }
  return { acts, unread };
}

/** Lines of UTF-8, each decoded by itself; a line that is no UTF-8 is an empty object's worth of damage. */
class TextLines {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  *[Symbol.iterator](): Generator<string> {
    for (let from = 0; from < this.#bytes.length; ) {
      const newline = this.#bytes.indexOf(0x0a, from);
      const to = newline < 0 ? this.#bytes.length : newline;
      yield decodeLine(this.#bytes.subarray(from, to));
      from = to + 1;
    }
  }
}

function decodeLine(bytes: Uint8Array): string {
  try {
    return utf8toString(bytes);
  } catch {
    return '';
  }
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
