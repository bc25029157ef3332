/**
 * Prints how many characters a second the recognition of all facts takes in on one core, beside Microsoft's
 * Recognizers-Text on the same text in the same run, and how time grows on hostile text.
 * The peer: npm --prefix tests/bench ci
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { linkFacts, recogniseFacts } from '@shared/facts/recognise.ts';
import { factsKnowledge } from '../facts/knowledge.ts';

/** By a variable, so that the types need not be installed. */
const PEER: string = '@microsoft/recognizers-text-suite';
const CULTURE = 'zh-cn';
/** The peer reads about 4,000 characters a second: more text would only take longer. */
const SAMPLE = 12_000;
const LEAST_SECONDS = 2;

const corpus = resolve(import.meta.dirname, '../../resources/corpus');
const text = readdirSync(corpus)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(resolve(corpus, name), 'utf8'))
  .join('\n');
const paragraphs = text.slice(0, SAMPLE).split('\n');
const characters = paragraphs.reduce((total, { length }) => total + length, 0);

type Recogniser = (query: string, culture: string) => unknown;

async function loadPeer(): Promise<Recogniser[] | null> {
  try {
    const { default: suite }: { default: Record<string, Recogniser> } = await import(PEER);
    return [
      'recognizeNumber',
      'recognizeOrdinal',
      'recognizePercentage',
      'recognizeAge',
      'recognizeCurrency',
      'recognizeDimension',
      'recognizeTemperature',
      'recognizeDateTime',
    ].map((name) => suite[name]!);
  } catch {
    return null;
  }
}

/** Seconds of processor time so far: what others do on the machine does not count. */
const seconds = (): number => process.cpuUsage().user / 1e6;

/** Characters a second of `run` over the sample, after one round to warm up. */
function speedOf(run: () => void, leastSeconds: number): number {
  run();
  let rounds = 0;
  const begin = seconds();
  do {
    run();
    rounds += 1;
  } while (seconds() - begin < leastSeconds);
  return (characters * rounds) / (seconds() - begin);
}

const round = (speed: number): string => Math.round(speed).toLocaleString('en').padStart(12);

const recognise = speedOf(() => {
  for (const paragraph of paragraphs) recogniseFacts(paragraph, factsKnowledge);
}, LEAST_SECONDS);
const recogniseAndLink = speedOf(() => {
  for (const paragraph of paragraphs) {
    linkFacts(paragraph, recogniseFacts(paragraph, factsKnowledge), [], factsKnowledge);
  }
}, LEAST_SECONDS);

console.log(
  `characters a second of processor time, all kinds, ${characters.toLocaleString('en')} characters of the bundled corpus`,
);
console.log(`Duidu, recognise         ${round(recognise)}`);
console.log(`Duidu, recognise + link  ${round(recogniseAndLink)}`);

const peer = await loadPeer();
if (peer === null) {
  console.log('Recognizers-Text is not installed: npm --prefix tests/bench ci');
} else {
  const begin = seconds();
  for (const paragraph of paragraphs) for (const recogniser of peer) recogniser(paragraph, CULTURE);
  const speed = characters / (seconds() - begin);
  console.log(`Recognizers-Text 1.3.1   ${round(speed)}`);
  console.log(`ratio                    ${(recognise / speed).toFixed(0).padStart(12)} ×`);
}

const HOSTILE: readonly (readonly [name: string, unit: string])[] = [
  ['digits', '7'],
  ['grouped digits', ',777'],
  ['Chinese digits', '七'],
  ['scale words', '千'],
  ['ranges', '3至'],
  ['fractions', '百分之'],
  ['brackets', '（“《'],
  ['每', '每'],
  ['第', '第3、'],
  ['one endless clause', '全县新建3所小学和5家医院并'],
  ['dates', '2020年1月'],
  ['letters', 'a1-'],
];

/** Milliseconds for a text of about `length` characters made of one unit. */
function timeOf(unit: string, length: number): number {
  const hostile = unit.repeat(Math.ceil(length / unit.length));
  const begin = seconds();
  linkFacts(hostile, recogniseFacts(hostile, factsKnowledge), [], factsKnowledge);
  return (seconds() - begin) * 1000;
}

console.log('\nhostile text: milliseconds for 50,000, 100,000 and 200,000 characters');
for (const [name, unit] of HOSTILE) {
  const times = [50_000, 100_000, 200_000].map((length) => timeOf(unit, length).toFixed(0).padStart(8));
  console.log(name.padEnd(20), ...times);
}
