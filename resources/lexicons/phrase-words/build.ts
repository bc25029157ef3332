/**
 * Writes words.txt: common Chinese words by word class, with how common they are, from jieba's dictionary.
 * Usage: npx node resources/lexicons/phrase-words/build.ts path/to/jieba/dict.txt
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FEWEST = 30;
const LONGEST = 5;

const CLASSES: readonly (readonly [name: string, tags: RegExp])[] = [
  ['noun', /^(n|nt|nz|ng|an|j|s|l)$/],
  ['verbal-noun', /^vn$/],
  ['verb', /^(v|vd|vg|vi)$/],
  ['adjective', /^(a|ag|b|z|ad)$/],
  ['adverb', /^(d|dg|i)$/],
  ['function', /^(p|c|u|ud|ug|uj|ul|uv|uz|y|r|rr|rz)$/],
];

const dictionary = process.argv[2];
if (!dictionary) throw new Error('name the path of dict.txt');

const byClass = new Map<string, string[]>(CLASSES.map(([name]) => [name, []]));
for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
  const [word = '', count = '0', tag = ''] = line.trim().split(' ');
  const found = CLASSES.find(([, tags]) => tags.test(tag));
  if (!found || !/^\p{Script=Han}+$/u.test(word) || word.length > LONGEST || Number(count) < FEWEST) continue;
  byClass.get(found[0])!.push(word + Math.round(Math.log2(Number(count))).toString(36));
}
const lines = CLASSES.map(([name]) => `${name}\t${byClass.get(name)!.join(' ')}`);
writeFileSync(
  resolve(import.meta.dirname, 'words.txt'),
  `# class\twords, each with the binary logarithm of its count as one digit (0–9, a–z); written by build.ts\n${lines.join('\n')}\n`,
);
