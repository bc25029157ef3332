import { PAGE_ORIGIN } from '@shared/contracts/desktop.ts';
import { BrowserWindow, screen } from 'electron';
import { endOnFailure } from '../host/unexpected.ts';
import { keepWindowState, readWindowState } from './window-state.ts';

/** A page that is gone twice within this time is not shown again by itself. */
const CRASH_PAUSE_MS = 10_000;

export interface WindowPlaces {
  readonly preload: string;
  readonly state: string;
}

/** @param prepare called before the page is loaded. */
export function openWindow(places: WindowPlaces, prepare: (window: BrowserWindow) => void): BrowserWindow {
  const state = readWindowState(places.state, screen);
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    ...state?.bounds,
    minWidth: 480,
    minHeight: 480,
    show: false,
    webPreferences: {
      preload: places.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  if (state?.isMaximized) window.maximize();
  keepWindowState(places.state, window);
  window.once('ready-to-show', () => window.show());
  reopenAfterCrash(window);
  prepare(window);
  window.loadURL(`${PAGE_ORIGIN}/`).catch(endOnFailure);
  return window;
}

function reopenAfterCrash(window: BrowserWindow): void {
  let lastCrash = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const now = Date.now();
    if (reason !== 'clean-exit' && now - lastCrash > CRASH_PAUSE_MS) window.webContents.reload();
    lastCrash = now;
  });
}
