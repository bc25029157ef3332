import type { ReadingPhrase } from '../reading-phrase.ts';
import type { FeatureSpace } from './features.ts';
import { describeMeasure, MEASURE_FEATURES } from './measure-candidates.ts';
import type { Chooser } from './rank-links.ts';
import { describeSubject, SUBJECT_FEATURES } from './subject-candidates.ts';

/** One weight for each value of each feature, in hundredths. */
export interface LinkModel {
  readonly measure: Int16Array;
  readonly subject: Int16Array;
}

/** The file of `resources/` that `readLinkModel` reads. */
export const LINK_MODEL_FILE = 'models/links/weights.txt';

/** @throws Error where the file has not a weight for every feature: it was trained with others. */
export function readLinkModel(file: string): LinkModel {
  const [measure = '', subject = ''] = file
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return { measure: weightsOf(measure, MEASURE_FEATURES), subject: weightsOf(subject, SUBJECT_FEATURES) };
}

function weightsOf(line: string, { size }: FeatureSpace): Int16Array {
  const weights = Int16Array.from(line.split(' '), Number);
  if (weights.length !== size) throw new Error(`weights.txt: ${weights.length} weights for ${size} features`);
  return weights;
}

/** The text that `readLinkModel` reads. */
export const printLinkModel = (measure: Int16Array, subject: Int16Array): string =>
  `# Weights of measures, then of subjects, in hundredths; written by train.ts\n${measure.join(' ')}\n${subject.join(' ')}\n`;

/**
 * Hundredths by which a candidate must be ahead of what the rules say before it is taken; where they say nothing, the
 * first is. No subject of the rules is overruled: on answered pages of other papers any lead that changes something
 * loses more than it gives. SOURCE.md beside the weights has the figures.
 */
const LEADS: Readonly<Record<'measure' | 'subject', number>> = {
  measure: 300,
  subject: Number.POSITIVE_INFINITY,
};

/** Takes the candidate with the greatest sum of weights, what the rules say where none is well ahead of it. */
export function chooserOf({ measure, subject }: LinkModel): Chooser {
  return {
    overrulesSubjects: Number.isFinite(LEADS.subject),
    measure: (asked, candidates) =>
      best(candidates, asked.ruled, LEADS.measure, (candidate) => {
        let sum = 0;
        describeMeasure(candidate, asked, (feature, value) => {
          sum += measure[MEASURE_FEATURES.indexOf(feature, value)]!;
        });
        return sum;
      }),
    subject: (asked, candidates) =>
      best(candidates, asked.ruled, LEADS.subject, (candidate) => {
        let sum = 0;
        describeSubject(candidate, asked, (feature, value) => {
          sum += subject[SUBJECT_FEATURES.indexOf(feature, value)]!;
        });
        return sum;
      }),
  };
}

function best<Candidate extends { readonly phrase: ReadingPhrase | null }>(
  candidates: readonly Candidate[],
  ruled: ReadingPhrase | null,
  lead: number,
  scoreOf: (candidate: Candidate) => number,
): number {
  let top = 0;
  let most = Number.NEGATIVE_INFINITY;
  let rules = 0;
  let ofRules = Number.NEGATIVE_INFINITY;
  for (const [index, candidate] of candidates.entries()) {
    const score = scoreOf(candidate);
    if (candidate.phrase?.start === ruled?.start && candidate.phrase?.end === ruled?.end) {
      rules = index;
      ofRules = score;
    }
    if (score <= most) continue;
    most = score;
    top = index;
  }
  return ruled === null || most - ofRules >= lead ? top : rules;
}
