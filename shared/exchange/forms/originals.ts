import { utf8fromString } from '@exodus/bytes/utf8.js';
import { ArchiveWriter } from './archive.ts';

/** Bytes as they came, under the name that they had. */
export interface Original {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Lists the hash of each file as `sha256sum --check` reads it. */
const SUMS_FILE = 'SHA256SUMS';

/** Entries and bytes that a ZIP can hold without the extension that many programs do not read (APPNOTE 4.4.1.4). */
const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xffff_ffff;

type Originals = AsyncIterable<Original> | Iterable<Original>;

/** Originals as files of a folder, each under a name of its own, and last the list of their hashes. */
export async function* layOriginals(
  originals: Originals,
): AsyncGenerator<readonly [name: string, bytes: Uint8Array]> {
  const names = new FileNames();
  let sums = '';
  for await (const { name, sha256, bytes } of originals) {
    const own = names.nameFor(name);
    yield [own, bytes];
    sums += `${sha256}  ${own}\n`;
  }
  yield [SUMS_FILE, utf8fromString(sums)];
}

/**
 * The same as one ZIP.
 * @throws RangeError where they are more than a ZIP can hold.
 */
export async function* writeOriginals(originals: Originals): AsyncGenerator<Uint8Array> {
  const archive = new ArchiveWriter();
  let [entries, size] = [0, 0];
  for await (const [name, bytes] of layOriginals(originals)) {
    size += bytes.length;
    if (++entries > MOST_ENTRIES || size > MOST_BYTES)
      throw new RangeError('the originals are more than one ZIP can hold');
    const entry = archive.begin(name);
    entry.write(bytes);
    entry.end();
    yield* archive.take();
  }
  archive.end();
  yield* archive.take();
}

/** What no file system, or not every one, takes in a name; and a name of a device on Windows. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]+/gu;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const LONGEST = 120;

/** Gives every file of a folder a name of its own, as near to the one it had as can be. */
class FileNames {
  readonly #taken = new Set<string>([SUMS_FILE.toLowerCase()]);

  nameFor(wanted: string): string {
    const [, stem = '', ending = ''] =
      /^(.*?)(\.[^.]{1,8})?$/s.exec(
        wanted
          .replace(UNFIT, '_')
          .replace(/^\.+/, '_')
          .replace(/(?<![. ])[. ]+$/, '_'),
      ) ?? [];
    const short = [...stem.replace(DEVICE, '_$&')].slice(0, LONGEST).join('') || '_';
    for (let number = 1; ; number++) {
      const name = number === 1 ? short + ending : `${short} (${number})${ending}`;
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}
