import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LongList } from '../../../renderer/ui/LongList.tsx';
import { showView } from '../show-view.tsx';

const COUNT = 100_000;
const rows = Array.from({ length: COUNT }, (_, at) => at);
let calls = 0;
let hide: () => void = () => {};

afterEach(() => hide());

async function showList(): Promise<HTMLElement> {
  await page.viewport(500, 600);
  calls = 0;
  ({ hide } = showView(
    <div style={{ height: '500px', display: 'grid' }}>
      <style>{'.list { min-height: 0; overflow: auto; }'}</style>
      <LongList
        className="list"
        label="一切"
        rows={rows}
        keyOf={String}
        guess={(row) => (row % 10 === 0 ? 24 : 40)}
        isWalked
      >
        {(row) => {
          calls++;
          return row % 10 === 0 ? `第${row}组` : <button type="button">{`第${row}行`}</button>;
        }}
      </LongList>
    </div>,
  ));
  await expect.poll(shown).toBeGreaterThan(5);
  return document.querySelector('.list') as HTMLElement;
}

const shown = (): number => document.querySelectorAll('li').length;
const focused = (): string => document.activeElement?.textContent ?? '';

it('holds a hundred thousand rows, of which those near the window are in the document', async () => {
  const list = await showList();
  expect(shown()).toBeLessThan(60);
  expect(document.querySelector('li')?.getAttribute('aria-setsize')).toBe(String(COUNT));
  await expect
    .poll(() => {
      list.scrollTop = list.scrollHeight;
      return document.querySelector(`li[data-index="${COUNT - 1}"]`)?.textContent;
    })
    .toBe(`第${COUNT - 1}行`);
  expect(shown()).toBeLessThan(60);
  expect(calls).toBeLessThan(2000);
});

it('is walked by the arrows, past what has no button and beyond what is in sight', async () => {
  await showList();
  document.querySelector<HTMLElement>('li button')?.focus();
  for (let press = 0; press < 12; press++) await userEvent.keyboard('{ArrowDown}');
  await expect.poll(focused).toBe('第14行');
  for (let press = 0; press < 4; press++) await userEvent.keyboard('{ArrowUp}');
  await expect.poll(focused).toBe('第9行');
});
