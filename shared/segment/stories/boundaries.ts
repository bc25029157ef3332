import type { PlacedCut } from '@shared/model/page-cut.ts';
import { readLetterSignature } from '../blocks/bylines.ts';
import { readDispatch } from '../blocks/datelines.ts';
import { isBareDate, PageTurns, readJump } from '../blocks/furniture.ts';
import type { Item } from '../blocks/item-runs.ts';
import { following, hasHeadingBelow, isSignedBelow, stackEnd } from '../blocks/item-runs.ts';
import { isDay, isNoticeTitle, isSignature } from '../blocks/notices.ts';
import { type DraftArticle, type DraftDoubt, hullOf, newArticle, type Part, type Stories } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import type { HeadReading } from './head-reading.ts';
import {
  findRows,
  headingParts,
  headlineBelow,
  isSlogan,
  isTable,
  linesOfAbove,
  readHeadline,
  shareOfPairs,
} from './headlines.ts';
import { weighOpening } from './opening-forms.ts';
import { findDigests, type Section } from './sections.ts';
import {
  bodyLengthOf,
  closesWithByline,
  gistOf,
  goesOnWithList,
  goesOnWithReports,
  lastBreaksOff,
  opensWithAgency,
  tailOf,
} from './story-evidence.ts';

/** Shares the items of a page out among its stories, in the order in which they stand. */
export function findStories(
  items: readonly Item[],
  heads: HeadReading,
  knowledge: SegmentKnowledge,
): Stories {
  return new StoryFinder(items, heads, knowledge).run();
}

/** Probability from which short lines open a story. */
const LIKELY = 0.5;
/** Headlines of a page that is thought to be one long story. */
const FEW_HEADLINES = 2;
/** Bylines of their own lines on a page whose stories are thought to be signed. */
const SIGNED_PAGE = 3;
/** Probability from which a paragraph opens a story without a headline. */
const UNTITLED = 0.8;

/** The last block of a story's text or headline; null where it has neither. */
const lastBlockOf = ({ parts, title }: DraftArticle): Block | null =>
  parts.at(-1)?.block ?? title.at(-1) ?? null;

class StoryFinder {
  private readonly articles: DraftArticle[] = [];
  private readonly furniture: Block[] = [];
  private readonly doubts: DraftDoubt[] = [];
  private readonly early: Block[] = [];
  /** An editor's note that stands above the story it introduces. */
  private readonly notes: Block[] = [];
  private readonly digests: ReadonlyMap<number, Section>;
  private current: DraftArticle | null = null;
  /** The story that a byline below it has closed. */
  private signed: DraftArticle | null = null;
  /** Stories that a note says go on elsewhere, and whose rest was not met. */
  private readonly jumped: DraftArticle[] = [];
  private readonly turns = new PageTurns();
  private classified = false;
  private titleLevel = 0;
  private readonly items: readonly Item[];
  private readonly knowledge: SegmentKnowledge;

  private readonly heads: HeadReading;
  private readonly bylines: number;

  constructor(items: readonly Item[], heads: HeadReading, knowledge: SegmentKnowledge) {
    this.heads = heads;
    this.items = items;
    this.knowledge = knowledge;
    this.digests = findDigests(items, knowledge);
    this.bylines = items.filter(({ role }) => role === 'byline').length;
  }

  run(): Stories {
    for (let i = 0; i < this.items.length; ) {
      const it = this.items[i] as Item;
      if (it.opens === 'photo') {
        i = this.takePhotograph(i);
        continue;
      }
      if (it.role === 'short') {
        const end = stackEnd(this.items, i);
        this.takeStack(i, end);
        i = end;
        continue;
      }
      if (it.role === 'furniture') this.takeFurniture(it.block);
      else if (it.role === 'caption') this.takeCaption(it);
      else if (it.role === 'byline') this.takeByline(i);
      else this.takeBody(it.block, i);
      i++;
    }
    if (this.notes.length) this.open();
    if (this.early.length) this.open().captions.unshift(...this.early);
    return { articles: this.articles, furniture: this.furniture, doubts: this.doubts };
  }

  private open(article: DraftArticle = newArticle(this.classified ? 'notice' : 'article')): DraftArticle {
    this.articles.push(article);
    this.current = article;
    article.captions.push(...this.early.splice(0));
    article.parts.push(...this.notes.splice(0).map((block): Part => ({ role: 'body', block })));
    return article;
  }

