import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FoundName } from '@shared/model/name.ts';
import { readingOffset } from '@shared/model/offset.ts';

export interface SpeechCase {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly names: readonly FoundName[];
  /** Each quotation as `words = speaker`, `?` where none is known; retold speech has `*` before its speaker. */
  readonly expected: readonly string[];
}

/**
 * The compact notation of `cases/*.txt`. Each line is a text whose quotations stand in braces and whose names
 * stand in angle brackets (persons), corner marks ⟦…⟧ (bodies) or double ones ⟪…⟫ (programmes); after → come the
 * speakers, parted by `|`. A line with no arrow holds no speech. `¶` is a line end, `#` begins a remark.
 */
export function readCases(): SpeechCase[] {
  const folder = resolve(import.meta.dirname, 'cases');
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFile(file, readFileSync(resolve(folder, file), 'utf8')));
}

const OPENINGS: Record<string, 'person' | 'org' | 'programme'> = {
  '<': 'person',
  '⟦': 'org',
  '⟪': 'programme',
};

function readFile(file: string, content: string): SpeechCase[] {
  const cases: SpeechCase[] = [];
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [marked = '', meanings] = line.replaceAll('¶', '\n').split(' → ');
    const speakers = meanings === undefined ? [] : meanings.split('|').map((name) => name.trim());
    let text = '';
    const names: FoundName[] = [];
    const quoted: [number, number][] = [];
    let open = 0;
    for (const character of marked) {
      const start = readingOffset(open);
      const end = readingOffset(text.length);
      if (character === '{') quoted.push([text.length, -1]);
      else if (character === '}') quoted.at(-1)![1] = text.length;
      else if (character in OPENINGS) open = text.length;
      else if ('>⟧⟫'.includes(character)) {
        const type = OPENINGS['<⟦⟪'['>⟧⟫'.indexOf(character)]!]!;
        names.push({ start, end, text: text.slice(open), type });
      } else text += character;
    }
    if (quoted.length !== speakers.length)
      throw new Error(`${file}:${index + 1}: ${quoted.length} quotations, ${speakers.length} speakers`);
    const expected = quoted.map(([start, end], i) => `${text.slice(start, end)} = ${speakers[i]}`);
    cases.push({ file, line: index + 1, text, names, expected });
  }
  return cases;
}
