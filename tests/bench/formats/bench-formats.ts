/**
 * Prints how long a saved web page takes to its text, story and hints, beside Readability on linkedom over the same
 * pages in the same run, as a ratio, and how far each is from the expected text where one lies beside the page.
 * The peers: npm --prefix tests/bench ci. The pages: a folder, else those beside the checkout.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFile } from '@shared/formats/read-file.ts';
import type { ReadSource } from '@shared/model/read-source.ts';

/** By variables, so that the types need not be installed. */
const [LINKEDOM, READABILITY]: string[] = ['linkedom', '@mozilla/readability'];
const ROUNDS = 10;

const folder = resolve(process.argv[2] ?? resolve(import.meta.dirname, '../../../../shared/files/html'));
const pages = readdirSync(folder)
  .filter((name) => /\.html?$/.test(name) && !name.includes('expected'))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(resolve(folder, name))) }));

type Read = (page: string) => string;

async function loadPeer(): Promise<Read | null> {
  try {
    const { parseHTML }: { parseHTML: (page: string) => { document: unknown } } = await import(
      LINKEDOM as string
    );
    const {
      Readability,
    }: { Readability: new (document: unknown) => { parse(): { textContent: string } | null } } = await import(
      READABILITY as string
    );
    return (page) => new Readability(parseHTML(page).document).parse()?.textContent ?? '';
  } catch {
    return null;
  }
}

/** Words of a page that are not set aside, without its headline. */
function storyOf({ text, hints }: ReadSource): string {
  const units = text.split('');
  for (const { kind, start, end } of hints)
    if (kind === 'furniture' || kind === 'title' || kind === 'caption')
      for (let i: number = start; i < end; i++) units[i] = '';
  return units.join('');
}

function differenceOf(text: string, expected: string): number {
  const [a, b] = [text, expected].map((words) => words.replace(/[^\p{L}\p{N}]/gu, '')) as [string, string];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = (above[j - 1] as number) + Number(a[i - 1] !== b[j - 1]);
      row.push(Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, same));
    }
    above = row;
  }
  return (above[b.length] as number) / b.length;
}

async function time(work: () => unknown): Promise<number> {
  await work();
  const start = performance.now();
  for (let i = 0; i < ROUNDS; i++) await work();
  return (performance.now() - start) / ROUNDS;
}

const peer = await loadPeer();
if (peer === null) console.log('Readability is not installed: npm --prefix tests/bench ci');
for (const { name, bytes } of pages) {
  const read = await readFile({ bytes, name });
  if (!read.ok) {
    console.log(`${name}: ${read.reason}`);
    continue;
  }
  const ours = await time(() => readFile({ bytes, name }));
  const page = new TextDecoder().decode(bytes);
  const theirs = peer === null ? null : await time(() => peer(page));
  const expected = readText(resolve(folder, name.replace(/html?$/, 'txt')));
  const errors =
    expected === null
      ? ''
      : `, error ${differenceOf(storyOf(read.value), expected).toFixed(3)}${peer === null ? '' : `, of Readability ${differenceOf(peer(page), expected).toFixed(3)}`}`;
  const ratio =
    theirs === null ? '' : `, ${(theirs / ours).toFixed(1)} times as fast as Readability on linkedom`;
  console.log(`${name}: ${ours.toFixed(1)} ms${ratio}${errors}`);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
