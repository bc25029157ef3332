/**
 * Trains the page model. Usage: npx node --import ./tests/aliases.mjs resources/models/pages/train.ts [--write]
 * The composed pages are read from shared/pages-composed beside the checkout (`DUIDU_COMPOSED` names another folder).
 * It trains twice: without some layouts, on which it is then learnt what a probability is worth, and on all of them.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { writePageModel } from '@shared/segment/stories/page-model.ts';
import { calibrationTable, fitCalibration, judgeReadings } from './calibration.ts';
import { readComposed } from './composed.ts';
import { trainModel } from './page-trainer.ts';
import { readTrainingKnowledge } from './training-knowledge.ts';
import { readTrainingPages } from './training-pages.ts';

const SEED = 20240607;
/** Of how many layouts one is held out, of the composed pages and of the made ones. */
const ONE_OF = 5;
/** Doubts of each kind that a page has at most, on average, on layouts that were held out. */
const DOUBTS = { story: 1, role: 0.8 };

const pages = readTrainingPages(readTrainingKnowledge());
const composed = [...new Set(readComposed().map(({ style }) => style))].sort();
const made = [...new Set(pages.map(({ layout }) => layout))]
  .filter((layout) => !composed.includes(layout))
  .sort();
const held = new Set([
  ...composed.filter((_, i) => i % ONE_OF === 0),
  ...made.filter((_, i) => i % ONE_OF === 0),
]);
const trial = trainModel(
  pages.filter(({ layout }) => !held.has(layout)),
  SEED,
);
const judged = judgeReadings(
  pages.filter(({ layout }) => held.has(layout)),
  trial,
);
const doubts = {
  story: fitCalibration(judged.story, DOUBTS.story * judged.pages),
  role: fitCalibration(judged.role, DOUBTS.role * judged.pages),
};
for (const kind of ['story', 'role'] as const)
  console.log(`${kind}\n${calibrationTable(judged[kind], doubts[kind])}`);
const bytes = writePageModel({ ...trainModel(pages, SEED), doubts });
console.log(`${pages.length} pages, ${judged.pages} of them held out, ${bytes.length} bytes`);
if (process.argv.includes('--write')) writeFileSync(resolve(import.meta.dirname, 'pages.bin'), bytes);
