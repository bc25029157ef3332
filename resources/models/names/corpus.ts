import type { TaggedType } from '../../../shared/names/tagger/tagger.ts';

export interface TaggedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: TaggedType;
}

export interface TaggedSentence {
  readonly text: string;
  readonly spans: readonly TaggedSpan[];
}

const TYPES: Readonly<Record<string, TaggedType>> = { PER: 'person', LOC: 'place', ORG: 'org' };

/** Reads the IOB2 form of Universal NER: number, word, tag, then two columns not used here. */
export function readUner(text: string): TaggedSentence[] {
  const sentences: TaggedSentence[] = [];
  for (const block of text.split(/\n\n+/)) {
    let sentence = '';
    const spans: { start: number; end: number; type: TaggedType }[] = [];
    let open: { start: number; end: number; type: TaggedType } | null = null;
    for (const line of block.split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [, word = '', tag = 'O'] = line.split('\t');
      const start = sentence.length;
      sentence += word;
      if (tag.startsWith('B-')) {
        open = { start, end: sentence.length, type: TYPES[tag.slice(2)]! };
        spans.push(open);
      } else if (tag.startsWith('I-') && open) open.end = sentence.length;
      else open = null;
    }
    if (sentence) sentences.push({ text: sentence, spans });
  }
  return sentences;
}
