import { type FoundFact, isTimeKind, type SaidField } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import type { ReadingSpan } from '@shared/model/offset.ts';
import { convertFigure } from '../conversions.ts';
import type { FactsKnowledge } from '../knowledge.ts';
import { claimOf } from './claim.ts';
import { type Clause, readSentences, sentenceStart } from './clauses.ts';
import { distribute, type Share } from './distribute.ts';
import { measureOf } from './measure.ts';
import { findParts } from './parts.ts';
import { type PhraseWords, plays } from './phrase-words.ts';
import type { ReadingPhrase } from './reading-phrase.ts';
import { subjectBehind, subjectOf, whoIsSent } from './subject.ts';
import type { MeasuredFigure } from './subject-candidates.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import { findCells } from './table-cells.ts';
import { isBody, topicOf } from './topic.ts';
import { datesOf, whenOf } from './when.ts';

/** A measure this many facts back can still bound the subject of a figure. */
const MEASURES_BEFORE = 8;
/** As far from the figure before it a noun may be dropped. */
const FARTHEST_DROPPED = 40;

/** Links every figure of a text to what it counts; what a person has said of a figure stays. */
export function linkFigures(
  text: string,
  facts: readonly FoundFact[],
  names: readonly FoundName[],
  knowledge: FactsKnowledge,
): FoundFact[] {
  const { phraseWords, figures } = knowledge;
  const around = facts.map((fact, index) =>
    isTimeKind(fact.kind) ? null : surroundingsOf(text, index, facts, names, phraseWords, figures.bounds),
  );
  const measures = facts.map((fact, index) => {
    const words = around[index];
    if (!words) return null;
    return fact.measure || isSaid(fact, 'measure') ? fact.measure : measureOf(text, fact, words, phraseWords);
  });
  const sentenceOf = readSentences(text, names, facts, phraseWords);
  const shares = distribute(text, facts, around, names, phraseWords);
  for (const [index, share] of shares.entries()) {
    if (share?.measure && !facts[index]!.measure && !isSaid(facts[index]!, 'measure'))
      measures[index] = share.measure;
  }
  shareMeasures(text, facts, around, measures, phraseWords);
  const parts = findParts(text, facts, phraseWords);
  const cells = findCells(text, facts, names, phraseWords);
  const subjects = subjectsOf(text, facts, around, measures, parts, shares, names, sentenceOf, phraseWords);
  const dates = datesOf(text, facts, names, phraseWords);
  return facts.map((fact, index) => {
    const words = around[index];
    if (!words) return fact;
    const whole = parts[index];
    const cell = cells[index];
    const conversion = convertFigure(fact, knowledge.conversions);
    return {
      ...claimOf(text, fact, words, sentenceOf(fact.start), phraseWords, figures),
      ...(whole ? { partOf: whole } : {}),
      ...(cell ? { cell } : {}),
      ...fact,
      ...(conversion ? { conversion } : {}),
      measure: measures[index] ?? null,
      subject: fact.subject ?? subjects[index] ?? null,
      when: isSaid(fact, 'when') ? fact.when : (fact.when ?? whenOf(text, index, facts, dates)),
    };
  });
}

const isSaid = ({ said }: FoundFact, field: SaidField): boolean => said?.includes(field) ?? false;

/** Whom each figure speaks of; a part speaks of whom its whole does, a figure whose sentence names nobody speaks of whom the one before it did. */
function subjectsOf(
  text: string,
  facts: readonly FoundFact[],
  around: readonly (Surroundings | null)[],
  measures: readonly (ReadingPhrase | null)[],
  parts: readonly (ReadingSpan | null)[],
  shares: readonly (Share | null)[],
  names: readonly FoundName[],
  sentenceOf: (at: number) => readonly Clause[],
  phraseWords: PhraseWords,
): (ReadingPhrase | null)[] {
  const subjects: (ReadingPhrase | null)[] = [];
  const indexOfStart = new Map(facts.map(({ start }, index) => [start, index] as const));
  const wholeOf = (index: number): ReadingPhrase | null => {
    const whole = parts[index];
    return whole ? (subjects[indexOfStart.get(whole.start) ?? -1] ?? null) : null;
  };
  let last: ReadingPhrase | null = null;
  let lastEnd = 0;
  for (const [index, fact] of facts.entries()) {
    if (around[index] === null) {
      subjects.push(null);
      continue;
    }
    const near = nearby(facts, measures, index);
    const measure = measures[index] ?? null;
    const sent = whoIsSent(text, around[index]!.left, rightOf(around, index), phraseWords);
    const nearest = (): ReadingPhrase | null =>
      comparedWith(text, index, facts, measures) ??
      subjectBehind(text, fact, measure, around[index]!, names, phraseWords) ??
      subjectOf(text, fact, measure, near, names, sentenceOf(fact.start), last, phraseWords);
    const own: ReadingPhrase | null = parts[index]
      ? ofPart(facts[index - 1]?.end ?? 0, wholeOf(index), nearest())
      : (sent ?? nearest());
    const carried: ReadingPhrase | null = lasts(text.slice(lastEnd, fact.start)) ? last : null;
    const subject: ReadingPhrase | null =
      shares[index]?.subject ??
      (around[index]!.joinsPrevious ? (carried ?? own) : (own ?? carried ?? topicBefore(fact)));
    subjects.push(subject);
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
    const isNamed = names.some((name) => name.start < end && start < name.end);
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

/** Figures that stand together share a noun: 39类119项农技, 受灾20户44人, 10人、24人、29人. */
function shareMeasures(
  text: string,
  facts: readonly FoundFact[],
  around: readonly (Surroundings | null)[],
  measures: (ReadingPhrase | null)[],
  words: PhraseWords,
): void {
  for (let index = facts.length - 2; index >= 0; index -= 1) {
    const next = measures[index + 1];
    const own = measures[index];
    const meets = around[index]?.meetsNext ?? null;
    if (meets === null || !next || !around[index + 1]) continue;
    const takes = meets === 'described' ? !own : !own || own.start < facts[index]!.start;
    if (next.start > facts[index + 1]!.start && takes && !isSaid(facts[index]!, 'measure'))
      measures[index] = next;
  }
  for (let index = 1; index < facts.length; index += 1) {
    // 产值从1800万元增加到3150万元: what grew, not that it did.
    const between = text.slice(facts[index - 1]!.end, facts[index]!.start);
    if (measures[index - 1] && words.patterns.growsTo.test(between) && !isSaid(facts[index]!, 'measure'))
      measures[index] = measures[index - 1] ?? null;
    if (measures[index] || !around[index] || isSaid(facts[index]!, 'measure')) continue;
    if (around[index]!.joinsPrevious || sharesNoun(facts, around, index)) {
      measures[index] = measures[index - 1] ?? null;
    }
  }
}

/** 5名教师去了甲校、8名去了乙校: the same unit later in the sentence, its noun dropped. */
function sharesNoun(
  facts: readonly FoundFact[],
  around: readonly (Surroundings | null)[],
  index: number,
): boolean {
  const previous = facts[index - 1]!;
  const fact = facts[index]!;
  return (
    around[index - 1] !== null &&
    previous.unit === fact.unit &&
    previous.kind === fact.kind &&
    fact.start - previous.end < FARTHEST_DROPPED
  );
}
