import { EventEmitter } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Screen } from 'electron';
import { describe, expect, it } from 'vitest';
import { keepWindowState, readWindowState } from '../../electron/desktop/window-state.ts';
import { newFolder } from '../vault/new-vault.ts';

const workArea = { x: 0, y: 0, width: 1920, height: 1080 };
const screen = { getDisplayMatching: () => ({ workArea }) } as unknown as Screen;
const bounds = { x: 40, y: 50, width: 1200, height: 800 };

describe('where the window was', () => {
  it('is kept when it closes and read at the next start', () => {
    const folder = newFolder();
    const path = join(folder, 'profile', 'window.json');
    const window = Object.assign(new EventEmitter(), {
      getNormalBounds: () => bounds,
      isMaximized: () => true,
    });
    keepWindowState(path, window as unknown as BrowserWindow);
    expect(readWindowState(path, screen)).toBeNull();
    window.emit('close');
    expect(readWindowState(path, screen)).toEqual({ bounds, isMaximized: true });
    expect(readdirSync(join(folder, 'profile'))).toEqual(['window.json']);
  });

  it.each([
    ['no JSON', '{'],
    ['no bounds', '{}'],
    ['half a number', JSON.stringify({ bounds: { ...bounds, x: 0.5 } })],
    ['no size', JSON.stringify({ bounds: { ...bounds, width: 0 } })],
    ['a screen that is gone', JSON.stringify({ bounds: { ...bounds, x: 5000 } })],
    ['a title bar above the screen', JSON.stringify({ bounds: { ...bounds, y: -500 } })],
  ])('is forgotten where it says %s', (_what, text) => {
    const path = join(newFolder(), 'window.json');
    writeFileSync(path, text);
    expect(readWindowState(path, screen)).toBeNull();
  });
});
