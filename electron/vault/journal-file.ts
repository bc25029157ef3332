import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JournalLine } from '@shared/contracts/host.ts';
import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { errorCode, failureOfDisk, flushFolder, writeFlushed } from './durable-file.ts';
import { CHAIN_START, readLine, scanJournal, writeLine } from './journal-line.ts';

/** Where a journal ended when it was last known to be whole. */
export interface JournalHead {
  readonly lines: number;
  readonly hash: string;
}

/** Where sound lines end. */
export function headOf(lines: Buffer): JournalHead {
  const { ends, hashes } = scanJournal(lines);
  return { lines: ends.length, hash: hashes.at(-1) ?? CHAIN_START };
}

/**
 * The journal on disk. Every line is flushed before its append answers; a line that a crash tore is set
 * aside when the file is opened; a journal whose chain is broken is read by nobody and written by nobody.
 */
export class JournalFile {
  readonly #file: FileHandle | null;
  #ends: number[];
  #hashes: string[];
  #damagedLine: number | null;
  /** A failed append may have left bytes behind the last line; they go before the next one. */
  #hasRemains = false;
  /** Folder in which the file's name is not yet flushed; without it an acknowledged line may have no file. */
  #unflushedFolder: string | null = null;

  private constructor(file: FileHandle | null, ends: number[], hashes: string[], damagedLine: number | null) {
    this.#file = file;
    this.#ends = ends;
    this.#hashes = hashes;
    this.#damagedLine = damagedLine;
  }

  /**
   * A journal that is not there is damaged from its first line.
   * @param knownHeads what the vault remembers of the journal's end: one that is shorter than any of them, or
   * another, is damaged. None: nothing is remembered.
   */
  static async open(
    path: string,
    asideFolder: string,
    knownHeads: readonly JournalHead[],
  ): Promise<JournalFile> {
    let bytes: Buffer;
    try {
      bytes = await readFile(path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return new JournalFile(null, [], [], 1);
      throw error;
    }
    const scan = scanJournal(bytes);
    const ends = [...scan.ends];
    const hashes = [...scan.hashes];
    const file = await open(path, 'r+');
    if (scan.tail?.isSound) {
      await file.write('\n', bytes.length);
      await file.sync();
      const text = bytes.toString('utf8', scan.tail.from);
      ends.push(bytes.length + 1);
      hashes.push(readLine(text, ends.length, hashes.at(-1) ?? CHAIN_START)!.hash);
    }
    const damagedLine = scan.damagedLine ?? differsFrom(knownHeads, hashes);
    if (scan.tail && !scan.tail.isSound && damagedLine === null) {
      const name = `journal-tail-${new Date().toISOString().replaceAll(':', '')}`;
      await writeFile(join(asideFolder, name), bytes.subarray(scan.tail.from), { flush: true });
      await file.truncate(scan.tail.from);
      await file.sync();
    }
    return new JournalFile(file, ends, hashes, damagedLine);
  }

  /**
   * Puts sound lines in the place of the journal at `path` and opens them. It throws and changes nothing, or it
   * answers and what is appended from then on goes to the file that is there.
   */
  static async put(path: string, lines: Buffer, temporaryFolder: string): Promise<JournalFile> {
    const temporary = join(temporaryFolder, randomUUID());
    let file: FileHandle | null = null;
    try {
      await writeFlushed(temporary, lines);
      file = await open(temporary, 'r+');
      await rename(temporary, path);
    } catch (error) {
      await file?.close();
      await rm(temporary, { force: true });
      throw error;
    }
    const { ends, hashes } = scanJournal(lines);
    const journal = new JournalFile(file, [...ends], [...hashes], null);
    journal.#unflushedFolder = dirname(path);
    return journal;
  }

  get damagedLine(): number | null {
    return this.#damagedLine;
  }

  get head(): JournalHead {
    return { lines: this.#ends.length, hash: this.#hashes.at(-1) ?? CHAIN_START };
  }

  /** Calls must not overlap. */
  async append(acts: readonly unknown[]): Promise<Result<readonly JournalLine[]>> {
    const file = this.#file;
    if (file === null || this.#damagedLine !== null) return this.#damage();
    const start = this.#ends.at(-1) ?? 0;
    const lines: JournalLine[] = [];
    const texts: string[] = [];
    const ends: number[] = [];
    let end = start;
    for (const act of acts) {
      const last = lines.at(-1) ?? { position: this.head.lines, hash: this.head.hash };
      const { line, text } = writeLine(last.position + 1, last.hash, act);
      end += Buffer.byteLength(text);
      lines.push(line);
      texts.push(text);
      ends.push(end);
    }
    try {
      if (this.#unflushedFolder !== null) await flushFolder(this.#unflushedFolder);
      this.#unflushedFolder = null;
      if (this.#hasRemains) await this.#cutAt(file, start);
      this.#hasRemains = true;
      await writeWhole(file, Buffer.from(texts.join('')), start);
      await file.sync();
      this.#hasRemains = false;
    } catch (error) {
      await this.#cutAt(file, start).catch(() => undefined);
      return failureOfDisk(error);
    }
    this.#ends.push(...ends);
    this.#hashes.push(...lines.map((line) => line.hash));
    return success(lines);
  }

  /** Lines after `position`, each checked against the chain again as it is read. */
  async read(position: number): Promise<Result<readonly JournalLine[]>> {
    const file = this.#file;
    if (file === null || this.#damagedLine !== null) return this.#damage();
    const from = position === 0 ? 0 : (this.#ends[position - 1] ?? this.#ends.at(-1) ?? 0);
    const bytes = Buffer.alloc((this.#ends.at(-1) ?? 0) - from);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    const lines: JournalLine[] = [];
    let start = 0;
    for (let index = position; index < this.#ends.length; index++) {
      const end = this.#ends[index]! - from;
      const text = end > bytesRead ? '' : bytes.toString('utf8', start, end - 1);
      const line = readLine(text, index + 1, this.#hashes[index - 1] ?? CHAIN_START);
      if (!line || line.hash !== this.#hashes[index]) {
        this.#damagedLine = index + 1;
        return this.#damage();
      }
      lines.push(line);
      start = end;
    }
    return success(lines);
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }

  #damage(): Failure {
    return failure('vault-damaged', { line: this.#damagedLine ?? 1 });
  }

  async #cutAt(file: FileHandle, length: number): Promise<void> {
    await file.truncate(length);
    await file.sync();
    this.#hasRemains = false;
  }
}

/** The first line in which a journal differs from every end that is remembered; null where it fits one. */
function differsFrom(known: readonly JournalHead[], hashes: readonly string[]): number | null {
  const differing = known.map(({ lines, hash }) => {
    if (lines === 0) return null;
    if (hashes.length < lines) return hashes.length + 1;
    return hashes[lines - 1] === hash ? null : lines;
  });
  return differing.includes(null) ? null : (differing[0] ?? null);
}

async function writeWhole(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}
