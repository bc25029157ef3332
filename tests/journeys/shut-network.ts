/**
 * Runs in a network of its own (`unshare -n`) where every address leads back here, opens a host, lets it
 * work, and prints as JSON who asked a name server or came to a web port. Argument: `desktop`, `loopback`
 * or `control`, which goes out on purpose.
 */
import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { resolve4 } from 'node:dns/promises';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callLoopback, comeIn } from '../loopback/call-loopback.ts';
import { openDesktop } from './harness-desktop.ts';
import { startLoopback } from './harness-loopback.ts';

const WEB_PORTS = [80, 443];
/** Long enough for what Chromium does by itself after it starts. */
const WORK_MS = 6000;

for (const command of ['link set lo up', 'route add local 0.0.0.0/0 dev lo']) {
  const { status, stderr } = spawnSync('ip', command.split(' '), { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

const seen = { names: 0, connections: 0 };
const names = createSocket('udp4', () => {
  seen.names++;
});
await new Promise<void>((listening) => names.bind(53, listening));
for (const port of WEB_PORTS) {
  const server = createServer((socket) => {
    seen.connections++;
    socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(port, listening));
}

async function work(kind: string): Promise<void> {
  if (kind === 'control') {
    // An address set aside for documentation, and a name that cannot be registered.
    await fetch('http://192.0.2.1/').catch(() => undefined);
    void resolve4('duidu.invalid').catch(() => undefined);
    await new Promise((settle) => setTimeout(settle, 1000));
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'duidu-shut-'));
  const machine = { vault: join(folder, 'vault'), profile: join(folder, 'profile'), port: 0 };
  if (kind === 'desktop') {
    const host = await openDesktop(machine);
    await new Promise((settle) => setTimeout(settle, WORK_MS));
    await host.close();
    return;
  }
  // Without a browser: what the person's own asks of the world by itself is not the host's.
  const { process: host, address } = await startLoopback(machine);
  await callLoopback(await comeIn(address), 'originals.keep', Uint8Array.of(1));
  await new Promise((settle) => setTimeout(settle, WORK_MS));
  host.child.kill('SIGTERM');
  await host.exited;
}

await work(process.argv[2] ?? '');
console.log(JSON.stringify(seen));
process.exit(0);
