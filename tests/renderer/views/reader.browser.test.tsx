import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { assignStoreys } from '../../../renderer/features/reader/paint.ts';
import { sampleView } from './sample-view.ts';
import { showArticle } from './show-article.tsx';

const view = sampleView();
let article: Awaited<ReturnType<typeof showArticle>>;

beforeEach(async () => {
  article = await showArticle(view);
  await expect.poll(() => CSS.highlights.has('claim-money-0')).toBe(true);
});

afterEach(() => article.hide());

/** What a highlight paints, as words. */
const painted = (layer: string): string[] =>
  [...(CSS.highlights.get(layer) ?? [])].map((range) => String(range));

function textNode(words: string): { node: Text; at: number } {
  const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(words) ?? -1;
    if (at >= 0) return { node: node as Text, at };
  }
  throw new Error(`${words} is not on the page`);
}

async function pointAt(words: string, action: 'hover' | 'click'): Promise<void> {
  const { node, at } = textNode(words);
  const range = new Range();
  range.setStart(node, at);
  range.setEnd(node, at + words.length);
  const box = range.getBoundingClientRect();
  const block = node.parentElement!;
  const frame = block.getBoundingClientRect();
  const position = { x: box.left + box.width / 2 - frame.left, y: box.top + box.height / 2 - frame.top };
  await userEvent[action](block, { position });
}

describe('the text', () => {
  it('keeps each block one run of text, whatever is painted', () => {
    const blocks = [...document.querySelectorAll('[data-block]')];
    expect(blocks.length).toBe(view.blocks.length);
    for (const block of blocks) expect([...block.childNodes].map(({ nodeType }) => nodeType)).toEqual([3]);
  });

  it('paints a claim on its own words, across a line end of the page too', () => {
    expect(painted('claim-money-0')).toEqual(['3.5亿元']);
    expect(painted('claim-quantity-0')).toEqual(['12公里']);
  });

  it('gives overlapping claims a storey each, the shortest next to the text', () => {
    const storeys = assignStoreys(view.items);
    const storeyOf = (words: string) =>
      storeys.get(view.items.find((item) => item.type === 'name' && item.name.text === words)!.id);
    expect(storeyOf('柳河县')).toBe(0);
    expect(storeyOf('柳河县去年修了12公里新渠')).toBe(1);
    expect(painted('claim-people-1')).toEqual(['柳河县去年修了12公里新渠']);
  });

  it('lights what the pointer is over and its card, and lets go when it leaves', async () => {
    await pointAt('3.5亿', 'hover');
    await expect.poll(() => painted('claim-hovered')).toEqual(['3.5亿元']);
    expect(document.querySelector('[data-hovered="true"]')?.textContent).toContain('3.5亿');
    await pointAt('两岸得水', 'hover');
    await expect.poll(() => CSS.highlights.has('claim-hovered')).toBe(false);
  });

  it('pins the innermost claim on a click and opens its card with its words around it', async () => {
    await pointAt('12公里', 'click');
    await expect.poll(() => article.focus.getState().pinned).toBe('length');
    expect(painted('claim-pinned')).toEqual(['12公里']);
    const card = page.getByRole('listitem').filter({ hasText: '据该版' });
    await expect.element(card).toHaveTextContent('柳河县去年修了12公里新渠');
  });

  it('pins a claim whose words were selected before, on one click', async () => {
    article.focus.getState().release();
    const { node, at } = textNode('12公里');
    document.getSelection()?.setBaseAndExtent(node, at, node, at + 4);
    await expect.poll(() => article.selected()).toHaveLength(1);
    await pointAt('12公里', 'click');
    await expect.poll(() => article.focus.getState().pinned).toBe('length');
  });

  it('lets go on a click beside all claims', async () => {
    article.focus.getState().pin('money', 'text');
    await pointAt('走两次', 'click');
    await expect.poll(() => article.focus.getState().pinned).toBeNull();
  });

  it('says which words are selected, in units of the blocks', async () => {
    const { node, at } = textNode('投入');
    document.getSelection()?.setBaseAndExtent(node, at, node, at + 7);
    const block = view.blocks.find(({ text }) => text.includes('投入'))!;
    const start = block.text.indexOf('投入');
    await expect.poll(() => article.selected()).toEqual([{ block: block.index, start, end: start + 7 }]);
    expect(view.placement.toSource(article.selected())).toHaveLength(2);
  });

  it('marks what is unsure beside its block', async () => {
    await expect.element(page.getByRole('button', { name: /存疑/ })).toBeVisible();
  });
});

describe('the panel', () => {
  it('pins from a card and brings the words into view', async () => {
    await page.getByRole('button', { name: /3.5亿/ }).click();
    await expect.poll(() => painted('claim-pinned')).toEqual(['3.5亿元']);
  });

  it('counts by family and shows one family at a time', async () => {
    await page.getByRole('button', { name: /^金额\s*1/ }).click();
    expect(article.focus.getState().filter).toBe('money');
    await expect.poll(() => document.querySelectorAll('li[data-family]').length).toBe(1);
  });

  it('is walked by the same order as the text', () => {
    article.focus.getState().walk(view.items, 1);
    const first = view.items.find(({ spans }) => spans.length > 0);
    expect(article.focus.getState().pinned).toBe(first?.id);
  });
});
