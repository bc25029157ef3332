import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { RowMenu } from '../../../renderer/ui/RowMenu.tsx';
import { showView } from '../show-view.tsx';

let hide: () => void = () => {};
afterEach(() => hide());

const ROWS = Array.from({ length: 40 }, (_, at) => at);

it('is a button until it is opened, by pointer or key, and takes the focus back when it is closed', async () => {
  const done: string[] = [];
  ({ hide } = showView(
    <ul>
      {ROWS.map((row) => (
        <li key={row}>
          <RowMenu
            label={`第${row}行的更多`}
            choices={[
              { id: 'read', label: '标为已读' },
              { id: 'remove', label: '移走' },
            ]}
            onChoose={(id) => done.push(`${row} ${id}`)}
          />
        </li>
      ))}
    </ul>,
  ));
  const button = page.getByRole('button', { name: '第3行的更多', includeHidden: true });
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('menuitem', { name: '标为已读' })).toHaveFocus();
  expect(document.querySelectorAll('[role="menu"]').length).toBe(1);
  await userEvent.keyboard('{Escape}');
  await expect.element(button).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menuitem', { name: '标为已读' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => done).toEqual(['3 remove']);
  await expect.element(button).toHaveFocus();

  // Space opens it too, and what a screen reader is told follows.
  await userEvent.keyboard(' ');
  const menu = page.getByRole('menu', { name: '第3行的更多' });
  await expect.element(menu).toBeVisible();
  expect((button.element() as HTMLElement).getAttribute('aria-haspopup')).toBe('menu');
  await userEvent.keyboard('{Escape}');
  await expect.element(button).toHaveFocus();
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');

  // Keys that come before the menu has taken the focus.
  await userEvent.keyboard('{ArrowDown}{Escape}');
  await expect.element(menu).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
  await userEvent.keyboard('{Enter}{Escape}');
  await expect.element(menu).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();

  await button.click();
  await page.getByRole('menuitem', { name: '移走' }).click();
  await expect.poll(() => done).toEqual(['3 remove', '3 remove']);
  await expect.element(menu).not.toBeInTheDocument();

  // Rows that are not opened have no menu, and no part of one.
  expect(document.querySelectorAll('li > *')).toHaveLength(ROWS.length);
});
