import type { SourceSpan } from '@shared/model/offset.ts';
import type { ReadingText } from '@shared/model/page.ts';
import type { NamesBeside } from './claim.ts';

const SENTENCE_END = /[。！？!?；;\n]/g;

/** A name where it is printed, in the form under which it is gathered. */
export interface PlacedName extends SourceSpan {
  readonly kind: keyof NamesBeside;
  readonly form: string;
}

/** For each fact the names nearest to it among those of its own sentence, of each kind one. */
export function namesBeside(
  readings: readonly ReadingText[],
  facts: readonly SourceSpan[],
  names: readonly PlacedName[],
): NamesBeside[] {
  const sentences = sentencesOf(readings);
  const namesOf = new Map<number, PlacedName[]>();
  for (const name of names) {
    const sentence = sentenceAt(sentences, name.start);
    if (sentence >= 0) namesOf.set(sentence, [...(namesOf.get(sentence) ?? []), name]);
  }
  return facts.map((fact) => {
    const near = namesOf.get(sentenceAt(sentences, fact.start)) ?? [];
    const nearest = (kind: keyof NamesBeside): string => {
      let best: PlacedName | null = null;
      for (const name of near)
        if (name.kind === kind && (!best || distance(name, fact) < distance(best, fact))) best = name;
      return best?.form ?? '';
    };
    return { place: nearest('place'), programme: nearest('programme'), person: nearest('person') };
  });
}

const distance = (a: SourceSpan, b: SourceSpan): number => Math.max(a.start - b.end, b.start - a.end, 0);

/** A stretch of the source that stands within one sentence. */
interface Stretch extends SourceSpan {
  readonly sentence: number;
}

/** In the order of the source: a sentence over a column's end has two. */
function sentencesOf(readings: readonly ReadingText[]): Stretch[] {
  const stretches: Stretch[] = [];
  let sentence = 0;
  for (const { text, pieces } of readings) {
    const ends = [...text.matchAll(SENTENCE_END)].map(({ index }) => index + 1);
    let next = 0;
    for (const { from, to, length } of pieces)
      for (let at = from as number; at < from + length; ) {
        while (next < ends.length && (ends[next] as number) <= at) next++;
        const end = Math.min(ends[next] ?? text.length, from + length);
        const shift = to - from;
        stretches.push({ start: at + shift, end: end + shift, sentence: sentence + next } as Stretch);
        at = end;
      }
    sentence += ends.length + 1;
  }
  return stretches.sort((a, b) => a.start - b.start);
}

/** Number of the sentence that a unit of the source stands in; −1 where it stands in none. */
function sentenceAt(stretches: readonly Stretch[], at: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Stretch).start <= at) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low - 1];
  return found && at < found.end ? found.sentence : -1;
}
