/**
 * Writes `readings.txt`: for each syllable the characters that are read so, from the tables of pinyin-pro.
 * Run: `node resources/lexicons/pinyin/build.ts`
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';

/** The unified ideographs, and 〇. */
const RANGES = [
  [0x3007, 0x3007],
  [0x4e00, 0x9fff],
] as const;

const usual = new Map<string, string>();
const other = new Map<string, string>();
const put = (table: Map<string, string>, syllable: string, character: string) =>
  table.set(syllable, (table.get(syllable) ?? '') + character);

for (const [from, to] of RANGES)
  for (let code = from; code <= to; code++) {
    const character = String.fromCharCode(code);
    const readings = pinyin(character, {
      multiple: true,
      toneType: 'none',
      type: 'array',
      v: true,
      nonZh: 'removed',
    });
    // Readings that differ by their tone alone are one; those that no keyboard types (m̀, ê) are none.
    const [first, ...rest] = [...new Set(readings)].filter((reading) => /^[a-z]{1,6}$/.test(reading));
    if (first === undefined) continue;
    put(usual, first, character);
    for (const reading of rest) put(other, reading, character);
  }

const lines = [...new Set([...usual.keys(), ...other.keys()])]
  .sort()
  .map((syllable) => [syllable, usual.get(syllable) ?? '', other.get(syllable) ?? ''].join('\t'));
writeFileSync(join(import.meta.dirname, 'readings.txt'), `${lines.join('\n')}\n`);
console.log(`${lines.length} syllables`);
