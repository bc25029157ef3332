import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFile } from '@shared/formats/read-file.ts';

/** Files that may lie beside the checkout, a folder a format. */
export const FILES = resolve(import.meta.dirname, '../../../shared/files');

/** Those of a format; none where the folder is not there. */
export const filesOf = (format: string): string[] =>
  existsSync(resolve(FILES, format))
    ? readdirSync(resolve(FILES, format)).map((name) => resolve(FILES, format, name))
    : [];

export async function textOf(path: string): Promise<string> {
  const read = await readFile({ bytes: new Uint8Array(readFileSync(path)), name: path });
  if (!read.ok) throw new Error(`${path}: ${read.reason}`);
  return read.value.text;
}

/** How often each Han character stands in a text. */
function countHan(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [han] of text.matchAll(/\p{Script=Han}/gu)) counts.set(han, (counts.get(han) ?? 0) + 1);
  return counts;
}

/** Han characters of `other` that `text` has fewer of. */
export function lostIn(text: string, other: string): string {
  const ours = countHan(text);
  return [...countHan(other)]
    .flatMap(([han, count]) => han.repeat(Math.max(0, count - (ours.get(han) ?? 0))))
    .join('');
}
