import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Failure, type Result, success } from '@shared/contracts/results.ts';
import { isCompanion } from '@shared/formats/archive/entry-path.ts';
import { recogniseArchive } from '@shared/formats/archive/open-archive.ts';
import { unpack } from '@shared/formats/archive/unpack.ts';
import { mostBytesOf } from '@shared/formats/formats.ts';
import type { ArchiveOrigin } from '@shared/model/source.ts';
import { sha256 } from '../knowledge/sha256.ts';
import { failureOfFile } from '../vault/disk-failure.ts';
import { readNamedFile } from './read-named-file.ts';

/** A file that the person named, or that lies in a folder or an archive that they named. */
export interface InputFile {
  /** As it is called by itself. */
  readonly name: string;
  /** Where it was found, for messages. */
  readonly place: string;
  readonly content: Result<Uint8Array>;
  /** Of a file out of an archive. */
  readonly origin?: ArchiveOrigin;
}

/** Reads files, the files of folders by their names, and the files of archives in their order. */
export async function* readInputs(path: string): AsyncGenerator<InputFile> {
  const files = await listFiles(path);
  if (!files.ok) yield { name: basename(path), place: path, content: files };
  else for (const file of files.value) yield* readInput(file);
}

async function* readInput(place: string): AsyncGenerator<InputFile> {
  const name = basename(place);
  const bytes = await readNamedFile(place, mostBytesOf(name));
  if (!bytes.ok || recogniseArchive(bytes.value, name) === null) {
    yield { name, place, content: bytes };
    return;
  }
  const archive = await sha256(bytes.value);
  for (const { path, content } of unpack(bytes.value, name))
    yield {
      name: path === '' ? name : basename(path),
      place: path === '' ? place : `${place}/${path}`,
      content: isFailure(content) ? content : success(content),
      ...(path === '' ? {} : { origin: [archive, path] }),
    };
}

const isFailure = (content: Uint8Array | Failure): content is Failure => 'ok' in content;

/** The file itself, or the files of a folder and its folders, by name; links are not followed. */
export async function listFiles(path: string): Promise<Result<string[]>> {
  try {
    if (!(await stat(path)).isDirectory()) return success([path]);
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries.filter(
      (entry) => entry.isFile() && !isCompanion(entry.name) && !entry.name.startsWith('.'),
    );
    return success(files.map(({ parentPath, name }) => join(parentPath, name)).sort());
  } catch (error) {
    return failureOfFile(error);
  }
}
