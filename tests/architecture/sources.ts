import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** Paths of every file of the product that is TypeScript, from the root. */
export const listSources = (): string[] =>
  ['electron', 'renderer', 'shared'].flatMap((side) =>
    readdirSync(resolve(root, side), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => `${side}/${path.replaceAll('\\', '/')}`),
  );
