import type { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

/**
 * The part of the `electron` module that is doubled, in Electron's own types: `electron.ts` must satisfy it.
 * What is not here does not exist in the double, and asking for it throws.
 */
export interface DoubledElectron {
  readonly app: Pick<
    Electron.App,
    | 'commandLine'
    | 'enableSandbox'
    | 'exit'
    | 'getLocale'
    | 'getPath'
    | 'getPreferredSystemLanguages'
    | 'isPackaged'
    | 'quit'
    | 'requestSingleInstanceLock'
    | 'whenReady'
  > &
    Emitter;
  readonly BrowserWindow: {
    new (options: Electron.BrowserWindowConstructorOptions): DoubledWindow;
    getAllWindows(): DoubledWindow[];
  };
  readonly Menu: {
    buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): DoubledMenu;
    setApplicationMenu(menu: DoubledMenu | null): void;
    getApplicationMenu(): DoubledMenu | null;
  };
  readonly dialog: Pick<Electron.Dialog, 'showErrorBox'> & {
    showOpenDialog(options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue>;
    showSaveDialog(options: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue>;
  };
  readonly ipcMain: Pick<Electron.IpcMain, 'handle' | 'removeHandler'>;
  readonly protocol: Pick<Electron.Protocol, 'handle' | 'registerSchemesAsPrivileged'>;
  readonly screen: Pick<Electron.Screen, 'getDisplayMatching' | 'getPrimaryDisplay'>;
  readonly session: { readonly defaultSession: DoubledSession };
}

export type DoubledWindow = Pick<
  Electron.BrowserWindow,
  | 'close'
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'show'
> &
  Emitter & { readonly webContents: DoubledContents };

export type DoubledContents = Pick<
  Electron.WebContents,
  'getURL' | 'id' | 'isDestroyed' | 'reload' | 'send' | 'setWebRTCIPHandlingPolicy' | 'setWindowOpenHandler'
> &
  Emitter & { readonly mainFrame: DoubledFrame };

export type DoubledFrame = Pick<Electron.WebFrameMain, 'frameTreeNodeId' | 'origin' | 'url'>;

export type DoubledSession = Pick<
  Electron.Session,
  | 'clearStorageData'
  | 'setBluetoothPairingHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
> &
  Emitter & { readonly webRequest: { onBeforeRequest: OnBeforeRequest } };

/** Electron's `on` returns the whole object, which is more than is doubled. */
type Emitter = Pick<EventEmitter, 'on' | 'once'>;

type OnBeforeRequest = (
  listener: (
    details: Electron.OnBeforeRequestListenerDetails,
    callback: (response: Electron.CallbackResponse) => void,
  ) => void,
) => void;

export interface DoubledMenu {
  popup(): void;
  getMenuItemById(id: string): { readonly label: string; readonly enabled: boolean; click(): void } | null;
}
