import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MenuItem } from '@shared/contracts/host.ts';
import type { Failure } from '@shared/contracts/results.ts';
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';
import { describeFailure } from '../host/describe-failure.ts';
import { HostService } from '../host/host-service.ts';
import { listPageFiles, readBundledOriginal } from '../host/page-files.ts';
import { readChosenFiles } from '../host/read-chosen-files.ts';
import { endOnFailure, endWithWords } from '../host/unexpected.ts';
import { decideVaultPath } from '../vault/location.ts';
import { Vault } from '../vault/vault.ts';
import { registerPageScheme, servePage } from './app-protocol.ts';
import { chooseSavePath, pickFiles } from './dialogs.ts';
import { openGate, tellEvents } from './ipc-gate.ts';
import { lockProcess, lockSession } from './lockdown.ts';
import { offerTextMenu, showMenu } from './menu.ts';
import { openLibrary } from './open-library.ts';
import { hearOpenedFiles } from './opened-files.ts';
import { openWindow } from './window.ts';

const appFolder = resolve(import.meta.dirname, '../..');

registerPageScheme(protocol);
lockProcess(app);

if (app.requestSingleInstanceLock()) start().catch(endOnFailure);
else app.quit();

/** In the person's language, in place of a page. */
function showFailure(failure: Failure): void {
  const language = app.getPreferredSystemLanguages()[0]?.startsWith('zh') ? 'zh' : 'en';
  dialog.showErrorBox('Duidu', describeFailure(failure, join(appFolder, 'resources'), language));
}

async function start(): Promise<void> {
  endWithWords(showFailure, () => app.exit(1));
  // As a terminal that closes ends it, and a system that shuts down.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => app.quit());
  const openedPaths: string[] = [];
  let open = (paths: readonly string[]): void => {
    openedPaths.push(...paths);
  };
  hearOpenedFiles(app, (paths) => open(paths));
  await app.whenReady();
  lockSession(session.defaultSession);

  const opened = await Vault.open({
    path: decideVaultPath({
      option: app.commandLine.getSwitchValue('vault'),
      env: process.env,
      platform: process.platform,
      cwd: process.cwd(),
    }),
    host: 'desktop',
  });
  if (!opened.ok) {
    showFailure(opened);
    app.exit(1);
    return;
  }
  const vault = opened.value;
  const files = await listPageFiles(join(appFolder, 'out/renderer'));
  let textMenu: readonly MenuItem[] = [];
  const service: HostService = new HostService(vault, {
    capabilities: { nativeDialogs: true, nativeMenu: true },
    version: JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')).version,
    systemLocale: () => app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
    showMenu: (sections, ofText) => {
      showMenu(sections, (command) => service.tell('menu.command', command));
      textMenu = ofText;
    },
    pickFiles,
    chooseSavePath,
    clearStorage: () => session.defaultSession.clearStorageData({ storages: ['indexdb'] }),
    openLibrary: (path) => openLibrary(path, app.getPath('userData')),
    readBundled: (sha256) => readBundledOriginal(files, sha256),
  });
  servePage(protocol, files);
  openGate(ipcMain, service);

  const show = (): void => {
    const places = {
      preload: join(appFolder, 'out/preload/index.cjs'),
      state: join(app.getPath('userData'), 'window.json'),
    };
    openWindow(places, ({ webContents }) => {
      tellEvents(webContents, service);
      offerTextMenu(webContents, () => textMenu);
    });
  };
  open = (paths) => {
    if (paths.length === 0) return;
    readChosenFiles(paths)
      .then((chosen) => service.open(chosen))
      .catch((error: unknown) => service.report(error));
  };
  open(openedPaths);
  show();
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) show();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    vault
      .close()
      .catch((error: unknown) => service.report(error))
      .finally(() => app.exit(0));
  });
}
