import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { OriginalPage } from '../../../renderer/features/reader/OriginalPage.tsx';
import type { BlockSpan } from '../../../renderer/state/blocks.ts';
import { longView } from './long-view.ts';
import { showArticle } from './show-article.tsx';

const COUNT = 3000;
const view = longView(COUNT);
let article: Awaited<ReturnType<typeof showArticle>>;

beforeEach(async () => {
  article = await showArticle(view);
  await expect.poll(() => CSS.highlights.has('claim-quantity-0')).toBe(true);
});

afterEach(() => article.hide());

const blocks = (): number => document.querySelectorAll('[data-block]').length;
const cards = (): number => document.querySelectorAll('li[data-family]').length;
const painted = (layer: string): number => CSS.highlights.get(layer)?.size ?? 0;

function isInSight(element: Element | null): boolean {
  const pane = document.querySelector('#reading-text')?.getBoundingClientRect();
  const box = element?.getBoundingClientRect();
  return !!pane && !!box && box.top >= pane.top && box.bottom <= pane.bottom;
}

/** Half a second: longer than a scroll that is seen going, and than places are held. */
const settled = () => new Promise((settle) => setTimeout(settle, 500));

describe('a very long article', () => {
  it('is there in full soon, and paints what is near the window alone', async () => {
    await expect.poll(blocks).toBe(COUNT);
    expect(painted('claim-quantity-0')).toBeGreaterThan(10);
    expect(painted('claim-quantity-0')).toBeLessThan(500);
    expect(cards()).toBeGreaterThan(5);
    expect(cards()).toBeLessThan(80);
  });

  it('shows the words and the card of whatever is pinned, however far', async () => {
    for (const far of [2950, 3, 1500]) {
      article.focus.getState().pin(`f${far}`, 'keys');
      await expect.poll(() => isInSight(document.querySelector(`[data-block="${far - 1}"]`))).toBe(true);
      await expect.poll(() => String([...(CSS.highlights.get('claim-pinned') ?? [])][0])).toBe(`${far}棵`);
      await expect
        .poll(() => document.querySelector('li[data-pinned="true"]')?.textContent)
        .toContain(far.toLocaleString('en'));
    }
  });

  it('is selected from its first words to its last', async () => {
    await expect.poll(blocks).toBe(COUNT);
    const nodeOf = (block: number): Node =>
      document.querySelector(`[data-block="${block}"]`)?.firstChild as Node;
    document.getSelection()?.setBaseAndExtent(nodeOf(0), 2, nodeOf(COUNT - 1), 3);
    await expect.poll(() => article.selected().length).toBe(COUNT);
    expect(article.selected()[0]).toEqual({ block: 0, start: 2, end: view.blocks[0]?.text.length });
    expect(article.selected().at(-1)).toEqual({ block: COUNT - 1, start: 0, end: 3 });
    expect(String(document.getSelection()).length).toBeGreaterThan(view.sourceText.length - 20);
  });

  it('is selected from first to last by key and by click, and only what is near is laid out', async () => {
    await expect.poll(blocks).toBe(COUNT);
    (document.querySelector('#reading-text') as HTMLElement).focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.poll(() => article.selected().length).toBe(COUNT);
    expect(article.selected().at(-1)).toEqual({
      block: COUNT - 1,
      start: 0,
      end: view.blocks[COUNT - 1]?.text.length,
    });
    expect(painted('selected')).toBeGreaterThan(10);
    expect(painted('selected')).toBeLessThan(500);
    expect(laidOut()).toBeLessThan(500);
    expect(copied()).toBe(`${COUNT} paragraphs`);

    await userEvent.click(blockOf(2), { position: { x: 60, y: 10 } });
    await expect.poll(() => article.selected()).toEqual([]);
    expect(copied()).toBeNull();
    blockOf(COUNT - 3).scrollIntoView();
    await settled();
    await userEvent.click(blockOf(COUNT - 3), { modifiers: ['Shift'], position: { x: 60, y: 10 } });
    await expect.poll(() => article.selected().length).toBe(COUNT - 4);
    expect(article.selected()[0]?.block).toBe(2);
    expect(laidOut()).toBeLessThan(500);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => article.selected()).toEqual([]);
  });

  const blockOf = (block: number) => document.querySelector(`[data-block="${block}"]`) as HTMLElement;
  const laidOut = (): number =>
    [...document.querySelectorAll('[data-block]')].filter((block) =>
      block.checkVisibility({ contentVisibilityAuto: true }),
    ).length;

  /** What a copy would put on the clipboard; null where that is left to the browser. */
  function copied(): string | null {
    const event = new ClipboardEvent('copy', {
      clipboardData: new DataTransfer(),
      bubbles: true,
      cancelable: true,
    });
    document.body.dispatchEvent(event);
    return event.defaultPrevented ? (event.clipboardData?.getData('text/plain') ?? null) : null;
  }

  it('is selected in full where the last of it comes into the document under the selection', async () => {
    article.shown.setState({ key: 1 });
    await expect.poll(() => blocks() > 0 && blocks() < COUNT).toBe(true);
    document.getSelection()?.selectAllChildren(document.querySelector('article') as Node);
    await expect.poll(() => article.selected().length).toBe(COUNT);
  });

  it('stays where the person has scrolled to when it is read anew', async () => {
    await expect.poll(blocks).toBe(COUNT);
    const block = (words: number): BlockSpan => ({ block: words, start: 0, end: 2 });
    article.shown.setState({ target: { turn: 1, spans: [block(1500)] } });
    await expect.poll(() => isInSight(document.querySelector('[data-block="1500"]'))).toBe(true);
    article.focus.getState().pin('f1490', 'panel');
    await settled();
    const pane = document.querySelector('#reading-text') as HTMLElement;
    // A person's wheel, while the text may still be brought back frame by frame.
    pane.dispatchEvent(new WheelEvent('wheel'));
    pane.scrollTop = 0;
    await settled();
    article.shown.setState({ view: longView(COUNT) });
    await settled();
    await settled();
    expect(pane.scrollTop).toBe(0);
  });

  it('is opened at the words asked for, also near the place that was read to', async () => {
    for (const words of [1012, 1030, 1400]) {
      const target = { turn: words, spans: [{ block: words, start: 0, end: 2 }] };
      article.shown.setState({ key: words, startAt: 1000, target });
      await expect.poll(blocks).toBe(COUNT);
      await settled();
      expect(isInSight(document.querySelector(`[data-block="${words}"]`))).toBe(true);
    }
  });

  it('is walked from claim to claim, and the words follow', async () => {
    article.focus.getState().pin('f100', 'keys');
    for (let key = 0; key < 60; key++) article.focus.getState().walk(view.items, 1);
    expect(article.focus.getState().pinned).toBe('f160');
    await expect.poll(() => isInSight(document.querySelector('[data-block="159"]'))).toBe(true);
  });
});

