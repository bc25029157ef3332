import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import type { Share } from '../distribute.ts';
import type { PhraseWords } from '../phrase-words.ts';
import type { ReadingPhrase } from '../reading-phrase.ts';
import { isSaid } from '../share-measures.ts';
import type { RuledSubject } from '../subjects-of-text.ts';
import { groupOf } from './figure-group.ts';
import { type MeasureAsked, type MeasureCandidate, measureCandidates } from './measure-candidates.ts';
import { readWords } from './sentence.ts';
import { type SubjectAsked, type SubjectCandidate, subjectCandidates } from './subject-candidates.ts';

/** Says which of the candidates it takes, by index. */
export interface Chooser {
  readonly measure: (asked: MeasureAsked, candidates: readonly MeasureCandidate[]) => number;
  readonly subject: (asked: SubjectAsked, candidates: readonly SubjectCandidate[]) => number;
  /** Whether it may take another subject than the rules say; otherwise it is asked only where they say none. */
  readonly overrulesSubjects: boolean;
}

/** What each fact counts and of whom it is said, beside `facts`: null where it is a time or nothing says it. */
export interface RankedLinks {
  readonly measures: (ReadingPhrase | null)[];
  readonly subjects: (ReadingPhrase | null)[];
}

/** Words of a sentence before a figure; no sentence that the weights were learnt from is longer, and the rules decide. */
const FARTHEST_LEARNT = 40;
/** A subject is carried over so many full stops at most. */
const MOST_STOPS = 2;
const STOP = /[。！？]/;

/** A text, what was found in it, and beside `facts` what 分别 gives and what the rules say. */
export interface RuledFigures {
  readonly text: string;
  /** With what a person said of them, which stays. */
  readonly facts: readonly FoundFact[];
  readonly names: readonly FoundName[];
  /** What 分别 gives goes before what is chosen. */
  readonly shares: readonly (Share | null)[];
  readonly ruledMeasures: readonly (ReadingPhrase | null)[];
  readonly ruledSubjects: readonly RuledSubject[];
}

/** Chooses measure and subject of each figure in the order of the text, each knowing what the one before it took. */
export function rankLinks(
  { text, facts, names, shares, ruledMeasures, ruledSubjects }: RuledFigures,
  words: PhraseWords,
  choose: Chooser,
): RankedLinks {
  const measures: (ReadingPhrase | null)[] = facts.map(() => null);
  const subjects: (ReadingPhrase | null)[] = facts.map(() => null);
  const sentenceOf = readWords(text, names, facts, words);
  const taken: ReadingPhrase[] = [];
  let previous: FoundFact | null = null;
  let previousMeasure: ReadingPhrase | null = null;
  let previousSubject: ReadingPhrase | null = null;
  for (const [index, figure] of facts.entries()) {
    if (isTimeKind(figure.kind)) continue;
    const sentence = sentenceOf(figure.start);
    const at = sentence.words.findIndex(({ start }) => start === figure.start);
    const stops = previous === null ? MOST_STOPS + 1 : stopsIn(text.slice(previous.end, figure.start));
    if (stops > MOST_STOPS) {
      previousMeasure = null;
      previousSubject = null;
    }
    const group = groupOf(figure, words);
    const ruled = ruledMeasures[index] ?? null;
    const { phrase: ruledSubject, isCertain } = ruledSubjects[index]!;
    const isFar = at < 0 || at > FARTHEST_LEARNT;
    const share = shares[index];
    let measure = share?.measure ?? figure.measure;
    // A score (1比2) counts nothing unless its clause says what (比分, 师生比): words beside it are of the match.
    if (isFar || figure.kind === 'ratio') measure ??= ruled;
    else if (!measure && !isSaid(figure, 'measure')) {
      const asked: MeasureAsked = { text, sentence, at, group, figure, previous, previousMeasure, ruled };
      const candidates = measureCandidates(asked);
      measure = candidates[choose.measure(asked, candidates)]!.phrase;
    }
    let subject = share?.subject ?? figure.subject;
    if (isFar || isCertain || (ruledSubject !== null && !choose.overrulesSubjects)) subject ??= ruledSubject;
    else if (!subject) {
      const isFirst: boolean = previous === null || previous.end <= sentence.start;
      const earlier =
        isFirst && sentence.start > 0 && text[sentence.start - 1] !== '\n'
          ? sentenceOf(sentence.start - 1)
          : null;
      const asked: SubjectAsked = {
        text,
        sentence,
        at,
        group,
        measure,
        measures: taken,
        previousSubject,
        ruled: ruledSubject,
        earlier: earlier === sentence ? null : earlier,
        stops,
      };
      const candidates = subjectCandidates(asked);
      subject = candidates[choose.subject(asked, candidates)]!.phrase;
    }
    measures[index] = measure;
    subjects[index] = subject;
    if (measure !== null) taken.push(measure);
    if (taken.length > MOST_TAKEN) taken.shift();
    previous = figure;
    previousMeasure = measure;
    previousSubject = subject;
  }
  return { measures, subjects };
}

/** Measures this far back can still bound the subject of a figure. */
const MOST_TAKEN = 8;

/** Full stops in `between`; a new paragraph is as far as it gets. */
const stopsIn = (between: string): number =>
  between.includes('\n') ? MOST_STOPS + 1 : between.split(STOP).length - 1;
