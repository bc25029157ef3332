import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import { type TermReader, type Terms, Vocabulary } from './vocabulary.ts';

/** Paragraphs on either side of a place that are compared, and how few are too few. */
export const COMPARED = 5;
const FEWEST = 2;
const SHORTEST = 24;

/**
 * Weighs how far the words of the paragraphs above and below a place part: sections of one story share names
 * and matter, two stories do not. Keeps its tables from one call to the next.
 */
export class Parting {
  private readonly reader: TermReader;
  private readonly above = new Vocabulary();
  private readonly below = new Vocabulary();

  constructor(knowledge: SegmentKnowledge) {
    this.reader = knowledge.terms;
  }

  /** 0 where they hang together or too little stands there, to 3 where they share next to nothing. */
  weigh(above: readonly Block[], below: readonly Block[]): number {
    const read = (blocks: readonly Block[]): readonly Terms[] =>
      blocks.filter(({ text }) => text.length >= SHORTEST).map(({ text }) => this.reader.read(text));
    const sides = [
      { terms: read(above), own: this.above, other: this.below },
      { terms: read(below), own: this.below, other: this.above },
    ];
    if (sides.some(({ terms }) => terms.length < FEWEST)) return 0;
    for (const { terms, own } of sides) {
      own.clear();
      for (const one of terms) own.add(one, 1);
    }
    let sum = 0;
    let count = 0;
    for (const { terms, own, other } of sides)
      for (const one of terms) {
        own.add(one, -1);
        sum += own.favours(one, other);
        own.add(one, 1);
        count++;
      }
    const parting = sum / count;
    if (parting >= 4) return 3;
    return parting >= 3 ? 2 : parting >= 2 ? 1 : 0;
  }
}
