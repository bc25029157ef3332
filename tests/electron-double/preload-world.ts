import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type CloneCodec, makeCloneCodec } from './clone-codec.ts';
import { tellContextMenus } from './context-menu.ts';
import { bridgeWorlds } from './world-bridge.ts';

/** Name of the world the preload runs in. */
export const PRELOAD_WORLD = 'Electron Isolated Context';

/** What a page sends to the process; the process answers `invoke` with `receive({ reply: id … })`. */
export interface Invocation {
  readonly id: number;
  readonly channel: string;
  readonly args: readonly unknown[];
}

/** What the process sends to a page. */
export type ToPage =
  | { readonly reply: number; readonly threw: boolean; readonly value: unknown }
  | { readonly channel: string; readonly args: readonly unknown[] };

/** The sources to run in a page's two worlds before its own scripts, and how to speak to the preload. */
export interface PreloadScripts {
  /** Name of the binding that the preload calls with an encoded `Invocation`. */
  readonly binding: string;
  /** Name of the binding that is told of a menu that the page does not show itself. */
  readonly contextMenu: string;
  readonly page: string;
  readonly preload: string;
  /** Source that hands an encoded `ToPage` to the preload. */
  readonly receive: (encoded: string) => string;
}

export function preparePreload(path: string): PreloadScripts {
  const secret = `w${randomBytes(12).toString('hex')}`;
  const binding = `${secret}send`;
  const contextMenu = `${secret}menu`;
  const source = readFileSync(path, 'utf8');
  const setUp = `(${runPreload})(${JSON.stringify(binding)}, (${makeCloneCodec})(), (${bridgeWorlds})(${JSON.stringify(secret)}, 'preload'), function (require, module, exports) {\n${source}\n})`;
  const mainFrameOnly = (script: string) => `if (window.top === window) { ${script} }`;
  return {
    binding,
    contextMenu,
    page: mainFrameOnly(`(${bridgeWorlds})(${JSON.stringify(secret)}, 'page');`),
    preload: mainFrameOnly(`${setUp}; (${tellContextMenus})(${JSON.stringify(contextMenu)});`),
    receive: (encoded) => `${binding}Receive(${JSON.stringify(encoded)})`,
  };
}

type Listener = (event: unknown, ...args: unknown[]) => void;

/** Runs a preload as a sandboxed one runs: it may require `electron` and nothing else. Runs in the page. */
function runPreload(
  binding: string,
  codec: CloneCodec,
  expose: (key: string, value: unknown) => void,
  preload: (require: (id: string) => unknown, module: { exports: unknown }, exports: unknown) => void,
): void {
  const world = globalThis as unknown as Record<string, (text: string) => void>;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
  const listeners = new Map<string, Set<Listener>>();
  let next = 1;

  world[`${binding}Receive`] = (encoded) => {
    const message = codec.decode(encoded) as ToPage;
    if ('channel' in message) {
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.args);
      return;
    }
    const call = waiting.get(message.reply);
    waiting.delete(message.reply);
    if (message.threw) call?.reject(new Error(String(message.value)));
    else call?.resolve(message.value);
  };

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = next++;
        const encoded = codec.encode({ id, channel, args });
        waiting.set(id, { resolve, reject });
        world[binding]?.(encoded);
      }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    },
    off: (channel: string, listener: Listener) => {
      listeners.get(channel)?.delete(listener);
    },
  };
  const module = { exports: {} };
  const require = (id: string): unknown => {
    if (id !== 'electron') throw new Error(`module not found: ${id}`);
    return { contextBridge: { exposeInMainWorld: expose }, ipcRenderer };
  };
  preload(require, module, module.exports);
}
