import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Names } from '../../../renderer/state/names.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

/** The register's counties are names that any reading finds: more of them than a window shows. */
async function countyNames(least: number): Promise<string[]> {
  const register = await (await fetch('/resources/lexicons/divisions/divisions.txt')).text();
  const names = register
    .split('\n')
    .flatMap((line) => /^\t\t\d\d(\p{Script=Han}{2,3}县)$/u.exec(line)?.[1] ?? []);
  return [...new Set(names)].slice(0, least);
}

const WORDS = [
  '县长林国平说，水渠修好了。',
  '青川县防汛指挥部总指挥林国平赶到现场。',
  '林县长笑了。茂林纺织科技有限公司捐款35万元。',
];

let library = 0;
let opened: { readonly test: TestDesk; readonly hide: () => void }[] = [];

async function openNames(test: TestDesk): Promise<void> {
  test.desk.settings.getState().goTo({ room: 'names', name: null });
  opened.push({ test, hide: await showDesk(test.desk) });
}

beforeEach(() => {
  opened = [];
});

afterEach(() => {
  for (const { test, hide } of opened) {
    hide();
    test.close();
  }
});

const shown = (): string[] =>
  [...document.querySelectorAll('[data-name]')].map((row) => row.getAttribute('data-name') ?? '');

it('lists every name of a library, with only the rows in sight in the document', async () => {
  const names = await countyNames(700);
  const test = await openTestDesk(`names-many-${library++}`);
  const text = `各县来人\n\n■ 江一帆\n\n${names.map((name) => `${name}来人。`).join('')}\n`;
  await test.desk.imports.getState().take({ files: [{ name: '县.txt', bytes: bytesOf(text) }], refused: [] });
  await whenState(test.desk.shelf, ({ rows }) => rows.length > 0);
  await openNames(test);
  const { found } = await whenState(test.desk.names, (names) => (names.found?.names ?? 0) > 300);
  const last = (found?.names ?? 0) - 1;
  await expect.poll(() => shown().length).toBeGreaterThan(5);
  expect(shown().length).toBeLessThan(100);

  const list = document.querySelector('[data-name]')?.closest('ul')?.parentElement as HTMLElement;
  await expect
    .poll(() => {
      list.scrollTop = list.scrollHeight;
      return shown().includes(test.desk.names.getState().rows.get(last)?.id ?? '');
    })
    .toBe(true);

  await page.getByRole('searchbox', { name: '找一个名称……' }).fill('没有这个名字');
  await expect.element(page.getByText('没有这样的名称')).toBeVisible();
});

it('joins and splits names, undoes it, and keeps it when the library is derived again', async () => {
  const name = `names-joined-${library++}`;
  const test = await openTestDesk(name);
  const { desk } = test;
  const text = `水渠\n\n■ 江一帆\n\n${WORDS.join('\n\n')}\n`;
  await desk.imports.getState().take({ files: [{ name: '渠.txt', bytes: bytesOf(text) }], refused: [] });
  await whenState(desk.shelf, ({ rows }) => rows.length > 0);
  await openNames(test);
  await whenState(desk.names, ({ rows }) => rows.size > 0);
  await page.getByRole('button', { name: /^林国平/ }).click();
  await expect.element(page.getByRole('heading', { name: '林国平' })).toBeVisible();
  expect(desk.names.getState().page?.posts).toContain('县长');
  expect(desk.names.getState().page?.posts).toContain('青川县防汛指挥部总指挥');
  // A name may have thousands of lines: what is done with it stands above them.
  const [join, line] = [
    page.getByRole('button', { name: '与另一个名称合并……' }),
    page.getByRole('heading', { name: '提及' }),
  ];
  await expect.element(line).toBeVisible();
  expect(join.element().compareDocumentPosition(line.element())).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  await join.click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /江一帆/ })
    .click();
  const lists = ({ rows }: Names, id: string): boolean => [...rows.values()].some((one) => one.id === id);
  const isJoined = (names: Names): boolean => names.rows.size > 0 && !lists(names, 'person:江一帆');
  await whenState(desk.names, isJoined);
  await expect.element(page.getByRole('button', { name: '拆开“江一帆”' })).toBeVisible();

  await desk.deeds.undo();
  await whenState(desk.names, (state) => !isJoined(state));
  await desk.deeds.redo();
  await whenState(desk.names, isJoined);

  // Another form to go by, at all mentions: one act, one undo.
  await page.getByRole('button', { name: '改正……' }).click();
  const goesBy = page.getByRole('textbox', { name: '改称' });
  await expect.element(goesBy).toHaveAccessibleDescription(/^书库里提及它的各处/);
  await goesBy.fill('林公');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: '林公' })).toBeVisible();
  await whenState(desk.names, (names) => !lists(names, 'person:林国平'));
  await desk.deeds.undo();
  await whenState(desk.names, (names) => lists(names, 'person:林国平'));

  await desk.settings.getState().flush();
  opened.pop()?.hide();
  test.close();
  await Dexie.delete(name);
  const again = await openTestDesk(name, test.host.memory);
  await openNames(again);
  await whenState(again.desk.names, isJoined);
  await page.getByRole('button', { name: /^林国平/ }).click();
  const { page: open } = await whenState(again.desk.names, (names) => names.page !== null);
  expect(open?.forms).toContain('江一帆');
});

