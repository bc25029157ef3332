import { resolve } from 'node:path';
import { DATING_KNOWLEDGE_FILES } from '@shared/dating/knowledge.ts';
import { FACTS_KNOWLEDGE_FILES } from '@shared/facts/knowledge.ts';
import { READER_NAMES } from '@shared/formats/formats.ts';
import { NAMES_KNOWLEDGE_FILES } from '@shared/names/knowledge.ts';
import { INDEX_STAMP, PIPELINE_STAMP, rowsStampOf, UNREAD_STAMP } from '@shared/pipeline/stamps.ts';
import { QUOTES_KNOWLEDGE_FILES } from '@shared/quotes/knowledge.ts';
import { SEGMENT_KNOWLEDGE_FILES } from '@shared/segment/knowledge.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareModule } from '../../electron/stamps/bare-text.ts';
import { STAGES } from '../../electron/stamps/stages.ts';
import { type StampedTree, stampStages } from '../../electron/stamps/stamp-stages.ts';
import { checkout } from '../../electron/stamps/stamps-plugin.ts';

const TREE: Readonly<Record<string, string>> = {
  'shared/weigh/weigh.ts': [
    "import { scale } from 'scales';",
    "import type { Load } from './load.ts';",
    "import { round } from '@shared/text/round.ts';",
    "import { read } from '@shared/decode/read.ts';",
    '/** Weighs. */',
    'export const weigh = (load: Load): number => round(scale(load, read()) * 2);',
    '',
  ].join('\n'),
  'shared/weigh/load.ts': 'export type Load = number;\n',
  'shared/weigh/knowledge.ts': [
    "export const UNITS = 'lexicons/weights/units.txt';",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code of a module
    'export const listOf = (name: string) => `lexicons/weights/lists/${name}.tsv`;',
    '',
  ].join('\n'),
  'shared/count/count.ts': "import { round } from '@shared/text/round.ts';\nexport const count = round;\n",
  'shared/text/round.ts': 'export const round = (value: number): number => Math.round(value);\n',
  'shared/text/idle.ts': 'export const idle = 1;\n',
  'shared/decode/read.ts': 'export const read = () => 1;\n',
  'resources/lexicons/weights/units.txt': '# Where it is from\n斤\t0.5\n\n担\t50\n',
  'resources/lexicons/weights/lists/old.tsv': '石\t60\n',
  'resources/lexicons/weights/lists/build.ts': 'write();\n',
  'resources/lexicons/other.txt': '里\n',
  'node_modules/scales/package.json': '{ "version": "1.0.0" }',
};

const STAGES_OF_TREE = {
  weigh: { withImports: ['shared/weigh'] },
  count: { withImports: ['shared/count'] },
} as const;

const treeOf = (files: Readonly<Record<string, string>>): StampedTree => ({
  list: (folder) => Object.keys(files).filter((path) => path.startsWith(`${folder}/`)),
  has: (path) => path in files,
  read: (path) => {
    if (files[path] === undefined) throw new Error(`no ${path}`);
    return new TextEncoder().encode(files[path]);
  },
});

/** Which stages have another stamp when a file has another text. */
function changedBy(path: string, change: (text: string) => string): string[] {
  const before = stampStages(treeOf(TREE), STAGES_OF_TREE);
  const text = TREE[path] ?? '';
  expect(change(text)).not.toBe(text);
  const after = stampStages(treeOf({ ...TREE, [path]: change(text) }), STAGES_OF_TREE);
  return (['weigh', 'count'] as const).filter((stage) => before[stage].stamp !== after[stage].stamp);
}

