import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCloneCodec } from './clone-codec.ts';
import { invokeHandler, ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { protocol, realOf, standInOf } from './schemes.ts';
import { defaultSession, isCancelled } from './session.ts';
import { strict } from './strict.ts';
import type { DoubledContents } from './surface.ts';

describe('the codec between page and process', () => {
  const { encode, decode } = makeCloneCodec();
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.integer(),
      fc.constantFrom(null, undefined, true),
      fc.uint8Array({ maxLength: 20 }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constant('$')), tie('value'), {
        maxKeys: 4,
        noNullPrototype: true,
      }),
    ),
  })).value;

  it('gives any value back that the project sends', () => {
    fc.assert(
      fc.property(value, (any) => {
        expect(decode(encode(any))).toEqual(any);
      }),
    );
  });

  it.each([
    ['a function', () => undefined],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a map', new Map()],
    ['NaN', Number.NaN],
  ])('throws on %s rather than lose it', (_what, any) => {
    expect(() => encode([any])).toThrow();
  });
});

describe('what is not doubled', () => {
  it('throws when it is asked for', () => {
    const double = strict('app', { getName: () => 'x' });
    expect(double.getName()).toBe('x');
    expect(() => Reflect.get(double, 'relaunch')).toThrow('app.relaunch is not doubled');
  });
});

describe('schemes', () => {
  it('stand in for the real addresses and back', () => {
    expect(standInOf('test://page/x?y#z')).toBe('test://page/x?y#z');
    expect(() =>
      protocol.registerSchemesAsPrivileged([{ scheme: 'weak', privileges: { standard: true } }]),
    ).toThrow('standard and secure');
    expect(() => protocol.handle('test', () => new Response())).toThrow('not registered');
    protocol.registerSchemesAsPrivileged([{ scheme: 'test', privileges: { standard: true, secure: true } }]);
    for (const url of ['test://page/', 'test://page/x?y#z', 'blob:test://page/1']) {
      const there = url.startsWith('blob:') ? `blob:${standInOf(url.slice(5))}` : standInOf(url);
      expect(there).toContain('http://page.test.localhost/');
      expect(realOf(there)).toBe(url);
    }
    expect(realOf('http://localhost/x')).toBe('http://localhost/x');
  });
});

describe('calls of a page', () => {
  const sender = { id: 1 } as DoubledContents;

  it('are answered with a clone, and errors worded as Electron words them', async () => {
    const kept = { list: [1] };
    ipcMain.handle('keep', () => kept);
    const answer = await invokeHandler(sender, null, 'keep', []);
    expect(answer).toEqual(kept);
    expect(answer).not.toBe(kept);
    expect(() => ipcMain.handle('keep', () => 1)).toThrow('second handler');
    ipcMain.handle('fail', () => {
      throw new Error('refused');
    });
    await expect(invokeHandler(sender, null, 'fail', [])).rejects.toThrow(
      "Error invoking remote method 'fail': Error: refused",
    );
    await expect(invokeHandler(sender, null, 'none', [])).rejects.toThrow('No handler registered');
    ipcMain.removeHandler('keep');
    await expect(invokeHandler(sender, null, 'keep', [])).rejects.toThrow('No handler registered');
  });
});

describe('the session and the menu', () => {
  it("ask the app's own hook about a request", async () => {
    expect(await isCancelled('https://example.org/', 'image')).toBe(false);
    defaultSession.webRequest.onBeforeRequest(({ url }, answer) =>
      answer({ cancel: url.startsWith('https:') }),
    );
    expect(await isCancelled('https://example.org/', 'image')).toBe(true);
    expect(await isCancelled('app://duidu/', 'mainFrame')).toBe(false);
  });

  it('click what the app put there', () => {
    const chosen: string[] = [];
    const submenu = [{ id: 'find', label: '查找', click: () => void chosen.push('find') }];
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: '编辑', submenu }]));
    Menu.getApplicationMenu()?.getMenuItemById('find')?.click();
    expect(chosen).toEqual(['find']);
    expect(Menu.getApplicationMenu()?.getMenuItemById('none')).toBeNull();
  });
});
