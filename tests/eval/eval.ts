/**
 * Scores the built command line against hand-made answers, where they are present beside the project, and
 * prints one table: articles, figures, times, names and quotations of each page, then pooled.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const answers = resolve(root, '../shared/gold');
const pages = [resolve(root, '../shared/pages'), resolve(root, '../shared/pages-web')];
const isDetailed = process.argv.includes('--detail');

interface Tally {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly f1: number;
  readonly n: number;
}
interface Score {
  readonly year: { readonly want: unknown; readonly got: unknown };
  readonly articles: Record<string, number>;
  readonly numbers: Tally & Record<string, number>;
  readonly times: Tally & Record<string, number>;
  readonly names: Record<string, Tally>;
  readonly quotes: Tally & { readonly speaker: number };
}

if (!existsSync(answers)) {
  console.log('No hand-made answers beside the project; nothing to score.');
  process.exit(0);
}

const scratch = mkdtempSync(join(tmpdir(), 'duidu-eval-'));
const rows: [string, Score][] = [];
for (const gold of readdirSync(answers).filter((name) => name.endsWith('.json'))) {
  const wanted = JSON.parse(readFileSync(join(answers, gold), 'utf8'));
  const file = pages
    .flatMap((folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []))
    .find((path) => path.endsWith(`/${wanted.source}`) || path.includes(`/${gold.replace('.json', '')}`));
  if (file === undefined) continue;
  const out = join(scratch, gold);
  writeFileSync(out, execFileSync(process.execPath, [join(root, 'electron/cli/duidu.mjs'), 'extract', file]));
  const coverage = spawnSync(process.execPath, [join(answers, 'coverage.mjs'), file, out], {
    encoding: 'utf8',
  });
  const scored = spawnSync(
    process.execPath,
    [join(answers, 'score.mjs'), join(answers, gold), out, ...(isDetailed ? ['--detail'] : [])],
    { encoding: 'utf8' },
  );
  if (isDetailed) console.log(`\n— ${gold}\n${scored.stderr}`);
  if (coverage.stdout.trim() !== 'whole') console.log(`${gold}: ${coverage.stdout.trim()}`);
  rows.push([gold.replace('.json', ''), JSON.parse(scored.stdout)]);
}

const pooled = (pick: (score: Score) => Tally | undefined): string => {
  const all = rows.map(([, score]) => pick(score)).filter((tally) => tally !== undefined);
  const sum = (key: 'tp' | 'fp' | 'fn') => all.reduce((total, tally) => total + tally[key], 0);
  const [tp, fp, fn] = [sum('tp'), sum('fp'), sum('fn')];
  return ((2 * tp) / (2 * tp + fp + fn || 1)).toFixed(3);
};
const cell = (tally: Tally | undefined): string => (tally && tally.n > 0 ? tally.f1.toFixed(3) : '–');

const NAME_TYPES = ['person', 'place', 'org', 'programme'] as const;
const head = [
  'page',
  'year',
  'articles',
  'extra',
  'charF1',
  'titles',
  'bylines',
  'paras',
  'order',
  'numbers',
  'value',
  'unit',
  'measure',
  'subject',
  'times',
  'value',
  ...NAME_TYPES,
  'quotes',
  'speaker',
];
const table = rows.map(([page, s]) => [
  page,
  `${s.year.got ?? '–'}/${s.year.want}`,
  `${s.articles.found}/${s.articles.n}`,
  s.articles.extra,
  s.articles.charF1,
  s.articles.titles,
  s.articles.bylines,
  s.articles.paragraphs,
  s.articles.inOrder,
  cell(s.numbers),
  s.numbers.value,
  s.numbers.unit,
  s.numbers.measure,
  s.numbers.subject,
  cell(s.times),
  s.times.value,
  ...NAME_TYPES.map((type) => cell(s.names[type])),
  cell(s.quotes),
  s.quotes.speaker,
]);
const foot = [
  'pooled',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  pooled((s) => s.numbers),
  '',
  '',
  '',
  '',
  pooled((s) => s.times),
  '',
  ...NAME_TYPES.map((type) => pooled((s) => s.names[type])),
  pooled((s) => s.quotes),
  '',
];
for (const row of [head, ...table, foot])
  console.log(row.map((value) => String(value ?? '').padStart(8)).join(' '));