  private doubt(reason: DraftDoubt['reason'], article: DraftArticle | null, block: Block): void {
    this.doubts.push({ reason, article, span: hullOf(block) });
  }

  /** Doubts whether a stack opens a story, with the other reading and the cut that takes it. */
  private doubtCut(stack: readonly Block[], opens: boolean, likely: number, above: Block | null): void {
    const span = hullOf(stack[0] as Block);
    const other: PlacedCut | null = opens
      ? above && { type: 'merge', first: hullOf(above), second: span }
      : { type: 'split', at: stack.map(hullOf) };
    this.doubts.push({
      reason: 'story-or-section',
      article: this.current,
      span,
      probability: opens ? 1 - likely : likely,
      ...(other ? { other } : {}),
    });
  }

  private takeFurniture(block: Block): void {
    const { current } = this;
    if (current?.kind === 'notice' && current.parts.length > 0 && isBareDate(block.text)) {
      current.parts.push({ role: 'body', block });
      return;
    }
    this.furniture.push(block);
    this.turns.see(block.text);
    const jump = readJump(block.text);
    if (jump === 'onward' && current) this.jumped.push(current);
    // What comes from elsewhere belongs to the story that went on elsewhere, on whichever page that stands.
    else if (jump === 'from-before' && current && current.parts.length > 0) {
      const before = this.jumped.shift();
      if (before) this.current = before;
      else this.doubt('story-or-section', current, block);
    }
    if (/分类(?:信息|广告)/.test(block.text.replace(/\s/g, ''))) this.classified = true;
  }

  private takeCaption(it: Item): void {
    if (it.sure < 0.5) this.doubt('caption-or-paragraph', this.current, it.block);
    if (this.current) this.current.captions.push(it.block);
    else this.early.push(it.block);
  }

  /** Takes a photograph that stands alone; what follows it without a headline goes on with the story above. */
  private takePhotograph(start: number): number {
    const photo = newArticle('photo');
    let end = start;
    if (this.items[start]?.role === 'short') {
      end = stackEnd(this.items, start);
      const stack = this.items.slice(start, end).map((it) => it.block);
      this.giveTitle(photo, stack);
    }
    while (this.items[end]?.role === 'caption' && (end === start || !this.items[end]?.opens))
      photo.captions.push((this.items[end++] as Item).block);
    this.articles.push(photo);
    return end;
  }