describe('a long list of cards', () => {
  it('says what a far card says where its words are pointed at, and does not scroll', async () => {
    await expect.poll(() => faces().length).toBeGreaterThan(5);
    const list = (faces()[0] as HTMLElement).closest('ul')?.parentElement as HTMLElement;
    const tip = () => document.querySelector('[role="tooltip"]')?.textContent;
    article.focus.getState().hover('f1500');
    await expect.poll(tip).toContain('1,500');
    expect(list.scrollTop).toBe(0);
    article.focus.getState().hover('f2');
    await expect.poll(tip).toBeUndefined();
  });

  const faces = () => [...document.querySelectorAll<HTMLElement>('li[data-family] > button')];

  it('keeps the card that has the focus, and the next to go to, however far it is scrolled away', async () => {
    await expect.poll(() => faces().length).toBeGreaterThan(5);
    const third = faces()[2] as HTMLElement;
    const list = third.closest('ul')?.parentElement as HTMLElement;
    third.focus({ preventScroll: true });
    list.scrollTop = 60_000;
    await expect.poll(() => faces().some((face) => isInFrame(face, list))).toBe(true);
    expect(document.activeElement).toBe(third);
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement?.textContent).toBe('4棵4棵');
    await expect.poll(() => isInFrame(document.activeElement, list)).toBe(true);
  });
});

function isInFrame(element: Element | null, pane: Element): boolean {
  const [box, frame] = [element?.getBoundingClientRect(), pane.getBoundingClientRect()];
  return !!box && box.top >= frame.top && box.bottom <= frame.bottom;
}

it('the page as it came stays where it was scrolled to when its article is read anew', async () => {
  const source = { furniture: [], duplicates: [] } as unknown as Parameters<typeof OriginalPage>[0]['source'];
  const nothing = (): void => {};
  const show = (now: typeof view) =>
    article.show(
      <div style={{ height: '560px' }}>
        <OriginalPage
          view={now}
          source={source}
          page={[]}
          selection={[]}
          pinned={[]}
          found={[]}
          foundNow={[]}
          onSelect={nothing}
          onOpen={nothing}
          wordsToCopy={() => ''}
          tools={null}
          head={null}
        />
      </div>,
    );
  show(view);
  const pane = () => document.querySelector<HTMLElement>('section section') as HTMLElement;
  await expect.poll(() => document.querySelectorAll('[data-line]').length).toBe(COUNT);
  pane().scrollTop = 20_000;
  await settled();
  const { scrollTop } = pane();
  show(longView(COUNT));
  await settled();
  expect(scrollTop).toBeGreaterThan(10_000);
  expect(pane().scrollTop).toBe(scrollTop);
  // Mending makes another article of the words that are open.
  const mended = longView(COUNT);
  show({ ...mended, article: { ...mended.article, id: 'mended' } });
  await settled();
  expect(pane().scrollTop).toBe(scrollTop);
});
