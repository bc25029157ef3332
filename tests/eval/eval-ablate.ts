/**
 * Prints what each list of the lexicons of facts, dating and quotations earns: how many of the sentences and pages of
 * `tests/` are read wrongly once it is taken away. What earns nothing is printed last.
 *   npm run eval:ablate [figures|times|dating|quotes]… [--zero]
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { PROBES, type Probe } from './ablation-probes.ts';

const resources = resolve(import.meta.dirname, '../../resources');
const whole: KnowledgeFiles = {
  text: (path) => readFileSync(resolve(resources, path), 'utf8'),
  bytes: (path) => readFileSync(resolve(resources, path)),
};

/** A list of a lexicon file and the file without it. */
interface Part {
  readonly file: string;
  readonly name: string;
  readonly without: string;
}

/** Made by their own scripts from published tables: no list of ours. */
const MADE = /names\.tsv$|lunar\.json$|folding\/|phrase-words\/words\.txt$/;

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWordList = (value: unknown): boolean => Array.isArray(value) && typeof value[0] === 'string';

/** The value with no words in it; the tables that a reader asks for by name stay, empty. */
function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value === 'string') return '';
  if (!isTable(value)) return value;
  const parts = Object.entries(value).filter(([, part]) => isTable(part) || isWordList(part));
  return Object.fromEntries(parts.map(([name, part]) => [name, emptied(part)]));
}

function partsOfJson(file: string, content: string): Part[] {
  const lists = JSON.parse(content) as Record<string, unknown>;
  return Object.entries(lists)
    .filter(([, value]) => typeof value !== 'number')
    .map(([name, value]) => ({
      file,
      name,
      without: JSON.stringify({ ...lists, [name]: emptied(value) }),
    }));
}

/** Every line of a table or word list. */
function partsOfLines(file: string, content: string): Part[] {
  const lines = content.split('\n');
  return lines.flatMap((line, at) =>
    line === '' || line.startsWith('# ')
      ? []
      : [{ file, name: line.slice(0, 48), without: lines.toSpliced(at, 1).join('\n') }],
  );
}

function partsOf(file: string): Part[] {
  if (MADE.test(file)) return [];
  const content = whole.text(file);
  return file.endsWith('.json') ? partsOfJson(file, content) : partsOfLines(file, content);
}

const filesWithout = ({ file, without }: Part): KnowledgeFiles => ({
  ...whole,
  text: (path) => (path === file ? without : whole.text(path)),
});

/** How many answers are right; a reader that cannot do without the list gives none. */
function countRight(probe: Probe, files: KnowledgeFiles): number {
  try {
    return probe.countRight(files);
  } catch {
    return 0;
  }
}

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isZeroOnly = process.argv.includes('--zero');

for (const probe of PROBES.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const best = countRight(probe, whole);
  const rows = probe.files
    .flatMap(partsOf)
    .map((part) => ({ part, earns: best - countRight(probe, filesWithout(part)) }))
    .sort((a, b) => b.earns - a.earns);
  console.log(`${probe.name}: ${best} right`);
  for (const { part, earns } of rows)
    if (!isZeroOnly || earns <= 0) console.log(`${String(earns).padStart(6)}  ${part.file}  ${part.name}`);
}
