import { CALL_CHANNEL, EVENT_CHANNEL } from '@shared/contracts/desktop.ts';
import type { Host, HostEvent } from '@shared/contracts/host.ts';
import { contextBridge, ipcRenderer } from 'electron';

const host: Host = {
  call: (name, ...args) => ipcRenderer.invoke(CALL_CHANNEL, name, args),
  on: (event, listener) => {
    const hear = (_event: unknown, name: HostEvent, payload: Parameters<typeof listener>[0]): void => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, hear);
    };
  },
};

contextBridge.exposeInMainWorld('duidu', host);
