import { type Block, sliceBlock } from '../print/blocks.ts';
import { isSiteImprint } from './furniture.ts';
import type { Item } from './item-runs.ts';

const AUTHOR = /(?<=[\s|｜\u3000])(?:作者|记者|記者|撰文|文)\s*[：:/／]/u;

/** 2020-04-17 09:35 来源：某某报 | 作者：某某: who wrote it is a byline of its own. */
export function partSiteImprint(block: Block): Block[] {
  const author = isSiteImprint(block.text) ? AUTHOR.exec(block.text) : null;
  if (author === null || author.index === 0) return [block];
  return [sliceBlock(block, 0, author.index), sliceBlock(block, author.index, block.text.length)].filter(
    (part) => part !== null,
  );
}

const atLevel = (it: Item, level: number): Item => ({ ...it, block: { ...it.block, level } });

/** 新闻 产业 财经 智库: the menu of a site, at the head of its page. */
const MENU = /^\p{Script=Han}{2,4}(?:[\s|｜·]+\p{Script=Han}{2,4}){4,}$/u;
const MOST_MENUS = 6;

/**
 * A short line right above a site's imprint is the headline, as if a mark said so, and those above it its kickers;
 * the imprint and the buttons beside it do not part it from what stands below.
 */
export function withSiteHeads(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const it = items[i] as Item;
    const next = items[i + 1];
    if (it.role !== 'short' || next?.role !== 'furniture' || !isSiteImprint(next.block.text)) {
      out.push(it);
      continue;
    }
    let end = i + 1;
    while (items[end]?.role === 'furniture') end++;
    const level = it.block.level > 0 ? it.block.level : 1;
    if (out.length <= MOST_MENUS)
      for (const [at, each] of out.entries())
        if (each.role === 'short' && MENU.test(each.block.text)) out[at] = { ...each, role: 'furniture' };
    let first = out.length;
    while (first > 0 && out[first - 1]?.role === 'short') {
      first--;
      out[first] = atLevel(out[first] as Item, level + 1);
    }
    out.splice(first, 0, ...items.slice(i + 1, end));
    out.push(atLevel(it, level));
    i = end - 1;
  }
  return out;
}
