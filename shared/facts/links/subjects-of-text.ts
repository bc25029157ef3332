import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import type { ReadingSpan } from '@shared/model/offset.ts';
import { type Clause, sentenceStart } from './clauses.ts';
import type { Share } from './distribute.ts';
import { type PhraseWords, plays } from './phrase-words.ts';
import { phraseOf, type ReadingPhrase } from './reading-phrase.ts';
import { subjectBehind, subjectOf, whoIsSent } from './subject.ts';
import type { MeasuredFigure } from './subject-candidates.ts';
import type { Surroundings } from './surroundings.ts';
import { isBody, topicOf } from './topic.ts';
import { spansOver } from './within.ts';

/** The facts of a text with what was read of each: lists run beside `facts`, null where a fact is a time. */
interface ReadFigures {
  readonly text: string;
  readonly facts: readonly FoundFact[];
  readonly names: readonly FoundName[];
  readonly around: readonly (Surroundings | null)[];
  readonly measures: readonly (ReadingPhrase | null)[];
  /** The whole that each is a part of. */
  readonly parts: readonly (ReadingSpan | null)[];
  readonly shares: readonly (Share | null)[];
  readonly sentenceOf: (at: number) => readonly Clause[];
}

/** A measure this many facts back can still bound the subject of a figure. */
const MEASURES_BEFORE = 8;
/** Of whom the rules say that a figure is. */
export interface RuledSubject {
  readonly phrase: ReadingPhrase | null;
  /** The form of the sentence leaves no other: a name alone in a list, a name that 其中 stands before. */
  readonly isCertain: boolean;
}

/**
 * Whom each figure speaks of; a part speaks of whom its whole does, a figure whose sentence names nobody of whom the
 * one before it did.
 */
export function subjectsOf(
  { text, facts, names, around, measures, parts, shares, sentenceOf }: ReadFigures,
  phraseWords: PhraseWords,
): RuledSubject[] {
  const subjects: RuledSubject[] = [];
  const indexOfStart = new Map(facts.map(({ start }, index) => [start, index] as const));
  const wholeOf = (index: number): ReadingPhrase | null => {
    const whole = parts[index];
    return whole ? (subjects[indexOfStart.get(whole.start) ?? -1]?.phrase ?? null) : null;
  };
  let last: ReadingPhrase | null = null;
  let lastEnd = 0;
  for (const [index, fact] of facts.entries()) {
    if (around[index] === null) {
      subjects.push({ phrase: null, isCertain: false });
      continue;
    }
    const near = nearby(facts, measures, index);
    const measure = measures[index] ?? null;
    const sent = whoIsSent(text, around[index]!.left, rightOf(around, index), phraseWords);
    const nearest = (): ReadingPhrase | null =>
      comparedWith(text, index, facts, measures) ??
      subjectBehind(text, fact, measure, around[index]!, names, phraseWords) ??
      subjectOf(text, fact, measure, near, names, sentenceOf(fact.start), last, phraseWords);
    const listed = namedInBrackets(text, around[index]!, measure);
    const own: ReadingPhrase | null = listed
      ? listed
      : parts[index]
        ? ofPart(facts[index - 1]?.end ?? 0, wholeOf(index), nearest())
        : (sent ?? nearest());
    const carried: ReadingPhrase | null = lasts(text.slice(lastEnd, fact.start)) ? last : null;
    const subject: ReadingPhrase | null =
      shares[index]?.subject ??
      (around[index]!.joinsPrevious ? (carried ?? own) : (own ?? carried ?? topicBefore(fact)));
    const isNamedPart = subject !== null && text.endsWith('其中', subject.start);
    const isCertain = listed !== null || (isNamedPart && spansOver(names, subject.start, subject.end));
    subjects.push({ phrase: subject, isCertain });
    last = subject;
    lastEnd = fact.end;
  }
  return subjects;

  /** Whether the last subject is still spoken of behind `between`: a common noun lasts no longer than its sentence. */
  function lasts(between: string): boolean {
    if (last === null || between.includes('\n')) return false;
    const sentences = between.split(SENTENCE_END).length - 1;
    if (sentences === 0) return true;
    const { start, end, text: words } = last;
    const isNamed = spansOver(names, start, end);
    return (
      sentences <= MOST_SENTENCES &&
      (isNamed || plays(phraseWords, 'pointing', words) || isBody(words, phraseWords))
    );
  }

  /** 2018年，[[公司]]成立。目前有员工260人: what the sentence before speaks of, where it has no figure. */
  function topicBefore(fact: FoundFact): ReadingPhrase | null {
    const start = sentenceStart(text, fact.start);
    if (start === 0 || text[start - 1] === '\n') return null;
    const before = sentenceOf(start - 1);
    for (const clause of before) {
      const topic = topicOf(text, clause, clause.end, 'figure', phraseWords);
      if (topic !== null && isBody(topic.text, phraseWords)) return topic;
    }
    return null;
  }
}

const SENTENCE_END = /[。！？]/;
/** A subject is carried over so many full stops at most. */
const MOST_SENTENCES = 2;

/** 新增12例（[[青州]]4例，[[临江]]3例）: nothing but a name stands between a mark of the list and its figure. */
function namedInBrackets(
  text: string,
  { left }: Surroundings,
  measure: ReadingPhrase | null,
): ReadingPhrase | null {
  const [only, more] = left;
  if (only === undefined || more !== undefined || only.wordClass !== 'name') return null;
  if (measure !== null && measure.start < only.end && only.start < measure.end) return null;
  return /[（(，、；]/.test(text[only.start - 1] ?? ' ') ? phraseOf(text, only.start, only.end) : null;
}

/** A part is of whom its whole is, unless it names somebody itself: 其中甲县40吨. */
const ofPart = (
  behind: number,
  ofWhole: ReadingPhrase | null,
  own: ReadingPhrase | null,
): ReadingPhrase | null => (own !== null && own.start >= behind ? own : (ofWhole ?? own));

const nearby = (
  facts: readonly FoundFact[],
  measures: readonly (ReadingPhrase | null)[],
  index: number,
): MeasuredFigure[] => {
  const from = Math.max(0, index - MEASURES_BEFORE);
  return measures.slice(from, index + 1).map((measure, at) => ({ figure: facts[from + at]!, measure }));
};

/** So many figures may stand together before the words that all of them share. */
const MOST_TOGETHER = 16;

/** The words behind a figure, or behind the last of those that stand together with it: 130批、5845人次赴…. */
function rightOf(around: readonly (Surroundings | null)[], index: number): Surroundings['right'] {
  let at = index;
  const farthest = index + MOST_TOGETHER;
  while (at < farthest && around[at]?.right.length === 0 && around[at + 1]?.joinsPrevious) at += 1;
  return around[at]!.right;
}

const COMPARES = /^[^。！？；\n]{0,4}[，,](?:高于|低于|快于|慢于|高出)/;
const SHARE_OF = /^[，,]其中/;

/**
 * What another figure counts, where this one compares or divides it: 增加值增长7.4%，高于…4.4个百分点;
 * 项目12个，其中跨县项目超过20%.
 */
function comparedWith(
  text: string,
  index: number,
  facts: readonly FoundFact[],
  measures: readonly (ReadingPhrase | null)[],
): ReadingPhrase | null {
  const previous = facts[index - 1];
  if (facts[index]!.kind !== 'percent' || previous === undefined) return null;
  const between = text.slice(previous.end, facts[index]!.start);
  const divides = previous.kind !== 'percent' && SHARE_OF.test(between);
  return divides || COMPARES.test(between) ? (measures[index - 1] ?? null) : null;
}
