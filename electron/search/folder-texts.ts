import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from '@shared/search/postings/checksum.ts';
import type { DocumentText, IndexedDocument, TextStore } from '@shared/search/search-index.ts';

const RECORDS = 'texts.bin';
const TABLE = 'texts.table';
/** Words of a record before its id: bytes of the id, units of the title, units of the text. */
const HEAD_WORDS = 3;
/** Records start at whole words, so that a 32-bit number reaches 16 GB of them. */
const ALIGNMENT = 4;
const FLUSH_AFTER = 1 << 22;
/** Words of the table before its parts: slots, and records. */
const TABLE_HEAD = 2;
/** A call costs as much as reading some kilobytes. */
const LARGEST_GAP = 8 << 10;
const LARGEST_READ = 256 << 10;

const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

/** Writes the words of documents one after another, to be read at random by id. */
export class FolderTextWriter {
  private readonly folder: string;
  private readonly file: number;
  /** Where each record starts, in words; one more at the end. */
  private readonly starts: number[] = [0];
  private readonly hashes: number[] = [];
  private pending: Buffer[] = [];
  private pendingBytes = 0;

  private constructor(folder: string, file: number) {
    this.folder = folder;
    this.file = file;
  }

  /** Begins anew in a folder, which is made. */
  static async create(folder: string): Promise<FolderTextWriter> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return new FolderTextWriter(folder, openSync(join(folder, RECORDS), 'w'));
  }

  /** Of two documents with one id the later is read. */
  add({ id, title, text }: IndexedDocument): void {
    const idBytes = Buffer.from(id, 'utf8');
    const idRoom = aligned(idBytes.length);
    const length = aligned(HEAD_WORDS * 4 + idRoom + 2 * (title.length + text.length));
    const record = Buffer.alloc(length);
    record.writeUInt32LE(idBytes.length, 0);
    record.writeUInt32LE(title.length, 4);
    record.writeUInt32LE(text.length, 8);
    idBytes.copy(record, HEAD_WORDS * 4);
    record.write(title + text, HEAD_WORDS * 4 + idRoom, 'utf16le');
    this.hashes.push(hashOf(idBytes));
    this.starts.push((this.starts.at(-1) as number) + length / ALIGNMENT);
    this.pending.push(record);
    this.pendingBytes += length;
    if (this.pendingBytes > FLUSH_AFTER) this.flush();
  }

  finish(): void {
    this.flush();
    closeSync(this.file);
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(this.hashes.length * 2 + 2)));
    // Later documents first, so that a search meets them before older ones of the same id.
    for (let record = this.hashes.length - 1; record >= 0; record--) {
      let at = (this.hashes[record] as number) & (slots.length - 1);
      while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
      slots[at] = record + 1;
    }
    const table = new Uint32Array(TABLE_HEAD + slots.length + this.hashes.length + this.starts.length);
    table.set([slots.length, this.hashes.length]);
    table.set(slots, TABLE_HEAD);
    table.set(this.hashes, TABLE_HEAD + slots.length);
    table.set(this.starts, TABLE_HEAD + slots.length + this.hashes.length);
    writeFileSync(join(this.folder, TABLE), new Uint8Array(table.buffer));
  }

  private flush(): void {
    writeSync(this.file, Buffer.concat(this.pending));
    this.pending = [];
    this.pendingBytes = 0;
  }
}

/** Reads what `FolderTextWriter` wrote, at random. */
export class FolderTexts implements TextStore {
  private readonly file: number;
  /** Record number and one, by hash of the id. */
  private readonly slots: Uint32Array;
  /** Hash of each record's id. */
  private readonly hashes: Uint32Array;
  private readonly starts: Uint32Array;
  private buffer = Buffer.allocUnsafe(1 << 16);

  private constructor(file: number, slots: Uint32Array, hashes: Uint32Array, starts: Uint32Array) {
    this.file = file;
    this.slots = slots;
    this.hashes = hashes;
    this.starts = starts;
  }

  /** @throws Error of the file system when the folder holds no texts. */
  static open(folder: string): FolderTexts {
    const bytes = new Uint8Array(readFileSync(join(folder, TABLE)));
    const [slots = 0, records = 0] = new Uint32Array(bytes.buffer, 0, TABLE_HEAD);
    const part = (from: number, length: number) =>
      new Uint32Array(bytes.buffer, (TABLE_HEAD + from) * 4, length);
    const file = openSync(join(folder, RECORDS), 'r');
    return new FolderTexts(file, part(0, slots), part(slots, records), part(slots + records, records + 1));
  }

  async read(ids: readonly string[]): Promise<(DocumentText | null)[]> {
    const wanted = ids.map((id) => this.recordsOf(id));
    const firsts = wanted.map(([first]) => first ?? -1);
    const found: (DocumentText | null)[] = [];
    for (let i = 0; i < ids.length; ) {
      const group = this.groupAt(firsts, i);
      const [from, to] = [firsts[i] as number, firsts[group - 1] as number];
      const bytes = from < 0 ? null : this.readRecords(from, to);
      const base = from < 0 ? 0 : (this.starts[from] as number);
      for (; i < group; i++) {
        const at = ((this.starts[firsts[i] as number] ?? base) - base) * ALIGNMENT;
        found.push((bytes && parseRecord(bytes, at, ids[i] as string)) ?? null);
      }
    }
    // Two ids of one hash come once in a million; the other records of that hash are tried one by one.
    wanted.forEach((records, i) => {
      for (const record of records.slice(1))
        found[i] ??= parseRecord(this.readRecords(record, record), 0, ids[i] as string);
    });
    return found;
  }

  /** End of the run of records from index `at` that lie so close together that one read is cheaper than many. */
  private groupAt(records: readonly number[], at: number): number {
    const first = records[at] as number;
    let end = at + 1;
    while (first >= 0 && end < records.length) {
      const last = records[end - 1] as number;
      const next = records[end] as number;
      const gap = (this.starts[next] ?? 0) - (this.starts[last + 1] as number);
      const length = (this.starts[next + 1] ?? 0) - (this.starts[first] as number);
      if (next <= last || gap * ALIGNMENT > LARGEST_GAP || length * ALIGNMENT > LARGEST_READ) break;
      end++;
    }
    return end;
  }

  private recordsOf(id: string): number[] {
    const hash = hashOf(Buffer.from(id, 'utf8'));
    const mask = this.slots.length - 1;
    const records: number[] = [];
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const slot = this.slots[at] as number;
      if (slot === 0) return records;
      if (this.hashes[slot - 1] === hash) records.push(slot - 1);
    }
  }

  private readRecords(first: number, last: number): Buffer {
    const start = (this.starts[first] as number) * ALIGNMENT;
    const length = (this.starts[last + 1] as number) * ALIGNMENT - start;
    if (length > this.buffer.length) this.buffer = Buffer.allocUnsafe(length * 2);
    readSync(this.file, this.buffer, 0, length, start);
    return this.buffer;
  }
}

/** The record at `at`, null when it is another document's. */
function parseRecord(bytes: Buffer, at: number, id: string): DocumentText | null {
  const idLength = bytes.readUInt32LE(at);
  const idAt = at + HEAD_WORDS * 4;
  if (bytes.toString('utf8', idAt, idAt + idLength) !== id) return null;
  const titleAt = idAt + aligned(idLength);
  const textAt = titleAt + 2 * bytes.readUInt32LE(at + 4);
  return {
    title: bytes.toString('utf16le', titleAt, textAt),
    text: bytes.toString('utf16le', textAt, textAt + 2 * bytes.readUInt32LE(at + 8)),
  };
}
