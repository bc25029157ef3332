import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';

/** Who may import whom; the same table stands in ARCHITECTURE.md. `null`: nothing but itself. */
const SHARED: Record<string, readonly string[]> = {
  model: [],
  contracts: ['model'],
  work: [],
  text: ['model'],
  numerals: ['model', 'text'],
  decode: ['model', 'contracts', 'text', 'numerals'],
  formats: ['model', 'contracts', 'text', 'numerals', 'decode'],
  segment: ['model', 'contracts', 'text', 'numerals'],
  facts: ['model', 'contracts', 'text', 'numerals'],
  names: ['model', 'contracts', 'text', 'numerals'],
  quotes: ['model', 'contracts', 'text', 'numerals'],
  dating: ['model', 'contracts', 'text', 'numerals'],
  anchors: ['model', 'contracts', 'text', 'numerals'],
  journal: ['model', 'contracts', 'anchors'],
  search: ['model', 'contracts', 'text', 'numerals', 'work'],
  analysis: ['model', 'contracts', 'anchors', 'journal', 'text', 'numerals'],
  exchange: ['model', 'contracts', 'anchors', 'journal', 'text', 'numerals'],
  pack: ['model', 'contracts', 'anchors', 'journal'],
  pipeline: [
    'model',
    'contracts',
    'text',
    'numerals',
    'formats',
    'segment',
    'facts',
    'names',
    'quotes',
    'dating',
    'anchors',
    'journal',
  ],
};

const RENDERER: Record<string, readonly string[]> = {
  host: [],
  library: [],
  workers: ['host', 'library'],
  state: ['host', 'library', 'workers'],
  commands: ['state'],
  ui: [],
  features: ['host', 'library', 'workers', 'state', 'commands', 'ui'],
};

interface Arrow {
  readonly from: string;
  readonly to: string;
}

const root = resolve(import.meta.dirname, '../..');
let files: string[] = [];
let arrows: Arrow[] = [];

beforeAll(async () => {
  const { output } = await cruise(
    ['electron', 'renderer', 'shared'],
    {
      baseDir: root,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.css', '.json'] },
      tsConfig: { fileName: resolve(root, 'tsconfig.json') },
    },
    undefined,
    {
      tsConfig: {
        options: { baseUrl: root, paths: { '@shared/*': ['shared/*'] } },
        fileNames: [],
        errors: [],
      },
    },
  );
  if (typeof output === 'string') throw new Error(output);
  files = output.modules.map((m) => m.source).filter((f) => /^(electron|renderer|shared)\//.test(f));
  arrows = output.modules.flatMap((m) => m.dependencies.map((d) => ({ from: m.source, to: d.resolved })));
}, 60_000);

const part = (path: string): [string, string] => {
  const [side = '', folder = ''] = path.split('/');
  return [side, folder];
};

const broken = (rule: (arrow: Arrow) => boolean): string[] =>
  arrows.filter((arrow) => !rule(arrow)).map(({ from, to }) => `${from} → ${to}`);

describe('the arrows between parts', () => {
  it('sees the whole house', () => {
    const onDisk = ['electron', 'renderer', 'shared'].flatMap((side) =>
      readdirSync(resolve(root, side), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
        .map((path) => `${side}/${path.replaceAll('\\', '/')}`),
    );
    expect(files.filter((file) => /\.(ts|tsx|mjs)$/.test(file)).sort()).toEqual(onDisk.sort());
    expect(arrows.length).toBeGreaterThan(30);
  });

  it('resolves every import', () => {
    expect(broken(({ to }) => !/^(@shared|\.)/.test(to))).toEqual([]);
  });

  it('keeps shared to its table', () => {
    expect(
      broken(({ from, to }) => {
        const [side, folder] = part(from);
        const [target, inner] = part(to);
        if (side !== 'shared') return true;
        if (target === 'electron' || target === 'renderer' || target === 'resources') return false;
        if (target !== 'shared' || inner === folder) return true;
        return SHARED[folder]?.includes(inner) ?? false;
      }),
    ).toEqual([]);
  });

  it('keeps electron and renderer apart, and electron itself to desktop and preload', () => {
    expect(
      broken(({ from, to }) => {
        const [side, folder] = part(from);
        const [target] = part(to);
        if (side === 'electron' && target === 'renderer') return false;
        if (side === 'renderer' && target === 'electron') return false;
        const isElectron = to === 'electron' || to.startsWith('node_modules/electron/');
        return !isElectron || (side === 'electron' && (folder === 'desktop' || folder === 'preload'));
      }),
    ).toEqual([]);
  });

  it('keeps the renderer to its table', () => {
    expect(
      broken(({ from, to }) => {
        const [side, folder] = part(from);
        const [target, inner] = part(to);
        if (side !== 'renderer' || target !== 'renderer' || from.split('/').length === 2) return true;
        if (folder === 'features' && inner === 'features') return from.split('/')[2] === to.split('/')[2];
        return inner === folder || (RENDERER[folder]?.includes(inner) ?? false);
      }),
    ).toEqual([]);
  });

  it('has no imports in a circle', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      else if (!done.has(file)) {
        for (const to of next.get(file) ?? []) walk(to, [...path, file]);
        done.add(file);
      }
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });
});
