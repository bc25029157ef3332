import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { STAGES } from './stages.ts';
import { type StampedTree, stampStages } from './stamp-stages.ts';

const MODULE = 'virtual:stage-stamps';

/** The checkout at `root` as stamps are made of it. */
export const checkout = (root: string): StampedTree => ({
  list: (folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
          .filter((path) => statSync(join(root, path)).isFile())
      : [],
  has: (path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile(),
  read: (path) => readFileSync(join(root, path)),
});

/** Gives `virtual:stage-stamps`, which is made of the sources as they are when it is first asked for. */
export function stageStamps(root: string): Plugin {
  let made: ReturnType<typeof stampStages> | null = null;
  return {
    name: 'duidu-stage-stamps',
    watchChange: () => {
      made = null;
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load: {
      filter: { id: new RegExp(`^\0${MODULE}$`) },
      handler() {
        made ??= stampStages(checkout(root), STAGES);
        for (const { modules, data } of Object.values(made))
          for (const path of [...modules, ...data]) this.addWatchFile(join(root, path));
        const stamps = Object.fromEntries(Object.entries(made).map(([name, { stamp }]) => [name, stamp]));
        return `export default ${JSON.stringify(stamps)};`;
      },
    },
  };
}
