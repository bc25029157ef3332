import type { Item } from '../blocks/item-runs.ts';
import { closesNotice, isDay, isSignature, isSignedOff } from '../blocks/notices.ts';
import { type DraftArticle, newArticle } from '../draft.ts';
import type { Block } from '../print/blocks.ts';
import { endsSentence } from '../print/sentences.ts';
import type { HeadReading } from './head-reading.ts';
import { headlineBelow, isSlogan, shareOfPairs } from './headlines.ts';
import type { StoryDesk } from './story-desk.ts';
import { gistOf, tailOf } from './story-evidence.ts';

/** Where short lines stand with no text below them. */
interface TrailingPlace {
  readonly desk: StoryDesk;
  readonly items: readonly Item[];
  /** Indexes of the first of them and behind the last. */
  readonly start: number;
  readonly end: number;
  /** The story that a byline below it has closed. */
  readonly signed: DraftArticle | null;
}

/** Probabilities from which a line below a notice, and one with no text below it, is text of what stands above. */
const SIGNS = 0.5;
const ENDS = 0.8;

/** Share of a line's pairs that a story has which it heads beyond doubt. */
const RESTATED = 0.5;

/** A line that is all in brackets: who wrote what stands above it, whence it was taken. */
const BRACKETED = /^[（(][^（）()]{2,40}[）)]$/u;

/**
 * How many of the first of some short lines end what stands above them as its text: who signs it, a last short line.
 * Where text follows, the last of them heads it, but below a notice where it is most likely text. `next`: what follows them.
 */
export function countEnding(
  stack: readonly Block[],
  above: DraftArticle | null,
  heads: HeadReading,
  next: Item | null,
): number {
  if (!above || above.kind === 'filler' || above.parts.length === 0) return 0;
  if (next === null && standsBelow(stack, above)) return 0;
  const isSignedBelow = next?.role === 'byline' && BRACKETED.test(next.block.text);
  const other = stack.findIndex((block, i) => {
    if (isSignedOff(block)) return false;
    const text = heads.likelihood(block, 'paragraph', 'continuation');
    const below = stack[i + 1];
    if (above.kind === 'notice') {
      // Whoever gives a notice stands between its text and where to ask.
      if (closesNotice(block) || (i === 0 && isSignature(block) && below && closesNotice(below)))
        return false;
      const isLikely = text >= (next?.role === 'body' && !below ? ENDS : SIGNS);
      if (isSignature(block) && isLikely) return false;
    }
    if (next?.role !== 'body') return text < ENDS && !(isSignedBelow && endsSentence(block.text));
    if (!below || heads.heads(block)) return true;
    return !(BRACKETED.test(block.text) || (text >= ENDS && heads.heads(below)));
  });
  return other < 0 ? stack.length : other;
}

/** Whether short lines at the foot of a page are the headline that the story above them lacks. */
function standsBelow(stack: readonly Block[], { kind, title, parts }: DraftArticle): boolean {
  if (kind !== 'article' || title.length > 0 || stack.some(({ text }) => endsSentence(text))) return false;
  const text = parts.map(({ block }) => block.text).join('\n');
  return stack.every((block) => shareOfPairs(block.text, text) >= RESTATED);
}

/** Puts short lines after which no story follows where they belong: a headline below its story, a heading after it, a slogan. */
export function takeTrailing(
  stack: readonly Block[],
  { desk, items, start, end, signed }: TrailingPlace,
): void {
  let rest = [...stack];
  const above = desk.current;
  if (above?.kind === 'notice' && above.parts.length > 0 && stack.every(isSignature)) {
    for (const block of stack) above.parts.push({ role: 'body', block });
    return;
  }
  // Short lines under a headline that nothing follows are its text: verse, a list.
  if (above?.kind === 'article' && above.title.length > 0 && above.parts.length === 0 && stack.length > 2) {
    for (const block of stack) above.parts.push({ role: 'body', block });
    return;
  }
  if (signed && signed === above && stack.every(isDay)) {
    for (const block of stack) above.bylines.push({ names: [], block });
    return;
  }
  if (above && above.kind !== 'filler' && above.parts.length > 0) {
    const gist = above.title.length === 0 ? gistOf(above) : tailOf(above);
    const akin = rest.map((block) => shareOfPairs(block.text, gist));
    if (above.title.length === 0) {
      const count = headlineBelow(rest, akin);
      if (count > 0) {
        desk.giveTitle(above, rest.slice(0, count));
        if (akin.slice(0, count).some((share) => share < RESTATED))
          desk.doubt('headline-below-story', above, rest[0] as Block);
        rest = rest.slice(count);
      }
    } else if (above.kind === 'article') {
      const headed = above.parts.some((part) => part.role === 'heading');
      const kept: Block[] = [];
      for (const [i, block] of rest.entries()) {
        if (
          (akin[i] as number) >= (headed ? 0.3 : RESTATED) &&
          block.width >= 8 &&
          (headed || rest.length === 1)
        ) {
          above.parts.push({ role: 'heading', block, after: true });
          desk.doubt('heading-after-text', above, block);
        } else kept.push(block);
      }
      rest = kept;
    }
  }
  if (rest.length === 0) return;
  const besideCaption =
    items[end]?.role === 'caption' || (items[start - 1]?.role === 'caption' && end === items.length);
  if (above && besideCaption) {
    above.captions.push(...rest);
    for (const block of rest) desk.doubt('caption-or-paragraph', above, block);
    return;
  }
  const filler = desk.open(newArticle('filler'));
  const [title, ...others] = rest;
  filler.title.push(title as Block);
  for (const block of others) {
    if (filler.parts.length === 0 && isSlogan(block)) filler.title.push(block);
    else filler.parts.push({ role: 'body', block });
  }
}
