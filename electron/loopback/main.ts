import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LOOPBACK_PORT } from '@shared/contracts/loopback.ts';
import type { Failure } from '@shared/contracts/results.ts';
import { describeFailure } from '../host/describe-failure.ts';
import { HostService, notAvailable } from '../host/host-service.ts';
import { listPageFiles, readBundledOriginal } from '../host/page-files.ts';
import { readChosenFiles } from '../host/read-chosen-files.ts';
import { endWithWords } from '../host/unexpected.ts';
import { decideVaultPath } from '../vault/location.ts';
import { Vault } from '../vault/vault.ts';
import { forgetOpeningPage, openBrowser } from './open-browser.ts';
import { openLibrary } from './open-library.ts';
import { PageKeys } from './page-keys.ts';
import { findRunningHost, forgetAddress, noteAddress } from './running-host.ts';
import { linkTo, serveLoopback } from './serve.ts';

const app = resolve(import.meta.dirname, '../..');

const say = (failure: Failure): void => console.error(describeFailure(failure, resolve(app, 'resources')));

endWithWords(say, () => process.exit(1));

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        vault: { type: 'string' },
        port: { type: 'string', default: String(LOOPBACK_PORT) },
        'no-open': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}

const { values, positionals } = readArguments();

function refuseToStart(failure: Failure): never {
  say(failure);
  process.exit(1);
}

async function show(address: string): Promise<void> {
  const isOpen = !values['no-open'] && (await openBrowser(address, vaultPath));
  console.log(`Duidu: ${address}`);
  if (!isOpen) console.log('Open this address in a browser on this machine.');
}

const callersFolder = process.env.INIT_CWD ?? process.cwd();
const vaultPath = decideVaultPath({
  option: values.vault,
  env: process.env,
  platform: process.platform,
  cwd: callersFolder,
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error('--port takes a number from 0 to 65535.');
  process.exit(2);
}

const opened = await Vault.open({ path: vaultPath, host: 'loopback' });
if (!opened.ok) {
  const running = opened.reason === 'vault-locked' ? await findRunningHost(vaultPath) : null;
  if (!running) refuseToStart(opened);
  await show(running);
  process.exit(0);
}
const vault = opened.value;
const files = await listPageFiles(resolve(app, 'out/renderer'));
const { version } = JSON.parse(await readFile(resolve(app, 'package.json'), 'utf8'));
const service = new HostService(vault, {
  capabilities: { nativeDialogs: false, nativeMenu: false },
  version,
  systemLocale: () => null,
  showMenu: () => undefined,
  pickFiles: notAvailable,
  chooseSavePath: notAvailable,
  clearStorage: async () => undefined,
  openLibrary: (path) => openLibrary(import.meta.filename, path),
  readBundled: (sha256) => readBundledOriginal(files, sha256),
});
if (positionals.length > 0)
  service.open(await readChosenFiles(positionals.map((path) => resolve(callersFolder, path))));
let origin = '';
const keys = await PageKeys.open({
  path: join(vaultPath, 'page-keys.json'),
  temporaryFolder: join(vaultPath, 'temporary'),
  renewed: (token) => noteAddress(vaultPath, linkTo(origin, token)).catch((error) => service.report(error)),
  fail: (error) => service.report(error),
});
const served = await serveLoopback({ service, files, keys, vault: vault.state.id }, port);
if (!served.ok) {
  await vault.close();
  refuseToStart(served);
}
origin = served.value.origin;
const link = linkTo(origin, keys.token);
// A library that is only read keeps no address: a second start is then told that the port is taken.
await noteAddress(vaultPath, link).catch((error: unknown) => service.report(error));

async function stop(): Promise<void> {
  if (served.ok) await served.value.close();
  await forgetAddress(vaultPath);
  await forgetOpeningPage(vaultPath);
  await vault.close();
  process.exit(0);
}
// A host that stands beside another ends with it, also where that one ended first.
if (process.send) process.once('disconnect', stop);
// SIGHUP: the terminal that started it was closed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
if (process.send && !process.connected) await stop();
await show(link);
