import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JournalLine } from '@shared/contracts/host.ts';
import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { errorCode, failureOfDisk } from './disk-failure.ts';
import { asideName, flushFolder, writeFlushed } from './durable-file.ts';
import { EMPTY_HEAD, type JournalHead } from './journal-head.ts';
import { CHAIN_START, idOfAct, readLine, scanJournal, writeLine } from './journal-line.ts';

export interface JournalOptions {
  readonly path: string;
  readonly asideFolder: string;
  /** What the vault remembers of the journal's end: a shorter or other journal is damaged. */
  readonly knownHead: JournalHead | null;
  /** Nothing is put right and nothing written where the vault is only read. */
  readonly isWritable: boolean;
}

/** Where the lines of a journal end and what they are known by. */
interface Lines {
  /** Byte offset of the end of each line, newline included. */
  readonly ends: number[];
  readonly hashes: string[];
  /** Position at which each act's id stands. */
  readonly positions: Map<string, number>;
}

/**
 * The journal on disk. Every line is flushed before its append answers; a line that a crash tore is set
 * aside when the file is opened; a journal whose chain is broken is read by nobody and written by nobody.
 */
export class JournalFile {
  readonly #path: string;
  readonly #file: FileHandle | null;
  readonly #lines: Lines;
  #damagedLine: number | null;
  /** A failed append may have left bytes behind the last line; they go before the next one. */
  #hasRemains = false;
  /** Folder in which the file's name is not yet flushed; without it an acknowledged line may have no file. */
  #unflushedFolder: string | null = null;
  /** Another program put a file in this one's place, or changed its size. */
  #isChanged = false;
  /** What was appended since the file was opened, and the end it was appended to. */
  readonly #appended: { readonly after: JournalHead; readonly texts: string[] };

  private constructor(path: string, file: FileHandle | null, lines: Lines, damagedLine: number | null) {
    this.#path = path;
    this.#file = file;
    this.#lines = lines;
    this.#damagedLine = damagedLine;
    this.#appended = { after: this.head, texts: [] };
  }

  /** In place of one that is not open yet. */
  static none(path: string): JournalFile {
    return new JournalFile(path, null, { ends: [], hashes: [], positions: new Map() }, null);
  }

  /** A journal that is not there is damaged from its first line. */
  static async open({ path, asideFolder, knownHead, isWritable }: JournalOptions): Promise<JournalFile> {
    let bytes: Buffer;
    try {
      bytes = await readFile(path);
    } catch (error) {
      const none: Lines = { ends: [], hashes: [], positions: new Map() };
      if (['ENOENT', 'EISDIR'].includes(errorCode(error))) return new JournalFile(path, null, none, 1);
      throw error;
    }
    const scan = scanJournal(bytes);
    const lines: Lines = {
      ends: [...scan.ends],
      hashes: [...scan.hashes],
      positions: new Map(scan.positions),
    };
    if (scan.tail?.isSound) {
      const text = bytes.toString('utf8', scan.tail.from);
      addLine(lines, readLine(text, lines.ends.length + 1, lines.hashes.at(-1) ?? CHAIN_START)!, text);
    }
    const damagedLine = scan.damagedLine ?? differsFrom(knownHead, lines.hashes);
    const file = await open(path, isWritable ? 'r+' : 'r');
    try {
      if (isWritable && damagedLine === null && scan.tail)
        await mendTail(file, bytes, scan.tail, asideFolder);
    } catch (error) {
      await file.close();
      throw error;
    }
    return new JournalFile(path, file, lines, damagedLine);
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
    const { ends, hashes, positions } = scanJournal(lines);
    const read: Lines = { ends: [...ends], hashes: [...hashes], positions: new Map(positions) };
    const journal = new JournalFile(path, file, read, null);
    journal.#unflushedFolder = dirname(path);
    return journal;
  }

  get damagedLine(): number | null {
    return this.#damagedLine;
  }

  get isOpen(): boolean {
    return this.#file !== null || this.#damagedLine !== null;
  }

  get isChanged(): boolean {
    return this.#isChanged;
  }

  get head(): JournalHead {
    const { ends, hashes } = this.#lines;
    const hash = hashes.at(-1);
    return hash === undefined ? EMPTY_HEAD : { lines: ends.length, hash };
  }

  /** Whether the journal had this end once: what has been read up to there still holds. */
  goesOnFrom({ lines, hash }: JournalHead): boolean {
    return lines === 0 || this.#lines.hashes[lines - 1] === hash;
  }

  /**
   * Answers with the line of each act. An act whose id stands in the journal is not written again, so that a
   * page that never heard the answer may ask once more. Calls must not overlap.
   */
  async append(acts: readonly unknown[]): Promise<Result<readonly JournalLine[]>> {
    const { positions } = this.#lines;
    const seen = new Set<string>();
    const isNew = (act: unknown): boolean => {
      const id = idOfAct(act);
      if (id === null) return true;
      const isFirst = !seen.has(id) && !positions.has(id);
      seen.add(id);
      return isFirst;
    };
    const written = await this.#write(acts.filter(isNew));
    if (!written.ok || written.value.length === acts.length) return written;
    const wanted = new Set(acts.map((act) => positions.get(idOfAct(act) ?? '')));
    for (const { position } of written.value) wanted.add(position);
    const lines = await this.read(0);
    return lines.ok ? success(lines.value.filter(({ position }) => wanted.has(position))) : lines;
  }

