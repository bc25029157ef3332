import { utf8fromString } from '@exodus/bytes/utf8.js';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** The earliest time that a ZIP can tell, so that two exports of one state are the same bytes. */
const FIXED_TIME = new Date(1980, 0, 1);

/** A ZIP that is written piece by piece; what is ready is taken out with `take`. */
export class ArchiveWriter {
  #ready: Uint8Array[] = [];
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#ready.push(chunk);
  });

  /** Begins an entry; entries are written one after another. */
  begin(path: string, { compress = true } = {}): ArchiveEntry {
    const entry = compress ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    entry.mtime = FIXED_TIME;
    this.#zip.add(entry);
    return new ArchiveEntry((bytes, last) => entry.push(bytes, last));
  }

  /** A small entry, whole. */
  put(path: string, text: string): void {
    const entry = this.begin(path);
    entry.write(text);
    entry.end();
  }

  end(): void {
    this.#zip.end();
  }

  /** What has been written since the last call. */
  take(): Uint8Array[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }
}

export class ArchiveEntry {
  readonly #push: (bytes: Uint8Array, last: boolean) => void;

  constructor(push: (bytes: Uint8Array, last: boolean) => void) {
    this.#push = push;
  }

  write(content: string | Uint8Array): void {
    this.#push(typeof content === 'string' ? utf8fromString(content) : content, false);
  }

  end(): void {
    this.#push(new Uint8Array(0), true);
  }
}
