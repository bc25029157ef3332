import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName, NameType } from '@shared/model/name.ts';
import { readingOffset } from '@shared/model/offset.ts';

/** A line of a linking case file. */
export interface LinkCase {
  readonly line: string;
  readonly text: string;
  readonly names: readonly FoundName[];
  /** Of each figure in order: its words, and what may be said of it. */
  readonly expected: readonly ({ readonly figure: string } & Readonly<Record<Saying, readonly string[]>>)[];
}

/** What a line may say of a figure, in the order in which it says it. */
export const SAYINGS = ['measure', 'subject', 'when', 'modality'] as const;
export type Saying = (typeof SAYINGS)[number];

const NONE = '–';
const ANY = '*';

/**
 * Reads `{青湖县}受灾[[70户]]。 → 受灾 | 青湖县`. Braces hold names (`{person:周勇}`, of a place where no type
 * stands), double brackets figures; behind the arrow stand measure, subject, time and modality of each figure,
 * divided by ` ; `; the last two may be left out. `/` divides answers that are equally right (` or ` those of a
 * time), `–` is none, `*` is whatever is found. Lines that begin with `# ` are remarks.
 */
export function readLinkCases(file: string): LinkCase[] {
  return file
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('# '))
    .map((line) => {
      const [marked = '', said = ''] = line.split(' → ');
      const figures = [...marked.matchAll(/\[\[(.+?)\]\]/g)].map(([, figure]) => figure as string);
      const { text, names } = readNames(marked.replace(/\[\[|\]\]/g, ''));
      const claims = said.split(' ; ').map((claim) => claim.trim());
      if (figures.length !== claims.length)
        throw new Error(`${figures.length} figures, ${claims.length} claims: ${line}`);
      return {
        line,
        text,
        names,
        expected: figures.map((figure, at) => {
          const parts = (claims[at] as string).split(' | ');
          const answers = (index: number) =>
            (parts[index] ?? ANY).split(SAYINGS[index] === 'when' ? ' or ' : '/');
          return {
            figure,
            measure: answers(0),
            subject: answers(1),
            when: answers(2),
            modality: answers(3),
          };
        }),
      };
    });
}

function readNames(marked: string): Pick<LinkCase, 'text' | 'names'> {
  const names: FoundName[] = [];
  let text = '';
  let last = 0;
  for (const { 0: whole, 1: type = 'place', 2: name = '', index } of marked.matchAll(
    /\{(?:([a-z]+):)?(.+?)\}/g,
  )) {
    text += marked.slice(last, index);
    const start = readingOffset(text.length);
    text += name;
    names.push({ type: type as NameType, text: name, start, end: readingOffset(text.length) });
    last = index + whole.length;
  }
  return { text: text + marked.slice(last), names };
}

/** What the program says, in the words of the notation. */
export const sayingOf = (fact: FoundFact | undefined, saying: Saying): string => {
  const said = saying === 'measure' || saying === 'subject' ? fact?.[saying]?.text : fact?.[saying];
  return said ?? NONE;
};

export const isAllowed = (said: string, answers: readonly string[]): boolean =>
  answers.includes(ANY) || answers.includes(said);
