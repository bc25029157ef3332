import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { chooseFolder } from '../../../renderer/host/incoming-files.ts';
import type { FolderHandle } from '../../../renderer/host/watched-folder.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

const STORY = '渡口通航\n\n今年春天，河湾村修了一座渡口，花费35万元。\n';
/** Café Müller öffnet im Frühling, in Windows-1252. */
const LATIN =
  '<html><title>Seite</title><body><p>Café Müller öffnet im Frühling für die Gäste.</p></body></html>';

interface CdpSession {
  send(method: string): Promise<unknown>;
}

let library = 0;
let opened: TestDesk;
let hide: () => void;

beforeEach(async () => {
  opened = await openTestDesk(`ways-in-${library++}`);
  hide = await showDesk(opened.desk);
  // What is pasted is heard once the desk stands.
  await expect.element(page.getByRole('navigation')).toBeVisible();
});

afterEach(() => {
  hide();
  opened.close();
});

const steps = () => opened.desk.imports.getState().entries.map(({ path, step }) => [path, step]);

function paste(target: Element, kinds: Readonly<Record<string, string>>): void {
  const clipboardData = new DataTransfer();
  for (const [kind, words] of Object.entries(kinds)) clipboardData.setData(kind, words);
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

describe('what is chosen', () => {
  it('is in sight, however many files came in before', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `空${at}.txt`);
    const take = opened.desk.imports.getState().take;
    await take({ files: names.map((name) => ({ name, bytes: bytesOf('') })), refused: [] });
    await expect.element(page.getByText('空0.txt', { exact: true })).toBeVisible();
    await expect.element(page.getByText('空59.txt', { exact: true })).not.toBeInTheDocument();
    await take({ files: [{ name: '又一页.txt', bytes: bytesOf(STORY) }], refused: [] });
    await expect.element(page.getByText('又一页.txt', { exact: true })).toBeInViewport();
  });

  it('comes in however long the dialog is open, also when memory is swept meanwhile', async () => {
    let input: WeakRef<HTMLInputElement> | undefined;
    const click = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (
      this: HTMLInputElement,
    ) {
      input = new WeakRef(this);
    });
    onTestFinished(() => click.mockRestore());
    const chosen = chooseFolder();
    click.mockRestore();
    // What a turn has made is held until it has ended.
    await new Promise((resolve) => setTimeout(resolve));
    await (cdp() as unknown as CdpSession).send('HeapProfiler.collectGarbage');
    const data = new DataTransfer();
    data.items.add(new File([STORY], '一.txt'));
    const asked = input?.deref();
    if (!asked) throw new Error('the input is gone, and with it the answer');
    asked.files = data.files;
    asked.dispatchEvent(new Event('change'));
    expect(await chosen).toMatchObject({ ok: true, value: [{ path: '一.txt' }] });
  });
});

describe('what is pasted', () => {
  it('comes in as a page where the clipboard has markup, by its first line', async () => {
    paste(document.body, {
      'text/html': '<h1>渡口通航</h1><p>今年春天，河湾村修了一座渡口，花费35万元。</p>',
      'text/plain': '渡口通航\n今年春天，河湾村修了一座渡口，花费35万元。',
    });
    await expect.poll(steps, { timeout: 30_000 }).toEqual([['渡口通航.html', 'done']]);
    await expect.element(page.getByText('渡口通航.html')).toBeVisible();
    const { rows } = await whenState(opened.desk.shelf, (shelf) => shelf.rows.length > 0);
    expect(rows[0]).toMatchObject({ title: '渡口通航' });
  });

  it('comes in as text where it has none, and stays where it is typed', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    paste(field, { 'text/plain': STORY });
    field.remove();
    expect(steps()).toEqual([]);
    paste(document.body, { 'text/plain': STORY });
    await expect.poll(steps, { timeout: 30_000 }).toEqual([['渡口通航.txt', 'done']]);
  });
});

describe('a folder that is watched', () => {
  it('gives its files, and those that come later once they are written, until it is stopped', async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('渡口日报', { create: true });
    const inner = await folder.getDirectoryHandle('四月', { create: true });
    const write = async (where: FileSystemDirectoryHandle, name: string, words: string): Promise<void> => {
      const file = await (await where.getFileHandle(name, { create: true })).createWritable();
      await file.write(words);
      await file.close();
    };
    try {
      await write(folder, '一.txt', STORY);
      opened.desk.settings.getState().goTo({ room: 'imports' });
      opened.desk.watching.getState().watch(folder as unknown as FolderHandle);
      await expect.poll(steps, { timeout: 20_000 }).toEqual([['渡口日报/一.txt', 'done']]);
      await write(inner, '二.txt', STORY.replaceAll('渡口', '茶园'));
      await expect.poll(steps, { timeout: 20_000 }).toEqual([
        ['渡口日报/一.txt', 'done'],
        ['渡口日报/四月/二.txt', 'done'],
      ]);
      await expect.element(page.getByRole('status').filter({ hasText: '收进 2 个文件' })).toBeVisible();
      await page.getByRole('button', { name: '停止监视', exact: true }).click();
      expect(opened.desk.watching.getState().folder).toBeNull();
    } finally {
      opened.desk.watching.getState().stop();
      await root.removeEntry('渡口日报', { recursive: true });
    }
  });
});

describe('what did not come in', () => {
  it('goes out as a table with its code, the reason and what to do', async () => {
    await opened.desk.imports.getState().take({
      files: [
        { name: '照片.jpg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]) },
        { name: '一.txt', bytes: bytesOf(STORY) },
      ],
      refused: [],
    });
    await page.getByRole('button', { name: '存一份清单……' }).click();
    await expect.poll(() => [...opened.host.memory.saved.keys()]).toEqual(['没导入的文件.csv']);
    const table = new TextDecoder().decode(opened.host.memory.saved.get('没导入的文件.csv'));
    const [head = '', row = '', rest] = table.replace('\ufeff', '').split('\r\n');
    expect(head.split(',')[0]).toBe('文件');
    expect(row).toMatch(/^照片\.jpg,6,没能导入,not-text,.*JPEG/);
    expect(rest).toBe('');
  });
});

describe('another encoding', () => {
  it('shows what the page reads like before it is kept, and then everywhere', async () => {
    const bytes = Uint8Array.from(LATIN, (letter) => letter.charCodeAt(0));
    await opened.desk.imports.getState().take({ files: [{ name: 'Seite.html', bytes }], refused: [] });
    const [row] = (await whenState(opened.desk.shelf, (shelf) => shelf.rows.length > 0)).rows;
    opened.desk.reader.getState().open(row?.id ?? '');
    await whenState(opened.desk.reader, ({ source }) => source !== null);
    opened.desk.surfaces.getState().show('source-form');
    const dialog = page.getByRole('dialog');
    const choose = async (encoding: string): Promise<void> => {
      await dialog.getByRole('button', { name: /文字编码/ }).click();
      await page.getByRole('option', { name: encoding, exact: true }).click();
    };
    const preview = dialog.getByRole('status', { name: '用这种编码读出的开头' });
    await choose('KOI8-R');
    await expect.element(preview).toHaveTextContent('MЭller');
    await choose('MACINTOSH');
    await expect.element(preview).toHaveTextContent('CafÈ M¸ller');
    await dialog
      .getByRole('button', { name: /保存|存/ })
      .last()
      .click();
    await expect
      .poll(
        async () => {
          const { view } = opened.desk.reader.getState();
          return view?.sourceText ?? '';
        },
        { timeout: 20_000 },
      )
      .toContain('CafÈ M¸ller');
  });
});
