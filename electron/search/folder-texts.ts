import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checksum } from '@shared/search/postings/checksum.ts';
import type { DocumentText, IndexedDocument, TextStore } from '@shared/search/search-index.ts';

const RECORDS = 'texts.bin';
const TABLE = 'texts.table';
/** Words of a record before its id: bytes of the id, units of the title, units of the text. */
const HEAD_WORDS = 3;
/** Records start at whole words, so that a 32-bit number reaches 16 GB of them. */
const ALIGNMENT = 4;
const FLUSH_AFTER = 1 << 22;

const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

/** Writes the words of documents one after another, to be read at random by id. */
export class FolderTextWriter {
  private readonly folder: string;
  private readonly file: number;
  /** Where each record starts, in words; one more at the end. */
  private readonly starts: number[] = [0];
  private readonly checksums: number[] = [];
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
    this.checksums.push(checksum(idBytes));
    this.starts.push((this.starts.at(-1) as number) + length / ALIGNMENT);
    this.pending.push(record);
    this.pendingBytes += length;
    if (this.pendingBytes > FLUSH_AFTER) this.flush();
  }

  finish(): void {
    this.flush();
    closeSync(this.file);
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(this.checksums.length * 2 + 2)));
    // Later documents first, so that a search meets them before older ones of the same id.
    for (let record = this.checksums.length - 1; record >= 0; record--) {
      let at = (this.checksums[record] as number) & (slots.length - 1);
      while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
      slots[at] = record + 1;
    }
    const table = Uint32Array.from([slots.length, ...slots, ...this.starts]);
    writeFileSync(join(this.folder, TABLE), new Uint8Array(table.buffer));
  }

  private flush(): void {
    writeSync(this.file, Buffer.concat(this.pending));
    this.pending = [];
    this.pendingBytes = 0;
  }
}

/** Reads what `FolderTextWriter` wrote, a record at a time. */
export class FolderTexts implements TextStore {
  private readonly file: number;
  /** Record number and one, by checksum of the id. */
  private readonly slots: Uint32Array;
  private readonly starts: Uint32Array;
  private buffer = Buffer.allocUnsafe(1 << 16);

  private constructor(file: number, slots: Uint32Array, starts: Uint32Array) {
    this.file = file;
    this.slots = slots;
    this.starts = starts;
  }

  /** @throws Error of the file system when the folder holds no texts. */
  static open(folder: string): FolderTexts {
    const bytes = new Uint8Array(readFileSync(join(folder, TABLE)));
    const table = new Uint32Array(bytes.buffer);
    const slotCount = table[0] as number;
    const file = openSync(join(folder, RECORDS), 'r');
    return new FolderTexts(file, table.subarray(1, 1 + slotCount), table.subarray(1 + slotCount));
  }

  async read(ids: readonly string[]): Promise<(DocumentText | null)[]> {
    return ids.map((id) => this.readOne(id));
  }

  private readOne(id: string): DocumentText | null {
    const idBytes = Buffer.from(id, 'utf8');
    const mask = this.slots.length - 1;
    for (let at = checksum(idBytes) & mask; ; at = (at + 1) & mask) {
      const slot = this.slots[at] as number;
      if (slot === 0) return null;
      const record = this.readRecord(slot - 1);
      const idLength = record.readUInt32LE(0);
      const textAt = HEAD_WORDS * 4 + aligned(idLength);
      if (!record.subarray(HEAD_WORDS * 4, HEAD_WORDS * 4 + idLength).equals(idBytes)) continue;
      const textFrom = textAt + 2 * record.readUInt32LE(4);
      return {
        title: record.toString('utf16le', textAt, textFrom),
        text: record.toString('utf16le', textFrom, textFrom + 2 * record.readUInt32LE(8)),
      };
    }
  }

  private readRecord(record: number): Buffer {
    const start = (this.starts[record] as number) * ALIGNMENT;
    const length = (this.starts[record + 1] as number) * ALIGNMENT - start;
    if (length > this.buffer.length) this.buffer = Buffer.allocUnsafe(length * 2);
    readSync(this.file, this.buffer, 0, length, start);
    return this.buffer.subarray(0, length);
  }
}
