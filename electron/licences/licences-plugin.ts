import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Something that Duidu ships and that others made, with the words of its licence or of where it comes from. */
interface Shipped {
  readonly name: string;
  /** As its package names it, or empty where the words say it. */
  readonly licence: string;
  readonly words: string;
}

/** The folder of the package that a module belongs to. */
const PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;
/** Folders of resources whose parts have a SOURCE.md each. */
const RESOURCES = ['lexicons', 'models', '.'];

/**
 * Two plugins: one goes with every bundle and notes the packages in it, the other writes `licences.json` beside the
 * page: those packages with their licences, and where word lists, models and articles come from.
 */
export function licencesPlugins(root: string): { readonly note: Plugin; readonly write: Plugin } {
  const folders = new Set<string>();
  return {
    note: {
      name: 'duidu-licences-note',
      generateBundle(_, bundle) {
        for (const part of Object.values(bundle))
          for (const id of part.type === 'chunk' ? Object.keys(part.modules) : []) {
            const folder = PACKAGE.exec(id)?.[1];
            if (folder !== undefined) folders.add(folder);
          }
      },
    },
    write: {
      name: 'duidu-licences-write',
      generateBundle() {
        const packages = [...folders].sort().map(readPackage);
        const resources = RESOURCES.flatMap((kind) => readSources(join(root, 'resources', kind)));
        this.emitFile({
          type: 'asset',
          fileName: 'licences.json',
          source: JSON.stringify({ packages, resources }),
        });
      },
    },
  };
}

function readPackage(folder: string): Shipped {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => LICENCE_FILE.test(entry));
  return {
    name: `${name} ${version}`,
    licence: String(license),
    words: file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim(),
  };
}

const readSources = (folder: string): Shipped[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name, 'SOURCE.md');
    return entry.isDirectory() && existsSync(path)
      ? [{ name: entry.name, licence: '', words: readFileSync(path, 'utf8').trim() }]
      : [];
  });
