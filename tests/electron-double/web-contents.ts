import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { BrowserContext, CDPSession, Page } from 'playwright';
import { makeCloneCodec } from './clone-codec.ts';
import type { Editing } from './context-menu.ts';
import { invokeHandler } from './ipc-main.ts';
import {
  type Invocation,
  PRELOAD_WORLD,
  type PreloadScripts,
  preparePreload,
  type ToPage,
} from './preload-world.ts';
import { realOf, standInOf } from './schemes.ts';
import { isCancelled } from './session.ts';
import type { DoubledContents } from './surface.ts';

const codec = makeCloneCodec();
let lastId = 0;

/** A page of Chromium with the app's preload in a world of its own. */
export class WebContents extends EventEmitter implements DoubledContents {
  readonly id = ++lastId;
  page: Page | null = null;
  webRtcPolicy = 'default';
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null;
  #cdp: CDPSession | null = null;
  #scripts: PreloadScripts | null = null;
  #preloadContext: number | null = null;
  /** The address that the app itself is loading: no `will-navigate` is told of it. */
  #loading: string | null = null;

  get mainFrame() {
    const url = this.getURL();
    // Node's URL knows no origin of a scheme that is not the web's; Electron does.
    return { url, origin: /^[a-z][a-z\d+.-]*:\/\/[^/]*/i.exec(url)?.[0] ?? 'null', frameTreeNodeId: this.id };
  }
  getURL(): string {
    return realOf(this.page?.url() ?? '');
  }
  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }
  setWindowOpenHandler(handler: NonNullable<typeof this.openHandler>): void {
    this.openHandler = handler;
  }
  reload(): void {
    void this.load(this.getURL()).catch(() => undefined);
  }
  send(channel: string, ...args: unknown[]): void {
    this.#post({ channel, args });
  }

  /** Chromium's own command on what has the focus. */
  edit(command: Editing): void {
    const key = { type: 'rawKeyDown' as const, commands: [command] };
    void this.#cdp?.send('Input.dispatchKeyEvent', key).catch(() => undefined);
  }

  async load(url: string): Promise<void> {
    const address = standInOf(url);
    this.#loading = address;
    await this.page?.goto(address, { waitUntil: 'load' });
  }

  async attach(context: BrowserContext, page: Page, preload: string): Promise<void> {
    this.page = page;
    const scripts = preparePreload(preload);
    this.#scripts = scripts;
    const cdp = await context.newCDPSession(page);
    this.#cdp = cdp;
    const { frameTree } = await cdp.send('Page.getFrameTree');
    cdp.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
      if (name === PRELOAD_WORLD && auxData?.frameId === frameTree.frame.id) this.#preloadContext = id;
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === scripts.binding) void this.#answer(codec.decode(payload) as Invocation);
      if (name === scripts.contextMenu) this.emit('context-menu', {}, JSON.parse(payload));
    });
    await cdp.send('Runtime.enable');
    await cdp.send('Page.enable');
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page });
    for (const name of [scripts.binding, scripts.contextMenu])
      await cdp.send('Runtime.addBinding', { name, executionContextName: PRELOAD_WORLD });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: scripts.preload,
      worldName: PRELOAD_WORLD,
    });
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    page.on('load', () => this.emit('did-finish-load'));
    await page.route('**/*', async (route) => {
      const request = route.request();
      const url = realOf(request.url());
      const isNavigation = request.isNavigationRequest();
      const isMainFrame = isNavigation && request.frame() === page.mainFrame();
      const isOwn = isMainFrame && request.url() === this.#loading;
      const isRefused =
        (isNavigation && !isOwn && !this.#mayNavigate(url, isMainFrame)) ||
        (await isCancelled(url, request.resourceType()));
      await (isRefused ? route.abort('aborted') : route.continue()).catch(() => undefined);
    });
  }

  #mayNavigate(url: string, isMainFrame: boolean): boolean {
    let mayNavigate = true;
    const details = {
      url,
      isMainFrame,
      preventDefault: () => {
        mayNavigate = false;
      },
    };
    if (isMainFrame) this.emit('will-navigate', details);
    this.emit('will-frame-navigate', details);
    return mayNavigate;
  }

  async #answer({ id, channel, args }: Invocation): Promise<void> {
    try {
      const value = await invokeHandler(this, this.mainFrame, channel, args);
      this.#post({ reply: id, threw: false, value });
    } catch (error) {
      this.#post({ reply: id, threw: true, value: error instanceof Error ? error.message : String(error) });
    }
  }

  #post(message: ToPage): void {
    if (!this.#cdp || !this.#scripts || this.#preloadContext === null) return;
    const expression = this.#scripts.receive(codec.encode(message));
    // The page may have gone since it asked.
    this.#cdp
      .send('Runtime.evaluate', { expression, contextId: this.#preloadContext })
      .catch(() => undefined);
  }
}
