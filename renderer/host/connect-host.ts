import type { Host } from '@shared/contracts/host.ts';
import { type ConnectedHost, createConnection } from './connection.ts';
import { connectDesktop } from './desktop-transport.ts';
import { connectLoopback } from './loopback-transport.ts';

declare global {
  interface Window {
    /** Put there by the desktop's preload; absent where the page came from the loopback host. */
    readonly duidu?: Host;
  }
}

/** The host of this page. */
export const connectHost = (): ConnectedHost =>
  createConnection(window.duidu ? connectDesktop(window.duidu) : connectLoopback());
