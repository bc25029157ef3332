import { type Candidate, keepBest } from '../candidate.ts';
import { joinNames } from '../edges/joining.ts';
import { retypeBodies } from '../edges/retyping.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { isDenied, type Reading } from '../reading/reading.ts';
import type { Rule } from '../weights.ts';

/** Rules that know no more than a list of places. */
const LISTED: ReadonlySet<Rule> = new Set<Rule>(['world', 'world-part', 'register-short', 'short-place']);

/** 法国人, 奥地利帝国: a place of a list that the tagger, which knows the words around, takes for none. */
const isDeniedPlace = (reading: Reading, { rule, start, end }: Candidate): boolean =>
  LISTED.has(rule) && isDenied(reading, start, end);

/** 北京|时间, 沪|指: a place that only a common word begins with. */
function beginsCommonWord(
  text: string,
  { type, start, end }: Candidate,
  { contexts }: NamesKnowledge,
): boolean {
  if (type !== 'place') return false;
  const isLetter = end - start === 1 && contexts['letter-word'].startingAt(text, start) !== '';
  return isLetter || contexts['place-compound'].startingAt(text, end) !== '';
}

const spanKey = ({ start, end, type }: Candidate): string => `${start}-${end}-${type}`;

/** The names of one text by itself: the best of its candidates, joined where they touch, each with its type. */
export function settleNames(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, names } = reading;
  const joined = joinNames(reading, keepBest(names, text.length), knowledge);
  // What a body goes on from is part of it; alone, a place needs more than a list to speak for it.
  const denied = new Set(names.filter((place) => isDeniedPlace(reading, place)).map(spanKey));
  return retypeBodies(
    text,
    joined.filter((name) => !denied.has(spanKey(name)) && !beginsCommonWord(text, name, knowledge)),
    knowledge,
  );
}
