import type { FoundName } from '../model/name.ts';
import { readingOffset } from '../model/offset.ts';
import { agreeOverPage } from './agreement.ts';
import { findBodies, retypeBodies } from './bodies.ts';
import { findByline } from './byline.ts';
import { type Candidate, keepBest } from './candidate.ts';
import { joinNames } from './composition.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { findPeople, retypePeople } from './people.ts';
import { findPlaces } from './places/find-places.ts';
import { findShortPlaces } from './places/short-places.ts';
import { readText } from './reading.ts';
import { describeNames } from './references.ts';
import { findSchemes } from './schemes.ts';
import { findShortForms } from './short-forms.ts';
import { findTagged } from './tagged.ts';

/** One reading text of a page. Texts of one article share `article`; a byline's text is its names. */
export interface NamedText {
  readonly text: string;
  readonly role: 'title' | 'subtitle' | 'byline' | 'body' | 'caption';
  readonly article: number;
}

/**
 * Names of all texts of one page together, so that a name known in one text is known in all.
 * @returns for each text its names in order; none overlaps another.
 */
export function recogniseNames(texts: readonly NamedText[], knowledge: NamesKnowledge): FoundName[][] {
  const readings = texts.map(({ text }) => readText(text, knowledge));
  const found = texts.map(({ role }, index): Candidate[] => {
    const reading = readings[index]!;
    if (role === 'byline') return findByline(reading, knowledge);
    const tagged = retypePeople(reading, findTagged(reading, knowledge), knowledge);
    return [...tagged, ...findPlaces(reading, knowledge), ...findPeople(reading, tagged, knowledge)];
  });
  const shortPlaces = findShortPlaces(
    readings,
    found.map((list, index) =>
      joinNames(readings[index]!, keepBest(list, texts[index]!.text.length), knowledge),
    ),
    knowledge,
  );
  const first = texts.map(({ text, role }, index): Candidate[] => {
    const reading = readings[index]!;
    if (role === 'byline') return found[index]!;
    const all = [...found[index]!, ...shortPlaces[index]!];
    const bodies = findBodies(reading, keepBest(all, text.length), knowledge);
    return retypeBodies(
      text,
      joinNames(reading, keepBest([...all, ...bodies], text.length), knowledge),
      knowledge,
    );
  });
  const schemes = findSchemes(readings, first, knowledge);
  const shortForms = findShortForms(readings, first, knowledge);
  const more = schemes.map((list, index) => [...list, ...shortForms[index]!]);
  const agreed = agreeOverPage(readings, first, more);
  return describeNames(texts, readings, agreed, knowledge).map((names) =>
    names.map((name) => ({ ...name, start: readingOffset(name.start), end: readingOffset(name.end) })),
  );
}
