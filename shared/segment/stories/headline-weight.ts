import { readDispatch } from '../blocks/datelines.ts';
import type { DraftArticle } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import { isEnumerated, isSecondLine, shareOfPairs } from './headlines.ts';
import { closesWithByline, gistOf, lastBreaksOff, opensWithAgency } from './story-evidence.ts';
import { type TermReader, type Terms, Vocabulary } from './vocabulary.ts';

/** Short lines above a paragraph, and the story that they stand in or after. */
export interface HeadlinePlace {
  readonly current: DraftArticle;
  readonly stack: readonly Block[];
  readonly below: Block;
  /** Whether the stack heads one of several short news items. */
  readonly isDigest: boolean;
  /** Whether a byline has closed the story above. */
  readonly isSigned: boolean;
  /** Whether the next page of the paper has begun right above. */
  readonly onNewPage: boolean;
  /** Whether a note above says that the story goes on elsewhere. */
  readonly goesOnElsewhere: boolean;
  /** The level of Markdown headings that titles have on this page; 0 where none has. */
  readonly titleLevel: number;
  readonly pageHasBylines: boolean;
}

/** Weight from which short lines are a new story's headline rather than a heading in the one above. */
export const OPENS_STORY = 3;

/** How much the form and the place of short lines say that they are the headline of a new story. */
export function weighHeadline(place: HeadlinePlace, knowledge: SegmentKnowledge): number {
  const { current, stack, below, titleLevel } = place;
  const first = stack[0] as Block;
  const level = Math.min(...stack.map((block) => block.level || 9));
  const widest = Math.max(...stack.map((block) => block.width));
  let weight = 0;
  const isNews = readDispatch(below.text, knowledge) !== null || opensWithAgency(below.text, knowledge);
  if (isNews) weight += 4;
  if (place.isDigest) weight += 4;
  if (stack.some((block, i) => i > 0 && isSecondLine(block))) weight += 3;
  if (stack.length >= 3) weight += 1;
  if (widest >= 18) weight += 0.5;
  if (widest >= 24) weight += 1;
  if (knowledge.press.digestWords.some((word) => first.text.includes(word)) && widest <= 10) weight += 3;
  if (level < 9 && titleLevel > 0) weight += level <= titleLevel ? 3 : -4;
  else if (level < 9 && current.title.length > 0) weight -= 1;
  if (isEnumerated(first.text)) weight -= 3;
  if (/^[“「].*[”」]$/u.test(first.text)) weight -= 1.5;
  if (current.kind === 'article' && current.parts.length === 0 && current.title.length > 0) weight -= 3;
  if (place.isSigned) weight += 3;
  if (current.title.length === 0 && !lastBreaksOff(current)) weight += 1;
  if (place.onNewPage) weight += 3;
  if (place.goesOnElsewhere) weight += lastBreaksOff(current) ? 3 : 1;
  else if (lastBreaksOff(current) && !isNews) weight -= 1.5;
  if (closesWithByline(current, knowledge)) weight += 3;
  if (current.kind !== 'article') weight += 3;
  if (place.pageHasBylines && current.bylines.length > 0) weight -= 0.5;
  if (shareOfPairs(stack.map((block) => block.text).join('\n'), gistOf(current)) < 0.08) weight += 0.5;
  return weight;
}

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
