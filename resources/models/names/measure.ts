import { readContext } from '../../../shared/names/tagger/features.ts';
import { segmentWords } from '../../../shared/names/tagger/segmentation.ts';
import { tagText } from '../../../shared/names/tagger/tag.ts';
import { readTaggerModel } from '../../../shared/names/tagger/tagger.ts';
import type { TaggedSentence, TaggedSpan } from './corpus.ts';
import type { TrainingKnowledge } from './training-knowledge.ts';

export interface Figure {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export type Figures = Readonly<Record<'person' | 'place' | 'org' | 'all', Figure>>;

/** Exact-span figures of what `find` says against the sentences' own spans. */
export function compare(
  sentences: readonly TaggedSentence[],
  find: (text: string) => readonly TaggedSpan[],
): Figures {
  const types = ['person', 'place', 'org', 'all'] as const;
  const counts = Object.fromEntries(types.map((type) => [type, { hit: 0, said: 0, gold: 0 }]));
  for (const { text, spans } of sentences) {
    const said = find(text);
    const key = (span: TaggedSpan): string => `${span.start}-${span.end}-${span.type}`;
    const gold = new Set(spans.map(key));
    for (const span of spans) for (const type of [span.type, 'all']) counts[type]!.gold++;
    for (const span of said)
      for (const type of [span.type, 'all']) {
        counts[type]!.said++;
        if (gold.has(key(span))) counts[type]!.hit++;
      }
  }
  return Object.fromEntries(
    types.map((type) => {
      const { hit, said, gold } = counts[type]!;
      const precision = hit / (said || 1);
      const recall = hit / (gold || 1);
      return [type, { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }];
    }),
  ) as unknown as Figures;
}

export function measure(
  sentences: readonly TaggedSentence[],
  knowledge: TrainingKnowledge,
  bytes: Uint8Array,
): Figures {
  const model = readTaggerModel(bytes);
  return compare(
    sentences,
    (text) => tagText(model, readContext(segmentWords(text, knowledge.words), knowledge.lexical)).spans,
  );
}
