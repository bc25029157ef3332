/**
 * Builds given-names.txt: how much likelier a character is in a given name than elsewhere, in three classes.
 * Usage: npx node resources/lexicons/characters/build.ts path/to/jieba.dict.utf8
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const dictionary = process.argv[2];
if (!dictionary) throw new Error('name the path of jieba.dict.utf8');
const surnames = new Set(
  readFileSync(resolve(import.meta.dirname, '../surnames/surnames.txt'), 'utf8')
    .replace(/\s/g, '')
    .slice(0, 220),
);
const inNames = new Map<string, number>();
const elsewhere = new Map<string, number>();
const count = (map: Map<string, number>, key: string, n: number): void => {
  map.set(key, (map.get(key) ?? 0) + n);
};
for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
  const [word = '', frequency = '', tag = ''] = line.trim().split(' ');
  if (tag.startsWith('nr') && word.length === 3 && surnames.has(word[0]!)) {
    for (const unit of word.slice(1)) count(inNames, unit, 1);
  } else if (!tag.startsWith('nr')) {
    for (const unit of word) count(elsewhere, unit, Math.log(1 + Number(frequency)));
  }
}
const sum = (map: Map<string, number>): number => [...map.values()].reduce((a, b) => a + b, 0);
const [names, others] = [sum(inNames), sum(elsewhere)];
const classes: string[][] = [[], [], []];
for (const [unit, n] of [...inNames].sort((a, b) => b[1] - a[1])) {
  if (n < 3) continue;
  const ratio = n / names / (((elsewhere.get(unit) ?? 0) + 5) / others);
  classes[ratio > 4 ? 0 : ratio > 1.5 ? 1 : 2]!.push(unit);
}
writeFileSync(
  resolve(import.meta.dirname, 'given-names.txt'),
  `${classes.map((units) => units.join('')).join('\n')}\n`,
);
console.log(classes.map((units) => units.length));
