import { type Result, success } from '@shared/contracts/results.ts';
import { FileBeingSaved } from '../host/file-being-saved.ts';

/**
 * Writes a file as its content comes; it stands in its place whole or not at all.
 * @returns bytes written.
 */
export async function saveStream(path: string, content: AsyncIterable<Uint8Array>): Promise<Result<number>> {
  const begun = await FileBeingSaved.begin(path);
  if (!begun.ok) return begun;
  const file = begun.value;
  let written = 0;
  try {
    for await (const piece of content) {
      const appended = await file.append(piece);
      if (!appended.ok) return appended;
      written += piece.length;
    }
  } catch (error) {
    await file.drop();
    throw error;
  }
  const ended = await file.end();
  return ended.ok ? success(written) : ended;
}
