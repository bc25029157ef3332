import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../../renderer/tokens.css';
import '../../../renderer/base.css';
import '../../../renderer/highlights.css';
import { createRoot, type Root } from 'react-dom/client';
import { useStore } from 'zustand';
import { FactPanel } from '../../../renderer/features/fact-panel/FactPanel.tsx';
import { Reader } from '../../../renderer/features/reader/Reader.tsx';
import type { BlockSpan } from '../../../renderer/state/blocks.ts';
import { createFocus } from '../../../renderer/state/focus.ts';
import { listUnwritten } from '../../../renderer/state/unwritten.ts';
import { MessagesProvider } from '../../../renderer/ui/messages.tsx';
import { longView } from './long-view.ts';

const COUNT = 3000;
const view = longView(COUNT);
let root: Root;
let container: HTMLElement;
let focus: ReturnType<typeof createFocus>;
let selected: readonly BlockSpan[] = [];

const ACTIONS = {
  confirm: () => {},
  correct: () => {},
  copy: () => {},
  reject: () => {},
  takeBack: () => {},
  cite: () => {},
  openName: () => {},
};
const UNWRITTEN = listUnwritten([], []);
const onSelect = (spans: readonly BlockSpan[]): void => {
  selected = spans;
};
const onDoubt = (): void => {};
const formOf = (): string => '';

function Both() {
  const state = useStore(focus);
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '600px 380px', height: '560px' }}>
      <Reader view={view} focus={state} imprint={null} onSelect={onSelect} onDoubt={onDoubt} />
      <FactPanel
        view={view}
        focus={state}
        formOf={formOf}
        actions={ACTIONS}
        takenAway={[]}
        unwritten={UNWRITTEN}
        publication={null}
        attribution="据该版"
      />
    </div>
  );
}

beforeEach(async () => {
  await page.viewport(1000, 600);
  focus = createFocus();
  selected = [];
  container = document.body.appendChild(document.createElement('div'));
  root = createRoot(container);
  root.render(
    <MessagesProvider language="zh">
      <Both />
    </MessagesProvider>,
  );
  await expect.poll(() => CSS.highlights.has('claim-quantity-0')).toBe(true);
});

afterEach(() => {
  root.unmount();
  container.remove();
});

const blocks = (): number => document.querySelectorAll('[data-block]').length;
const cards = (): number => document.querySelectorAll('li[data-family]').length;
const painted = (layer: string): number => CSS.highlights.get(layer)?.size ?? 0;

function isInSight(element: Element | null): boolean {
  const pane = document.querySelector('#reading-text')?.getBoundingClientRect();
  const box = element?.getBoundingClientRect();
  return !!pane && !!box && box.top >= pane.top && box.bottom <= pane.bottom;
}

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
      focus.getState().pin(`f${far}`, 'keys');
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
    await expect.poll(() => selected.length).toBe(COUNT);
    expect(selected[0]).toEqual({ block: 0, start: 2, end: view.blocks[0]?.text.length });
    expect(selected.at(-1)).toEqual({ block: COUNT - 1, start: 0, end: 3 });
    expect(String(document.getSelection()).length).toBeGreaterThan(view.sourceText.length - 20);
  });

  it('is walked from claim to claim, and the words follow', async () => {
    focus.getState().pin('f100', 'keys');
    for (let key = 0; key < 60; key++) focus.getState().walk(view.items, 1);
    expect(focus.getState().pinned).toBe('f160');
    await expect.poll(() => isInSight(document.querySelector('[data-block="159"]'))).toBe(true);
  });
});
