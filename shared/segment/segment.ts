import type { SourceSpan } from '@shared/model/offset.ts';
import type { Imprint, Page } from '@shared/model/page.ts';
import type { PlacedCut } from '@shared/model/page-cut.ts';
import type { Hint } from '@shared/model/read-source.ts';
import { readClosingByline, readDispatch, readHeadlineAuthor } from './blocks/datelines.ts';
import { signLength } from './blocks/groups.ts';
import { readImprint } from './blocks/imprint.ts';
import { readItems } from './blocks/items.ts';
import { partPhotographs } from './blocks/photographs.ts';
import { withAttributions } from './blocks/pull-quotes.ts';
import { withRubrics } from './blocks/rubrics.ts';
import { withStatedAuthors } from './blocks/stated-authors.ts';
import { type Draft, type DraftArticle, type DraftDoubt, hullOf, type Part } from './draft.ts';
import type { SegmentKnowledge } from './knowledge.ts';
import { isEmpty, replayCuts } from './mending/cuts.ts';
import { type Block, sliceBlock } from './print/blocks.ts';
import { joinCutParagraphs } from './print/continuations.ts';
import { takeOutRepeats } from './print/duplicates.ts';
import { tellLines } from './print/evidence.ts';
import { peelFrontMatter } from './print/front-matter.ts';
import { splitLines } from './print/lines.ts';
import { doubtPrint, partSplicedBlocks } from './print/loose-seams.ts';
import { peelMarks } from './print/marks.ts';
import { countPairs } from './print/seams.ts';
import { joinWrappedLines } from './print/wrapping.ts';
import { reflow } from './reflow.ts';
import { findStories } from './stories/boundaries.ts';
import { HeadReading } from './stories/head-reading.ts';
import { returnStrangers } from './stories/kinship.ts';
import { orderSections } from './stories/order.ts';
import { readRoles } from './stories/role-reading.ts';
import { findToldStories, hasToldStories } from './stories/told-stories.ts';
import { partUntitled } from './stories/untitled.ts';

/** A page, and the indexes of the cuts that no longer fit it. */
export interface Segmentation {
  readonly page: Page;
  readonly unplaced: readonly number[];
}

/**
 * Takes a page apart into articles; never loses or doubles a non-blank unit of `text`.
 * @param hints what the page's format knows of its words; it goes before what they look like.
 */
export function segment(
  text: string,
  knowledge: SegmentKnowledge,
  cuts: readonly PlacedCut[] = [],
  hints: readonly Hint[] = [],
): Segmentation {
  const draft = draftPage(text, knowledge, hints);
  const unplaced = replayCuts(draft, text, cuts, knowledge);
  return { page: withStatedAuthors(reflow(text, draft, knowledge), hints), unplaced };
}

/** Front matter knows the page's date best, save where it inferred one that the page prints. */
function withFrontDate(imprint: Imprint, date: Imprint['date']): Imprint {
  if (!date || (date.basis === 'inferred' && imprint.date)) return imprint;
  return { ...imprint, date };
}

/** The blocks of a page without what stands twice; the lines are let go of here. */
function readBlocks(text: string, knowledge: SegmentKnowledge, hints: readonly Hint[]) {
  const front = peelFrontMatter(splitLines(text));
  const { lines: unmarked, marks } = peelMarks(front.lines);
  const { lines, aside } = tellLines(unmarked, hints, text);
  const heads = new HeadReading(
    lines,
    readRoles(lines, text.length, knowledge),
    knowledge.pages.doubts.story,
  );
  const joined = joinWrappedLines(lines, knowledge, (line) => heads.standsAlone(line));
  const pairs = countPairs(joined.map((block) => block.text));
  const isTold = joined.some(({ hint }) => hint === 'title');
  const printed = isTold ? joined : partSplicedBlocks(joined, pairs, knowledge);
  return {
    ...takeOutRepeats(printed, pairs, knowledge),
    pairs,
    heads,
    date: front.date,
    unsure: doubtPrint(joined, printed, pairs, knowledge),
    marks: [...front.spans, ...marks, ...aside],
  };
}

