import { readJumpNote } from '@shared/numerals/jump-note.ts';
import { readDispatch } from '../blocks/datelines.ts';
import { PageTurns } from '../blocks/furniture.ts';
import type { Item } from '../blocks/item-runs.ts';
import { following, hasHeadingBelow, nextShort, stackEnd } from '../blocks/item-runs.ts';
import { endsNotice, isNoticeTitle } from '../blocks/notices.ts';
import { type DraftArticle, newArticle, type Stories } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import { Bylines, leadsStory } from './byline-places.ts';
import { countHeadings } from './first-headings.ts';
import type { HeadReading } from './head-reading.ts';
import { findRows, headingParts, isTable, linesOfAbove } from './headlines.ts';
import { findListedLines, openList } from './listed-lines.ts';
import { isParallel, weighOpening } from './opening-forms.ts';
import { countOwnLines } from './own-lines.ts';
import { findDigests, type Section } from './sections.ts';
import { StoryDesk } from './story-desk.ts';
import {
  closesWithByline,
  comesBelowLead,
  gistOf,
  goesOnWithReports,
  lastBreaksOff,
  mayEndAbove,
  opensWithAgency,
} from './story-evidence.ts';
import { countEnding, takeTrailing } from './trailing-lines.ts';

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
/** Probability from which a paragraph opens a story without a headline. */
const UNTITLED = 0.8;

/** Whether a story has a headline and no text yet: a note right under it is its lead. */
const isHeadOnly = ({ kind, title, parts }: DraftArticle): boolean =>
  kind === 'article' && title.length > 0 && parts.length === 0;

class StoryFinder {
  private readonly desk: StoryDesk;
  private readonly digests: ReadonlyMap<number, Section>;
  /** The story that a byline below it has closed. */
  private signed: DraftArticle | null = null;
  /** Stories that a note says go on elsewhere, and whose rest was not met. */
  private readonly jumped: DraftArticle[] = [];
  /** Headings that stand right under a headline. */
  private readonly firstHeadings = new Set<string>();
  private readonly turns = new PageTurns();
  private readonly items: readonly Item[];
  private readonly knowledge: SegmentKnowledge;

  private readonly heads: HeadReading;
  private readonly bylines: Bylines;

