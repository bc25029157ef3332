import { resolveTimes } from '@shared/dating/resolve-times.ts';
import { linkFigures } from '@shared/facts/links/link-figures.ts';
import {
  describeMeasure,
  MEASURE_FEATURES,
  type MeasureCandidate,
} from '@shared/facts/links/ranker/measure-candidates.ts';
import type { Chooser } from '@shared/facts/links/ranker/rank-links.ts';
import { isInNouns, type Word } from '@shared/facts/links/ranker/sentence.ts';
import { describeSubject, SUBJECT_FEATURES } from '@shared/facts/links/ranker/subject-candidates.ts';
import type { ReadingPhrase } from '@shared/facts/links/reading-phrase.ts';
import { outsideNames } from '@shared/facts/outside-names.ts';
import { foldText, recogniseFacts } from '@shared/facts/recognise.ts';
import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { recogniseNames } from '@shared/names/recognise.ts';
import type { Knowledge } from '@shared/pipeline/knowledge.ts';
import { isAsked, type MarkedFigure, type MarkedText, matchFigures, NONE } from './marked.ts';
import type { RankingExample } from './ranking-trainer.ts';

/** A marked text as the product reads it, with what is marked of its figures. */
export interface ReadText {
  readonly genre: string;
  readonly text: string;
  readonly names: readonly FoundName[];
  readonly facts: readonly FoundFact[];
  readonly expected: readonly MarkedFigure[];
}

/** Reads a text with the names that the product finds, and once more with those marked, where some are. */
export function readMarked(
  { text, names, expected }: MarkedText,
  genre: string,
  knowledge: Knowledge,
): ReadText[] {
  const facts = resolveTimes(text, recogniseFacts(text, knowledge.facts), null, knowledge.dating);
  const found = recogniseNames([{ text, role: 'body', article: 0 }], knowledge.names)[0]!;
  return (names.length > 0 ? [found, names] : [found]).map((list) => ({
    genre,
    text: foldText(text, knowledge.facts),
    names: list,
    facts: outsideNames(facts, list),
    expected: expected.map((figure) => ({
      ...figure,
      measure: figure.measure.map((answer) => foldText(answer, knowledge.facts)),
      subject: figure.subject.map((answer) => foldText(answer, knowledge.facts)),
    })),
  }));
}

/** So short a noun says little where a longer form of it is right too: 面积 of 施工面积. */
const STUMP = 2;

/** What is right, without such stumps; a verb in front makes no fuller noun (卖出白酒). */
const withoutStumps = (
  right: readonly boolean[],
  candidates: readonly MeasureCandidate[],
  words: readonly Word[],
): boolean[] =>
  right.map((isRight, index) => {
    const { phrase } = candidates[index]!;
    if (!isRight || phrase === null || phrase.text.length > STUMP) return isRight;
    return !candidates.some(
      (other, at) =>
        right[at] &&
        other.phrase !== null &&
        other.origin === 'words' &&
        other.phrase.end === phrase.end &&
        other.phrase.text.length > phrase.text.length &&
        isInNouns(words[other.from]!.kind),
    );
  });

/** Examples of one kind and the sentences that they are of. */
export interface Examples {
  readonly measure: RankingExample[];
  readonly subject: RankingExample[];
}

/** What there is to choose from for each figure that is asked about, every one before it said rightly. */
export function gatherExamples(sentence: ReadText, knowledge: Knowledge): Examples {
  const examples: Examples = { measure: [], subject: [] };
  const { text, facts, names, expected } = sentence;
  const matched = matchFigures(expected, facts);
  const markOf = (start: number): MarkedFigure | undefined =>
    expected[matched.findIndex((fact) => fact?.start === start)];
  /** Where something is as right as nothing, what the answers name first is learnt. */
  const rightOf = (
    answers: readonly string[] | undefined,
    candidates: readonly { readonly phrase: ReadingPhrase | null }[],
  ): boolean[] => {
    const right = candidates.map(({ phrase }) => answers?.includes(phrase?.text ?? NONE) ?? false);
    const saysSome =
      answers?.[0] !== NONE && right.some((isRight, index) => isRight && candidates[index]!.phrase !== null);
    return saysSome ? right.map((isRight, index) => isRight && candidates[index]!.phrase !== null) : right;
  };
  const choose: Chooser = {
    overrulesSubjects: true,
    measure: (asked, candidates) => {
      const answers = markOf(asked.figure.start)?.measure;
      const right = withoutStumps(rightOf(answers, candidates), candidates, asked.sentence.words);
      if (answers !== undefined && isAsked(answers) && right.includes(true))
        examples.measure.push({
          right,
          features: candidates.map((candidate) =>
            featuresOf((sink) => describeMeasure(candidate, asked, sink), MEASURE_FEATURES),
          ),
        });
      return Math.max(0, right.indexOf(true));
    },
    subject: (asked, candidates) => {
      const answers = markOf(asked.sentence.words[asked.at]!.start)?.subject;
      const right = rightOf(answers, candidates);
      if (answers !== undefined && isAsked(answers) && right.includes(true))
        examples.subject.push({
          right,
          features: candidates.map((candidate) =>
            featuresOf((sink) => describeSubject(candidate, asked, sink), SUBJECT_FEATURES),
          ),
        });
      return Math.max(0, right.indexOf(true));
    },
  };
  linkFigures(text, facts, names, knowledge.facts, choose);
  return examples;
}

function featuresOf(
  describe: (sink: (feature: number, value: number) => void) => void,
  space: { indexOf(feature: number, value: number): number },
): Int32Array {
  const list: number[] = [];
  describe((feature, value) => list.push(space.indexOf(feature, value)));
  return Int32Array.from(list);
}
