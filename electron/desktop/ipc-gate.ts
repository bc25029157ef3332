import { CALL_CHANNEL, EVENT_CHANNEL, PAGE_ORIGIN } from '@shared/contracts/desktop.ts';
import { checkCall } from '@shared/contracts/host-arguments.ts';
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { HostService } from '../host/host-service.ts';

/** The one gate for calls: from the page itself, by a name and arguments that fit, or refused. */
export function openGate(ipcMain: IpcMain, service: HostService): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, args: unknown) => {
    const call = isOwnPage(event) ? checkCall(name, args) : null;
    if (!call?.ok) throw new Error('refused');
    try {
      return await service.call(pageOf(event.sender), call.value);
    } catch (error) {
      service.report(error);
      throw error;
    }
  });
}

/** Tells a page of the host's events for as long as it is there. */
export function tellEvents(contents: WebContents, service: HostService): void {
  const stop = service.listen(pageOf(contents), (event, payload) => {
    if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, event, payload);
  });
  contents.once('destroyed', stop);
}

const pageOf = (contents: WebContents): string => `window-${contents.id}`;

/** The main frame of a window, showing the page and nothing else. */
function isOwnPage({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    senderFrame !== null &&
    senderFrame.frameTreeNodeId === sender.mainFrame.frameTreeNodeId &&
    senderFrame.origin === PAGE_ORIGIN
  );
}
