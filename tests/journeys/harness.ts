import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '@shared/contracts/host.ts';
import type { Page } from 'playwright';
import { beforeAll, beforeEach, onTestFinished } from 'vitest';
import { openDesktop } from './harness-desktop.ts';
import { openElectron } from './harness-electron.ts';
import { openLoopback } from './harness-loopback.ts';

/** A host that a journey opened: the page it shows and what happens to it. */
export interface OpenHost {
  readonly page: Page;
  /** Calls the host as the page does, without its buttons. */
  readonly call: Host['call'];
  /** Ends the host as a person does, and waits until it is gone. */
  readonly close: () => Promise<void>;
  /** Ends its process as a crash does. */
  readonly kill: () => Promise<void>;
  /** Puts files on the desk through the host's way of choosing them: run `choose`, which asks for them. */
  readonly pickFiles: (paths: readonly string[], choose: () => Promise<void>) => Promise<void>;
  /** Has the host save to a path what `save` asks it to; the file is there when it answers. */
  readonly saveFile: (path: string, save: () => Promise<void>) => Promise<void>;
}

export type HostKind = 'desktop' | 'loopback';

/** One person's machine: a vault and a browser profile that live through restarts. */
export interface Machine {
  readonly vault: string;
  readonly profile: string;
  /** Port of the loopback host, one for all its starts: IndexedDB belongs to the origin. */
  port: number;
}

export const HOSTS: readonly HostKind[] = ['desktop', 'loopback'];

/**
 * The hosts that a journey travels on: both in `npm run test:journeys`, one in `npm test`. Page and host object
 * are the same on either, and what lies between them (dialogs, downloads, addresses, restarts) has journeys that
 * always travel on both.
 */
export function hostsFor(usual: HostKind): readonly HostKind[] {
  return isLong ? HOSTS : [usual];
}

/** Whether this is `npm run test:journeys`. */
export const isLong = process.env.DUIDU_MODE === 'journeys';

export function newMachine(): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'duidu-journey-'));
  return { vault: join(folder, 'vault'), profile: join(folder, 'profile'), port: 0 };
}

/** Opens a host on a machine; what a journey leaves open is closed after it. */
export async function openHost(kind: HostKind, machine: Machine): Promise<OpenHost> {
  const host = await startHost(kind, machine);
  onTestFinished(() => host.close());
  return host;
}

export interface SharedHost {
  readonly open: () => OpenHost;
  /** Ends the host and opens it again on the same machine. */
  readonly restart: () => Promise<OpenHost>;
}

/**
 * One host on one machine for journeys that need none of their own: to start one and to fill its library
 * takes longer than most journeys. Each finds the page loaded anew, over the library that `fill` laid there.
 */
export function shareHost(kind: HostKind, fill?: (host: OpenHost) => Promise<void>): SharedHost {
  const machine = newMachine();
  let host: OpenHost;
  beforeAll(async () => {
    host = await startHost(kind, machine);
    await fill?.(host);
    return () => host.close();
  });
  beforeEach(async () => {
    await host.page.reload();
    await host.page.locator('nav').waitFor();
  });
  return {
    open: () => host,
    restart: async () => {
      await host.close();
      host = await startHost(kind, machine);
      return host;
    },
  };
}

/** `npm run test:electron` names Electron's own program; everything else runs on the double. */
function startHost(kind: HostKind, machine: Machine): Promise<OpenHost> {
  if (kind === 'loopback') return openLoopback(machine);
  const electron = process.env.DUIDU_ELECTRON;
  return electron ? openElectron(electron, machine) : openDesktop(machine);
}
