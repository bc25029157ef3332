import { describe, expect, it } from 'vitest';
import { importFiles, layFiles, openArticle, painted, placeOf, waitForPaint } from './desk-steps.ts';
import { hostsFor, shareHost } from './harness.ts';

const PAGE = [
  '老码头改造完工',
  '',
  '■ 周小禾',
  '',
  '去年10月，青石镇投入资金860万元改造老码头，新建驳岸1.2公里。',
  '',
  '镇长陆长河说：“往后一年能停靠货船3000艘次。”完工以后，码头',
  '又添了两座灯塔，增加就业岗位45个。',
  '',
].join('\n');

describe.each(hostsFor('loopback'))('reading on the %s host', (kind) => {
  const desk = shareHost(kind, (host) => importFiles(host, layFiles({ '码头.txt': PAGE })));

  it('lights a claim on hover and pins it on click, from the text and from the panel', async () => {
    const { page } = desk.open();
    await openArticle(page, '老码头改造完工');

    const money = await placeOf(page, '860万元');
    await page.mouse.move(money.x, money.y);
    expect(await waitForPaint(page, 'claim-hovered')).toContain('860万元');
    await page.mouse.click(money.x, money.y);
    expect(await waitForPaint(page, 'claim-pinned')).toContain('860万元');
    const pinned = page.locator('li[data-pinned="true"]');
    expect(await pinned.textContent()).toContain('8,600,000');
    expect(await pinned.isVisible()).toBe(true);

    await page.keyboard.press('Escape');
    await pinned.waitFor({ state: 'detached' });
    expect(await painted(page, 'claim-pinned')).toEqual([]);

    const card = page.locator('li[data-family]', { hasText: '45' }).first();
    await card.hover();
    expect(await waitForPaint(page, 'claim-hovered')).toContain('45个');
    await card.getByRole('button').first().click();
    expect(await waitForPaint(page, 'claim-pinned')).toContain('45个');
  });

  it('walks the claims with j and k', async () => {
    const { page } = desk.open();
    await openArticle(page, '老码头改造完工');
    await page.locator('#reading-text').focus();
    await page.keyboard.press('j');
    const first = await waitForPaint(page, 'claim-pinned');
    await page.keyboard.press('j');
    await page.waitForFunction(
      (before) => [...(CSS.highlights.get('claim-pinned') ?? [])].join('') !== before,
      first,
    );
    await page.keyboard.press('k');
    await page.waitForFunction(
      (before) => [...(CSS.highlights.get('claim-pinned') ?? [])].join('') === before,
      first,
    );
  });
});
