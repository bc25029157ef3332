import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { importPages, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

const RELEASE =
  '石滩镇水利站介绍，镇外新修的防洪堤全长4280米，可抵御二十年一遇的洪水，沿堤居民从此免受水患之苦。';
const PAGES = {
  '堤成.txt': `石滩镇防洪堤建成\n\n${RELEASE}\n\n镇里为此办了一场庙会。\n`,
  '转载.txt': `石滩镇修成长堤\n\n${RELEASE}\n\n本报将继续报道。\n`,
  '另报.txt': '石滩镇长堤完工\n\n记者从县里获悉，石滩镇防洪堤全长4820米，年内验收。\n',
};

let opened: TestDesk;
let hide: () => void;

beforeEach(async () => {
  opened = await openTestDesk(`agreement-${crypto.randomUUID()}`);
  const { shelf, session, deeds } = opened.desk;
  await importPages(opened.desk, PAGES);
  await deeds.perform(
    ...[...session.getState().state.sources.keys()].map((source) => ({
      type: 'source.describe' as const,
      source,
      description: { publishedOn: '1998-06-03' },
    })),
  );
  await whenState(shelf, ({ rows }) => rows.every(({ published }) => published.value === '1998-06-03'));
  hide = await showDesk(opened.desk);
});

afterEach(() => {
  hide();
  opened.close();
});

const room = () => page.getByRole('region', { name: '异同' });
const beside = () => page.getByRole('region', { name: '对照两篇文章' });
const painted = (layer: string): string[] =>
  [...(CSS.highlights.get(layer) ?? [])].map((range) => (range as Range).toString());

it('lists what the library tells of one thing, opens both wordings in place, and follows the library', async () => {
  await userEvent.keyboard('{Control>}6{/Control}');
  const things = room().getByRole('listitem');
  await expect.element(room().getByText('3 篇文章，2 个独立来源')).toBeVisible();
  expect(things.elements()).toHaveLength(1);
  const differing = room().getByRole('button', { name: /4,?280.*说法不一.*4,?820|4,?820.*说法不一.*4,?280/ });
  await expect.element(differing).toBeVisible();
  expect([...differing.element().querySelectorAll('mark')].map((mark) => mark.textContent).join()).toMatch(
    /28|82/,
  );
  await expect.element(room().getByText('另有 1 处说到')).toBeVisible();

  await differing.click();
  await expect.element(beside()).toBeVisible();
  await expect.poll(() => painted('compared-now').sort()).toEqual(['4280米', '4820米']);
  await userEvent.keyboard('{Escape}');
  await expect.element(beside()).not.toBeInTheDocument();
  await expect.element(differing).toHaveAttribute('aria-current', 'true');

  // Told apart in the comparison they stand alone; paired by hand they are in line again.
  await differing.click();
  const inLine = beside().getByRole('button', { name: /说法不一/ });
  await expect.element(inLine).toBeVisible();
  await beside().getByRole('button', { name: '不是一件事' }).first().click();
  await expect.element(inLine).not.toBeInTheDocument();
  await beside().getByRole('button', { name: '与另一篇的数字配对：4280米' }).click();
  await expect.element(beside().getByRole('button', { name: /^与它是一件事：二十年/ })).toBeDisabled();
  await beside().getByRole('button', { name: '与它是一件事：4820米' }).click();
  await expect.element(inLine).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(room().getByText('由您配成一组', { exact: false })).toBeVisible();

  // What is settled goes to its own list, with what is to be used and why, and comes back.
  await room().getByRole('button', { name: '了结……' }).click();
  const form = page.getByRole('dialog', { name: '这件事以哪个数字为准' });
  await form.getByRole('button', { name: /采用/ }).click();
  await page
    .getByRole('option', { name: /^采用 4280米/ })
    .first()
    .click();
  await userEvent.fill(form.getByRole('textbox', { name: '理由' }), '县志作4280米');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  const sections = page.getByRole('navigation', { name: '同一件事的数字' });
  await expect.element(sections.getByRole('button', { name: '已了结 1' })).toBeVisible();
  await expect.element(sections.getByRole('button', { name: '说法不一 0' })).toBeVisible();
  await sections.getByRole('button', { name: '已了结 1' }).click();
  await expect.element(room().getByText(/采用 4280米（《.*》） · 县志作4280米/)).toBeVisible();
  await room().getByRole('button', { name: '重新打开' }).click();
  await expect.element(sections.getByRole('button', { name: '说法不一 1' })).toBeVisible();
  await sections.getByRole('button', { name: '说法不一 1' }).click();

  // The figure that differs is rejected: what was said of it is loose, and what is left agrees.
  const { agreements, judging } = opened.desk;
  const is4820 = ({ fact }: { readonly fact: { readonly text: string } }): boolean => fact.text === '4820米';
  const { rows } = await whenState(
    agreements,
    ({ section, rows }) => section === 'differ' && rows.length > 0,
  );
  await judging.reject(rows.flatMap(({ figures }) => figures.find(is4820) ?? []));
  await expect.element(room().getByText('这一类没有找到')).toBeVisible();
  await expect.element(room().getByText(/找不到原来的数字/)).toBeVisible();
  await sections.getByRole('button', { name: /^一致/ }).click();
  await expect.element(room().getByText('2 篇文章，1 个独立来源', { exact: false }).first()).toBeVisible();
});
