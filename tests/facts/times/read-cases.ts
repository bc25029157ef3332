import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FoundFact } from '@shared/model/fact.ts';

export interface TimeCase {
  readonly file: string;
  readonly line: number;
  readonly published: string | null;
  readonly text: string;
  /** What is found, in order, as `words = kind value unit bound`; what says nothing is left out. */
  readonly expected: readonly string[];
}

/**
 * The compact notation of `cases/*.txt`. Each line is a text with its times in square brackets and, after →,
 * what each means, parted by `|`; a line with no arrow holds no time. `@ 2024-03-05` sets the day of
 * publication for the lines below it, `@` alone takes it away; `#` begins a remark; `¶` is a line end.
 */
export function readCases(): TimeCase[] {
  const folder = resolve(import.meta.dirname, 'cases');
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFile(file, readFileSync(resolve(folder, file), 'utf8')));
}

function readFile(file: string, content: string): TimeCase[] {
  const cases: TimeCase[] = [];
  let published: string | null = null;
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line.startsWith('@')) {
      published = line.slice(1).trim() || null;
      continue;
    }
    const [marked = '', meanings] = line.replaceAll('¶', '\n').split(' → ');
    const words = [...marked.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1]!);
    const said = meanings === undefined ? [] : meanings.split('|').map((meaning) => meaning.trim());
    if (words.length !== said.length)
      throw new Error(`${file}:${index + 1}: ${words.length} times, ${said.length} meanings`);
    cases.push({
      file,
      line: index + 1,
      published,
      text: marked.replaceAll(/[[\]]/g, ''),
      expected: words.map((word, i) => `${word} = ${said[i]}`),
    });
  }
  return cases;
}

/** What a time means in the words of the notation; `?` where it has no definite value. */
export const printMeaning = ({ kind, value, valueMax, unit, bound }: FoundFact): string =>
  [
    kind,
    valueMax === undefined ? (value ?? '?') : `${value}–${valueMax}`,
    ...(kind === 'duration' ? [unit] : []),
    ...(bound === 'exact' ? [] : [bound]),
  ].join(' ');
