import { readLetterSignature } from '../blocks/bylines.ts';
import { following, type Item, nextShort, nextShortAt, stackEnd, textAbove } from '../blocks/item-runs.ts';
import { signsNotice } from '../blocks/notices.ts';
import type { DraftArticle } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import type { StoryDesk } from './story-desk.ts';
import { bodyLengthOf } from './story-evidence.ts';

/** Where the bylines between two stories of a page belong; `unknown`: nothing on the page says. */
type BylinePlace = 'above-headline' | 'below-story' | 'unknown';

/** Whether names close what stands above them wherever they stand: those in brackets, and who wrote a letter. */
const closes = (text: string): boolean => /^[（(]/u.test(text) || /(?:读者|讀者)[ \u3000：:]/u.test(text);

/** Whether a byline stands between a paragraph and a headline with a paragraph below it. */
function standsBetween(items: readonly Item[], i: number): boolean {
  const above = textAbove(items, i);
  const next = following(items, i + 1);
  return above?.role !== 'short' && next?.role === 'short' && !closes(textOf(items, i));
}

const textOf = (items: readonly Item[], i: number): string => items[i]?.block.text ?? '';

/**
 * Reads from the whole page whether its bylines stand above headlines or below stories: the first byline above any
 * text opens a story, one below the last text closes one, and blank lines or lines of the page's own set a byline
 * apart from what it does not belong to.
 */
function readBylinePlace(items: readonly Item[]): BylinePlace {
  let above = 0;
  let below = 0;
  let isFirst = true;
  items.forEach((it, i) => {
    if (it.role === 'body' || it.role === 'short') isFirst = false;
    if (it.role !== 'byline' || closes(it.block.text)) return;
    const next = following(items, i + 1);
    if (isFirst && next?.role === 'short') above++;
    else if (next === null && items[i - 1]?.role === 'body') below++;
    else if (standsBetween(items, i)) {
      const gap = nextShort(items, i + 1)?.gap ?? 0;
      if (it.block.gap > gap) above++;
      else if (it.block.gap < gap) below++;
      else if (items[i - 1]?.role === 'furniture') above++;
      else if (items[i + 1]?.role === 'furniture') below++;
    }
  });
  return above === below ? 'unknown' : above > below ? 'above-headline' : 'below-story';
}

/** Whether the stack of short lines at `i` is followed by text: then a byline above it may be its own. */
const headsText = (items: readonly Item[], i: number): boolean => {
  const at = nextShortAt(items, i);
  return at >= 0 && following(items, stackEnd(items, at))?.role === 'body';
};

/** Whether the byline from `i` on is followed by its story, not the end of the one above. */
export function leadsStory(items: readonly Item[], i: number): boolean {
  let at = i;
  while (at < items.length && items[at]?.role !== 'byline') at++;
  const role = following(items, at + 1)?.role;
  return role === 'body' || role === 'short' || role === 'byline';
}

/** Units of the longest lead that stands between a headline and its byline. */
const LONGEST_LEAD = 900;

/** Gives the bylines of a page to their stories. */
export class Bylines {
  private readonly items: readonly Item[];
  private readonly knowledge: SegmentKnowledge;
  private readonly place: BylinePlace;

  constructor(items: readonly Item[], knowledge: SegmentKnowledge) {
    this.items = items;
    this.knowledge = knowledge;
    this.place = readBylinePlace(items);
  }

  /** Gives the byline at `i` to the story above or below it. @returns the story that it closes; null where it closes none. */
  take(i: number, desk: StoryDesk): DraftArticle | null {
    const { block, names } = this.items[i] as Item;
    const next = following(this.items, i + 1);
    const { current } = desk;
    const isBelowNotice = current?.kind === 'notice' && current.parts.length > 0;
    if (isBelowNotice && signsNotice(block.text, this.knowledge)) {
      current.parts.push({ role: 'body', block });
      return null;
    }
    const isBetween = standsBetween(this.items, i) && headsText(this.items, i);
    // Nobody reports a notice: who is named below it has written what stands under the next headline.
    if ((isBelowNotice && next?.role === 'short') || (isBetween && this.place === 'above-headline')) {
      desk.bylines.push({ names, block });
      return null;
    }
    if (isBetween && this.place === 'unknown') desk.doubt('owner-unknown', current, block);
    const atHead = current !== null && current.parts.length === 0;
    const afterLead =
      current !== null &&
      current.bylines.length === 0 &&
      current.title.length > 0 &&
      bodyLengthOf(current) < LONGEST_LEAD;
    const article =
      current !== null && (atHead || afterLead || next?.role !== 'body') ? current : desk.open();
    article.bylines.push({ names, block });
    // A byline between a lead and its first heading closes nothing; one in brackets or below a letter always does.
    const isLast = /^[（(]/.test(block.text) || readLetterSignature(block.text, this.knowledge) !== null;
    const closes = next?.role !== 'body' && (!afterLead || isLast);
    return article === current && article.parts.length > 0 && closes ? article : null;
  }
}
