import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Machine, newMachine } from '../../journeys/harness.ts';

/** What a folder says of the library in it. */
interface Note {
  /** IndexedDB belongs to the origin, and that to the port. */
  readonly port: number;
  /** Pages that a person has imported. */
  readonly pages: number;
}

/** A machine with a library, which may be kept from one run to the next. */
export interface KeptLibrary {
  readonly machine: Machine;
  /** Pages that are in it already. */
  readonly pages: number;
  /** Notes how many there are; where the folder is kept. */
  readonly note: (pages: number) => void;
}

/** @param folder where libraries are kept, each under its number of articles; null: nowhere. */
export function openKeptLibrary(folder: string | null, articles: number): KeptLibrary {
  if (folder === null) return { machine: newMachine(), pages: 0, note: () => undefined };
  const home = resolve(folder, String(articles));
  mkdirSync(home, { recursive: true });
  const path = join(home, 'library.json');
  const known: Note = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { port: 0, pages: 0 };
  const machine: Machine = {
    vault: join(home, 'vault'),
    profile: join(home, 'profile'),
    port: known.port,
  };
  const note = (pages: number): void =>
    writeFileSync(path, JSON.stringify({ port: machine.port, pages } satisfies Note));
  return { machine, pages: known.pages, note };
}
