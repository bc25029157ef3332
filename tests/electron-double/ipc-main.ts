import type * as Electron from 'electron';
import type { DoubledContents, DoubledElectron, DoubledFrame } from './surface.ts';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

const handlers = new Map<string, Handler>();

export const ipcMain = {
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  removeHandler(channel) {
    handlers.delete(channel);
  },
} satisfies DoubledElectron['ipcMain'];

/** Calls a handler as a frame would; the answer is cloned, a thrown error is worded as Electron words it. */
export async function invokeHandler(
  sender: DoubledContents,
  senderFrame: DoubledFrame | null,
  channel: string,
  args: readonly unknown[],
): Promise<unknown> {
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const event = { sender, senderFrame } as unknown as Electron.IpcMainInvokeEvent;
    return structuredClone(await handler(event, ...args));
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${error}`);
  }
}