/** The page as recognised, before the person's mending. */
function draftPage(text: string, knowledge: SegmentKnowledge, hints: readonly Hint[]): Draft {
  const { blocks, repeats, pairs, heads, date, marks, unsure } = readBlocks(text, knowledge, hints);
  const items = withAttributions(withRubrics(readItems(blocks, heads, pairs, knowledge), knowledge));
  const isTold = hasToldStories(items);
  const {
    articles: stories,
    furniture,
    doubts,
  } = isTold ? findToldStories(items, knowledge) : findStories(items, heads, knowledge);
  const articles = isTold ? stories : partPhotographs(stories, knowledge);
  const unparted = isTold ? [] : partUntitled(articles, knowledge);
  for (const article of articles) takeBylinesOut(article, knowledge);
  // What a format tells apart is neither returned, joined nor set in another order.
  const strange = isTold ? [] : returnStrangers(articles, knowledge);
  const cut = isTold ? [] : joinCutParagraphs(articles, strange, pairs, knowledge);
  const order = isTold ? [] : articles.flatMap((article) => orderSections(article, knowledge));
  const signs = takeSignsOut(articles);
  const kept = articles.filter((article) => !isEmpty(article));
  for (const article of kept) {
    if (article.kind === 'article' && article.title.length === 0 && !article.isUntitled && article.parts[0])
      doubts.push({ reason: 'no-headline', article, span: hullOf(article.parts[0].block) });
  }
  return {
    articles: kept,
    furniture: [...marks, ...[...furniture, ...signs].flatMap((block) => block.runs)],
    duplicates: repeats.flatMap((repeat) => repeat.spans.map((spans) => ({ spans }))),
    imprint: withFrontDate(readImprint(furniture, knowledge), date),
    doubts: [
      ...doubts,
      ...unsure,
      ...unparted,
      ...cut,
      ...strange,
      ...order,
      ...repeats.filter((repeat) => repeat.spliced).map(splicedDoubt),
    ],
  };
}

const splicedDoubt = (repeat: {
  readonly spans: readonly (readonly [SourceSpan, SourceSpan])[];
}): DraftDoubt => ({
  reason: 'spliced-column',
  article: null,
  span: (repeat.spans[0] as readonly [SourceSpan, SourceSpan])[1],
});

/** Takes the sign that a page sets before a headline out of it; such signs are the page's own. */
function takeSignsOut(articles: readonly DraftArticle[]): Block[] {
  const signs: Block[] = [];
  for (const { title } of articles) {
    const [first] = title;
    const length = first ? signLength(first.text) : 0;
    const sign = first && length > 0 ? sliceBlock(first, 0, length) : null;
    const rest = first && sign ? sliceBlock(first, length, first.text.length) : null;
    if (!sign || !rest) continue;
    title[0] = rest;
    signs.push(sign);
  }
  return signs;
}

/** Moves the bylines that stand inside paragraphs, in closing brackets and in a dateline of their own, out of them. */
function takeBylinesOut(article: DraftArticle, knowledge: SegmentKnowledge): void {
  const parts: Part[] = [];
  const last = article.parts.findLast((part) => part.role === 'body');
  for (const part of article.parts) {
    if (part.role === 'heading') {
      parts.push(part);
      continue;
    }
    let block: Block | null = part.block;
    const dispatch = parts.length === 0 ? readDispatch(block.text, knowledge) : null;
    if (dispatch && !sliceBlock(block, dispatch.end, block.text.length)) {
      article.bylines.push({ names: dispatch.names, block });
      block = null;
    }
    const closing: ReturnType<typeof readClosingByline> = block
      ? readClosingByline(block.text, knowledge)
      : null;
    // Names that no role introduces sign a story where it ends.
    if (block && closing && (closing.roles > 0 || part === last)) {
      const line = sliceBlock(block, closing.start, block.text.length);
      if (line) article.bylines.push({ names: closing.names, block: line });
      block = sliceBlock(block, 0, closing.start);
    }
    if (block) parts.push({ ...part, block });
  }
  article.parts = parts;
  if (article.bylines.length === 0) takeAuthorOut(article, knowledge);
}

/** Moves who wrote a story out of the end of its headline's line. */
function takeAuthorOut(article: DraftArticle, knowledge: SegmentKnowledge): void {
  for (const heads of [article.subtitle, article.title]) {
    const last = heads.at(-1);
    const author = last ? readHeadlineAuthor(last.text, knowledge) : null;
    const line = last && author ? sliceBlock(last, author.start, last.text.length) : null;
    const head = last && author ? sliceBlock(last, 0, author.start) : null;
    if (!line || !head || !author) continue;
    article.bylines.push({ names: author.names, block: line });
    heads.splice(-1, 1, head);
    return;
  }
}
