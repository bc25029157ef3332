/**
 * Prints how long a saved web page takes to its text, story and hints, beside Readability on linkedom over the same
 * pages in the same run, as a ratio, and how far each is from the expected text where one lies beside the page.
 * The peers: npm --prefix tests/bench ci. The pages: a folder, else those beside the checkout. Word documents and books
 * that lie beside the checkout stand beside `pandoc` and `unzip -p`, whose time holds the start of their process.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { readFile } from '@shared/formats/read-file.ts';
import { extract } from '@shared/pipeline/extract.ts';
import { sha256 } from '../../../electron/knowledge/sha256.ts';
import { differenceOf } from '../../formats/difference.ts';
import { filesOf, hasPandoc, hasUnzip, print } from '../../formats/files-beside.ts';
import { knowledge } from '../../pipeline/run.ts';

/** By variables, so that the types need not be installed. */
const [LINKEDOM, READABILITY]: string[] = ['linkedom', '@mozilla/readability'];
const ROUNDS = 5;

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

/** The words of the story that the program finds on a page. */
async function storyOf(name: string, bytes: Uint8Array): Promise<string> {
  const read = await extract({ name, bytes }, knowledge, { sha256 });
  return read.ok ? read.value.extraction.articles.map(({ body }) => body.text).join('\n') : '';
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
      : `, error ${differenceOf(await storyOf(name, bytes), expected).toFixed(3)}${peer === null ? '' : `, of Readability ${differenceOf(peer(page), expected).toFixed(3)}`}`;
  const ratio =
    theirs === null ? '' : `, ${(theirs / ours).toFixed(1)} times as fast as Readability on linkedom`;
  console.log(`${name}: ${ours.toFixed(1)} ms${ratio}${errors}`);
}

for (const path of [...filesOf('docx'), ...filesOf('epub')]) {
  const file = { name: path, bytes: new Uint8Array(readFileSync(path)) };
  const ours = await time(() => readFile(file));
  const peers = [
    ...(hasPandoc ? [['pandoc', '-t', 'plain', path]] : []),
    ...(hasUnzip ? [['unzip', '-p', path]] : []),
  ];
  const told: string[] = [];
  for (const [program = '', ...args] of peers) {
    const theirs = await time(() => print(program, ...args));
    told.push(`, ${(theirs / ours).toFixed(1)} times as fast as ${program}`);
  }
  console.log(`${basename(path)}: ${ours.toFixed(1)} ms${told.join('')}`);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