it('rejects, retypes and adds names, here and wherever they stand, and lists the person’s own words', async () => {
  const test = await openTestDesk(`names-said-${library++}`);
  const { desk } = test;
  const text = `水渠\n\n■ 江一帆\n\n${WORDS.join('\n\n')}\n\n青禾水会也来了。青禾水会有会员30人。\n`;
  await desk.imports.getState().take({ files: [{ name: '渠.txt', bytes: bytesOf(text) }], refused: [] });
  const { rows } = await whenState(desk.shelf, (shelf) => shelf.rows.length > 0);
  opened.push({ test, hide: await showDesk(desk) });
  desk.reader.getState().open(rows[0]?.id ?? '');
  await whenState(desk.reader, ({ view }) => view !== null);
  const items = (form: string) =>
    (desk.reader.getState().view?.items ?? []).flatMap((item) =>
      item.type === 'name' && item.name.text === form ? [item] : [],
    );
  const typesOf = (form: string) => items(form).map(({ name }) => name.type);

  // Here, by the key, and taken back.
  desk.focus.getState().pin(items('林国平')[0]!.id, 'text');
  await userEvent.keyboard('x');
  await expect.poll(() => typesOf('林国平')).toEqual(['person']);
  await page.getByText('1 处已标为“不是名称”').click();
  await page.getByRole('button', { name: '取消标记' }).click();
  await expect.poll(() => typesOf('林国平')).toEqual(['person', 'person']);

  // Wherever it stands: another type and another form, undone at once.
  desk.focus.getState().pin(items('林国平')[0]!.id, 'text');
  await userEvent.keyboard('e');
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: /类别/ }).click();
  await page.getByRole('option', { name: '机构' }).click();
  await userEvent.fill(form.getByRole('textbox', { name: '改称' }), '国平社');
  await form.getByText('凡出现之处').click();
  await form.getByRole('button', { name: '保存' }).click();
  await expect.poll(() => typesOf('林国平')).toEqual(['org', 'org']);
  expect(desk.session.getState().state.joinedNames).toMatchObject([{ nameType: 'org', as: '国平社' }]);
  await desk.deeds.undo();
  await expect.poll(() => typesOf('林国平')).toEqual(['person', 'person']);
  expect(desk.session.getState().state.joinedNames).toEqual([]);

  // Words in which none was read.
  const at = text.indexOf('青禾水会');
  desk.reader.getState().select([{ start: at, end: at + 4 }] as never);
  await userEvent.keyboard('{Shift>}a{/Shift}');
  await form.getByRole('button', { name: /类别/ }).click();
  await page.getByRole('option', { name: '机构' }).click();
  await form.getByText('凡出现之处').click();
  await form.getByRole('button', { name: '保存' }).click();
  await expect.poll(() => typesOf('青禾水会')).toEqual(['org', 'org']);

  desk.surfaces.getState().show('words');
  await expect.element(form.getByText('青禾水会')).toBeVisible();
  await form.getByRole('textbox', { name: '要添加的词，每行一个' }).fill('茂林\n水渠');
  await form.getByRole('button', { name: '添加', exact: true }).click();
  await expect.poll(() => typesOf('水渠').length).toBeGreaterThan(0);
  await form.getByRole('button', { name: '去掉“青禾水会”' }).click();
  await expect
    .poll(() => desk.session.getState().state.ownWords.map(({ word }) => word))
    .toEqual(['茂林', '水渠']);
});

it('parted are two of one name, by the articles that mean the other, with one undo', async () => {
  const test = await openTestDesk(`names-parted-${library++}`);
  const { desk } = test;
  const files = [
    { name: '桥.txt', bytes: bytesOf('青川修桥\n\n青川县县长林国平说，桥修好了。\n') },
    { name: '站.txt', bytes: bytesOf('云台设站\n\n云台县县长林国平说，气象站设好了。\n') },
  ];
  await desk.imports.getState().take({ files, refused: [] });
  await whenState(desk.shelf, ({ rows }) => rows.length === 2);
  await openNames(test);
  const mentionsOf = (form: string): number =>
    [...desk.names.getState().rows.values()].find(({ id }) => id === `person:${form}`)?.mentions ?? 0;
  const isOne = (): boolean => mentionsOf('林国平') === 2;
  await whenState(desk.names, isOne);
  await page.getByRole('button', { name: /^林国平/ }).click();
  await page.getByRole('button', { name: '分出同名的另一位……' }).click();
  const form = page.getByRole('dialog');
  await expect.element(form.getByRole('button', { name: '分开' })).toBeDisabled();
  await form.getByRole('button', { name: /^云台设站/ }).click();
  await expect
    .element(form.getByRole('textbox', { name: '另一位改称' }))
    .toHaveAttribute('value', expect.stringMatching(/^林国平（.+）$/));
  await form.getByRole('textbox', { name: '另一位改称' }).fill('林国平（云台）');
  await form.getByRole('button', { name: '分开' }).click();
  await whenState(desk.names, () => mentionsOf('林国平（云台）') === 1);
  expect(mentionsOf('林国平')).toBe(1);
  await desk.deeds.undo();
  await whenState(desk.names, isOne);
});
