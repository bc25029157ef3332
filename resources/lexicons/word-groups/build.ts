/**
 * Builds groups.txt: words that stand between the same neighbours, from the bigrams of a language model.
 * Usage: npx node resources/lexicons/word-groups/build.ts path/to/lm.txt path/to/pydict_sc.bin
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createRandom } from '../../models/names/random.ts';
import { createFactors } from './factors.ts';
import { gather } from './gather.ts';

const FINE_GROUPS = 512;
const COARSE_GROUPS = 64;
/** Words with fewer different neighbours tell nothing. */
const LEAST_NEIGHBOURS = 4;
const SEED = 12345;

const [model, dictionary] = process.argv.slice(2);
if (!model || !dictionary) throw new Error('name the paths of lm.txt and pydict_sc.bin');

/** The words of the dictionary by number: strings of 32-bit characters, each closed by a nought, from an offset. */
function readWords(bytes: Buffer): string[] {
  const words: string[] = [''];
  for (let at = bytes.readUInt32LE(8); at + 4 <= bytes.length; at += 4) {
    const unit = bytes.readUInt32LE(at);
    if (unit === 0) words.push('');
    else words[words.length - 1] += String.fromCodePoint(unit);
  }
  return words;
}

const words = readWords(readFileSync(dictionary));
const shares = new Float64Array(words.length);
const before: number[] = [];
const behind: number[] = [];
const joint: number[] = [];
let level = 0;
for (const line of readFileSync(model, 'latin1').split('\n')) {
  if (line.startsWith('\\')) {
    level = Number(line[1]);
    if (level === 3) break;
  } else if (level === 1) shares[Number(line.slice(0, 9))] = Number(line.slice(9, 26));
  else if (level === 2) {
    const first = Number(line.slice(0, 9));
    before.push(first);
    behind.push(Number(line.slice(9, 19)));
    joint.push(shares[first]! * Number(line.slice(19, 35)));
  }
}
const random = createRandom(SEED);
const neighbours = new Int32Array(words.length);
for (const list of [before, behind]) for (const word of list) neighbours[word]!++;
const vectors = createFactors({ size: words.length, before, behind, joint }, random);
const kept = Array.from(words.keys()).filter(
  (word) => neighbours[word]! >= LEAST_NEIGHBOURS && words[word] !== '',
);
const weights = kept.map((word) => Math.log(1 + shares[word]! * 1e7) + 0.5);
const fine = gather(
  kept.map((word) => vectors[word]!),
  weights,
  FINE_GROUPS,
  12,
);
const groupWeights = new Array<number>(FINE_GROUPS).fill(0);
fine.groupOf.forEach((group, i) => {
  groupWeights[group]! += weights[i]!;
});
const coarse = gather(fine.centres, groupWeights, COARSE_GROUPS, 30);
const members: string[][] = Array.from({ length: FINE_GROUPS }, () => []);
fine.groupOf.forEach((group, i) => {
  members[group]!.push(words[kept[i]!]!);
});
writeFileSync(
  resolve(import.meta.dirname, 'groups.txt'),
  `${members.map((list, i) => `${i + 1}/${coarse.groupOf[i]} ${list.join(' ')}`).join('\n')}\n`,
);
