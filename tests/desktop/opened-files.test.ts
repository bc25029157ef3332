import { truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MAX_ORIGINAL_BYTES } from '@shared/contracts/host.ts';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../electron/desktop/opened-files.ts';
import { readChosenFiles } from '../../electron/host/read-chosen-files.ts';
import { forElectron } from '../../electron/launch/start-arguments.ts';
import { newFolder } from '../vault/new-vault.ts';

describe('the files of a command line', () => {
  it('are what is no switch and not the program', () => {
    expect(filesOf(['duidu', '--vault=/v', '页.txt', '--x'], '/here', false)).toEqual([
      resolve('/here/页.txt'),
    ]);
    expect(filesOf(['electron', '--x', '/app', 'a.txt'], '/here', true)).toEqual([resolve('/here/a.txt')]);
    expect(filesOf(['duidu'], '/here', false)).toEqual([]);
  });

  it('are told from the values of switches before Electron is started', () => {
    const given = ['--vault', 'v', 'a.txt', '--port', '9', '--no-open', '--port=8', '--vault=w'];
    expect(forElectron(given)).toEqual(['--vault=v', 'a.txt', '--vault=w']);
  });
});

describe('chosen files', () => {
  it('are read, and each that cannot be is refused by name', async () => {
    const folder = newFolder();
    const at = (name: string): string => join(folder, name);
    writeFileSync(at('页.txt'), '一页');
    writeFileSync(at('large.txt'), '');
    truncateSync(at('large.txt'), MAX_ORIGINAL_BYTES + 1);
    const { files, refused } = await readChosenFiles([at('gone.txt'), at('页.txt'), folder, at('large.txt')]);
    expect(files).toEqual([{ name: '页.txt', bytes: new TextEncoder().encode('一页') }]);
    expect(refused.map(({ failure }) => failure.reason)).toEqual([
      'file-not-found',
      'file-is-folder',
      'file-too-large',
    ]);
    expect(refused[0]?.name).toBe('gone.txt');
  });

  it('are archives that are larger than what is kept', async () => {
    const path = join(newFolder(), '四月.ZIP');
    writeFileSync(path, '');
    truncateSync(path, MAX_ORIGINAL_BYTES + 1);
    const { files, refused } = await readChosenFiles([path]);
    expect([files[0]?.bytes.length, refused]).toEqual([MAX_ORIGINAL_BYTES + 1, []]);
  });
});
