import type { Host } from '@shared/contracts/host.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';

/** Bytes that are handed to the host at once. */
const PIECE_BYTES = 4 * 1024 * 1024;
/** A browser takes a download's address in its own time. */
const ADDRESS_LIVES_MS = 60_000;

/**
 * Lets the person save a file: where the host's dialog says, else as a download of the browser.
 * @returns where it stands; null where only the browser knows.
 */
export async function saveFile(
  host: Host,
  hasDialogs: boolean,
  name: string,
  content: Blob,
  tell: (progress: { readonly done: number; readonly total: number }) => void = () => undefined,
): Promise<Result<{ readonly path: string | null }>> {
  if (!hasDialogs) {
    download(name, content);
    return success({ path: null });
  }
  const begun = await host.call('save.begin', name);
  if (!begun.ok) return begun;
  const { save, path } = begun.value;
  const sent = await sendPieces(host, save, content, tell);
  const ended = sent.ok ? await host.call('save.end', save) : sent;
  if (ended.ok) return success({ path });
  await host.call('save.drop', save);
  return ended;
}

/** Hands a file over to the host piece by piece. */
export async function sendPieces(
  host: Host,
  save: string,
  content: Blob,
  tell: (progress: { readonly done: number; readonly total: number }) => void,
): Promise<Result<null>> {
  for (let at = 0; at < content.size; at += PIECE_BYTES) {
    const bytes = await readPiece(content.slice(at, at + PIECE_BYTES));
    const appended = bytes.ok ? await host.call('save.append', save, bytes.value) : bytes;
    if (!appended.ok) return appended;
    tell({ done: Math.min(at + PIECE_BYTES, content.size), total: content.size });
  }
  return success(null);
}

async function readPiece(piece: Blob): Promise<Result<Uint8Array>> {
  try {
    return success(new Uint8Array(await piece.arrayBuffer()));
  } catch {
    // The browser gave the blob's place on disk away.
    return failure('storage-full');
  }
}

function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIVES_MS);
}
