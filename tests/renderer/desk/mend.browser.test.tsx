import type { Act } from '@shared/journal/act.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openingWords } from '../../../renderer/state/page-words.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { painted, showDesk } from './show-desk.tsx';

const PAGE = [
  '清河日报',
  '2021年10月12日',
  '',
  '渔港里的冰厂',
  '',
  '■ 江一帆',
  '',
  '天没亮，冰厂的传送带就转起来了，一块冰重五十',
  '公斤，一小时能出一百二十块，够一条小船用上一',
  '天。码头上的渔船排着队等冰，没有冰谁也不敢走远。',
  '',
  '船老大们说，走远了也不敢多捕。',
  '',
  '灯塔下的气象站',
  '',
  '■ 孙若水',
  '',
  '气象站在灯塔脚下，只有两间屋子，值班员每三个小时记录一次海面的风和浪，记录本上还留着没有写完的',
  '',
].join('\n');

let library = 0;
let opened: TestDesk;
let hide: () => void;

beforeEach(async () => {
  opened = await openTestDesk(`mend-${library++}`);
  const { desk } = opened;
  await desk.imports.getState().take({ files: [{ name: '清河.txt', bytes: bytesOf(PAGE) }], refused: [] });
  await whenState(desk.shelf, ({ rows }) => rows.length === 2);
  hide = await showDesk(desk);
});

afterEach(() => {
  hide();
  opened.close();
});

async function openArticle(headline: string): Promise<void> {
  const { desk } = opened;
  const row = desk.shelf.getState().rows.find(({ title }) => title === headline);
  desk.reader.getState().open(row!.id);
  await whenState(desk.reader, ({ view }) => view?.article.title?.text === headline);
  await expect.element(page.getByRole('heading', { name: headline, level: 1 })).toBeVisible();
}

/** Selects words as a person does, in the element that holds them. */
function select(inside: string, words: string): void {
  for (const element of document.querySelectorAll(inside)) {
    const node = element.firstChild;
    const at = node?.textContent?.indexOf(words) ?? -1;
    if (!node || at < 0) continue;
    document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
    return;
  }
  throw new Error(`${words} stands in no ${inside}`);
}

const tool = () => page.getByRole('region', { name: '修补工具' });

describe('the page as it came and the reading text', () => {
  it('show each other what is selected in either', async () => {
    await openArticle('渔港里的冰厂');
    await userEvent.keyboard('o');
    await expect.poll(() => painted('part-title')).toBe('渔港里的冰厂');
    select('[data-block]', '一块冰重五十公斤，');
    await expect.poll(() => painted('part-selected')).toBe('一块冰重五十公斤，');
    await expect.poll(() => painted('selected')).toBe('');
    select('[data-line]', '公斤，一小时');
    await expect.poll(() => painted('selected')).toBe('公斤，一小时');
    await expect.poll(() => painted('part-selected')).toBe('公斤，一小时');
  });
});

it('an article that is split leaves its tags and its mark to both parts, joined again it has them once', async () => {
  const { desk } = opened;
  const ours = () => desk.shelf.getState().rows.filter(({ tags }) => tags.includes('渔业'));
  await openArticle('渔港里的冰厂');
  const { view } = desk.reader.getState();
  await desk.labelling.tag([view!.article.id], ['渔业'], []);
  await desk.labelling.mark([view!.article.id], 'to-do');
  await whenState(desk.shelf, () => ours().length === 1);
  desk.reader.getState().selectBlocks([{ block: view!.blocks.length - 1, start: 0, end: 15 }]);
  await desk.mending.cutAt('split', view!, desk.reader.getState().selection);
  await whenState(desk.shelf, ({ rows }) => rows.length === 3 && ours().length === 2);
  expect(ours().map(({ mark, tags }) => [mark, tags])).toEqual([
    ['to-do', ['渔业']],
    ['to-do', ['渔业']],
  ]);
  await desk.deeds.undo();
  await whenState(desk.shelf, ({ rows }) => rows.length === 2);
  expect(ours().map(({ mark, tags }) => [mark, tags])).toEqual([['to-do', ['渔业']]]);
});

describe('the lines of the page as it came', () => {
  it('are chosen with the arrow keys', async () => {
    await openArticle('渔港里的冰厂');
    await userEvent.keyboard('m');
    page
      .getByRole('region', { name: /^原版各行/ })
      .element()
      .focus();
    select('[data-line]', '渔港里的冰厂');
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => painted('selected') + painted('part-selected')).toContain('江一帆');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await expect.poll(() => painted('part-selected')).toMatch(/^■ 江一帆天没亮.*一块冰重五十公斤.*用上一$/);
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(() => painted('part-selected')).toMatch(/^天没亮.*一块冰重五十$/);
  });
});

