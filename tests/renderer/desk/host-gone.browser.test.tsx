import { Dexie } from 'dexie';
import { expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openOutbox } from '../../../renderer/library/outbox.ts';
import { createMemoryHost } from '../memory-host.ts';
import { bytesOf, openTestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

const PAGE = ['旧渡口重开', '', '2023年5月，柳溪县投入320万元修复旧渡口，新铺栈道1.5公里。', ''].join('\n');

it('says when the host is gone, keeps a bookmark through it, and asks before a note is thrown away', async () => {
  const vault = `gone-${crypto.randomUUID()}`;
  const opened = await openTestDesk(vault, undefined, { outbox: openOutbox(vault) });
  const { desk, host } = opened;
  const hide = await showDesk(desk);
  onTestFinished(async () => {
    hide();
    opened.close();
    await Dexie.delete(`duidu outbox ${vault}`);
  });
  await desk.imports.getState().take({ files: [{ name: '渡口.txt', bytes: bytesOf(PAGE) }], refused: [] });
  const [row] = (await whenState(desk.shelf, ({ rows }) => rows.length > 0)).rows;
  desk.reader.getState().open(row?.id ?? '');
  const { view } = await whenState(desk.reader, ({ view }) => view !== null);
  desk.reader.getState().select(view?.placement.toSource([{ block: 1, start: 0, end: 7 }]) ?? []);

  host.memory.isGone = true;
  desk.surfaces.getState().show('bookmark-form');
  const note = page.getByRole('textbox').first();
  await note.fill('对一对');
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: '继续写' }).click();
  await page.getByRole('button', { name: '保存' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByText('1 处改动尚未存盘')).toBeVisible();
  await expect.element(page.getByText(/对读没有应答/).first()).toBeVisible();
  expect(host.memory.lines).toHaveLength(1);
  expect(await openOutbox(vault).read()).toMatchObject({ ok: true, value: [{ refusal: null }] });
  const card = page.getByRole('listitem').filter({ hasText: '3,200,000' });
  await card.getByRole('button').first().click();
  await card.getByRole('button', { name: '确认' }).click();
  await expect.element(card.getByText('尚未存盘', { exact: true })).toBeVisible();
  await expect.element(card).toHaveAttribute('data-trust', 'confirmed');
  expect(page.getByText('尚未存盘', { exact: true }).elements()).toHaveLength(1);
  await page.getByText('2 处改动尚未存盘').click();
  await expect.element(page.getByRole('dialog').getByText(/对一对/)).toBeVisible();
  await userEvent.keyboard('{Escape}');

  host.memory.isGone = false;
  await expect.element(page.getByText('全部已存盘')).toBeVisible();
  expect(host.memory.lines).toHaveLength(3);
  expect(await openOutbox(vault).read()).toEqual({ ok: true, value: [] });
  await expect.element(card).toHaveAttribute('data-trust', 'confirmed');
  await expect.element(page.getByText('尚未存盘', { exact: true })).not.toBeInTheDocument();
});

it('says at the next start that the browser has lost what waited in it', async () => {
  const vault = `lost-${crypto.randomUUID()}`;
  const first = await openTestDesk(vault, undefined, { outbox: openOutbox(vault) });
  const add = () =>
    first.desk.session.getState().perform({ type: 'search.save', search: 's', name: '渡口', query: '渡口' });
  expect(await add()).toMatchObject({ ok: true });
  first.host.memory.isGone = true;
  expect(await add()).toMatchObject({ ok: true });
  first.close();
  expect(await openOutbox(vault).takeLost()).toEqual([]);
  await Dexie.delete(`duidu outbox ${vault}`);

  // The first page goes on to find nobody: it writes nothing.
  const memory = { ...first.host.memory, isGone: false };
  const again = await openTestDesk(vault, memory, { outbox: openOutbox(vault) });
  const hide = await showDesk(again.desk);
  onTestFinished(async () => {
    hide();
    again.close();
    await Dexie.delete(`duidu outbox ${vault}`);
  });
  await expect.element(page.getByText(/有 1 处改动曾由浏览器代管/)).toBeVisible();
  expect(await openOutbox(vault).takeLost()).toEqual([]);
});

it('keeps a form open whose act was not written, with what was typed', async () => {
  const opened = await openTestDesk(`full-${crypto.randomUUID()}`, createMemoryHost().memory);
  const { desk, host } = opened;
  const hide = await showDesk(desk);
  onTestFinished(() => {
    hide();
    opened.close();
  });
  await desk.imports.getState().take({ files: [{ name: '渡口.txt', bytes: bytesOf(PAGE) }], refused: [] });
  const [row] = (await whenState(desk.shelf, ({ rows }) => rows.length > 0)).rows;
  desk.reader.getState().open(row?.id ?? '');
  const { view } = await whenState(desk.reader, ({ view }) => view !== null);
  desk.reader.getState().select(view?.placement.toSource([{ block: 1, start: 0, end: 7 }]) ?? []);
  host.memory.isFull = true;
  desk.surfaces.getState().show('bookmark-form');
  await page.getByRole('textbox').first().fill('不可丢');
  await page.getByRole('button', { name: '保存' }).click();
  await expect.element(page.getByText(/磁盘/).first()).toBeInTheDocument();
  await expect.element(page.getByRole('textbox').first()).toHaveValue('不可丢');
  host.memory.isFull = false;
  await page.getByRole('button', { name: '保存' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(host.memory.lines).toHaveLength(2);
});
