import { following, type Item } from '../blocks/item-runs.ts';
import { type DraftArticle, newArticle, type Stories } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import { readHeadline } from './headlines.ts';

/**
 * Shares out the items of a page whose format says where each story begins: at a line that it calls a title, and
 * nowhere else. Short lines right above and below a title are its kicker and its second line.
 */
export function findToldStories(items: readonly Item[], knowledge: SegmentKnowledge): Stories {
  const furniture: Block[] = [];
  const articles: DraftArticle[] = [];
  const early: Item[] = [];
  let current: DraftArticle | null = null;
  for (let i = 0; i < items.length; i++) {
    const it = items[i] as Item;
    if (it.role === 'furniture') furniture.push(it.block);
    else if (it.block.hint === 'title' && !opensTwice(items, i)) {
      const end = headEnd(items, i);
      current = openStory(
        items.slice(i, end).map(({ block }) => block),
        early.splice(0),
        knowledge,
      );
      articles.push(current);
      i = end - 1;
    } else if (current === null) early.push(it);
    else put(current, it, following(items, i + 1)?.role === 'body');
  }
  const first = articles[0];
  for (const it of early) if (first) put(first, it, false);
  return { articles, furniture, doubts: [] };
}

/** A title of two lines is one. */
const opensTwice = (items: readonly Item[], i: number): boolean =>
  items[i - 1]?.block.hint === 'title' && items[i]?.block.gap === 0;

/** Where the lines of a headline end: those of its title, and a second line that a dash opens. */
function headEnd(items: readonly Item[], i: number): number {
  let end = i + 1;
  while (items[end]?.block.hint === 'title' && items[end]?.block.gap === 0) end++;
  while (items[end]?.role === 'short' && /^[—―–－─]{1,3}\s*\S/u.test(items[end]?.block.text ?? '')) end++;
  return end;
}

function openStory(
  head: readonly Block[],
  early: readonly Item[],
  knowledge: SegmentKnowledge,
): DraftArticle {
  const article = newArticle();
  const kickers: Block[] = [];
  for (const it of early) {
    if (it.role === 'short') kickers.push(it.block);
    else put(article, it, false);
  }
  const { title, subtitle, strays } = readHeadline(head, knowledge);
  article.title.push(...title);
  article.subtitle.push(...kickers, ...subtitle);
  article.captions.push(...strays);
  return article;
}

/** @param heads whether a paragraph follows: a short line heads it, while those of verse or a list head nothing. */
function put(article: DraftArticle, { block, role, names }: Item, heads: boolean): void {
  if (role === 'byline') article.bylines.push({ names, block });
  else if (role === 'caption') article.captions.push(block);
  else {
    const isHeading =
      block.hint === 'heading' || (role === 'short' && heads && !/[：:︱|｜]/u.test(block.text));
    article.parts.push({ role: isHeading ? 'heading' : 'body', block });
  }
}