  private takeByline(i: number): void {
    const { block, names } = this.items[i] as Item;
    const next = following(this.items, i + 1);
    const { current } = this;
    const atHead = current !== null && current.parts.length === 0;
    const closes = current !== null && next?.role !== 'body' && current.bylines.length === 0;
    const afterLead =
      current !== null &&
      current.bylines.length === 0 &&
      current.title.length > 0 &&
      bodyLengthOf(current) < 900;
    const article =
      atHead || closes || afterLead || (current && next?.role !== 'body') ? current : this.open();
    article.bylines.push({ names, block });
    // A byline between a lead and its first heading closes nothing; one in brackets or below a letter always does.
    const isLast = /^[（(]/.test(block.text) || readLetterSignature(block.text, this.knowledge) !== null;
    const closed = next?.role !== 'body' && (!afterLead || isLast);
    if (article === current && article.parts.length > 0 && closed) this.signed = article;
  }

  private takeBody(block: Block, i: number): void {
    const introduces =
      this.knowledge.press.editorNotes.some((word) => block.text.startsWith(word)) &&
      this.items[i + 1]?.role === 'short' &&
      (this.current === null || !lastBreaksOff(this.current));
    if (introduces) {
      this.notes.push(block);
      return;
    }
    const dispatch = readDispatch(block.text, this.knowledge);
    const newsHead = dispatch !== null || opensWithAgency(block.text, this.knowledge);
    const { current } = this;
    if ((this.items[i] as Item).opens === 'story') this.open().isUntitled = true;
    else if (!current) this.open();
    else if (
      newsHead &&
      current.parts.length > 0 &&
      (!lastBreaksOff(current) || this.jumped.includes(current)) &&
      !goesOnWithReports(current, block)
    )
      this.open();
    else if (current.kind === 'filler') this.open();
    else if (
      current.parts.length > 0 &&
      !lastBreaksOff(current) &&
      !goesOnWithList(current, block, this.knowledge) &&
      !goesOnWithReports(current, block) &&
      this.heads.opensUntitled(block) >= UNTITLED
    )
      this.open();
    const article = this.current as DraftArticle;
    if ((this.items[i] as Item).sure < 0.5) this.doubt('caption-or-paragraph', article, block);
    article.parts.push({ role: 'body', block });
    this.turns.atHead = false;
  }

  private takeStack(start: number, end: number): void {
    const stack = this.items.slice(start, end).map((it) => it.block);
    const next = following(this.items, end);
    if (this.notes.length > 0) {
      this.openTitled(stack);
      return;
    }
    if (this.items[start]?.opens === 'story') {
      this.openTitled(stack);
      return;
    }
    const noticed = stack.findIndex((block) => isNoticeTitle(block, this.knowledge));
    if (noticed >= 0 && noticed >= stack.length - 2) {
      if (noticed > 0) this.takeTrailing(stack.slice(0, noticed), start, start + noticed);
      this.open(newArticle('notice')).title.push(...stack.slice(noticed));
      return;
    }
    const { current } = this;
    const [from, to] = findRows(stack);
    if (to > from && (from > 0 || to < stack.length)) {
      // Rows of a table belong to the lines above them and are no headline of what stands below.
      if (from > 0 && current && current.kind !== 'filler') this.takeHeading(stack.slice(0, from));
      else if (from > 0) this.openTitled(stack.slice(0, from));
      for (let i = from; i < to; i++) this.takeBody(stack[i] as Block, start + i);
      if (to < stack.length) this.takeStack(start + to, end);
      return;
    }
    const digest = this.digests.get(start);
    if (digest?.rubric && current === null) {
      this.furniture.push(...stack.slice(0, digest.rubric));
      if (stack.length > digest.rubric) this.openTitled(stack.slice(digest.rubric));
      return;
    }
    if (next?.role === 'byline' && this.bylineLeads(end)) {
      this.splitStack(stack, this.items[end + 1]?.block ?? null, true);
      return;
    }
    if (next?.role === 'body') {
      if (current && isTable(stack)) {
        for (const block of stack) current.parts.push({ role: 'body', block });
        return;
      }
      const above = current && lastBlockOf(current);
      const { opens, unsure, likely } = current
        ? this.opensStory(stack, next.block, current, end)
        : { opens: true, unsure: false, likely: 1 };
      if (opens) this.splitStack(stack, next.block, false);
      else this.takeHeading(stack);
      if (unsure) this.doubtCut(stack, opens, likely, above);
      for (const it of this.items.slice(start, end))
        if (it.sure < 0.5) this.doubt('unfinished-sentence', this.current, it.block);
      return;
    }
    this.takeTrailing(stack, start, end);
  }

  /** Whether the byline after a stack is followed by its story, not the end of the one above. */
  private bylineLeads(i: number): boolean {
    let j = i;
    while (j < this.items.length && this.items[j]?.role !== 'byline') j++;
    const after = following(this.items, j + 1);
    return after?.role === 'body' || after?.role === 'short' || after?.role === 'byline';
  }

  /** Gives the upper lines to an untitled story above where its words say so, the rest to the story below. */
  private splitStack(stack: readonly Block[], below: Block | null, sure: boolean): void {
    const above = this.current;
    if (above && above.title.length === 0 && above.kind === 'article' && above.parts.length > 0) {
      const cut = linesOfAbove(stack, gistOf(above), below?.text ?? null, sure);
      if (cut > 0) {
        this.giveTitle(above, stack.slice(0, cut));
        this.doubt('headline-below-story', above, stack[0] as Block);
        if (cut < stack.length) this.openTitled(stack.slice(cut));
        else this.open();
        return;
      }
    }
    this.openTitled(stack);
  }

  private openTitled(stack: readonly Block[]): void {
    this.giveTitle(this.open(), stack);
  }

  private giveTitle(article: DraftArticle, stack: readonly Block[]): void {
    const { title, subtitle, strays } = readHeadline(stack, this.knowledge);
    article.title.push(...title);
    article.subtitle.push(...subtitle);
    article.captions.push(...strays);
    for (const stray of strays) this.doubt('caption-or-paragraph', article, stray);
    const level = Math.min(...stack.map((block) => block.level || 9));
    if (level < 9 && (this.titleLevel === 0 || level < this.titleLevel)) this.titleLevel = level;
  }

  /** Whether a stack above a paragraph is a new story's headline rather than a heading in the one above. */
  private opensStory(
    stack: readonly Block[],
    below: Block,
    current: DraftArticle,
    end: number,
  ): { opens: boolean; unsure: boolean; likely: number } {
    const { floor } = this.knowledge.pages.doubts.story;
    const isUnsigned = current.bylines.length === 0;
    const hasSections =
      current.parts.some((part) => part.role === 'heading') || hasHeadingBelow(this.items, end);
    const likely = weighOpening(
      this.heads.opensStory(stack),
      {
        stack,
        below,
        isLone: isUnsigned && !hasSections,
        isAmongSections: isUnsigned && hasSections && this.heads.headlines <= FEW_HEADLINES,
        isUnsignedSection:
          !isUnsigned &&
          this.bylines >= SIGNED_PAGE &&
          current.parts.some((part) => part.role === 'heading') &&
          this.items[end]?.role !== 'byline' &&
          !isSignedBelow(this.items, end),
        isSigned: this.signed === current || closesWithByline(current, this.knowledge),
        onNewPage: this.turns.atHead,
        titleLevel: this.titleLevel,
      },
      this.knowledge,
    );
    return { opens: likely >= LIKELY, unsure: Math.min(likely, 1 - likely) >= floor, likely };
  }

  private takeHeading(stack: readonly Block[]): void {
    const current = this.current as DraftArticle;
    for (const part of headingParts(stack, current.parts.at(-1)?.role === 'body')) {
      current.parts.push(part);
      if (part.after) this.doubt('heading-after-text', current, part.block);
    }
  }

  /** Short lines after which no story follows: a headline below its story, a heading after it, a slogan. */
  private takeTrailing(stack: readonly Block[], start: number, end: number): void {
    let rest = [...stack];
    const above = this.current;
    if (above?.kind === 'notice' && above.parts.length > 0 && stack.every(isSignature)) {
      for (const block of stack) above.parts.push({ role: 'body', block });
      return;
    }
    // Short lines under a headline that nothing follows are its text: verse, a list.
    if (above?.kind === 'article' && above.title.length > 0 && above.parts.length === 0 && stack.length > 2) {
      for (const block of stack) above.parts.push({ role: 'body', block });
      return;
    }
    if (this.signed && this.signed === above && stack.every(isDay)) {
      for (const block of stack) above.bylines.push({ names: [], block });
      return;
    }
    if (above && above.kind !== 'filler' && above.parts.length > 0) {
      const gist = above.title.length === 0 ? gistOf(above) : tailOf(above);
      const akin = rest.map((block) => shareOfPairs(block.text, gist));
      if (above.title.length === 0) {
        const count = headlineBelow(rest, akin);
        if (count > 0) {
          this.giveTitle(above, rest.slice(0, count));
          this.doubt('headline-below-story', above, rest[0] as Block);
          rest = rest.slice(count);
        }
      } else if (above.kind === 'article') {
        const headed = above.parts.some((part) => part.role === 'heading');
        const kept: Block[] = [];
        for (const [i, block] of rest.entries()) {
          if (
            (akin[i] as number) >= (headed ? 0.3 : 0.5) &&
            block.width >= 8 &&
            (headed || rest.length === 1)
          ) {
            above.parts.push({ role: 'heading', block, after: true });
            this.doubt('heading-after-text', above, block);
          } else kept.push(block);
        }
        rest = kept;
      }
    }
    if (rest.length === 0) return;
    const besideCaption =
      this.items[end]?.role === 'caption' ||
      (this.items[start - 1]?.role === 'caption' && end === this.items.length);
    if (above && besideCaption) {
      above.captions.push(...rest);
      for (const block of rest) this.doubt('caption-or-paragraph', above, block);
      return;
    }
    const filler = this.open(newArticle('filler'));
    const [title, ...others] = rest;
    filler.title.push(title as Block);
    for (const block of others) {
      if (filler.parts.length === 0 && isSlogan(block)) filler.title.push(block);
      else filler.parts.push({ role: 'body', block });
    }
  }
}
