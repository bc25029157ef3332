import type { PlacedCut } from '@shared/model/page-cut.ts';
import { type DraftArticle, type DraftDoubt, hullOf, newArticle, type Part, type Stories } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import { readHeadline } from './headlines.ts';

/** The last block of a story's text or headline; null where it has neither. */
const lastBlockOf = ({ parts, title }: DraftArticle): Block | null =>
  parts.at(-1)?.block ?? title.at(-1) ?? null;

/** Where the stories of a page are put together: those that were begun, and what waits for the next one. */
export class StoryDesk {
  readonly articles: DraftArticle[] = [];
  readonly furniture: Block[] = [];
  readonly doubts: DraftDoubt[] = [];
  /** Captions, an editor's note and a byline that stand above the story they belong to. */
  readonly captions: Block[] = [];
  readonly notes: Block[] = [];
  readonly bylines: DraftArticle['bylines'] = [];
  current: DraftArticle | null = null;
  /** Whether classified notices have begun. */
  isClassified = false;
  /** The level of Markdown headings that titles have on this page; 0 where none has. */
  titleLevel = 0;
  private readonly knowledge: SegmentKnowledge;

  constructor(knowledge: SegmentKnowledge) {
    this.knowledge = knowledge;
  }

  open(article: DraftArticle = newArticle(this.isClassified ? 'notice' : 'article')): DraftArticle {
    this.articles.push(article);
    this.current = article;
    article.captions.push(...this.captions.splice(0));
    article.bylines.push(...this.bylines.splice(0));
    article.parts.push(...this.notes.splice(0).map((block): Part => ({ role: 'body', block })));
    return article;
  }

  openTitled(stack: readonly Block[]): void {
    this.giveTitle(this.open(), stack);
  }

  giveTitle(article: DraftArticle, stack: readonly Block[]): void {
    const { title, subtitle, strays } = readHeadline(stack, this.knowledge);
    article.title.push(...title);
    article.subtitle.push(...subtitle);
    article.captions.push(...strays);
    for (const stray of strays) this.doubt('caption-or-paragraph', article, stray);
    const level = Math.min(...stack.map((block) => block.level || 9));
    if (level < 9 && (this.titleLevel === 0 || level < this.titleLevel)) this.titleLevel = level;
  }

  doubt(reason: DraftDoubt['reason'], article: DraftArticle | null, block: Block): void {
    this.doubts.push({ reason, article, span: hullOf(block) });
  }

  /** Doubts whether a stack opens a story, with the other reading and the cut that takes it. `above`: the story above it. */
  doubtCut(stack: readonly Block[], opens: boolean, likely: number, above: Block | null): void {
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

  /** Whether no story was begun, and nothing waits for one. */
  get isEmpty(): boolean {
    return this.articles.length + this.notes.length + this.captions.length + this.bylines.length === 0;
  }

  /** The last block of the story that is being put together; null where there is none. */
  get lastBlock(): Block | null {
    return this.current && lastBlockOf(this.current);
  }

  /** The stories, when all items were taken: what waited for another one is one by itself. */
  close(): Stories {
    if (this.notes.length > 0 || this.captions.length > 0 || this.bylines.length > 0) this.open();
    return { articles: this.articles, furniture: this.furniture, doubts: this.doubts };
  }
}
