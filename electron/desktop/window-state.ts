import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BrowserWindow, Rectangle, Screen } from 'electron';

export interface WindowState {
  readonly bounds: Rectangle;
  readonly isMaximized: boolean;
}

/** Where the window was, if the file is there, reads, and the place is still on a screen. */
export function readWindowState(path: string, screen: Screen): WindowState | null {
  try {
    const { bounds, isMaximized } = JSON.parse(readFileSync(path, 'utf8'));
    const { x, y, width, height } = bounds;
    if (![x, y, width, height].every(Number.isSafeInteger) || width < 200 || height < 200) return null;
    const area = screen.getDisplayMatching(bounds).workArea;
    const isSeen = x < area.x + area.width && x + width > area.x && y < area.y + area.height && y >= area.y;
    return isSeen ? { bounds: { x, y, width, height }, isMaximized: isMaximized === true } : null;
  } catch {
    return null;
  }
}

/** Keeps where the window is when it closes. */
export function keepWindowState(path: string, window: BrowserWindow): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(state));
    renameSync(`${path}.new`, path);
  });
}
