/**
 * Builds name-parts.txt: what part of a name a character may be, and how strongly.
 * Usage: npx node resources/lexicons/characters/build-name-parts.ts path/to/cppjieba/dict
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = process.argv[2];
if (!folder) throw new Error('name the path of the folder with jieba.dict.utf8 and pos_dict');
const here = import.meta.dirname;
const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean);

/** The states of jieba's hidden Markov model whose characters make each part, in the order of the file. */
const PARTS: readonly (readonly string[])[] = [
  ['B,nr'],
  ['M,nr'],
  ['E,nr'],
  ['B,nrt', 'M,nrt', 'E,nrt'],
  ['B,ns'],
  ['E,ns'],
  ['B,nt'],
  ['E,nt'],
];
/** Logarithms of how much likelier the character is there than anywhere, for levels 3, 2, 1. */
const LEVELS = [2.2, 1, -0.3];
const RAREST = 30;
const LEAST_SHARE = 1e-6;

const counts = new Map<string, number>();
let total = 0;
for (const line of linesOf(resolve(folder, 'jieba.dict.utf8'))) {
  const [word = '', count = '0'] = line.split(' ');
  for (const unit of word) {
    counts.set(unit, (counts.get(unit) ?? 0) + Number(count));
    total += Number(count);
  }
}
const emitted = new Map<string, ReadonlyMap<string, number>>();
for (const line of linesOf(resolve(folder, 'pos_dict/prob_emit.utf8'))) {
  const colon = line.indexOf(':');
  const shares = line
    .slice(colon + 1)
    .split(';')
    .filter(Boolean)
    .map((item): [string, number] => [item[0]!, Math.exp(Number(item.slice(2)))]);
  emitted.set(line.slice(0, colon), new Map(shares));
}
const traditional = new Map<string, string[]>();
const pairs = readFileSync(resolve(here, '../folding/traditional-simplified.txt'), 'utf8').replace(/\s/g, '');
for (let i = 0; i + 1 < pairs.length; i += 2)
  traditional.set(pairs[i + 1]!, [...(traditional.get(pairs[i + 1]!) ?? []), pairs[i]!]);

const lines: string[] = [];
for (const states of PARTS) {
  const levels: [unit: string, share: number][][] = LEVELS.map(() => []);
  for (const [unit, count] of counts) {
    if (unit.length > 1 || count < RAREST) continue;
    const shares = states.map((state) => emitted.get(state)?.get(unit) ?? 0);
    const share = shares.reduce((a, b) => a + b, 0) / states.length;
    if (share < LEAST_SHARE) continue;
    const level = LEVELS.findIndex((least) => Math.log((share * total) / count) > least);
    if (level >= 0) levels[level]!.push([unit, share]);
  }
  for (const level of levels) {
    level.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    // A traditional form that the dictionary hardly has is what its simplified form is.
    lines.push(
      level
        .map(
          ([unit]) =>
            unit + (traditional.get(unit) ?? []).filter((form) => (counts.get(form) ?? 0) < RAREST).join(''),
        )
        .join(''),
    );
  }
}
writeFileSync(resolve(here, 'name-parts.txt'), `${lines.join('\n')}\n`);
