/**
 * Trains the tagger: a linear-chain conditional random field over characters, quantised to eight bits.
 * Usage: npx node --import ./tests/aliases.mjs resources/models/names/train.ts [--sentences N] [--written N]
 * [--patterns N] [--rounds N] [--runs N] [--bits N] [--curve] [--write | --out FILE]
 * The corpus is read from shared/data beside the checkout (`DUIDU_UNER` names another folder).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommonScript } from '../../../shared/text/common-script.ts';
import { readUner, type TaggedSentence } from './corpus.ts';
import { exchangeNames } from './exchange.ts';
import { quantise, trainTagger } from './field.ts';
import { readMarked } from './marked.ts';
import { type Figures, measure } from './measure.ts';
import { makeSentences } from './patterns.ts';
import { createRandom } from './random.ts';
import { lexiconText, readTrainingKnowledge } from './training-knowledge.ts';

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
const script = new CommonScript(lexiconText('folding/traditional-simplified.txt'));
/** As the product reads a text before it tags it; spans stay where they are. */
const asRead = (sentences: readonly TaggedSentence[]): TaggedSentence[] =>
  sentences.map(({ text, spans }) => ({ text: script.write(text), spans }));
const train = asRead(readUner(readFileSync(resolve(corpus, 'zh_gsdsimp-ud-train.iob2'), 'utf8')));
const writtenFolder = resolve(folder, 'written');
const written = readdirSync(writtenFolder)
  .sort()
  .flatMap((file) => asRead(readMarked(readFileSync(resolve(writtenFolder, file), 'utf8'))));
const dev = asRead(readUner(readFileSync(resolve(corpus, 'zh_gsdsimp-ud-dev.iob2'), 'utf8')));
const heldOut = asRead(
  readMarked(readFileSync(resolve(folder, '../../../tests/bench/names/held-out-sentences.txt'), 'utf8')),
);
const COPIES = option('copies', 2);
const SLOTS = 2 ** option('bits', 17);

interface Amounts {
  readonly real: number;
  readonly written: number;
  readonly made: number;
}

/** The first so many of each file are no fair part of all subjects: every nth sentence is. */
const thin = (sentences: readonly TaggedSentence[], count: number): TaggedSentence[] =>
  sentences.filter(
    (_, i) => Math.floor(((i + 1) * count) / sentences.length) > Math.floor((i * count) / sentences.length),
  );

function run(amounts: Amounts): Uint8Array {
  const random = createRandom(SEED);
  const real = train.slice(0, amounts.real);
  const ours = thin(written, amounts.written);
  // The corpus stands more than once, each time with a copy of its own: it is a fifth of what is written.
  const sentences: TaggedSentence[] = [
    ...[...Array.from({ length: COPIES }, () => real), ours].flatMap((some) => [
      ...some,
      ...exchangeNames(some, random),
    ]),
    ...makeSentences(
      readFileSync(resolve(folder, 'patterns.txt'), 'utf8'),
      readFileSync(resolve(folder, 'grammar.txt'), 'utf8'),
      amounts.made,
      random,
    ),
  ];
  const start = performance.now();
  const weights = trainTagger(sentences, knowledge, {
    rounds: option('rounds', 8),
    runs: option('runs', 1),
    slots: SLOTS,
    random,
  });
  const bytes = quantise(weights, SLOTS);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${amounts.real} + ${amounts.written} + ${amounts.made} sentences, ${seconds} s`);
  console.log(`  corpus    ${show(measure(dev, knowledge, bytes))}`);
  console.log(`  held out  ${show(measure(heldOut, knowledge, bytes))}`);
  return bytes;
}

const made = option('patterns', 2500);
if (flag('curve')) {
  for (const real of [0, 1000, 2000, train.length]) run({ real, written: 0, made });
  for (const share of [0.25, 0.5])
    run({ real: train.length, written: Math.round(written.length * share), made });
}
const bytes = run({
  real: option('sentences', train.length),
  written: option('written', written.length),
  made,
});
const out = process.argv.indexOf('--out');
if (out >= 0) writeFileSync(process.argv[out + 1]!, bytes);
if (flag('write')) writeFileSync(resolve(folder, 'tagger.bin'), bytes);
