/**
 * Names against hand-made answers: exact-span F1 on the dev split of UNER_Chinese-GSDSIMP and on sentences of our own
 * that no training saw, beside jieba-wasm's on the same when its package is installed
 * (`npm ci --prefix tests/bench/names`).
 * By genre too: sentences of `held-out-genres.txt`; of `held-out-press.txt`, longer and plainer ones of seven genres;
 * of `held-out-columns.txt`, articles of the four genres in which the fewest bodies are found; of
 * `held-out-articles.txt`, articles of eleven kinds of press. None was learnt from.
 * Usage: npm run eval:names [-- FOLDER]
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { recogniseNames } from '@shared/names/recognise.ts';
import { readUner, type TaggedSentence, type TaggedSpan } from '../../../resources/models/names/corpus.ts';
import { readMarked } from '../../../resources/models/names/marked.ts';
import { compare, type Figures } from '../../../resources/models/names/measure.ts';
import { namesKnowledge } from '../../names/knowledge.ts';

const folder = process.argv[2] ?? resolve(import.meta.dirname, '../../../../shared/data/uner-zh-gsdsimp');
const file = resolve(folder, 'zh_gsdsimp-ud-dev.iob2');
const sets = new Map<string, TaggedSentence[]>([
  ['held out', readMarked(readFileSync(resolve(import.meta.dirname, 'held-out-sentences.txt'), 'utf8'))],
]);
/** The sentences under each `## genre` of a file. */
const genresOf = (path: string): [string, TaggedSentence[]][] =>
  readFileSync(resolve(import.meta.dirname, path), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const head = part.indexOf('\n');
      return [part.slice(0, head), readMarked(part.slice(head + 1))];
    });
const GENRE_FILES = {
  genres: 'held-out-genres.txt',
  press: 'held-out-press.txt',
  columns: 'held-out-columns.txt',
  articles: 'held-out-articles.txt',
};
const genres = Object.entries(GENRE_FILES).flatMap(([name, path]) => {
  const parts = genresOf(path);
  sets.set(
    `${name}, all`,
    parts.flatMap(([, sentences]) => sentences),
  );
  return parts.map(([genre, sentences]): [string, TaggedSentence[]] => [`${name}: ${genre}`, sentences]);
});
if (existsSync(file)) sets.set('UNER dev', readUner(readFileSync(file, 'utf8')));
else console.log(`no ${file}: not measured`);

const show = (who: string, figures: Figures): void => {
  const cells = (['person', 'place', 'org', 'all'] as const).map((type) => {
    const { precision, recall, f1 } = figures[type];
    return `${type} ${(100 * f1).toFixed(1)} (${(100 * precision).toFixed(1)}/${(100 * recall).toFixed(1)})`;
  });
  console.log(`${who.padEnd(12)} ${cells.join('   ')}`);
};

const isTagged = (type: string): type is TaggedSpan['type'] =>
  type === 'person' || type === 'place' || type === 'org';

const ours = (text: string): TaggedSpan[] =>
  recogniseNames([{ text, role: 'body', article: 0 }], namesKnowledge())[0]!.flatMap(
    ({ start, end, type }) => (isTagged(type) ? [{ start, end, type }] : []),
  );

type Tag = (text: string, hmm: boolean) => { word: string; tag: string }[];
const TYPES: Readonly<Record<string, TaggedSpan['type']>> = { nr: 'person', ns: 'place', nt: 'org' };
const peers = (tag: Tag) => (text: string) => {
  let at = 0;
  return tag(text, true).flatMap(({ word, tag: kind }) => {
    const start = at;
    at += word.length;
    const type = TYPES[kind.slice(0, 2)];
    return type ? [{ start, end: at, type }] : [];
  });
};

const peer = resolve(import.meta.dirname, 'node_modules/jieba-wasm');
const { tag } = existsSync(peer)
  ? ((await import(resolve(peer, 'pkg/nodejs/jieba_rs_wasm.js'))) as { tag: Tag })
  : { tag: null };
for (const [name, sentences] of sets) {
  console.log(`${name}: ${sentences.length} sentences; F1 (precision/recall), exact spans`);
  show('duidu', compare(sentences, ours));
  if (tag) show('jieba-wasm', compare(sentences, peers(tag)));
}
console.log('organisations by genre: precision/recall');
for (const [genre, sentences] of genres) {
  const { precision, recall } = compare(sentences, ours).org;
  console.log(`${genre.padEnd(22)} ${(100 * precision).toFixed(1)}/${(100 * recall).toFixed(1)}`);
}
if (!tag) console.log('jieba-wasm: not installed; npm ci --prefix tests/bench/names');
