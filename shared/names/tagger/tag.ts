import type { FeatureContext } from './features.ts';
import {
  decodeLabels,
  firstOf,
  lastOf,
  OUTSIDE,
  scoreWith,
  TAGGED_TYPES,
  type TaggedType,
  type TaggerModel,
} from './tagger.ts';

export interface TaggedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: TaggedType;
  /** How much likelier, in nats, its characters taken alone are in this name than outside any. */
  readonly lead: number;
}

/** Longest stretch that is decoded at once; sentences are far shorter. */
const LONGEST_STRETCH = 2000;

/** More than all features of a unit can add up to. */
const OUTSIDE_FOR_SURE = 10_000;

/** Whether a folded unit can stand in a name; most marks cannot, and they need no score. */
const mayBeInName = (unit: number): boolean =>
  !(
    unit === 10 ||
    (unit >= 0x3001 && unit <= 0x3002) ||
    (unit >= 0xff00 && unit <= 0xff20) ||
    (unit >= 0x2018 && unit <= 0x201d)
  );

interface Labelled {
  readonly labels: Uint8Array;
  readonly leads: Int32Array;
}

/** Labels of all units, decoded from line to line. */
function labelUnits(model: TaggerModel, context: FeatureContext): Labelled {
  const { length, units } = context.words;
  const labels = new Uint8Array(length);
  const leads = new Int32Array(length);
  const score = scoreWith(model, context);
  const scoreUnit = (i: number, scores: Int32Array): void => {
    if (mayBeInName(units[i]!)) score(i, scores);
    else {
      scores.fill(-OUTSIDE_FOR_SURE);
      scores[OUTSIDE] = OUTSIDE_FOR_SURE;
    }
  };
  let start = 0;
  for (let i = 0; i < length; i++) {
    const unit = units[i]!;
    // 。！？ and line ends part sentences; no name runs across one.
    const parts = unit === 10 || unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;
    if (parts || i - start >= LONGEST_STRETCH) {
      decodeLabels(start, i + 1, scoreUnit, model.transitions, labels, leads);
      start = i + 1;
    }
  }
  decodeLabels(start, length, scoreUnit, model.transitions, labels, leads);
  return { labels, leads };
}

/** Spans of a legal sequence of labels, in order; `scale` is what one nat weighs in `leads`. */
export function spansOfLabels({ labels, leads }: Labelled, scale: number): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === OUTSIDE) continue;
    const start = i;
    const type = (label - 1) >> 2;
    let lead = leads[i]!;
    if (label === firstOf(type)) while (labels[i] !== lastOf(type)) lead += leads[++i]!;
    spans.push({ start, end: i + 1, type: TAGGED_TYPES[type]!, lead: lead / scale });
  }
  return spans;
}

/** What the tagger says of a text: its names, and of every unit how likely it is part of one. */
export interface Tagging {
  readonly spans: readonly TaggedSpan[];
  /** By how many nats the unit's label of a name outscores no name; below nought outside names. One for each unit. */
  readonly leads: Float32Array;
}

export function tagText(model: TaggerModel, context: FeatureContext): Tagging {
  const labelled = labelUnits(model, context);
  return {
    spans: spansOfLabels(labelled, model.scale),
    leads: Float32Array.from(labelled.leads, (lead) => lead / model.scale),
  };
}
