import type { FoundFact } from '@shared/model/fact.ts';

/** A line of a case file: the text, and of each figure its words and what it says. */
export interface FactCase {
  readonly line: string;
  readonly text: string;
  readonly expected: readonly string[];
}

/**
 * Reads `近[[500人次]]学员 → quantity 500 人次 nearly`. Brackets hold the words of each figure; behind the
 * arrow, divided by ` ; `, stand kind, value (`3..4` for a range), unit (`–` for none), the bound unless it
 * is exact, `per …`, `×…` and the terms of a ratio (`3:1`). A line with no brackets holds no figure. Lines that begin with `# ` are remarks.
 */
export function readCases(file: string): FactCase[] {
  return file
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('# '))
    .map((line) => {
      const [marked = '', said = ''] = line.split(' → ');
      const words = [...marked.matchAll(/\[\[(.+?)\]\]/g)].map(([, figure]) => figure);
      const text = marked.replace(/\[\[|\]\]/g, '');
      const claims = said === '' || said === 'none' ? [] : said.split(' ; ');
      if (words.length !== claims.length)
        throw new Error(`${words.length} figures, ${claims.length} claims: ${line}`);
      return { line, text, expected: words.map((figure, i) => `${figure} = ${claims[i]!.trim()}`) };
    });
}

const printValue = ({ value, valueMax }: FoundFact): string =>
  valueMax === undefined ? String(value) : `${value}..${valueMax}`;

/** A found figure in the words of the notation. */
export function printFact(fact: FoundFact): string {
  const parts = [fact.kind, printValue(fact), fact.unit ?? '–'];
  if (fact.bound !== 'exact') parts.push(fact.bound);
  if (fact.per !== undefined) parts.push(`per ${fact.per}`);
  if (fact.multiplier !== undefined) parts.push(`×${fact.multiplier}`);
  if (fact.terms !== undefined) parts.push(fact.terms.join(':'));
  return `${fact.text} = ${parts.join(' ')}`;
}
