import type { PickedFiles } from '@shared/contracts/host.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { dialog } from 'electron';
import { readChosenFiles } from '../host/read-chosen-files.ts';

export async function pickFiles(): Promise<Result<PickedFiles>> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openFile', 'multiSelections'],
  });
  return canceled ? failure('cancelled') : success(await readChosenFiles(filePaths));
}

export async function chooseSavePath(suggestedName: string): Promise<Result<string>> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: suggestedName });
  return canceled || filePath === '' ? failure('cancelled') : success(filePath);
}
