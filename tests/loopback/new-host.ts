import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { HostService, notAvailable } from '../../electron/host/host-service.ts';
import { listPageFiles, readBundledOriginal } from '../../electron/host/page-files.ts';
import { PageKeys } from '../../electron/loopback/page-keys.ts';
import { linkTo, serveLoopback } from '../../electron/loopback/serve.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import { newFolder, openVault } from '../vault/new-vault.ts';
import { comeIn } from './call-loopback.ts';

export interface NewHost {
  readonly server: {
    /** Holds the key of a page that was let in. */
    readonly address: string;
  };
  readonly keys: PageKeys;
  /** Where the keys are kept. */
  readonly keysPath: string;
  readonly service: HostService;
  readonly vault: Vault;
  readonly authority: string;
}

/** A loopback host on a free port, with a page of a few files and an empty vault. */
export async function newHost(files: Readonly<Record<string, string>> = {}): Promise<NewHost> {
  const page = newFolder();
  for (const [path, text] of Object.entries({ 'index.html': '<!doctype html><p>页</p>', ...files })) {
    mkdirSync(join(page, path, '..'), { recursive: true });
    writeFileSync(join(page, path), text);
  }
  const vault = await openVault(newFolder());
  const pageFiles = await listPageFiles(page);
  const service = new HostService(vault, {
    capabilities: { nativeDialogs: false, nativeMenu: false },
    version: '0.0.0',
    systemLocale: () => 'zh-CN',
    showMenu: () => undefined,
    pickFiles: notAvailable,
    chooseSavePath: notAvailable,
    clearStorage: async () => undefined,
    openLibrary: notAvailable,
    readBundled: (sha256) => readBundledOriginal(pageFiles, sha256),
  });
  const keysPath = join(vault.state.path, 'page-keys.json');
  const keys = await PageKeys.open({
    path: keysPath,
    temporaryFolder: join(vault.state.path, 'temporary'),
    renewed: async () => undefined,
    fail: (error) => {
      throw error;
    },
  });
  const served = await serveLoopback({ service, files: pageFiles, keys, vault: vault.state.id }, 0);
  if (!served.ok) throw new Error(served.reason);
  onTestFinished(async () => {
    await served.value.close();
    await vault.close();
  });
  const { origin } = served.value;
  const address = await comeIn(linkTo(origin, keys.token));
  return { server: { address }, keys, keysPath, service, vault, authority: new URL(origin).host };
}
