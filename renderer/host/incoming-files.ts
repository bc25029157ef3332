import type { Host, PickedFile, PickedFiles, RefusedFile } from '@shared/contracts/host.ts';
import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { isCompanion } from '@shared/formats/archive/entry-path.ts';
import { ACCEPTED, mostBytesOf } from '@shared/formats/formats.ts';
import { compareNaturally } from '@shared/text/natural-order.ts';

/** A file as it comes to the page; its bytes are read when its turn has come. */
export interface IncomingFile {
  readonly name: string;
  /** From the folder that was given; the name where the file itself was. */
  readonly path: string;
  /** Null where it was refused unread. */
  readonly content: Blob | null;
  readonly size: number;
  readonly failure: Failure | null;
}

/** Lets the person choose files: in the host's dialog where it has one, else in the browser's. */
export async function chooseFiles(
  host: Host,
  hasDialogs: boolean,
  accept: readonly string[] = ACCEPTED,
): Promise<Result<readonly IncomingFile[]>> {
  if (hasDialogs) {
    const picked = await host.call('files.pick');
    return picked.ok ? success(inOrder(fromPicked(picked.value))) : picked;
  }
  return choose((input) => {
    input.accept = accept.join(',');
  });
}

/** Lets the person choose a folder, in the browser's own dialog on every host. */
export const chooseFolder = (): Promise<Result<readonly IncomingFile[]>> =>
  choose((input) => {
    input.webkitdirectory = true;
  });

/**
 * Lets the person choose one file of any size in the browser's own dialog, on every host too: it is read piece by
 * piece where it lies. Null where the person left it.
 */
export async function chooseFile(accept: readonly string[]): Promise<File | null> {
  const [file] = await ask((input) => {
    input.accept = accept.join(',');
    input.multiple = false;
  });
  return file ?? null;
}

async function choose(prepare: (input: HTMLInputElement) => void): Promise<Result<readonly IncomingFile[]>> {
  const chosen = await ask(prepare);
  const files = chosen.flatMap((file) => fromFile(file, file.webkitRelativePath || file.name));
  return files.length === 0 ? failure('cancelled') : success(inOrder(files));
}

/** Browsers and systems give them in orders of their own; pages of an issue are numbered. */
const inOrder = (files: readonly IncomingFile[]): readonly IncomingFile[] =>
  [...files].sort((a, b) => compareNaturally(a.path, b.path));

/** Inputs whose dialog is open: in no document, the browser may collect one before it has answered. */
const asked = new Set<HTMLInputElement>();

function ask(prepare: (input: HTMLInputElement) => void): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  prepare(input);
  asked.add(input);
  return new Promise((resolve) => {
    const answer = (files: readonly File[]): void => {
      asked.delete(input);
      resolve(files);
    };
    input.addEventListener('change', () => answer([...(input.files ?? [])]));
    input.addEventListener('cancel', () => answer([]));
    input.click();
  });
}

/** Reads files that came to the page, for what takes them whole. */
export async function readIncoming(files: readonly IncomingFile[]): Promise<PickedFiles> {
  const read: PickedFile[] = [];
  const refused: RefusedFile[] = [];
  for (const { name, content, failure: why } of files)
    try {
      if (content) read.push({ name, bytes: new Uint8Array(await content.arrayBuffer()) });
      else refused.push({ name, failure: why ?? failure('file-unreadable') });
    } catch {
      // A file that went away since it was chosen: the browser says no more than that.
      refused.push({ name, failure: failure('file-unreadable') });
    }
  return { files: read, refused };
}

/** Files that the host has read. */
export const fromPicked = ({ files, refused }: PickedFiles): readonly IncomingFile[] => [
  ...files.map(({ name, bytes }) => ({
    name,
    path: name,
    content: new Blob([new Uint8Array(bytes)]),
    size: bytes.length,
    failure: null,
  })),
  ...refused.map(({ name, failure }) => ({ name, path: name, content: null, size: 0, failure })),
];

/** Files and folders that were dropped, in order. Ask before the drop's event has ended. */
export async function fromDropped(dropped: DataTransfer): Promise<readonly IncomingFile[]> {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return inOrder([...dropped.files].flatMap((file) => fromFile(file, file.name)));
  const found: IncomingFile[] = [];
  for (const entry of entries) await gather(entry, '', found);
  return inOrder(found);
}

async function gather(entry: FileSystemEntry, folder: string, found: IncomingFile[]): Promise<void> {
  const path = `${folder}${entry.name}`;
  try {
    if (isFileEntry(entry)) {
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
      found.push(...fromFile(file, path));
    } else if (isFolderEntry(entry))
      for (const inner of await listFolder(entry)) await gather(inner, `${path}/`, found);
  } catch {
    // A file that went away since it was dropped: the browser says no more than that.
    found.push({ name: entry.name, path, content: null, size: 0, failure: failure('file-unreadable') });
  }
}

const isFileEntry = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolderEntry = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A reader gives some of a folder at a time, and nothing when it has given all. */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** Too large ones are refused unread; what systems lay beside files is passed over. */
export function fromFile(file: File, path: string): readonly IncomingFile[] {
  if (isCompanion(path)) return [];
  const { name, size } = file;
  const limit = mostBytesOf(name);
  const refused = size > limit ? failure('file-too-large', { size, limit }) : null;
  return [{ name, path, size, content: refused ? null : file, failure: refused }];
}
