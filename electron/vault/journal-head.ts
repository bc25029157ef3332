import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { errorCode } from './disk-failure.ts';
import { readIfThere, replaceFile } from './durable-file.ts';
import { CHAIN_START } from './journal-line.ts';

/** An end of a journal: how many lines, and the hash of the last. */
export interface JournalHead {
  readonly lines: number;
  readonly hash: string;
}

export const EMPTY_HEAD: JournalHead = { lines: 0, hash: CHAIN_START };

/** What the vault remembers of its journal's end. */
export interface KnownHead {
  /** Null where nothing that reads is remembered. */
  readonly head: JournalHead | null;
  /** The end of a backup that was being put in the journal's place. */
  readonly restoring: JournalHead | null;
  /** A part of what was remembered is gone or does not read. */
  readonly isDamaged: boolean;
}

/** Bytes of a record, its newline included; one fits a disk's smallest sector. */
const RECORD_BYTES = 160;

/**
 * The high-water mark of the journal, as lasting as its lines: before an append answers, its end is written
 * and flushed here, so that lines that are lost after it show, though the chain cannot. Two records of one
 * length take turns, so that a crash in the middle of one leaves the other.
 */
export class HeadFile {
  readonly #path: string;
  readonly #temporaryFolder: string;
  #turn = 0;

  constructor(path: string, temporaryFolder: string) {
    this.#path = path;
    this.#temporaryFolder = temporaryFolder;
  }

  async read(): Promise<KnownHead> {
    const bytes = await readIfThere(this.#path);
    if (bytes === null) return { head: null, restoring: null, isDamaged: true };
    const texts = bytes.toString('utf8').split('\n').slice(0, -1);
    const records = texts.map(parseRecord);
    const heads = records.filter((record) => record !== null && !record.isRestoring);
    const restoring = records.find((record) => record?.isRestoring) ?? null;
    const head = heads.reduce((a, b) => (a && b && b.lines > a.lines ? b : (a ?? b)), null);
    // Vaults of before have one record, with no check.
    const isWhole = records.length > 0 && !records.includes(null) && (records.length > 1 || isOld(texts[0]));
    return { head: plain(head), restoring: plain(restoring), isDamaged: !isWhole };
  }

  /** Writes an end that is further on than the last; a file that is gone is written anew. */
  async raise(head: JournalHead): Promise<void> {
    try {
      const file = await open(this.#path, 'r+');
      try {
        const isOurs = (await file.stat()).size === 2 * RECORD_BYTES;
        if (!isOurs) return await this.replace(head);
        await file.write(writeRecord(head), 0, RECORD_BYTES, this.#turn * RECORD_BYTES);
        await file.datasync();
        this.#turn = 1 - this.#turn;
      } finally {
        await file.close();
      }
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      await this.replace(head);
    }
  }

  /** Remembers this end and no other, which may lie before the last. */
  async replace(head: JournalHead): Promise<void> {
    await this.#put([writeRecord(head), writeRecord(head)]);
  }

  /** Remembers that a journal with another end is about to take the place of the one there. */
  async announce(head: JournalHead, restoring: JournalHead): Promise<void> {
    await this.#put([writeRecord(head), writeRecord(head), writeRecord(restoring, true)]);
  }

  async #put(records: readonly Buffer[]): Promise<void> {
    await replaceFile(this.#path, Buffer.concat(records), this.#temporaryFolder);
    this.#turn = 0;
  }
}

interface Record extends JournalHead {
  readonly isRestoring: boolean;
}

const plain = (head: JournalHead | null): JournalHead | null =>
  head && { lines: head.lines, hash: head.hash };

const checkOf = (lines: number, hash: string, kind: string): string =>
  createHash('sha256').update(`${kind}\n${lines}\n${hash}`).digest('hex').slice(0, 16);

function writeRecord({ lines, hash }: JournalHead, isRestoring = false): Buffer {
  const kind = isRestoring ? 'restoring' : 'end';
  const text = JSON.stringify({ [kind]: lines, hash, check: checkOf(lines, hash, kind) });
  return Buffer.from(`${text.padEnd(RECORD_BYTES - 1)}\n`);
}

const RECORD = /^\{"(end|restoring)":(\d{1,15}),"hash":"([0-9a-f]{64})","check":"([0-9a-f]{16})"\} *$/;
const OLD_RECORD = /^\{"lines":(\d{1,15}),"hash":"([0-9a-f]{64})"\}$/;

const isOld = (text: string | undefined): boolean => text !== undefined && OLD_RECORD.test(text);

function parseRecord(text: string): Record | null {
  const [, kind, lines, hash, check] = RECORD.exec(text) ?? [];
  if (kind && hash && check === checkOf(Number(lines), hash, kind))
    return { lines: Number(lines), hash, isRestoring: kind === 'restoring' };
  const [, oldLines, oldHash] = OLD_RECORD.exec(text) ?? [];
  return oldHash ? { lines: Number(oldLines), hash: oldHash, isRestoring: false } : null;
}
