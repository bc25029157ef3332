import type { FoundName } from '../model/name.ts';
import { readingOffset } from '../model/offset.ts';
import { agreeOverPage } from './agreement.ts';
import { findBodies, retypeBodies } from './bodies.ts';
import { findByline } from './byline.ts';
import { type Candidate, keepBest } from './candidate.ts';
import { joinNames } from './composition.ts';
import { describeNames } from './describe-names.ts';
import { findHonours } from './honours.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { findPeople, retypePeople } from './people.ts';
import { findPlaces } from './places/find-places.ts';
import { findSites } from './places/find-sites.ts';
import { findShortPlaces } from './places/short-places.ts';
import { findProducts } from './products.ts';
import { isDenied, type Reading, readText } from './reading.ts';
import { findSchemes } from './schemes.ts';
import { findShortForms } from './short-forms.ts';
import { findSpelledBodies } from './spelled-bodies.ts';
import { findTagged } from './tagged.ts';

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

/** Rules that know no more than a list of places. */
const LISTED: ReadonlySet<string> = new Set(['world', 'world-part', 'register-short', 'short-place']);

/** 法国人, 奥地利帝国: a place of a list that the tagger, which knows the words around, takes for none. */
const isDeniedPlace = (reading: Reading, { rule, start, end }: Candidate): boolean =>
  LISTED.has(rule) && isDenied(reading, start, end);

const spanKey = ({ start, end, type }: Candidate): string => `${start}-${end}-${type}`;

/** Reads one text by itself: the costly part, whose result depends on the text's words and role alone. */
export function readNames(
  { text, role }: Pick<NamedText, 'text' | 'role'>,
  knowledge: NamesKnowledge,
): ReadNames {
  const reading = readText(text, knowledge);
  if (role === 'byline') return { reading, candidates: findByline(reading, knowledge) };
  const tagged = retypePeople(reading, findTagged(reading, knowledge), knowledge);
  const candidates = [
    ...tagged,
    ...findPlaces(reading, knowledge),
    ...findSpelledBodies(reading, knowledge),
    ...findSites(reading, knowledge),
    ...findPeople(reading, tagged, knowledge),
  ];
  return { reading, candidates };
}

/**
 * Names of all texts of one page together, so that a name known in one text is known in all.
 * @param read reads one text by itself; a caller that has read it before may say what it found.
 * @returns for each text its names in order; none overlaps another.
 */
export function recogniseNames(
  texts: readonly NamedText[],
  knowledge: NamesKnowledge,
  read: (text: NamedText) => ReadNames = (text) => readNames(text, knowledge),
): FoundName[][] {
  const eachRead = texts.map(read);
  const readings = eachRead.map(({ reading }) => reading);
  const found = eachRead.map(({ candidates }) => candidates);
  const shortPlaces = findShortPlaces(
    readings,
    found.map((list, index) =>
      joinNames(readings[index]!, keepBest(list, texts[index]!.text.length), knowledge),
    ),
    knowledge,
  );
  const first = texts.map(({ role }, index): readonly Candidate[] => {
    const reading = readings[index]!;
    const { text } = reading;
    if (role === 'byline') return found[index]!;
    const all = [...found[index]!, ...shortPlaces[index]!];
    const bodies = findBodies(reading, keepBest(all, text.length), knowledge);
    const joined = joinNames(reading, keepBest([...all, ...bodies], text.length), knowledge);
    // What a body goes on from is part of it; alone, a place needs more than a list to speak for it.
    const listed = new Set(all.filter((place) => isDeniedPlace(reading, place)).map(spanKey));
    return retypeBodies(
      text,
      joined.filter((name) => !listed.has(spanKey(name))),
      knowledge,
    );
  });
  const schemes = findSchemes(readings, first, knowledge);
  const shortForms = findShortForms(readings, first, knowledge);
  const more = schemes.map((list, index) => [
    ...list,
    ...shortForms[index]!,
    ...findProducts(readings[index]!, first[index]!, knowledge),
    ...findHonours(readings[index]!, knowledge),
  ]);
  const agreed = agreeOverPage(readings, first, more);
  const isAsPrinted = texts.every(({ text }, index) => text === readings[index]!.text);
  /** A phrase of the page as it is printed there, first in the text at `index`. */
  const printedForm = (phrase: string, index: number): string => {
    if (isAsPrinted) return phrase;
    for (const i of [index, ...texts.keys()]) {
      const at = readings[i]!.text.indexOf(phrase);
      if (at >= 0) return texts[i]!.text.slice(at, at + phrase.length);
    }
    return phrase;
  };
  return describeNames(texts, readings, agreed, knowledge).map((names, index) =>
    names.map((name) => ({
      ...name,
      text: texts[index]!.text.slice(name.start, name.end),
      ...(name.role === undefined ? {} : { role: printedForm(name.role, index) }),
      start: readingOffset(name.start),
      end: readingOffset(name.end),
    })),
  );
}
