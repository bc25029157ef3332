import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CALL_CHANNEL, PAGE_ORIGIN } from '@shared/contracts/desktop.ts';
import type { Act } from '@shared/journal/act.ts';
import type { Locator } from 'playwright';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { words } from './desk-steps.ts';
import { newMachine } from './harness.ts';
import { type DesktopHost, openDesktop, startDesktop } from './harness-desktop.ts';

describe('the desktop app, as built, on the double of electron', () => {
  let desk: DesktopHost;
  beforeAll(async () => {
    desk = await openDesktop(newMachine());
    return () => desk.close();
  });

  it('gives its page the host and nothing else', async () => {
    const { page } = desk;
    const found = await page.evaluate(() => ({
      host: Object.keys(Reflect.get(window, 'duidu')).sort(),
      node: ['require', 'process', 'module', 'electron', 'ipcRenderer'].filter((name) => name in window),
      isFrozen: Object.isFrozen(Reflect.get(window, 'duidu')),
    }));
    expect(found).toEqual({ host: ['call', 'on'], node: [], isFrozen: true });
  });

  it('refuses calls that do not fit, and calls from any frame but its page', async () => {
    const { page, ask } = desk;
    const refusal = await page.evaluate(() =>
      Reflect.get(window, 'duidu')
        .call('originals.read', '../../etc/passwd')
        .catch((error: Error) => error.message),
    );
    expect(refusal).toMatch(/refused/);
    const answers = await ask(
      async ({ electron, invokeAs }, { channel, origin }) => {
        const [window] = electron.BrowserWindow.getAllWindows();
        const frame = window!.webContents.mainFrame;
        const attempt = (from: typeof frame | null) =>
          invokeAs(from, channel, ['host.info', []]).then(
            () => 'let in',
            () => 'refused',
          );
        return [
          await attempt({ ...frame, url: `${origin}/`, origin }),
          await attempt({ ...frame, origin: 'https://example.org' }),
          await attempt({ ...frame, origin, frameTreeNodeId: -1 }),
          await attempt(null),
        ];
      },
      { channel: CALL_CHANNEL, origin: PAGE_ORIGIN },
    );
    expect(answers).toEqual(['let in', 'refused', 'refused', 'refused']);
  });

  it('answers every permission, device, capture and window with no, but a folder to be read', async () => {
    const { ask } = desk;
    const answers = await ask(async ({ electron, sessionSettings: settings }) => {
      const contents = electron.BrowserWindow.getAllWindows()[0]!.webContents as never;
      const refused = (start: (answer: (given: unknown) => void) => void) => new Promise<unknown>(start);
      const prevented = (event: string, details: object) => {
        const prevents: string[] = [];
        const full = { ...details, preventDefault: () => prevents.push(event) };
        (contents as NodeJS.EventEmitter).emit(event, full);
        return prevents.length > 0;
      };
      return {
        spellchecker: settings.isSpellCheckerEnabled,
        request: await refused((answer) =>
          settings.permissionRequest?.(contents, 'media', answer, {} as never),
        ),
        reading: await refused((answer) =>
          settings.permissionRequest?.(contents, 'fileSystem', answer, {
            fileAccessType: 'readable',
          } as never),
        ),
        writing: await refused((answer) =>
          settings.permissionRequest?.(contents, 'fileSystem', answer, {
            fileAccessType: 'writable',
          } as never),
        ),
        check: settings.permissionCheck?.(contents, 'geolocation', 'app://duidu', {} as never),
        device: settings.device?.({} as never),
        capture: await refused((answer) => settings.displayMedia?.({} as never, answer)),
        webview: prevented('will-attach-webview', {}),
        away: prevented('will-navigate', { url: 'https://example.org/' }),
        file: prevented('will-navigate', { url: 'app://duidu/pack/pack.json' }),
        frame: prevented('will-frame-navigate', { url: 'app://duidu/', isMainFrame: false }),
        redirect: prevented('will-redirect', { url: 'app://duidu/' }),
        reload: prevented('will-navigate', { url: 'app://duidu/' }),
      };
    });
    expect(answers).toEqual({
      spellchecker: false,
      request: false,
      reading: true,
      writing: false,
      check: false,
      device: false,
      capture: null,
      webview: true,
      away: true,
      file: true,
      frame: true,
      redirect: true,
      reload: false,
    });
  });

  it('stays on its page whatever the page tries', async () => {
    const { page, ask } = desk;
    await page.evaluate(() => {
      window.open('https://example.org/');
      location.href = 'https://example.org/';
    });
    await new Promise((settle) => setTimeout(settle, 500));
    const shown = await ask(({ electron }) =>
      electron.BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
    );
    expect(shown).toEqual([`${PAGE_ORIGIN}/`]);
    expect(await page.evaluate(() => location.hostname)).toBe('duidu.app.localhost');
  });

  it('shows the menu that its page hands over, and tells the page what was chosen', async () => {
    const item = { type: 'command', command: 'search.open', label: '搜索', enabled: true } as const;
    await desk.page.evaluate(() => {
      Reflect.get(window, 'duidu').on('menu.command', (command: string) => {
        document.title = `chosen ${command}`;
      });
    });
    const showMenu = async (): Promise<string | undefined> => {
      await desk.call('menu.show', [{ label: '编辑', items: [item] }], []);
      return await desk.ask(({ electron }) => {
        const shown = electron.Menu.getApplicationMenu()?.getMenuItemById('search.open');
        if (shown?.label === '搜索') shown.click();
        return shown?.label;
      });
    };
    // The page hands over its own whenever what can be done changes, as it may between the two.
    await expect.poll(showMenu).toBe('搜索');
    await expect.poll(() => desk.page.title()).toBe('chosen search.open');
  });

  it('has a menu in its fields of text, which does what it says', async () => {
    const { page, ask } = desk;
    await page.reload();
    const box = page.getByRole('combobox');
    await box.fill('青石镇');
    const menuAt = async (place: Locator): Promise<Record<string, string> | null> => {
      await ask(({ shown }) => {
        shown.textMenu = null;
      });
      await place.click({ button: 'right' });
      await page.evaluate(() => new Promise((told) => setTimeout(told, 200)));
      return await ask(({ shown }) => {
        const menu = shown.textMenu;
        if (!menu) return null;
        const roles = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'];
        return Object.fromEntries(
          roles.flatMap((role) => {
            const item = menu.getMenuItemById(role);
            return item ? [[role, `${item.label}${item.enabled ? '' : ' (off)'}`]] : [];
          }),
        );
      });
    };
    const choose = (role: string) =>
      ask(({ shown }, id) => shown.textMenu?.getMenuItemById(id ?? '')?.click(), role);
    const inFields = await menuAt(box);
    for (const role of ['undo', 'cut', 'copy', 'paste', 'selectAll'])
      expect(inFields?.[role]?.replace(' (off)', '')).toMatch(words(`commands.role.${role}`));
    await choose('selectAll');
    expect((await menuAt(box))?.cut).toMatch(words('commands.role.cut'));
    await choose('cut');
    await expect.poll(() => box.inputValue()).toBe('');
    await choose('undo');
    await expect.poll(() => box.inputValue()).toBe('青石镇');
    await choose('redo');
    await expect.poll(() => box.inputValue()).toBe('');
    await choose('paste');
    await expect.poll(() => box.inputValue()).toBe('青石镇');
    expect(await menuAt(page.locator('nav'))).toBeNull();
  });

  it('opens and saves through its dialogs', async () => {
    const folder = newMachine().vault.replace(/vault$/, '');
    const path = join(folder, '页.txt');
    writeFileSync(path, '一页');
    await desk.pickFiles([path, join(folder, 'gone.txt')], async () => {
      const picked = await desk.call('files.pick');
      expect(picked).toMatchObject({
        ok: true,
        value: { files: [{ name: '页.txt' }], refused: [{ name: 'gone.txt' }] },
      });
    });
    expect(await desk.call('files.pick')).toEqual({ ok: false, reason: 'cancelled' });
    const saved = join(folder, '表.csv');
    await desk.ask(({ nextPaths }, to) => void nextPaths.save.push(String(to)), saved);
    writeFileSync(saved, '旧');
    const begun = await desk.call('save.begin', '表.csv');
    if (!begun.ok) throw new Error(begun.reason);
    const { save } = begun.value;
    expect(begun.value.path).toBe(saved);
    for (const piece of ['一,', '二'])
      expect(await desk.call('save.append', save, new TextEncoder().encode(piece))).toMatchObject({
        ok: true,
      });
    expect(readFileSync(saved, 'utf8')).toBe('旧');
    expect(await desk.call('save.end', save)).toMatchObject({ ok: true });
    expect(readFileSync(saved, 'utf8')).toBe('一,二');
    expect(await desk.call('save.append', save, new Uint8Array())).toMatchObject({ reason: 'refused' });
  });

  it('hands files of a second start to the first', async () => {
    const machine = newMachine();
    const host = await openDesktop(machine);
    onTestFinished(() => host.close());
    const path = join(machine.vault, '..', '第二.txt');
    writeFileSync(path, '第二页\n\n本报讯 记者到站时，雨已经停了两天。\n');
    const second = startDesktop(machine, [path]);
    expect(await second.exited).toBe(0);
    // The page takes it and imports it like any other.
    const added = async (): Promise<string[]> => {
      const lines = await host.call('journal.read', 0);
      const acts = lines.ok ? lines.value.map((line) => line.act as Partial<Act>) : [];
      return acts.flatMap(({ deed }) => (deed?.type === 'source.add' ? [deed.name] : []));
    };
    await expect.poll(added, { timeout: 60_000 }).toEqual(['第二.txt']);
  });

  it('keeps where its window was', async () => {
    const machine = newMachine();
    const host = await openDesktop(machine);
    await host.close();
    const kept = join(machine.profile, 'window.json');
    expect(existsSync(kept)).toBe(true);
    expect(JSON.parse(readFileSync(kept, 'utf8')).bounds).toMatchObject({ width: 1280, height: 860 });
  });
});
