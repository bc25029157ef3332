import type { Phrase } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { type ReadingOffset, readingOffset } from '@shared/model/offset.ts';
import type { WordTable } from '@shared/text/word-table.ts';
import type { QuotesKnowledge } from './knowledge.ts';

export type Speaker = Phrase<ReadingOffset>;

/** A phrase that stands for somebody named before: 他, 她们. */
export interface Anaphor {
  readonly pronounAt: number;
}

/** So far back a pronoun looks for a person. */
const MEMORY = 600;

const LONGEST_UNNAMED = 26;
const LONGEST_AFTER_NAME = 24;
const PERSONAL_NAME = /^[\p{Script=Han}]{2,4}$|^[\p{Script=Han}]+(?:[·・][\p{Script=Han}]+)+$/u;
const AGED = /^\d{1,3}岁的?/;

export const phraseAt = (text: string, start: number, end: number): Speaker => ({
  text: text.slice(start, end),
  start: readingOffset(start),
  end: readingOffset(end),
});

/** Names of one text by their place. */
export class NamesInText {
  private readonly names: readonly FoundName[];

  constructor(names: readonly FoundName[]) {
    this.names = names.filter(({ type }) => type === 'person' || type === 'org');
  }

  /** Persons, else bodies, that lie within `start`–`end`, in order. */
  within(start: number, end: number, type: 'person' | 'org'): FoundName[] {
    const found: FoundName[] = [];
    for (let i = this.firstFrom(start); i < this.names.length; i += 1) {
      const name = this.names[i]!;
      if (name.end > end) break;
      if (name.type === type) found.push(name);
    }
    return found;
  }

  /** The last person named before `end` and not before `start`. */
  lastPerson(start: number, end: number): FoundName | null {
    for (let i = this.firstFrom(end) - 1; i >= 0; i -= 1) {
      const name = this.names[i]!;
      if (name.start < start) return null;
      if (name.type === 'person' && name.end <= end) return name;
    }
    return null;
  }

  /** The person whom a pronoun most likely means: the last one named before it. */
  meantBy(text: string, { pronounAt }: Anaphor): Speaker | null {
    const person = this.lastPerson(Math.max(0, pronounAt - MEMORY), pronounAt);
    return person === null ? null : phraseAt(text, person.start, person.end);
  }

  private firstFrom(start: number): number {
    let low = 0;
    let high = this.names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.names[middle]!.start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function trimEnd(text: string, start: number, end: number, words: WordTable<true>): number {
  let place = end;
  for (let word = words.endingAt(text, place); word !== null; word = words.endingAt(text, place)) {
    if (place - word.word.length <= start) return start;
    place -= word.word.length;
  }
  return place;
}

function trimStart(text: string, start: number, end: number, words: WordTable<true>): number {
  let place = start;
  for (let word = words.startingAt(text, place); word !== null; word = words.startingAt(text, place)) {
    if (place + word.word.length >= end) return place;
    place += word.word.length;
  }
  return place;
}

/**
 * Who speaks in the clause `start`–`end` whose verb begins at `end`: the last person that it names and that is
 * not spoken to, else its noun phrase as printed, without what leads in.
 */
export function speakerOfClause(
  text: string,
  start: number,
  end: number,
  names: NamesInText,
  knowledge: QuotesKnowledge,
): Speaker | Anaphor | null {
  const person = subjectAmong(text, start, end, names.within(start, end, 'person'), knowledge);
  if (person !== null) return phraseAt(text, person.start, person.end);
  const to = trimEnd(text, start, end, knowledge.adverbs);
  const from = trimStart(text, start, to, knowledge.leads);
  if (from >= to) return null;
  const pronoun = knowledge.pronouns.startingAt(text, from);
  if (pronoun !== null && from + pronoun.word.length <= to) return { pronounAt: from };
  return unnamedSpeaker(text, from, to, names, knowledge);
}

/** Between two persons: the second is the subject (老张的儿子小张); else the first is (老张笑小李). */
const JOINS_PERSONS = /[的之、和与及同兼]/;

/** Of several persons before a verb, the last that is neither spoken to nor told of. */
function subjectAmong(
  text: string,
  start: number,
  end: number,
  persons: readonly FoundName[],
  knowledge: QuotesKnowledge,
): FoundName | null {
  for (let i = persons.length - 1; i >= 0; i -= 1) {
    const person = persons[i]!;
    if (end - person.end > LONGEST_AFTER_NAME) return null;
    const isAddressed = person.start > start && knowledge.addressees.endingAt(text, person.start) !== null;
    const before = persons[i - 1];
    const isObject =
      before !== undefined &&
      end - before.end <= LONGEST_AFTER_NAME &&
      !JOINS_PERSONS.test(text.slice(before.end, person.start));
    if (!isAddressed && !isObject) return person;
  }
  return null;
}

function unnamedSpeaker(
  text: string,
  start: number,
  end: number,
  names: NamesInText,
  knowledge: QuotesKnowledge,
): Speaker | null {
  const bodies = names.within(start, end, 'org');
  const body = bodies.at(-1);
  if (body !== undefined && body.end === end) return phraseAt(text, body.start, end);
  let from = startOfNoun(text, start, end, body?.start ?? end);
  from = trimStart(text, from, end, knowledge.counters);
  const aged = AGED.exec(text.slice(from, Math.min(end, from + 6)));
  if (aged !== null) from += aged[0].length;
  const named = nameAfterRole(text, from, end, knowledge);
  if (named !== null) return named;
  if (end - from > LONGEST_UNNAMED || end - from < 2) return null;
  const noun = knowledge.people.endingAt(text, end) ?? knowledge.roles.endingAt(text, end);
  return noun === null ? null : phraseAt(text, from, end);
}

/** Where the noun begins: after the last 的 that does not part a body from its people, after 一名 and the like. */
function startOfNoun(text: string, start: number, end: number, bodyStart: number): number {
  let of = end - 3;
  while (of >= start && text[of] !== '的') of -= 1;
  return of >= start && of < bodyStart ? of + 1 : start;
}

/** 村民王某: what stands after the last noun for a role, where it can be a name. */
function nameAfterRole(text: string, start: number, end: number, knowledge: QuotesKnowledge): Speaker | null {
  for (let place = end - 1; place > start; place -= 1) {
    const role = knowledge.roles.endingAt(text, place);
    if (role === null || place - role.word.length < start) continue;
    const noun = knowledge.roles.endingAt(text, end) ?? knowledge.people.endingAt(text, end);
    const isNoun = noun !== null && end - noun.word.length <= place;
    return !isNoun && PERSONAL_NAME.test(text.slice(place, end)) ? phraseAt(text, place, end) : null;
  }
  return null;
}
