import type { FoundName, OwnWord } from '../model/name.ts';
import { readingOffset } from '../model/offset.ts';
import { type Candidate, keepBest } from './candidate.ts';
import { joinNames } from './edges/joining.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { agreeOverPage } from './page/agreement.ts';
import { type DescribedName, describeNames } from './page/describe-names.ts';
import { OwnWords } from './page/own-words.ts';
import { settleNames } from './page/settling.ts';
import { PASSES, type Passes } from './passes.ts';
import { type Reading, readText } from './reading/reading.ts';

/** One reading text of a page. Texts of one article share `article`; a byline's text is its names. */
export interface NamedText {
  readonly text: string;
  readonly role: 'title' | 'subtitle' | 'byline' | 'body' | 'caption';
  readonly article: number;
}

/** What is found in one text by itself, before the page has its say. */
export interface ReadNames {
  readonly reading: Reading;
  readonly candidates: readonly Candidate[];
}

const withNames = (reading: Reading, names: readonly Candidate[]): Reading => ({ ...reading, names });

/** Reads one text by itself: the costly part, whose result depends on the text's words and role alone. */
export function readNames(
  { text, role }: Pick<NamedText, 'text' | 'role'>,
  knowledge: NamesKnowledge,
  passes: Passes = PASSES,
): ReadNames {
  return findNames(readText(text, knowledge), role, knowledge, passes);
}

/** What the passes over one text find in it, one behind another. */
export function findNames(
  reading: Reading,
  role: NamedText['role'],
  knowledge: NamesKnowledge,
  passes: Passes = PASSES,
): ReadNames {
  let candidates: readonly Candidate[] = [];
  for (const { find } of role === 'byline' ? passes.byline : passes.text)
    candidates = [...candidates, ...find(withNames(reading, candidates), knowledge)];
  return { reading, candidates };
}

/**
 * Names of all texts of one page together, so that a name known in one text is known in all.
 * @param read reads one text by itself; a caller that has read it before may say what it found.
 * @param words the person's own list, which goes before what the program knows.
 * @returns for each text its names in order; none overlaps another.
 */
export function recogniseNames(
  texts: readonly NamedText[],
  knowledge: NamesKnowledge,
  read: (text: NamedText) => ReadNames = (text) => readNames(text, knowledge),
  passes: Passes = PASSES,
  words: readonly OwnWord[] = [],
): FoundName[][] {
  const own = new OwnWords(words, knowledge);
  const page = texts
    .map(read)
    .map(({ reading, candidates }) => withNames(reading, own.propose(reading, candidates)));
  const settled = settleTexts(texts, page, knowledge, passes);
  const holding = passes.holding.map(({ find }) => find(settled, knowledge));
  const agreed = agreeOverPage(
    page,
    settled.map(({ names }) => names),
    page.map((_, index) => holding.flatMap((lists) => lists[index]!)),
  ).map((names, index) => own.settle(page[index]!, names));
  return asPrinted(texts, page, describeNames(texts, page, agreed, knowledge));
}

/** Each text with its own names: with the page's short places, lengthened, joined and typed. A byline stays. */
function settleTexts(
  texts: readonly NamedText[],
  page: readonly Reading[],
  knowledge: NamesKnowledge,
  passes: Passes,
): Reading[] {
  const joined = page.map((reading) =>
    withNames(reading, joinNames(reading, keepBest(reading.names, reading.text.length), knowledge)),
  );
  const shortPlaces = passes.shortPlaces.map(({ find }) => find(joined, knowledge));
  return page.map((reading, index) => {
    if (texts[index]!.role === 'byline') return reading;
    const found = [...reading.names, ...shortPlaces.flatMap((lists) => lists[index]!)];
    const kept = withNames(reading, keepBest(found, reading.text.length));
    const longer = passes.longer.flatMap(({ find }) => find(kept, knowledge));
    const whole = withNames(reading, [...found, ...longer]);
    return withNames(reading, settleNames(whole, knowledge));
  });
}

/** The names in the page's own script and width. */
function asPrinted(
  texts: readonly NamedText[],
  page: readonly Reading[],
  names: readonly (readonly DescribedName[])[],
): FoundName[][] {
  const isAsRead = texts.every(({ text }, index) => text === page[index]!.text);
  /** A phrase of the page as it is printed there, first in the text at `index`. */
  const printedForm = (phrase: string, index: number): string => {
    if (isAsRead) return phrase;
    for (const i of [index, ...texts.keys()]) {
      const at = page[i]!.text.indexOf(phrase);
      if (at >= 0) return texts[i]!.text.slice(at, at + phrase.length);
    }
    return phrase;
  };
  return names.map((list, index) =>
    list.map((name) => ({
      ...name,
      text: texts[index]!.text.slice(name.start, name.end),
      ...(name.role === undefined ? {} : { role: printedForm(name.role, index) }),
      start: readingOffset(name.start),
      end: readingOffset(name.end),
    })),
  );
}
