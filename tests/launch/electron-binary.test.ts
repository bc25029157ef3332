import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findElectron } from '../../electron/launch/electron-binary.ts';
import { newFolder } from '../vault/new-vault.ts';

describe("Electron's program", () => {
  it('is found only where it was fetched', () => {
    const app = newFolder();
    const electron = join(app, 'node_modules/electron');
    mkdirSync(join(electron, 'dist'), { recursive: true });
    expect(findElectron(app, {})).toBeNull();
    writeFileSync(join(electron, 'path.txt'), 'electron');
    expect(findElectron(app, {})).toBeNull();
    writeFileSync(join(electron, 'dist', 'electron'), '');
    expect(findElectron(app, {})).toBe(join(electron, 'dist', 'electron'));
    expect(findElectron(app, { ELECTRON_OVERRIDE_DIST_PATH: join(app, 'elsewhere') })).toBeNull();
  });
});
