/**
 * Prints how many characters a second each stage of the pipeline takes in on one core, and the whole run.
 * The text is the bundled corpus and the specimen page, as pages of about 2,500 characters.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decode } from '@shared/decode/decode.ts';
import { linkFacts, recogniseFacts } from '@shared/facts/recognise.ts';
import { recogniseNames } from '@shared/names/recognise.ts';
import { extract } from '@shared/pipeline/extract.ts';
import { listPassages } from '@shared/pipeline/passage.ts';
import { recogniseQuotations } from '@shared/quotes/recognise.ts';
import { segment } from '@shared/segment/segment.ts';
import { loadKnowledge } from '../../electron/knowledge/load-knowledge.ts';
import { sha256 } from '../../electron/knowledge/sha256.ts';

const ROUNDS = 12;
const resources = resolve(import.meta.dirname, '../../resources');
const knowledge = loadKnowledge(resources);
const pages = [
  ...readdirSync(resolve(resources, 'corpus'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `corpus/${name}`),
  'specimen/specimen-page.txt',
].map((path) => new Uint8Array(readFileSync(resolve(resources, path))));

const texts = pages.map((bytes) => {
  const decoded = decode(bytes);
  if (!decoded.ok) throw new Error(decoded.reason);
  return decoded.value.text;
});
const passages = texts.map((text) => listPassages(segment(text, knowledge.segment).page.articles));
const named = passages.map((list) => recogniseNames(list, knowledge.names));
const found = passages.map((list) => list.map(({ text }) => recogniseFacts(text, knowledge.facts)));
const characters = texts.reduce((total, text) => total + text.length, 0);

const stages: [string, () => unknown][] = [
  ['decode', () => pages.map((bytes) => decode(bytes))],
  ['segment', () => texts.map((text) => segment(text, knowledge.segment))],
  ['facts', () => passages.map((list) => list.map(({ text }) => recogniseFacts(text, knowledge.facts)))],
  [
    'link',
    () =>
      passages.map((list, p) =>
        list.map(({ text }, i) => linkFacts(text, found[p]?.[i] ?? [], named[p]?.[i] ?? [], knowledge.facts)),
      ),
  ],
  ['names', () => passages.map((list) => recogniseNames(list, knowledge.names))],
  [
    'quotes',
    () =>
      passages.map((list, p) =>
        list.map(({ text }, i) => recogniseQuotations(text, named[p]?.[i] ?? [], knowledge.quotes)),
      ),
  ],
];

const print = (name: string, seconds: number) =>
  console.log(
    `${name.padEnd(10)} ${Math.round((characters * ROUNDS) / seconds)
      .toLocaleString('en')
      .padStart(12)} characters/s`,
  );

console.log(
  `${pages.length} pages, ${characters.toLocaleString('en')} characters, ${ROUNDS} rounds after one to warm up`,
);
for (const [name, run] of stages) {
  run();
  const start = performance.now();
  for (let round = 0; round < ROUNDS; round++) run();
  print(name, (performance.now() - start) / 1000);
}
const runAll = async () => {
  for (const bytes of pages) await extract({ name: 'page.txt', bytes }, knowledge, { sha256 });
};
await runAll();
const start = performance.now();
for (let round = 0; round < ROUNDS; round++) await runAll();
print('whole run', (performance.now() - start) / 1000);
