import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import type { FoundName, NameType } from '@shared/model/name.ts';
import { readingOffset } from '@shared/model/offset.ts';

/** A sentence, or several that go on from one another, whose figures are marked with what is said of them. */
export interface MarkedText {
  readonly text: string;
  /** The names that braces mark; none where the text marks none. */
  readonly names: readonly FoundName[];
  /** Of each figure in order: its words, and what may be said of it. */
  readonly expected: readonly MarkedFigure[];
}

export type MarkedFigure = { readonly figure: string } & Readonly<Record<Saying, readonly string[]>>;

/** What a line may say of a figure, in the order in which it says it. */
export const SAYINGS = ['measure', 'subject', 'when', 'modality'] as const;
export type Saying = (typeof SAYINGS)[number];

/** Nothing is said. */
export const NONE = '–';
/** Whatever is found is right. */
const ANY = '*';

/**
 * Reads `{青湖县}受灾[[70户]]。 → 受灾 | 青湖县`. Braces hold names (`{person:周勇}`, of a place where no type
 * stands), double brackets figures; behind the arrow stand measure, subject, time and modality of each figure,
 * divided by ` ; `; what is left out at the end is not asked. `/` divides answers that are equally right (` or ` those
 * of a time), what stands in round brackets may be left out of an answer, `–` is none, `*` is whatever is found. A line
 * that begins with `+ ` goes on from the one before, one with `¶ ` begins another paragraph of the same text. Lines that
 * begin with `# ` are remarks.
 * @throws Error where figures and claims are not as many, or an answer is not in the text up to the end of its line.
 */
export function readMarkedTexts(file: string): MarkedText[] {
  const texts: string[][] = [];
  for (const line of file.split('\n')) {
    if (line.trim() === '' || line.startsWith('# ')) continue;
    if (line.startsWith('+ ')) texts.at(-1)!.push(line.slice(2));
    else if (line.startsWith('¶ ')) texts.at(-1)!.push(`\n${line.slice(2)}`);
    else texts.push([line]);
  }
  return texts.map((lines) => {
    let marked = '';
    const expected: MarkedFigure[] = [];
    for (const line of lines) {
      const [words = '', said] = line.split(' → ');
      const figures = [...words.matchAll(/\[\[(.+?)\]\]/g)].map(([, figure]) => figure as string);
      const claims = said?.split(' ; ').map((claim) => claim.trim()) ?? [];
      if (figures.length !== claims.length)
        throw new Error(`${figures.length} figures, ${claims.length} claims: ${line}`);
      marked += words;
      const { text } = readNames(marked.replace(/\[\[|\]\]/g, ''));
      for (const [at, figure] of figures.entries()) expected.push(readClaim(figure, claims[at]!, text, line));
    }
    return { ...readNames(marked.replace(/\[\[|\]\]/g, '')), expected };
  });
}

function readClaim(figure: string, claim: string, text: string, line: string): MarkedFigure {
  const parts = claim.split(' | ');
  const answers = (index: number): string[] => answersOf(parts[index] ?? ANY, index, text, line);
  return { figure, measure: answers(0), subject: answers(1), when: answers(2), modality: answers(3) };
}

function answersOf(said: string, index: number, text: string, line: string): string[] {
  const choices = said.trim().split(SAYINGS[index] === 'when' ? ' or ' : '/');
  if (index > 1) return choices;
  return choices.flatMap((choice) => {
    const forms = [...new Set(formsOf(choice))];
    const standing = forms.filter((form) => form === NONE || form === ANY || text.includes(form));
    if (standing.length === 0) throw new Error(`${choice} is not in ${line}`);
    return standing;
  });
}

/** (受理)案件: 受理案件 and 案件. */
function formsOf(choice: string): string[] {
  const bracket = /\(([^()]*)\)/.exec(choice);
  if (bracket === null) return [choice];
  const before = choice.slice(0, bracket.index);
  const behind = choice.slice(bracket.index + bracket[0].length);
  return [...formsOf(before + bracket[1] + behind), ...formsOf(before + behind)];
}

function readNames(marked: string): Pick<MarkedText, 'text' | 'names'> {
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

/** The figure found for each that is marked, in order; undefined where none is. */
export function matchFigures(
  expected: readonly MarkedFigure[],
  found: readonly FoundFact[],
): (FoundFact | undefined)[] {
  let from = 0;
  return expected.map(({ figure }) => {
    const fact = found.find(({ text, start, kind }) => !isTimeKind(kind) && start >= from && text === figure);
    from = fact?.end ?? from;
    return fact;
  });
}

/** What the program says, in the words of the notation. */
export const sayingOf = (fact: FoundFact | undefined, saying: Saying): string => {
  const said = saying === 'measure' || saying === 'subject' ? fact?.[saying]?.text : fact?.[saying];
  return said ?? NONE;
};

export const isAsked = (answers: readonly string[]): boolean => !answers.includes(ANY);

export const isAllowed = (said: string, answers: readonly string[]): boolean =>
  !isAsked(answers) || answers.includes(said);
