import { describe, expect, it, onTestFinished } from 'vitest';
import { makeReadOnly, mountDisk } from '../vault/small-disk.ts';
import { importFiles, layFiles, openArticle, openForm, words } from './desk-steps.ts';
import { hostsFor, newMachine, openHost } from './harness.ts';

const PAGE = '河湾村修成石板路\n\n今年春天，河湾村在渡口边上修了一条石板路，花费35万元。\n';

describe.each(hostsFor('desktop'))('a library on a disk that may not be written, in the %s host', (kind) => {
  it('opens for reading and says so', async (test) => {
    const machine = newMachine();
    const unmount = mountDisk(machine.vault, '4m');
    if (!unmount) return test.skip('may not mount a disk');
    onTestFinished(unmount);
    const first = await openHost(kind, machine);
    await importFiles(first, layFiles({ '河湾.txt': PAGE }));
    await first.close();
    makeReadOnly(machine.vault);

    const second = await openHost(kind, machine);
    await second.page
      .getByText(/磁盘现在只能读|can only be read now/)
      .first()
      .waitFor();
    const { page } = second;
    await openArticle(page, '河湾村修成石板路');
    await page.getByRole('contentinfo').getByText(words('desk.readOnly')).waitFor();
    await page
      .getByRole('button', { name: words('desk.dismiss') })
      .first()
      .click();
    await openForm(page, '石板路');
    await page.getByRole('dialog').getByRole('textbox').first().fill('写不下的');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('desk.save') })
      .click();
    await page
      .getByText(/磁盘现在只能读|can only be read now/)
      .first()
      .waitFor();
    expect(await page.getByRole('dialog').getByRole('textbox').first().inputValue()).toBe('写不下的');
    expect(await page.getByRole('contentinfo').getByText(words('desk.saved')).count()).toBe(0);
  });
});
