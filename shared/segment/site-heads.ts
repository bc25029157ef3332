import { type Block, sliceBlock } from './blocks.ts';
import { hasDate } from './furniture.ts';
import type { Item } from './item-runs.ts';

/** What a news site prints under a headline: the date with its time of day, or the paper that it comes from. */
const TIME_OF_DAY = /(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)/;
const SOURCE = /(?:来源|來源|稿源|出处)\s*[：:]|(?:发布|發布|发表|更新)(?:时间|時間|日期|于)/;
const AUTHOR = /(?<=[\s|｜\u3000])(?:作者|记者|記者|撰文|文)\s*[：:/／]/u;

/** Whether a line is a site's line of date and source, under the headline of its article. */
export const isSiteImprint = (text: string): boolean =>
  hasDate(text) && (TIME_OF_DAY.test(text) || SOURCE.test(text));

/** 2020-04-17 09:35 来源：某某报 | 作者：某某: who wrote it is a byline of its own. */
export function partSiteImprint(block: Block): Block[] {
  const author = isSiteImprint(block.text) ? AUTHOR.exec(block.text) : null;
  if (author === null || author.index === 0) return [block];
  return [sliceBlock(block, 0, author.index), sliceBlock(block, author.index, block.text.length)].filter(
    (part) => part !== null,
  );
}

/**
 * A short line right above a site's imprint is the headline, as if a mark said so; the imprint and the buttons beside it
 * do not part it from what stands below.
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
    out.push(...items.slice(i + 1, end), { ...it, block: { ...it.block, level } });
    i = end - 1;
  }
  return out;
}
