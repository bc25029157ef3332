/**
 * Trains the page model. Usage: npx node --import ./tests/aliases.mjs resources/models/pages/train.ts [--write] [--models DIR]
 * The composed pages are read from shared/pages-composed beside the checkout (`DUIDU_COMPOSED` names another folder).
 * It trains twice: without some layouts, on which it is then learnt what a probability is worth, and on all of them.
 * `--models` keeps the first there, for `npm run eval:pages -- --held-out --parts 0 --models DIR`.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writePageModel } from '@shared/segment/stories/page-model.ts';
import { calibrationTable } from './calibration.ts';
import { readComposed } from './composed.ts';
import { shareLayouts, trainOnAll, trainWithout } from './held-out.ts';
import { readTrainingKnowledge } from './training-knowledge.ts';
import { readTrainingPages } from './training-pages.ts';

const { values: options } = parseArgs({
  options: { write: { type: 'boolean' }, models: { type: 'string' } },
});
const pages = readTrainingPages(readTrainingKnowledge());
const partOf = shareLayouts(new Set(readComposed().map(({ style }) => style)));
const trial = trainWithout(pages, partOf, 0);
console.log(calibrationTable(trial.judged, trial.model.doubts));
if (options.models) writeFileSync(resolve(options.models, '0.bin'), writePageModel(trial.model));
const bytes = writePageModel(trainOnAll(pages, trial));
console.log(`${pages.length} pages, ${trial.held} of them held out, ${bytes.length} bytes`);
if (options.write) writeFileSync(resolve(import.meta.dirname, 'pages.bin'), bytes);
