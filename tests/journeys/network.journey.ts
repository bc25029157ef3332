import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, scriptNode } from './harness-process.ts';

interface Seen {
  readonly names: number;
  readonly connections: number;
}

function inShutNetwork(kind: 'desktop' | 'loopback' | 'control'): Seen {
  const script = resolve(root, 'tests/journeys/shut-network.ts');
  const aliases = resolve(root, 'tests/aliases.mjs');
  const args = ['-n', scriptNode(), '--import', aliases, script, kind];
  const { stdout, stderr } = spawnSync('unshare', args, { cwd: root, encoding: 'utf8' });
  const last = stdout.trim().split('\n').at(-1);
  if (!last?.startsWith('{')) throw new Error(`${stdout}\n${stderr}`);
  return JSON.parse(last);
}

const canShut =
  spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' }).status === 0;

describe.skipIf(!canShut)('in a network where every way out is watched (needs unshare -n and ip)', () => {
  it('what goes out is seen', () => {
    const seen = inShutNetwork('control');
    expect(seen.names).toBeGreaterThan(0);
    expect(seen.connections).toBeGreaterThan(0);
  });

  it('the desktop app asks no name and no address', () => {
    expect(inShutNetwork('desktop')).toEqual({ names: 0, connections: 0 });
  });

  it('the loopback host asks no name and no address', () => {
    expect(inShutNetwork('loopback')).toEqual({ names: 0, connections: 0 });
  });
});
