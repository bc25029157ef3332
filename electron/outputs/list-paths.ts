const NUL = 0;
const LINE_END = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Paths of a list, one after another as they come: parted by NUL where its first path ends in one, else by lines.
 * Empty ones are passed over.
 */
export async function* listPaths(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held = new Uint8Array(0);
  let separator: number | null = null;
  const pathOf = (bytes: Uint8Array): string => {
    const end = separator === LINE_END && bytes.at(-1) === CARRIAGE_RETURN ? -1 : bytes.length;
    return Buffer.from(bytes.subarray(0, end)).toString('utf8');
  };
  for await (const chunk of chunks) {
    held = held.length === 0 ? chunk.slice() : Buffer.concat([held, chunk]);
    separator ??= held.includes(NUL) ? NUL : held.includes(LINE_END) ? LINE_END : null;
    if (separator === null) continue;
    let start = 0;
    for (let end = held.indexOf(separator); end >= 0; end = held.indexOf(separator, start)) {
      if (end > start) yield pathOf(held.subarray(start, end));
      start = end + 1;
    }
    held = held.subarray(start);
  }
  if (held.length > 0) yield pathOf(held);
}
