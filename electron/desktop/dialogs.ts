import { writeFile } from 'node:fs/promises';
import type { PickedFiles } from '@shared/contracts/host.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { dialog } from 'electron';
import { readChosenFiles } from '../host/read-chosen-files.ts';
import { failureOfFile } from '../vault/disk-failure.ts';

export async function pickFiles(): Promise<Result<PickedFiles>> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openFile', 'multiSelections'],
  });
  return canceled ? failure('cancelled') : success(await readChosenFiles(filePaths));
}

export async function saveFile(
  suggestedName: string,
  bytes: Uint8Array,
): Promise<Result<{ readonly path: string }>> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: suggestedName });
  if (canceled) return failure('cancelled');
  try {
    await writeFile(filePath, bytes);
    return success({ path: filePath });
  } catch (error) {
    return failureOfFile(error, 'write');
  }
}
