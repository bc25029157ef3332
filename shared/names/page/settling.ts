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

const spanKey = ({ start, end, type }: Candidate): string => `${start}-${end}-${type}`;

/** The names of one text by itself: the best of its candidates, joined where they touch, each with its type. */
export function settleNames(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, names } = reading;
  const joined = joinNames(reading, keepBest(names, text.length), knowledge);
  // What a body goes on from is part of it; alone, a place needs more than a list to speak for it.
  const denied = new Set(names.filter((place) => isDeniedPlace(reading, place)).map(spanKey));
  return retypeBodies(
    text,
    joined.filter((name) => !denied.has(spanKey(name))),
    knowledge,
  );
}
