import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { HostService, notAvailable } from '../../electron/host/host-service.ts';
import { listPageFiles, readBundledOriginal } from '../../electron/host/page-files.ts';
import { type LoopbackServer, serveLoopback } from '../../electron/loopback/serve.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import { newFolder, openVault } from '../vault/new-vault.ts';

export interface NewHost {
  readonly server: LoopbackServer;
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
    saveFile: notAvailable,
    readBundled: (sha256) => readBundledOriginal(pageFiles, sha256),
  });
  const served = await serveLoopback(service, pageFiles, 0);
  if (!served.ok) throw new Error(served.reason);
  onTestFinished(async () => {
    await served.value.close();
    await vault.close();
  });
  return { server: served.value, service, vault, authority: new URL(served.value.address).host };
}
