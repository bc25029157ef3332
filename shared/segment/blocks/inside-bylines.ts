import type { DraftArticle, Part } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { type Block, sliceBlock } from '../print/blocks.ts';
import { readClosingByline, readDispatch, readHeadlineAuthor } from './datelines.ts';

/** Moves the bylines that stand inside paragraphs, in closing brackets and in a dateline of their own, out of them. */
export function takeBylinesOut(article: DraftArticle, knowledge: SegmentKnowledge): void {
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