  constructor(items: readonly Item[], heads: HeadReading, knowledge: SegmentKnowledge) {
    this.heads = heads;
    this.items = items;
    this.knowledge = knowledge;
    this.desk = new StoryDesk(knowledge);
    this.bylines = new Bylines(items, knowledge);
    this.digests = findDigests(items, knowledge);
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
      if (it.role === 'furniture') this.takeFurniture(it.block, this.items[i + 1]?.block);
      else if (it.role === 'caption') this.takeCaption(it);
      else if (it.role === 'byline') this.signed = this.bylines.take(i, this.desk) ?? this.signed;
      else this.takeBody(it.block, i);
      i++;
    }
    return this.desk.close();
  }

  private takeFurniture(block: Block, below: Block | undefined): void {
    const { current } = this.desk;
    if (current?.kind === 'notice' && current.parts.length > 0 && endsNotice(block, below)) {
      current.parts.push({ role: 'body', block });
      return;
    }
    this.desk.furniture.push(block);
    this.turns.see(block.text);
    const jump = readJumpNote(block.text)?.direction;
    if (jump === 'onward' && current) this.jumped.push(current);
    // What comes from elsewhere belongs to the story that went on elsewhere, on whichever page that stands.
    else if (jump === 'from-before' && current && current.parts.length > 0) {
      const before = this.jumped.shift();
      if (before) this.desk.current = before;
      else this.desk.doubt('story-or-section', current, block);
    }
    if (/分类(?:信息|广告)/.test(block.text.replace(/\s/g, ''))) this.desk.isClassified = true;
  }

  private takeCaption(it: Item): void {
    if (it.sure < 0.5) this.desk.doubt('caption-or-paragraph', this.desk.current, it.block);
    if (this.desk.current) this.desk.current.captions.push(it.block);
    else this.desk.captions.push(it.block);
  }

  /** Takes a photograph that stands alone; what follows it without a headline goes on with the story above. */
  private takePhotograph(start: number): number {
    const photo = newArticle('photo');
    let end = start;
    if (this.items[start]?.role === 'short') {
      end = stackEnd(this.items, start);
      const stack = this.items.slice(start, end).map((it) => it.block);
      this.desk.giveTitle(photo, stack);
    }
    while (this.items[end]?.role === 'caption' && (end === start || !this.items[end]?.opens))
      photo.captions.push((this.items[end++] as Item).block);
    this.desk.articles.push(photo);
    return end;
  }

  private takeBody(block: Block, i: number): void {
    const introduces =
      this.knowledge.press.editorNotes.some((word) => block.text.startsWith(word)) &&
      this.items[i + 1]?.role === 'short' &&
      (this.desk.current === null || !(lastBreaksOff(this.desk.current) || isHeadOnly(this.desk.current)));
    if (introduces) {
      this.desk.notes.push(block);
      return;
    }
    const dispatch = readDispatch(block.text, this.knowledge);
    const newsHead = dispatch !== null || opensWithAgency(block.text, this.knowledge);
    const { current } = this.desk;
    if ((this.items[i] as Item).opens === 'story') this.desk.open().isUntitled = true;
    else if (!current) this.desk.open();
    else if (
      newsHead &&
      current.parts.length > 0 &&
      (!lastBreaksOff(current) || this.jumped.includes(current)) &&
      !goesOnWithReports(current, block)
    )
      this.openReport(block, current);
    else if (current.kind === 'filler') this.desk.open();
    else if (mayEndAbove(current, block, this.knowledge)) this.openUntitled(block);
    const article = this.desk.current as DraftArticle;
    if ((this.items[i] as Item).sure < 0.5) this.desk.doubt('caption-or-paragraph', article, block);
    const { keepsLine } = this.items[i] as Item;
    article.parts.push({ role: 'body', block, ...(keepsLine ? { keepsLine } : {}) });
    this.turns.seeText();
  }

  /** Begins a story at a dateline, unless what stands above it is its lead; that is doubted where the model takes it for none. */
  private openReport(block: Block, current: DraftArticle): void {
    if (!comesBelowLead(current, block, this.knowledge)) this.desk.open();
    else if (this.heads.opensUntitled(block) >= LIKELY)
      this.desk.doubtCut([block], false, this.heads.opensStory([block]), this.desk.lastBlock);
  }

  /** Begins a story without a headline at a paragraph that most likely opens one; doubts it where it likelier does than not. */
  private openUntitled(block: Block): void {
    const likely = this.heads.opensUntitled(block);
    if (likely >= UNTITLED) this.desk.open();
    else if (likely >= LIKELY && !this.turns.belowFolio)
      this.desk.doubtCut([block], false, this.heads.opensStory([block]), this.desk.lastBlock);
  }

  private takeStack(start: number, end: number): void {
    const stack = this.items.slice(start, end).map((it) => it.block);
    const next = following(this.items, end);
    const opens = this.items[start]?.opens === 'story';
    const ending = opens ? 0 : countEnding(stack, this.desk.current, this.heads, next);
    if (ending > 0) {
      for (const block of stack.slice(0, ending)) this.desk.current?.parts.push({ role: 'body', block });
      if (ending < stack.length) this.takeStack(start + ending, end);
      return;
    }
    const own = countOwnLines(stack, this.heads, this.desk.isEmpty);
    if (own > 0) {
      this.desk.furniture.push(...stack.slice(0, own));
      this.takeStack(start + own, end);
      return;
    }
    const list = findListedLines(stack, this.heads);
    if (list && (list.to < stack.length || next?.role !== 'byline')) {
      if (list.head > 0) this.takeTrailing(stack.slice(0, list.head), start, start + list.head);
      openList(stack, list, this.desk, this.knowledge);
      if (list.to < stack.length) this.takeStack(start + list.to, end);
      return;
    }
    const isIntroduced = this.desk.notes.length > 0 || this.desk.bylines.length > 0;
    const noticed = stack.findIndex((block) => isNoticeTitle(block, this.knowledge));
    if (isIntroduced || opens) {
      if (opens && noticed >= 0) this.desk.open(newArticle('notice')).title.push(...stack);
      else this.desk.openTitled(stack);
      return;
    }
    if (noticed >= 0 && noticed >= stack.length - 2) {
      if (noticed > 0) this.takeTrailing(stack.slice(0, noticed), start, start + noticed);
      this.desk.open(newArticle('notice')).title.push(...stack.slice(noticed));
      return;
    }
    const { current } = this.desk;
    const [from, to] = findRows(stack);
    if (to > from && (from > 0 || to < stack.length)) {
      // Rows of a table belong to the lines above them and are no headline of what stands below.
      if (from > 0 && current && current.kind !== 'filler') this.takeHeading(stack.slice(0, from));
      else if (from > 0) this.desk.openTitled(stack.slice(0, from));
      for (let i = from; i < to; i++) this.takeBody(stack[i] as Block, start + i);
      if (to < stack.length) this.takeStack(start + to, end);
      return;
    }
    const digest = this.digests.get(start);
    if (digest?.rubric && current === null) {
      this.desk.furniture.push(...stack.slice(0, digest.rubric));
      if (stack.length > digest.rubric) this.desk.openTitled(stack.slice(digest.rubric));
      return;
    }
    if (next?.role === 'byline' && leadsStory(this.items, end)) {
      this.splitStack(stack, this.items[end + 1]?.block ?? null, true);
      return;
    }
    if (next?.role === 'body') {
      if (current && isTable(stack)) {
        for (const block of stack) current.parts.push({ role: 'body', block });
        return;
      }
      const above = this.desk.lastBlock;
      const opening = current
        ? this.opensStory(stack, next.block, current, end)
        : { opens: true, unsure: false, likely: 1 };
      if (opening.opens) this.splitStack(stack, next.block, false);
      else this.takeHeading(stack);
      if (opening.unsure) this.desk.doubtCut(stack, opening.opens, opening.likely, above);
      for (const it of this.items.slice(start, end))
        if (it.sure < 0.5) this.desk.doubt('unfinished-sentence', this.desk.current, it.block);
      return;
    }
    this.takeTrailing(stack, start, end);
  }

  /** Gives the upper lines to an untitled story above where its words say so, the rest to the story below. */
  private splitStack(stack: readonly Block[], below: Block | null, sure: boolean): void {
    const above = this.desk.current;
    if (above && above.title.length === 0 && above.kind === 'article' && above.parts.length > 0) {
      const cut = linesOfAbove(stack, gistOf(above), below?.text ?? null, sure);
      if (cut > 0) {
        this.desk.giveTitle(above, stack.slice(0, cut));
        this.desk.doubt('headline-below-story', above, stack[0] as Block);
        if (cut < stack.length) this.desk.openTitled(stack.slice(cut));
        else this.desk.open();
        return;
      }
    }
    // Above a byline a label is the end of the headline: no section begins before who wrote is named.
    const head = stack.length - countHeadings(stack, this.heads, !sure);
    this.desk.openTitled(stack.slice(0, head));
    if (head < stack.length) this.takeHeading(stack.slice(head));
    for (const { text } of stack.slice(head)) this.firstHeadings.add(text);
  }

  /** Whether a stack above a paragraph is a new story's headline rather than a heading in the one above. */
  private opensStory(
    stack: readonly Block[],
    below: Block,
    current: DraftArticle,
    end: number,
  ): { opens: boolean; unsure: boolean; likely: number } {
    const { floor } = this.knowledge.pages.doubts;
    const isUnsigned = current.bylines.length === 0;
    const hasSections =
      current.parts.some((part) => part.role === 'heading') || hasHeadingBelow(this.items, end);
    const likely = weighOpening(
      this.heads.opensStory(stack),
      {
        stack,
        below,
        isLone: isUnsigned && !hasSections,
        isOnly: !isUnsigned && !hasSections,
        isAmongSections: isUnsigned && hasSections && this.heads.headlines <= FEW_HEADLINES,
        isParallel: isParallel(stack[0] as Block, nextShort(this.items, end)),
        isSigned: this.signed === current || closesWithByline(current, this.knowledge),
        onNewPage: this.turns.atHead,
        headsAgain: stack.length > 1 && this.firstHeadings.has((stack.at(-1) as Block).text),
        titleLevel: this.desk.titleLevel,
      },
      this.knowledge,
    );
    return { opens: likely >= LIKELY, unsure: Math.min(likely, 1 - likely) >= floor, likely };
  }

  private takeHeading(stack: readonly Block[]): void {
    const current = this.desk.current as DraftArticle;
    for (const part of headingParts(stack, current.parts.at(-1)?.role === 'body')) {
      current.parts.push(part);
      if (part.after) this.desk.doubt('heading-after-text', current, part.block);
    }
  }

  private takeTrailing(stack: readonly Block[], start: number, end: number): void {
    takeTrailing(stack, { desk: this.desk, items: this.items, start, end, signed: this.signed });
  }
}
