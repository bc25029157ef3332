import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import type { Units } from '@shared/numerals/units.ts';
import type { Folding } from '@shared/text/folding.ts';
import { lexiconLines } from '@shared/text/lexicon-lines.ts';
import type { PairKind, Parts } from './parts.ts';
import { type PlaceWords, RANKS } from './places.ts';
import { type ReachedWords, readReachedWords } from './reached-words.ts';

const MEASURES = 'lexicons/wordings/measures.tsv';
const QUALIFIERS = 'lexicons/wordings/qualifiers.tsv';
const COUNTERS = 'lexicons/wordings/counters.tsv';
const PLACE_RANKS = 'lexicons/wordings/ranks.tsv';
const REACHED = 'lexicons/wordings/reached.tsv';
const MEANS = 'lexicons/wordings/means.txt';
const NEIGHBOURS = 'lexicons/wordings/neighbours.txt';
/** Names that stories of every kind carry, blanks between them. */
const WIDE_NAMES = [
  'lexicons/wordings/wide-names.txt',
  'lexicons/places/countries.txt',
  'lexicons/places/world.txt',
] as const;
const WEIGHTS = 'models/agreement/weights.json';

/** Files under `resources/` that `readAgreementKnowledge` asks for beside those of the search. */
export const AGREEMENT_KNOWLEDGE_FILES: readonly string[] = [
  MEASURES,
  QUALIFIERS,
  COUNTERS,
  PLACE_RANKS,
  REACHED,
  MEANS,
  NEIGHBOURS,
  WEIGHTS,
  ...WIDE_NAMES,
];

/**
 * How a figure goes on: a `toll` grows from report to report, a `state` is true of a date, a `flow` belongs to its time and
 * what is of an `event` to it, what is `fixed` stays.
 */
export type Course = 'toll' | 'state' | 'flow' | 'event' | 'fixed';

/** Weights of the parts of a score, and the score from which a pair is one thing. */
export interface Weighing {
  readonly bias: number;
  readonly weights: Readonly<Record<keyof Parts, number>>;
  readonly floor: number;
}

/** What the comparison of figures needs to know of the world. */
export interface AgreementKnowledge {
  readonly folding: Folding;
  readonly units: Units;
  /** Words for a measure, folded, the longest first. */
  readonly measures: readonly { readonly word: string; readonly measure: string }[];
  readonly courses: ReadonlyMap<string, Course>;
  readonly qualifiers: readonly { readonly word: string; readonly kind: string; readonly which: string }[];
  /** For each classifier those that stand for it. */
  readonly counters: ReadonlyMap<string, ReadonlySet<string>>;
  /** Folded names of countries, provinces and bodies of state: they say nothing of which story is told. */
  readonly wideNames: ReadonlySet<string>;
  readonly reached: ReachedWords;
  readonly places: PlaceWords;
  /** Measures that do not add up over parts: a price, a share. */
  readonly means: ReadonlySet<string>;
  readonly weighings: Readonly<Record<PairKind, Weighing>>;
}

export function readAgreementKnowledge(
  files: KnowledgeFiles,
  { folding, units }: { readonly folding: Folding; readonly units: Units },
): AgreementKnowledge {
  const fold = (word: string): string => folding.foldToString(word);
  const measures = lexiconLines(files.text(MEASURES));
  const counters = new Map<string, Set<string>>();
  for (const [line = ''] of lexiconLines(files.text(COUNTERS))) {
    const words = line.split(' ').map(fold);
    for (const word of words) counters.set(word, new Set([...(counters.get(word) ?? []), ...words]));
  }
  return {
    folding,
    units,
    measures: measures
      .flatMap(([measure = '', , words = '']) =>
        words.split('|').map((word) => ({ word: fold(word), measure })),
      )
      .sort((a, b) => b.word.length - a.word.length),
    courses: new Map(measures.map(([measure = '', course]) => [measure, course as Course])),
    qualifiers: lexiconLines(files.text(QUALIFIERS)).flatMap(([kind = '', which = '', words = '']) =>
      words.split('|').map((word) => ({ word: fold(word), kind, which })),
    ),
    counters,
    wideNames: new Set(
      WIDE_NAMES.flatMap((path) => lexiconLines(files.text(path)))
        .flatMap(([line = '']) => line.split(' '))
        .map(fold),
    ),
    reached: readReachedWords(lexiconLines(files.text(REACHED)).map((line) => line.map(fold))),
    means: new Set(lexiconLines(files.text(MEANS)).flatMap(([line = '']) => line.split(' '))),
    places: {
      ends: lexiconLines(files.text(PLACE_RANKS))
        .flatMap(([rank = '', ends = '']) =>
          ends.split('|').map((end) => ({ end: fold(end), rank: indexOfRank(rank) })),
        )
        .sort((a, b) => b.end.length - a.end.length),
      beside: lexiconLines(files.text(NEIGHBOURS)).flatMap(([line = '']) => line.split(' ').map(fold)),
    },
    weighings: JSON.parse(files.text(WEIGHTS)),
  };
}

/** Null of a site. */
function indexOfRank(rank: string): number | null {
  const index = (RANKS as readonly string[]).indexOf(rank);
  return index < 0 ? null : index;
}
