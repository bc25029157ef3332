import { failure, type Result, success } from '@shared/contracts/results.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Imports } from './imports.ts';
import type { Notices } from './notices.ts';

/** A page with every fault of text dumps, below the folder of the knowledge. */
const SPECIMEN = 'specimen/specimen-page.txt';

/** Brings in the specimen page as any other file. */
export function createSpecimen(
  imports: StoreApi<Imports>,
  notices: StoreApi<Notices>,
  knowledge: string,
): () => Promise<void> {
  return async () => {
    const read = await readServed(new URL(SPECIMEN, knowledge));
    if (!read.ok) notices.getState().fail(read);
    else
      await imports
        .getState()
        .take({ files: [{ name: 'specimen-page.txt', bytes: read.value }], refused: [] });
  };
}

async function readServed(address: URL): Promise<Result<Uint8Array>> {
  try {
    const response = await fetch(address);
    if (!response.ok) return failure('file-unreadable', { code: response.status });
    return success(new Uint8Array(await response.arrayBuffer()));
  } catch (error) {
    // Nobody is there to serve it: the host has ended.
    return failure('file-unreadable', { code: String(error) });
  }
}
