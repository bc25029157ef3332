import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path/posix';
import { type BareModule, bareData, bareModule, namedData } from './bare-text.ts';
import { READERS, type StageSources } from './stages.ts';

/** Units of a stamp: 48 bits tell versions of one stage apart. */
const LENGTH = 12;

/** The files that stamps are made of; paths below the checkout, with `/`. */
export interface StampedTree {
  /** Every file below a folder, at any depth; none where there is no folder. */
  list(folder: string): readonly string[];
  has(path: string): boolean;
  read(path: string): Uint8Array;
}

/** A stage with its stamp and what went into it, for tests and for a person who asks why a stamp changed. */
export interface StampedStage {
  readonly stamp: string;
  readonly modules: readonly string[];
  readonly data: readonly string[];
  readonly packages: readonly string[];
}

/**
 * For each stage a hash over its modules and its data, comments and blanks left out: the same on every
 * machine, and another as soon as the stage may give another result. What another stage or a reader is made
 * of is left to it.
 * @throws Error when a module or a package that is imported is not there.
 */
export function stampStages<Name extends string>(
  tree: StampedTree,
  stages: Readonly<Record<Name, StageSources>>,
): Record<Name, StampedStage> {
  const modules = new Map<string, BareModule>();
  const moduleAt = (path: string): BareModule => {
    const known = modules.get(path);
    if (known) return known;
    const module = bareModule(path, new TextDecoder().decode(tree.read(path)));
    modules.set(path, module);
    return module;
  };
  const entries = Object.entries(stages) as [Name, StageSources][];
  return Object.fromEntries(
    entries.map(([name, sources]) => {
      const others = entries.flatMap(([other, { withImports = [] }]) => (other === name ? [] : withImports));
      return [name, stampStage(tree, sources, [...READERS, ...others], moduleAt)];
    }),
  ) as Record<Name, StampedStage>;
}

function stampStage(
  tree: StampedTree,
  { withImports = [], alone = [] }: StageSources,
  leftOut: readonly string[],
  moduleAt: (path: string) => BareModule,
): StampedStage {
  const modules = new Set<string>();
  const packages = new Set<string>();
  const follow = (path: string): void => {
    if (modules.has(path) || leftOut.some((other) => path === other || path.startsWith(`${other}/`))) return;
    modules.add(path);
    for (const specifier of moduleAt(path).imports) {
      const local = resolveLocal(path, specifier);
      if (local !== null) follow(local);
      else if (!specifier.startsWith('virtual:')) packages.add(packageOf(specifier));
    }
  };
  for (const path of withImports.flatMap((entry) => modulesAt(tree, entry))) follow(path);
  for (const path of alone.flatMap((entry) => modulesAt(tree, entry))) modules.add(path);

  const hash = createHash('sha256');
  const add = (kind: string, name: string, content: string | Uint8Array): void => {
    hash.update(`${kind} ${name} ${content.length}\n`).update(content).update('\n');
  };
  const data = new Set<string>();
  const inOrder = [...modules].sort();
  for (const path of inOrder) {
    const { code } = moduleAt(path);
    add('module', path, code);
    for (const file of dataNamedIn(tree, code)) data.add(file);
  }
  for (const path of [...data].sort()) add('data', path, bareData(path, tree.read(path)));
  for (const name of [...packages].sort()) add('package', name, versionOf(tree, name));
  return {
    stamp: hash.digest('hex').slice(0, LENGTH),
    modules: inOrder,
    data: [...data].sort(),
    packages: [...packages].sort(),
  };
}

const modulesAt = (tree: StampedTree, entry: string): readonly string[] =>
  entry.endsWith('.ts')
    ? [entry]
    : tree.list(entry).filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'));

/** Null for a package. */
function resolveLocal(from: string, specifier: string): string | null {
  if (specifier.startsWith('@shared/')) return `shared/${specifier.slice('@shared/'.length)}`;
  return specifier.startsWith('.') ? join(dirname(from), specifier) : null;
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function versionOf(tree: StampedTree, name: string): string {
  const { version } = JSON.parse(new TextDecoder().decode(tree.read(`node_modules/${name}/package.json`)));
  return String(version);
}

function dataNamedIn(tree: StampedTree, code: string): string[] {
  return namedData(code).flatMap(({ beginning, end }) => {
    const path = `resources/${beginning}`;
    if (tree.has(path)) return [path];
    return tree
      .list(dirname(path))
      .filter((file) => file.startsWith(path) && file.endsWith(end) && !/\.(ts|md)$/.test(file));
  });
}
