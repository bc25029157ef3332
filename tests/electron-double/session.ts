import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { app } from './app.ts';
import type { DoubledSession } from './surface.ts';

type BeforeRequest = Parameters<DoubledSession['webRequest']['onBeforeRequest']>[0];

type Handler<Setter extends keyof Electron.Session> = Electron.Session[Setter] extends (
  handler: infer Given,
) => void
  ? Given
  : never;

/** What the app set on its session, for tests to ask: Chromium itself is not told of these handlers. */
export const settings: {
  isSpellCheckerEnabled: boolean;
  permissionRequest: Handler<'setPermissionRequestHandler'>;
  permissionCheck: Handler<'setPermissionCheckHandler'>;
  device: Handler<'setDevicePermissionHandler'>;
  displayMedia: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0];
  bluetooth: Handler<'setBluetoothPairingHandler'>;
} = {
  isSpellCheckerEnabled: true,
  permissionRequest: null,
  permissionCheck: null,
  device: null,
  displayMedia: null,
  bluetooth: null,
};

export type SessionSettings = typeof settings;

let beforeRequest: BeforeRequest | null = null;

/** Chromium's names for what Electron calls by its own. */
const STORAGES: Readonly<Record<string, string>> = { indexdb: 'indexeddb' };

class Session extends EventEmitter {
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => {
      beforeRequest = listener;
    },
  };
  async clearStorageData({ storages = [] }: Electron.ClearStorageDataOptions = {}): Promise<void> {
    const pages = app.context?.pages() ?? [];
    for (const page of pages) {
      const cdp = await page.context().newCDPSession(page);
      const storageTypes = storages.map((storage) => STORAGES[storage] ?? storage).join();
      await cdp.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes });
      await cdp.detach();
    }
  }
  setSpellCheckerEnabled(enable: boolean): void {
    settings.isSpellCheckerEnabled = enable;
  }
  setPermissionRequestHandler(handler: SessionSettings['permissionRequest']): void {
    settings.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: SessionSettings['permissionCheck']): void {
    settings.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: SessionSettings['device']): void {
    settings.device = handler;
  }
  setDisplayMediaRequestHandler(handler: SessionSettings['displayMedia']): void {
    settings.displayMedia = handler;
  }
  setBluetoothPairingHandler(handler: SessionSettings['bluetooth']): void {
    settings.bluetooth = handler;
  }
}

export const defaultSession: DoubledSession & EventEmitter = new Session();

/** Whether the app's own hook cancels a request. @param url the address as Electron would tell it */
export function isCancelled(url: string, resourceType: string): Promise<boolean> {
  if (!beforeRequest) return Promise.resolve(false);
  const hook = beforeRequest;
  const details = { url, method: 'GET', resourceType } as Electron.OnBeforeRequestListenerDetails;
  return new Promise((resolve) => hook(details, ({ cancel }) => resolve(cancel === true)));
}
