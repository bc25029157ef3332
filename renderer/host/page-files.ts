import { type Host, MAX_ORIGINAL_BYTES, type PickedFile, type PickedFiles } from '@shared/contracts/host.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { ACCEPTED } from '@shared/formats/formats.ts';

/** Lets the person choose files: in the host's dialog where it has one, else in the browser's. */
export async function chooseFiles(host: Host, hasDialogs: boolean): Promise<Result<PickedFiles>> {
  if (hasDialogs) return await host.call('files.pick');
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = ACCEPTED.join(',');
  const chosen = await new Promise<readonly File[]>((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
  return chosen.length === 0 ? failure('cancelled') : success(await readFiles(chosen));
}

/** Reads files that were dropped or chosen in the page; too large ones are refused unread. */
export async function readFiles(files: readonly File[]): Promise<PickedFiles> {
  const read: PickedFile[] = [];
  const refused: { name: string; failure: ReturnType<typeof failure> }[] = [];
  for (const file of files) {
    if (file.size > MAX_ORIGINAL_BYTES) {
      refused.push({ name: file.name, failure: failure('file-too-large', { size: file.size }) });
      continue;
    }
    try {
      read.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      // A folder, or a file that went away since it was dropped: the browser says no more than that.
      refused.push({ name: file.name, failure: failure('file-unreadable') });
    }
  }
  return { files: read, refused };
}