describe("a stage's stamp", () => {
  it.each<[string, string, (text: string) => string, string[]]>([
    ['a remark in code', 'shared/weigh/weigh.ts', (s) => s.replace('Weighs.', 'Says the weight.'), []],
    ['a line of remark', 'shared/weigh/weigh.ts', (s) => `// why\n${s}`, []],
    ['blanks in code', 'shared/weigh/weigh.ts', (s) => s.replace('=> round', '=>\n\n    round'), []],
    ['a number in code', 'shared/weigh/weigh.ts', (s) => s.replace('* 2', '* 3'), ['weigh']],
    ['what both import', 'shared/text/round.ts', (s) => s.replace('round(', 'floor('), ['weigh', 'count']],
    ['what none imports', 'shared/text/idle.ts', (s) => s.replace('1', '2'), []],
    ['a reader of bytes', 'shared/decode/read.ts', (s) => s.replace('1', '2'), []],
    ['a word', 'resources/lexicons/weights/units.txt', (s) => s.replace('50', '60'), ['weigh']],
    ['a remark in a list', 'resources/lexicons/weights/units.txt', (s) => s.replace('Where', 'When'), []],
    ['an empty line in a list', 'resources/lexicons/weights/units.txt', (s) => `${s}\n`, []],
    [
      'a list named by its folder',
      'resources/lexicons/weights/lists/old.tsv',
      (s) => `${s}钧\t30\n`,
      ['weigh'],
    ],
    ['a new list of that folder', 'resources/lexicons/weights/lists/new.tsv', () => '吨\t1000\n', ['weigh']],
    ['what builds a list', 'resources/lexicons/weights/lists/build.ts', (s) => `${s}again();`, []],
    ['a list of others', 'resources/lexicons/other.txt', (s) => `${s}丈\n`, []],
    ['a package', 'node_modules/scales/package.json', (s) => s.replace('1.0', '1.1'), ['weigh']],
  ])('with %s changed', (_, path, change, stages) => {
    expect(changedBy(path, change)).toEqual(stages);
  });

  it('leaves out nothing but remarks and blanks, wherever they stand', () => {
    const modules = stampStages(checkout(ROOT), { all: { withImports: ['shared/numerals', 'shared/text'] } })
      .all.modules;
    const blank = fc.constantFrom('\n', '  ', '/* why */', '// why\n', '\t', '/** what\n * it is */');
    fc.assert(
      fc.property(
        fc.constantFrom(...modules),
        fc.array(blank, { minLength: 1 }),
        fc.nat(),
        (path, blanks, at) => {
          const { code } = bareModule(path, new TextDecoder().decode(checkout(ROOT).read(path)));
          // Between two statements any of them may stand.
          const statements = code.split(/(?<=;) (?=export )/);
          const place = at % statements.length;
          const spaced = [...statements.slice(0, place), blanks.join('\n'), ...statements.slice(place)].join(
            '\n',
          );
          expect(bareModule(path, spaced).code).toBe(code);
          expect(bareModule(path, `${spaced}\nexport const more = 1;`).code).not.toBe(code);
        },
      ),
      { numRuns: 40 },
    );
  });
});

const ROOT = resolve(import.meta.dirname, '../..');

describe("the house's own stamps", () => {
  const stages = stampStages(checkout(ROOT), STAGES);

  it.each([
    ['segment', SEGMENT_KNOWLEDGE_FILES],
    ['facts', FACTS_KNOWLEDGE_FILES],
    ['names', NAMES_KNOWLEDGE_FILES],
    ['quotes', QUOTES_KNOWLEDGE_FILES],
    ['dating', DATING_KNOWLEDGE_FILES],
  ] as const)('%s: holds all data that the stage is given', (stage, files) => {
    expect(stages[stage].data).toEqual(expect.arrayContaining(files.map((path) => `resources/${path}`)));
  });

  it('leave no module of a stage out, and follow imports into what stages share', () => {
    expect(stages.names.modules).toContain('shared/text/word-table.ts');
    expect(stages.facts.modules).toContain('shared/numerals/read-number.ts');
    expect(stages.pipeline.modules).toContain('shared/anchors/resolve.ts');
    expect(stages.pipeline.modules.filter((path) => path.startsWith('shared/names/'))).toEqual([]);
    for (const { modules } of Object.values(stages))
      expect(modules.filter((path) => path.startsWith('shared/decode/'))).toEqual([]);
  });

  it('are what code finds in tests that run without a build', () => {
    const stamped = (['segment', 'facts', 'names', 'quotes', 'dating', 'pipeline'] as const)
      .map((stage) => `${stage}:${stages[stage].stamp}`)
      .join(' ');
    expect(PIPELINE_STAMP).toBe(`${READER_NAMES.join(' ')} ${stamped}`);
    expect(UNREAD_STAMP).toBe(`${PIPELINE_STAMP} rows:${stages.rows.stamp}`);
    for (const reader of READER_NAMES)
      expect(rowsStampOf(reader)).toBe(`${reader} ${stamped} rows:${stages.rows.stamp}`);
    expect(rowsStampOf('text@0')).toBeNull();
    expect(INDEX_STAMP).toBe(`search:${stages.search.stamp}`);
  });
});
