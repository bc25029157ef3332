import { CALL_CHANNEL, EVENT_CHANNEL, PAGE_ORIGIN } from '@shared/contracts/desktop.ts';
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { openGate, tellEvents } from '../../electron/desktop/ipc-gate.ts';
import type { HostService, PageListener } from '../../electron/host/host-service.ts';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>;

const mainFrame = { frameTreeNodeId: 7, origin: PAGE_ORIGIN };

/** The gate's handler before a service that notes what it is asked. */
function newGate() {
  const asked: unknown[] = [];
  const handlers = new Map<string, Handler>();
  const ipcMain = { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) };
  const service = {
    call: async (page: string, call: unknown) => {
      asked.push({ page, call });
      return 'answered';
    },
  };
  openGate(ipcMain as unknown as IpcMain, service as unknown as HostService);
  const call = (senderFrame: object | null, ...args: unknown[]): Promise<unknown> => {
    const event = { sender: { id: 3, mainFrame }, senderFrame } as unknown as IpcMainInvokeEvent;
    return handlers.get(CALL_CHANNEL)!(event, ...args);
  };
  return { asked, call, channels: [...handlers.keys()] };
}

describe('the gate', () => {
  it('is one channel', () => {
    expect(newGate().channels).toEqual([CALL_CHANNEL]);
  });

  it('lets the page call by name', async () => {
    const { asked, call } = newGate();
    expect(await call(mainFrame, 'journal.read', [0])).toBe('answered');
    expect(asked).toEqual([{ page: 'window-3', call: { name: 'journal.read', args: [0] } }]);
  });

  it.each([
    ['a frame that is gone', null],
    ['a frame inside the page', { ...mainFrame, frameTreeNodeId: 8 }],
    ['another origin', { ...mainFrame, origin: 'https://example.org' }],
    ['an origin that only begins alike', { ...mainFrame, origin: `${PAGE_ORIGIN}.example` }],
    ['a page without an origin', { ...mainFrame, origin: 'null' }],
    ['a file', { ...mainFrame, origin: 'file://' }],
  ])('refuses %s', async (_what, frame) => {
    const { asked, call } = newGate();
    await expect(call(frame, 'host.info', [])).rejects.toThrow('refused');
    expect(asked).toEqual([]);
  });

  it.each([
    ['a name that is no call', ['shell.openExternal', ['https://example.org']]],
    ['no name', []],
    ['arguments of another form', ['originals.read', ['../../etc/passwd']]],
    ['more arguments than there are', ['host.info', ['more']]],
    ['arguments that are no list', ['host.info', { length: 0 }]],
  ])('refuses %s', async (_what, args) => {
    const { asked, call } = newGate();
    await expect(call(mainFrame, ...args)).rejects.toThrow('refused');
    expect(asked).toEqual([]);
  });
});

describe('events', () => {
  it('go to the page on one channel until it is gone', () => {
    const sent: unknown[][] = [];
    let isListening = false;
    let tell: PageListener = () => undefined;
    let leave = (): void => undefined;
    const service = {
      listen: (_page: string, listener: PageListener) => {
        tell = listener;
        isListening = true;
        return () => {
          isListening = false;
        };
      },
    };
    const contents = {
      id: 3,
      isDestroyed: () => false,
      send: (...args: unknown[]) => sent.push(args),
      once: (_event: string, gone: () => void) => {
        leave = gone;
      },
    };
    tellEvents(contents as unknown as WebContents, service as unknown as HostService);
    tell('menu.command', 'search.open');
    expect(sent).toEqual([[EVENT_CHANNEL, 'menu.command', 'search.open']]);
    leave();
    expect(isListening).toBe(false);
  });
});
