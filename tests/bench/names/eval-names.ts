/**
 * Names against hand-made answers: exact-span F1 on the dev split of UNER_Chinese-GSDSIMP, beside jieba-wasm's on the
 * same sentences when its package is installed (`npm ci --prefix tests/bench/names`).
 * Usage: npm run eval:names [-- FOLDER]
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { recogniseNames } from '@shared/names/recognise.ts';
import { readUner, type TaggedSpan } from '../../../resources/models/names/corpus.ts';
import { compare, type Figures } from '../../../resources/models/names/measure.ts';
import { namesKnowledge } from '../../names/knowledge.ts';

const folder = process.argv[2] ?? resolve(import.meta.dirname, '../../../../shared/data/uner-zh-gsdsimp');
const file = resolve(folder, 'zh_gsdsimp-ud-dev.iob2');
if (!existsSync(file)) {
  console.log(`no ${file}: nothing measured`);
  process.exit(0);
}
const sentences = readUner(readFileSync(file, 'utf8'));

const show = (who: string, figures: Figures): void => {
  const cells = (['person', 'place', 'org', 'all'] as const).map((type) => {
    const { precision, recall, f1 } = figures[type];
    return `${type} ${(100 * f1).toFixed(1)} (${(100 * precision).toFixed(1)}/${(100 * recall).toFixed(1)})`;
  });
  console.log(`${who.padEnd(12)} ${cells.join('   ')}`);
};

const isTagged = (type: string): type is TaggedSpan['type'] =>
  type === 'person' || type === 'place' || type === 'org';

console.log(`${sentences.length} sentences; F1 (precision/recall), exact spans`);
show(
  'duidu',
  compare(sentences, (text) =>
    recogniseNames([{ text, role: 'body', article: 0 }], namesKnowledge())[0]!.flatMap(
      ({ start, end, type }) => (isTagged(type) ? [{ start, end, type }] : []),
    ),
  ),
);

const peer = resolve(import.meta.dirname, 'node_modules/jieba-wasm');
if (existsSync(peer)) {
  const { tag } = (await import(resolve(peer, 'pkg/nodejs/jieba_rs_wasm.js'))) as {
    tag(text: string, hmm: boolean): { word: string; tag: string }[];
  };
  const types: Readonly<Record<string, TaggedSpan['type']>> = { nr: 'person', ns: 'place', nt: 'org' };
  show(
    'jieba-wasm',
    compare(sentences, (text) => {
      let at = 0;
      return tag(text, true).flatMap(({ word, tag: kind }) => {
        const start = at;
        at += word.length;
        const type = types[kind.slice(0, 2)];
        return type ? [{ start, end: at, type }] : [];
      });
    }),
  );
} else console.log('jieba-wasm: not installed; npm ci --prefix tests/bench/names');
