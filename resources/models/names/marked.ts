import type { TaggedType } from '../../../shared/names/tagger/tagger.ts';
import type { TaggedSentence, TaggedSpan } from './corpus.ts';

const TYPES: Readonly<Record<string, TaggedType>> = { P: 'person', L: 'place', O: 'org' };
const MARKED = /\[([PLO])([^[\]]+)\]/g;

/** Reads sentences with their names marked, one a line: `[P王小明]在[L杭州]说`. Lines with # are remarks. */
export function readMarked(text: string): TaggedSentence[] {
  const sentences: TaggedSentence[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    let sentence = '';
    let last = 0;
    const spans: TaggedSpan[] = [];
    for (const match of line.matchAll(MARKED)) {
      sentence += line.slice(last, match.index);
      last = match.index + match[0].length;
      spans.push({
        start: sentence.length,
        end: sentence.length + match[2]!.length,
        type: TYPES[match[1]!]!,
      });
      sentence += match[2];
    }
    sentences.push({ text: sentence + line.slice(last), spans });
  }
  return sentences;
}
