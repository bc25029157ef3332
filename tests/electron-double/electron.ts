import * as appDouble from './app.ts';
import * as windowDouble from './browser-window.ts';
import { answerTests } from './controls.ts';
import * as dialogDouble from './dialog.ts';
import * as ipcDouble from './ipc-main.ts';
import * as menuDouble from './menu.ts';
import * as schemeDouble from './schemes.ts';
import * as sessionDouble from './session.ts';
import { strict } from './strict.ts';
import type { DoubledElectron } from './surface.ts';

const area = { x: 0, y: 0, width: 1920, height: 1080 };
type Display = ReturnType<DoubledElectron['screen']['getPrimaryDisplay']>;
const display = { id: 1, bounds: area, workArea: area, scaleFactor: 1 } as unknown as Display;

const electron: DoubledElectron = {
  app: strict('app', appDouble.app),
  BrowserWindow: windowDouble.BrowserWindow,
  Menu: menuDouble.Menu,
  dialog: strict('dialog', dialogDouble.dialog),
  ipcMain: strict('ipcMain', ipcDouble.ipcMain),
  protocol: strict('protocol', schemeDouble.protocol),
  screen: strict('screen', { getPrimaryDisplay: () => display, getDisplayMatching: () => display }),
  session: { defaultSession: strict('session', sessionDouble.defaultSession) },
};

export const { app, BrowserWindow, Menu, dialog, ipcMain, protocol, screen, session } = electron;

answerTests(electron);
