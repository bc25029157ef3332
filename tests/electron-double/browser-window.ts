import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { BrowserContext, Page } from 'playwright';
import { app } from './app.ts';
import { isEditing } from './context-menu.ts';
import { roles } from './menu.ts';
import { realOf } from './schemes.ts';
import { strict } from './strict.ts';
import type { DoubledWindow } from './surface.ts';
import { WebContents } from './web-contents.ts';

const windows = new Set<BrowserWindow>();
const ownPages = new WeakSet<Page>();

/** A window is a page; what it looks like is not doubled. */
export class BrowserWindow extends EventEmitter implements DoubledWindow {
  readonly webContents = strict('webContents', new WebContents());
  isShown = false;
  readonly #attached: Promise<void>;
  readonly #bounds: Electron.Rectangle;
  #isMaximized = false;
  #isDestroyed = false;

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    const { preload, sandbox, contextIsolation, nodeIntegration } = options.webPreferences ?? {};
    if (!sandbox || !contextIsolation || nodeIntegration !== false || !preload)
      throw new Error('double: cannot show a window that is not sandboxed and isolated, with a preload');
    if (!app.context) throw new Error('Cannot create BrowserWindow before app is ready');
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    windows.add(this);
    this.#attached = this.#attach(app.context, preload);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    await this.#attached;
    await this.webContents.load(url);
    if (!this.isShown) this.emit('ready-to-show');
  }
  close(): void {
    void this.closeAndWait();
  }
  /** @returns false where the app kept it open. */
  async closeAndWait(): Promise<boolean> {
    let mayClose = true;
    this.emit('close', {
      preventDefault: () => {
        mayClose = false;
      },
    });
    if (!mayClose) return false;
    await this.#attached;
    await this.webContents.page?.close().catch(() => undefined);
    this.#gone();
    return true;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  show(): void {
    this.isShown = true;
  }
  focus(): void {
    this.emit('focus');
  }
  maximize(): void {
    this.#isMaximized = true;
  }
  isMaximized(): boolean {
    return this.#isMaximized;
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {}
  getNormalBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  async #attach(context: BrowserContext, preload: string): Promise<void> {
    const page = await context.newPage();
    ownPages.add(page);
    await page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height });
    await this.webContents.attach(context, page, preload);
    page.on('close', () => this.#gone());
    page.on('popup', (popup) => void refusePopup(this.webContents, popup));
  }

  #gone(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    windows.delete(this);
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (windows.size === 0) app.windowsAllClosed();
  }
}

app.closeWindows = async () => {
  for (const window of windows) if (!(await window.closeAndWait())) return false;
  return true;
};

roles.perform = (role) => {
  const [window] = windows;
  if (!isEditing(role) || !window) throw new Error(`double: the role ${role} is not doubled`);
  window.webContents.edit(role);
};

/** Asks the app's handler, as Electron does; the double opens no second window whatever it says. */
async function refusePopup(opener: WebContents, popup: Page): Promise<void> {
  const url = realOf(popup.url());
  const details = {
    url,
    frameName: '',
    features: '',
    disposition: 'foreground-tab',
  } as Electron.HandlerDetails;
  if (opener.openHandler?.(details).action !== 'deny') console.error(`[double] a window was allowed: ${url}`);
  await popup.close().catch(() => undefined);
}
