/**
 * Trains the tagger: a linear-chain conditional random field over characters, quantised to eight bits.
 * Usage: npx node resources/models/names/train.ts [--sentences N] [--patterns N] [--rounds N] [--curve] [--write | --out FILE]
 * The corpus is read from shared/data beside the checkout (`DUIDU_UNER` names another folder).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readUner, type TaggedSentence } from './corpus.ts';
import { exchangeNames } from './exchange.ts';
import { quantise, trainTagger } from './field.ts';
import { type Figures, measure } from './measure.ts';
import { makeSentences } from './patterns.ts';
import { createRandom } from './random.ts';
import { readTrainingKnowledge } from './training-knowledge.ts';

const SEED = 20240607;
const folder = resolve(import.meta.dirname);
const corpus = process.env.DUIDU_UNER ?? resolve(folder, '../../../../shared/data/uner-zh-gsdsimp');

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const flag = (name: string): boolean => process.argv.includes(`--${name}`);

const show = (figures: Figures): string =>
  Object.entries(figures)
    .map(
      ([type, f]) =>
        `${type} ${(100 * f.f1).toFixed(1)} (${(100 * f.precision).toFixed(1)}/${(100 * f.recall).toFixed(1)})`,
    )
    .join('  ');

const knowledge = readTrainingKnowledge();
const train = readUner(readFileSync(resolve(corpus, 'zh_gsdsimp-ud-train.iob2'), 'utf8'));
const dev = readUner(readFileSync(resolve(corpus, 'zh_gsdsimp-ud-dev.iob2'), 'utf8'));
const SLOTS = 2 ** option('bits', 17);

function run(real: number, made: number): Uint8Array {
  const random = createRandom(SEED);
  const some = train.slice(0, real);
  const sentences: TaggedSentence[] = [
    ...some,
    ...exchangeNames(some, random),
    ...makeSentences(
      readFileSync(resolve(folder, 'patterns.txt'), 'utf8'),
      readFileSync(resolve(folder, 'grammar.txt'), 'utf8'),
      made,
      random,
    ),
  ];
  const start = performance.now();
  const weights = trainTagger(sentences, knowledge, {
    rounds: option('rounds', 5),
    slots: SLOTS,
    random,
  });
  const bytes = quantise(weights, SLOTS);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${real} + ${made} sentences, ${seconds} s: ${show(measure(dev, knowledge, bytes))}`);
  return bytes;
}

const made = option('patterns', 7000);
if (flag('curve')) for (const n of [0, 1000, 2000]) run(n, made);
const bytes = run(option('sentences', train.length), made);
const out = process.argv.indexOf('--out');
if (out >= 0) writeFileSync(process.argv[out + 1]!, bytes);
if (flag('write')) writeFileSync(resolve(folder, 'tagger.bin'), bytes);
