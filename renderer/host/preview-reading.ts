import type { Host } from '@shared/contracts/host.ts';
import { type Result, success } from '@shared/contracts/results.ts';
import type { Encoding, SourceHash } from '@shared/model/source.ts';

/** Bytes of an original that are read for a look at it, and characters of it that are shown. */
const LOOKED_AT = 64 * 1024;
const SHOWN = 160;

/**
 * The first words of an original as they read in an encoding; `null` for the one that its reader finds.
 * The readers are fetched when they are first asked for: the window itself does without them.
 */
export async function previewReading(
  host: Host,
  source: SourceHash,
  name: string,
  encoding: Encoding | null,
): Promise<Result<string>> {
  const original = await host.call('originals.read', source);
  if (!original.ok) return original;
  const { readFile } = await import('@shared/formats/read-file.ts');
  const bytes = original.value.subarray(0, LOOKED_AT);
  const read = await readFile({ bytes, name, ...(encoding ? { encoding } : {}) });
  if (!read.ok) return read;
  const words = read.value.text.replace(/\s+/g, ' ').trim();
  return success(words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words);
}
