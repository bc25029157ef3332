/** Bytes that are gathered before they become a blob, which the browser may keep on disk. */
const BLOB_BYTES = 8 * 1024 * 1024;

/** What comes piece by piece as one blob, with few of its bytes in memory at a time. */
export async function gatherBlob(pieces: AsyncIterable<Uint8Array>): Promise<Blob> {
  const blobs: Blob[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(new Uint8Array(piece));
    length += piece.length;
    if (length < BLOB_BYTES) continue;
    blobs.push(new Blob(waiting));
    waiting = [];
    length = 0;
  }
  return new Blob([...blobs, ...waiting]);
}