  async #write(acts: readonly unknown[]): Promise<Result<readonly JournalLine[]>> {
    const file = this.#file;
    if (file === null || this.#damagedLine !== null) return this.#damage();
    if (acts.length === 0) return success([]);
    const start = this.#lines.ends.at(-1) ?? 0;
    const written: { line: JournalLine; text: string }[] = [];
    for (const act of acts) {
      const last = written.at(-1)?.line ?? { position: this.head.lines, hash: this.head.hash };
      written.push(writeLine(last.position + 1, last.hash, act));
    }
    const bytes = Buffer.from(written.map(({ text }) => text).join(''));
    try {
      if (this.#unflushedFolder !== null) await flushFolder(this.#unflushedFolder);
      this.#unflushedFolder = null;
      if (this.#hasRemains) await this.#cutAt(file, start);
      if (!(await this.#isInPlace(file, start))) return failure('journal-changed');
      this.#hasRemains = true;
      await writeWhole(file, bytes, start);
      await file.sync();
      // A line in a file that nobody finds again is not written.
      if (!(await this.#isInPlace(file, start + bytes.length))) return failure('journal-changed');
      this.#hasRemains = false;
    } catch (error) {
      await this.#cutAt(file, start).catch(() => undefined);
      return failureOfDisk(error);
    }
    for (const { line, text } of written) {
      addLine(this.#lines, line, text.slice(0, -1));
      this.#appended.texts.push(text);
    }
    return success(written.map(({ line }) => line));
  }

  /** Lines after `position`, each checked against the chain again as it is read. */
  async read(position: number): Promise<Result<readonly JournalLine[]>> {
    const file = this.#file;
    if (file === null || this.#damagedLine !== null) return this.#damage();
    const { ends, hashes } = this.#lines;
    const from = position === 0 ? 0 : (ends[position - 1] ?? ends.at(-1) ?? 0);
    const bytes = Buffer.alloc((ends.at(-1) ?? 0) - from);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    const lines: JournalLine[] = [];
    let start = 0;
    for (let index = position; index < ends.length; index++) {
      const end = ends[index]! - from;
      // The last newline may be missing where the vault is only read.
      const text = end - 1 > bytesRead ? '' : bytes.toString('utf8', start, end - 1);
      const line = readLine(text, index + 1, hashes[index - 1] ?? CHAIN_START);
      if (!line || line.hash !== hashes[index]) {
        this.#damagedLine = index + 1;
        return this.#damage();
      }
      lines.push(line);
      start = end;
    }
    return success(lines);
  }

  /**
   * Every line that this run knows to be written, though the file is gone, another or cut: the lines of a copy
   * that reaches to where the run began, and what was appended since. Null where no copy does.
   */
  async gather(copies: () => Promise<readonly Buffer[]>): Promise<Buffer | null> {
    const { after, texts } = this.#appended;
    const own = await this.#file?.stat().then(async ({ size }) => {
      const bytes = Buffer.alloc(size);
      const read = await this.#file?.read(bytes, 0, size, 0);
      return bytes.subarray(0, read?.bytesRead ?? 0);
    });
    for (const copy of [...(own ? [own] : []), ...(await copies())]) {
      const { ends, hashes } = scanJournal(copy);
      if (after.lines > 0 && hashes[after.lines - 1] !== after.hash) continue;
      return Buffer.concat([copy.subarray(0, ends[after.lines - 1] ?? 0), Buffer.from(texts.join(''))]);
    }
    return after.lines === 0 ? Buffer.from(texts.join('')) : null;
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }

  /** Whether the path still leads to the open file and the file ends where the last line does. */
  async #isInPlace(file: FileHandle, length: number): Promise<boolean> {
    const opened = await file.stat({ bigint: true });
    const found = await stat(this.#path, { bigint: true }).catch((error: unknown) => {
      if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null;
      throw error;
    });
    const isInPlace = found?.ino === opened.ino && found.dev === opened.dev && found.size === BigInt(length);
    if (!isInPlace) this.#isChanged = true;
    return isInPlace && !this.#isChanged;
  }

  #damage(): Failure {
    return failure('vault-damaged', { line: this.#damagedLine ?? 1 });
  }

  async #cutAt(file: FileHandle, length: number): Promise<void> {
    // A file that another program cut shorter is not made longer again.
    if ((await file.stat()).size > length) await file.truncate(length);
    await file.sync();
    this.#hasRemains = false;
  }
}

function addLine({ ends, hashes, positions }: Lines, line: JournalLine, text: string): void {
  ends.push((ends.at(-1) ?? 0) + Buffer.byteLength(text) + 1);
  hashes.push(line.hash);
  const id = idOfAct(line.act);
  if (id !== null) positions.set(id, line.position);
}

/** Ends a whole last line that lost only its newline; sets half a line aside that was never acknowledged. */
async function mendTail(
  file: FileHandle,
  bytes: Buffer,
  { from, isSound }: { readonly from: number; readonly isSound: boolean },
  asideFolder: string,
): Promise<void> {
  if (isSound) await file.write('\n', bytes.length);
  else {
    const aside = join(asideFolder, asideName('journal-tail'));
    await writeFile(aside, bytes.subarray(from), { flush: true, flag: 'wx', mode: 0o600 });
    await file.truncate(from);
  }
  await file.sync();
}

function differsFrom(known: JournalHead | null, hashes: readonly string[]): number | null {
  if (!known || known.lines === 0) return null;
  if (hashes.length < known.lines) return hashes.length + 1;
  return hashes[known.lines - 1] === known.hash ? null : known.lines;
}

async function writeWhole(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}
