/**
 * Trains the page model. Usage: npx node --import ./tests/aliases.mjs resources/models/pages/train.ts [--write]
 * The composed pages are read from shared/pages-composed beside the checkout (`DUIDU_COMPOSED` names another folder).
 * It trains twice: without some layouts, on which it is then learnt what a probability is worth, and on all of them.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { writePageModel } from '@shared/segment/stories/page-model.ts';
import { calibrationTable } from './calibration.ts';
import { readComposed } from './composed.ts';
import { shareLayouts, trainOnAll, trainWithout } from './held-out.ts';
import { readTrainingKnowledge } from './training-knowledge.ts';
import { readTrainingPages } from './training-pages.ts';

const pages = readTrainingPages(readTrainingKnowledge());
const parts = shareLayouts(pages, new Set(readComposed().map(({ style }) => style)));
const trial = trainWithout(pages, parts, 0);
for (const kind of ['story', 'role'] as const)
  console.log(`${kind}\n${calibrationTable(trial.judged[kind], trial.model.doubts[kind])}`);
const bytes = writePageModel(trainOnAll(pages, trial));
console.log(`${pages.length} pages, ${trial.judged.pages} of them held out, ${bytes.length} bytes`);
if (process.argv.includes('--write')) writeFileSync(resolve(import.meta.dirname, 'pages.bin'), bytes);