describe('what the page says of itself', () => {
  const form = () => page.getByRole('dialog', { name: '这一版的信息' });
  const field = (name: string) => form().getByRole('textbox', { name });
  const described = () => [...opened.desk.session.getState().state.descriptions.values()];

  async function openForm(): Promise<void> {
    opened.desk.surfaces.getState().show('source-form');
    await expect.element(form()).toBeVisible();
  }

  it('is shown with how it is known, changed, undone and set back to what is printed', async () => {
    await openArticle('渔港里的冰厂');
    await openForm();
    await expect.element(field('报纸')).toHaveValue('清河日报');
    await expect.element(field('报纸')).toHaveAccessibleDescription('版面印出');
    await expect.element(field('版次')).toHaveAccessibleDescription('版面没有印出');
    await userEvent.fill(field('报纸'), '清河晚报');
    await expect.element(field('报纸')).toHaveAccessibleDescription('由您给出');
    await form().getByRole('button', { name: '保存' }).click();
    await expect.element(page.getByText('清河晚报').first()).toBeVisible();
    expect(described()).toEqual([{ newspaper: '清河晚报' }]);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(described).toEqual([]);
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.poll(described).toEqual([{ newspaper: '清河晚报' }]);

    await openForm();
    await form().getByRole('button', { name: '照版面所印' }).click();
    await form().getByRole('button', { name: '保存' }).click();
    await expect.poll(described).toEqual([{}]);
  });

  it('is left alone where nothing was changed, and shown where it stands', async () => {
    await openArticle('渔港里的冰厂');
    const before = opened.host.memory.lines.length;
    await openForm();
    await form().getByRole('button', { name: '保存' }).click();
    await expect.element(form()).not.toBeInTheDocument();
    expect(opened.host.memory.lines.length).toBe(before);
    await openForm();
    await form().getByRole('button', { name: '看原处' }).nth(1).click();
    await expect.poll(() => painted('part-selected')).toBe('清河日报');
  });
});

describe('a doubt', () => {
  it('is stepped to with a key, settled, and doubted again', async () => {
    await openArticle('渔港里的冰厂');
    await userEvent.keyboard('d');
    await expect.element(page.getByRole('heading', { name: '灯塔下的气象站', level: 1 })).toBeVisible();
    await expect.element(tool().getByText(/^气象站在灯塔脚下/)).toBeVisible();
    const mark = page.getByRole('button', { name: '存疑：句子没有完' });
    await expect.element(mark).toBeVisible();
    await page.getByRole('button', { name: '原样无误' }).click();
    await expect.element(mark).not.toBeInTheDocument();
    expect(opened.desk.shelf.getState().rows.map(({ doubts }) => doubts)).toEqual([0, 0]);
    await page.getByText('已认定无误 1 处').click();
    await page.getByRole('button', { name: '重新存疑' }).click();
    await expect.element(mark).toBeVisible();
  });
});

describe('the mending tool', () => {
  it('shows what cannot be done as such, and tells what was done, undone and can be redone', async () => {
    await openArticle('渔港里的冰厂');
    await userEvent.keyboard('m');
    const heading = tool().getByRole('button', { name: '小标题' });
    await expect.element(heading).toBeDisabled();
    await expect.element(heading).toHaveStyle({ opacity: '0.4' });
    select('[data-block]', '船老大们说，走远了也不敢多捕。');
    await expect.element(heading).toHaveStyle({ opacity: '1' });
    await heading.click();
    await expect.element(page.getByText('已标为小标题', { exact: true })).toBeVisible();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(page.getByText('撤销了：已标为小标题')).toBeVisible();
    const news = page.getByRole('region', { name: '消息' });
    await news.getByRole('button', { name: '重做' }).click();
    await expect.element(page.getByText('重做了：已标为小标题')).toBeVisible();
  });

  it('says what the selected words are taken for and changes it with a key', async () => {
    await openArticle('渔港里的冰厂');
    await userEvent.keyboard('m');
    select('[data-block]', '船老大们说，走远了也不敢多捕。');
    const chip = (name: string) => tool().getByRole('button', { name });
    await expect.element(chip('正文')).toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('6');
    await expect.element(page.getByText('船老大们说，走远了也不敢多捕。').first()).toBeVisible();
    await expect
      .poll(() => document.querySelector('[data-role="caption"]')?.textContent)
      .toBe('船老大们说，走远了也不敢多捕。');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => document.querySelector('[data-role="caption"]')).toBeNull();
  });

  it('lists a mending that no longer fits, and drops it when it is asked to', async () => {
    const { desk, host } = opened;
    await openArticle('渔港里的冰厂');
    await userEvent.keyboard('m');
    // The first paragraph has none before it to go on from.
    const { view, page: rows } = desk.reader.getState();
    await desk.mending.cutAt('join', view!, openingWords(rows[0]!)!);
    const tray = page.getByRole('region', { name: '放不回去的修补' });
    await expect.element(tray.getByText('已相连')).toBeVisible();
    await expect.element(tray.getByText(/天没亮/)).toBeVisible();
    await tray.getByRole('button', { name: '去掉' }).click();
    await expect.element(tray).not.toBeInTheDocument();
    const last = host.memory.lines.at(-1)?.act as Act;
    expect(last.deed.type).toBe('undo');
  });
});
