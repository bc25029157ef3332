import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { PAGES } from './made-library.ts';
import { exportAs } from './verify-steps.ts';

const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);

/** FORMAT.md is enough: a checker that shares no code with the program comes to the same result. */
it.skipIf(python === undefined)('a checker in another language agrees (needs Python)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duidu-checker-'));
  const at = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const exported = at('facts.csv', await exportAs('csv'));
  const sources = Object.entries(PAGES).map(([name, text]) => at(name, text));
  const check = (...paths: string[]) =>
    spawnSync(python as string, [resolve(import.meta.dirname, 'checker.py'), ...paths], { encoding: 'utf8' });
  expect(check(exported, ...sources)).toMatchObject({ status: 0, stdout: '' });
  const orchard = PAGES['orchard.txt'] as string;
  const changed = at('orchard.txt', orchard.replace('1.2万亩', '1.3万亩'));
  const { status, stdout } = check(exported, sources[0] as string, changed);
  expect(status).toBe(1);
  expect(stdout).toMatch(/1\.2万亩: (changed|missing)/);
});
