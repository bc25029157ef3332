import type { Host } from '@shared/contracts/host.ts';
import { connectLoopback } from './loopback-host.ts';

declare global {
  interface Window {
    /** Put there by the desktop's preload; absent where the page came from the loopback host. */
    readonly duidu?: Host;
  }
}

/** The host of this page. */
export const connectHost = (): Host => window.duidu ?? connectLoopback();
