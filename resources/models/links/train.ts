/**
 * Trains the ranker of measures and subjects on the sentences of `marked/`, and says how it does on genres that it has not
 * seen, each held out in its turn.
 * Usage: npx node --import ./tests/aliases.mjs resources/models/links/train.ts [--write] [--detail]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { linkFigures } from '@shared/facts/links/link-figures.ts';
import {
  LINK_MODEL_FILE,
  type LinkModel,
  printLinkModel,
  readLinkModel,
} from '@shared/facts/links/ranker/link-model.ts';
import { MEASURE_FEATURES } from '@shared/facts/links/ranker/measure-candidates.ts';
import { SUBJECT_FEATURES } from '@shared/facts/links/ranker/subject-candidates.ts';
import { type Knowledge, readKnowledge } from '@shared/pipeline/knowledge.ts';
import { createRandom } from '../names/random.ts';
import { gatherExamples, type ReadText, readMarked } from './examples.ts';
import { isAllowed, isAsked, matchFigures, readMarkedTexts, sayingOf } from './marked.ts';
import { trainRanking } from './ranking-trainer.ts';

const SEED = 20261130;
/** Genres are held out in so many turns. */
const TURNS = 8;
const KINDS = ['measure', 'subject'] as const;

const resources = resolve(import.meta.dirname, '../..');
const untrained = printLinkModel(
  new Int16Array(MEASURE_FEATURES.size),
  new Int16Array(SUBJECT_FEATURES.size),
);
const knowledge = readKnowledge({
  text: (path) => (path === LINK_MODEL_FILE ? untrained : readFileSync(resolve(resources, path), 'utf8')),
  bytes: (path) => new Uint8Array(readFileSync(resolve(resources, path))),
});

const folder = resolve(import.meta.dirname, 'marked');
const files = readdirSync(folder).sort();
const sentences = files.flatMap((file) =>
  readMarkedTexts(readFileSync(resolve(folder, file), 'utf8')).flatMap((sentence) =>
    readMarked(sentence, file, knowledge),
  ),
);
const examples = sentences.map((sentence) => gatherExamples(sentence, knowledge));

/** Learns from the sentences that `isIn` takes. */
function train(isIn: (sentence: ReadText) => boolean): LinkModel {
  const seen = examples.filter((_, index) => isIn(sentences[index]!));
  const random = createRandom(SEED);
  return readLinkModel(
    printLinkModel(
      trainRanking(
        seen.flatMap(({ measure }) => measure),
        MEASURE_FEATURES.size,
        random,
      ),
      trainRanking(
        seen.flatMap(({ subject }) => subject),
        SUBJECT_FEATURES.size,
        random,
      ),
    ),
  );
}

interface Count {
  asked: number;
  right: number;
}

const isDetailed = process.argv.includes('--detail');

function judge(sentence: ReadText, known: Knowledge, counts: Record<(typeof KINDS)[number], Count>): void {
  const { text, facts, names, expected } = sentence;
  const found = matchFigures(expected, linkFigures(text, facts, names, known.facts));
  for (const [index, claim] of expected.entries()) {
    for (const kind of KINDS) {
      if (found[index] === undefined || !isAsked(claim[kind])) continue;
      const said = sayingOf(found[index], kind);
      counts[kind].asked += 1;
      if (isAllowed(said, claim[kind])) counts[kind].right += 1;
      else if (isDetailed)
        console.log(
          `${sentence.genre} ${kind} ${claim.figure}: ${said}, not ${claim[kind].join('/')}\n    ${text}`,
        );
    }
  }
}

const share = ({ asked, right }: Count): string =>
  `${((100 * right) / asked).toFixed(1)} (${right}/${asked})`;
const total = { measure: { asked: 0, right: 0 }, subject: { asked: 0, right: 0 } };
for (let turn = 0; turn < TURNS; turn += 1) {
  const held = new Set(files.filter((_, index) => index % TURNS === turn));
  const model = train(({ genre }) => !held.has(genre));
  const known = { ...knowledge, facts: { ...knowledge.facts, linkModel: model } };
  for (const file of held) {
    const counts = { measure: { asked: 0, right: 0 }, subject: { asked: 0, right: 0 } };
    for (const sentence of sentences) if (sentence.genre === file) judge(sentence, known, counts);
    console.log(`${file.padEnd(28)} measure ${share(counts.measure)}  subject ${share(counts.subject)}`);
    for (const kind of KINDS) {
      total[kind].asked += counts[kind].asked;
      total[kind].right += counts[kind].right;
    }
  }
}
console.log(`held out in turns            measure ${share(total.measure)}  subject ${share(total.subject)}`);
if (process.argv.includes('--write')) {
  const { measure, subject } = train(() => true);
  writeFileSync(resolve(resources, LINK_MODEL_FILE), printLinkModel(measure, subject));
}
