import type { SourceSpan } from '@shared/model/offset.ts';
import type { MarkedRole } from '@shared/model/page-cut.ts';
import { readBylineLine } from '../blocks/bylines.ts';
import { type Draft, type DraftArticle, hullOf, nearestArticles, newArticle, type Part } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { type Block, joinBlocks } from '../print/blocks.ts';
import { endsSentence } from '../print/sentences.ts';
import { type Taken, takeOut } from './draft-edits.ts';

/**
 * Says what words are. A new title takes the place of the old one, which keeps a place as what it was printed
 * as; a subtitle, a byline and a caption are added to those there are.
 */
export function markWords(
  draft: Draft,
  source: string,
  what: readonly SourceSpan[],
  role: MarkedRole,
  knowledge: SegmentKnowledge,
): boolean {
  const start = what[0]?.start ?? 0;
  const inText = role === 'body' || role === 'heading';
  const taken = takeOut(draft, source, what, !inText);
  if (taken.length === 0) return false;
  if (role === 'furniture') {
    draft.furniture.push(...taken.flatMap(({ block }) => block.runs));
    return true;
  }
  const home = taken.find((one) => one.article)?.article ?? homeFor(draft, start);
  const blocks = taken.map(({ block }) => block);
  if (role === 'title') retitle(home, blocks);
  else if (role === 'subtitle') home.subtitle = inOrder([...home.subtitle, ...blocks]);
  else if (role === 'caption') home.captions = inOrder([...home.captions, joinAll(blocks)]);
  else if (role === 'byline') {
    const block = joinAll(blocks);
    home.bylines.push({ names: readBylineLine(block.text, knowledge, true) ?? [], block });
  } else {
    const texts = role === 'heading' ? [joinAll(blocks)] : joinLines(taken, source);
    const at = taken.find((one) => one.part >= 0)?.part ?? placeAmong(home, start);
    home.parts.splice(at, 0, ...texts.map((block): Part => ({ role, block })));
    if (home.kind === 'filler') home.kind = 'article';
  }
  return true;
}

const inOrder = (blocks: readonly Block[]): Block[] =>
  [...blocks].sort((a, b) => hullOf(a).start - hullOf(b).start);

const joinAll = (blocks: readonly Block[]): Block => blocks.reduce((all, block) => joinBlocks(all, block));

/** Lines of one text that stood outside the paragraphs are one paragraph, unless a blank line parts them. */
function joinLines(taken: readonly Taken[], source: string): Block[] {
  const texts: Block[] = [];
  let open = false;
  for (const { block, role } of taken) {
    const last = texts.at(-1);
    const goesOn = open && role === 'other' && last !== undefined && isNextLine(last, block, source);
    if (goesOn) texts[texts.length - 1] = joinBlocks(last, block);
    else texts.push(block);
    open = role === 'other';
  }
  return texts;
}

const isNextLine = (before: Block, block: Block, source: string): boolean => {
  const between = source.slice(before.runs.at(-1)?.end, block.runs[0]?.start);
  return between.trim() === '' && between.split(/\r\n|\r|\n/).length <= 2;
};

/** Where among the paragraphs words of the source are read. */
function placeAmong({ parts }: DraftArticle, offset: number): number {
  const later = parts.findIndex((part) => hullOf(part.block).start > offset);
  return later < 0 ? parts.length : later;
}

/**
 * The old title goes to the subtitle where it stands in the head or beside the new one; printed among the text
 * it is a heading there, or a paragraph where it is a sentence.
 */
function retitle(home: DraftArticle, title: readonly Block[]): void {
  const old = home.title;
  home.title = inOrder(title);
  const text = [...home.parts.map((part) => part.block), ...home.captions].map(
    (block) => hullOf(block).start,
  );
  const stands = hullOf(joinAll(title)).start;
  for (const block of old) {
    const { start } = hullOf(block);
    const [from, to] = start < stands ? [start, stands] : [stands, start];
    const isBeside = !text.some((at) => at > from && at < to);
    const isAbove = text.every((at) => at > start);
    if (!endsSentence(block.text) && (isBeside || isAbove))
      home.subtitle = inOrder([...home.subtitle, block]);
    else {
      const role = endsSentence(block.text) ? 'body' : 'heading';
      home.parts.splice(placeAmong(home, start), 0, { role, block });
    }
  }
}

/** The article that takes words which stood in none; a new one on a page without any. */
function homeFor(draft: Draft, offset: number): DraftArticle {
  const near = nearestArticles(draft.articles)(offset);
  if (near) return near;
  const fresh = newArticle();
  draft.articles.push(fresh);
  return fresh;
}
