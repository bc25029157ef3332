#!/usr/bin/env node
// Checks what the command line needs and says what to run; the commands themselves are built from main.ts.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const OLDEST_NODE = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
const build = resolve(import.meta.dirname, '../../out/main/cli.js');

if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(`duidu needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  process.exitCode = 2;
} else if (!existsSync(build)) {
  console.error('duidu is not built yet. In the checkout, run: npm ci');
  process.exitCode = 2;
} else {
  // Who wrote hears of it by the write itself, and the command ends in its own way.
  process.stdout.on('error', () => undefined);
  const { run } = await import(pathToFileURL(build).href);
  process.exitCode = await run(process.argv.slice(2));
}
