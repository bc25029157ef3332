import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSegmentKnowledge, type SegmentKnowledge } from '@shared/segment/knowledge.ts';
import { LINE_ROLES, STATE_COUNT } from '@shared/segment/roles.ts';
import { FEATURES } from '@shared/segment/stories/line-features.ts';
import { type PageModel, writePageModel } from '@shared/segment/stories/page-model.ts';

const resources = resolve(import.meta.dirname, '../..');

/** A model that knows nothing: what stands in the weights' place before there are any. */
const EMPTY: PageModel = {
  version: 0,
  features: FEATURES.length,
  start: new Float32Array(LINE_ROLES.length),
  trees: {
    feature: new Int16Array(0),
    threshold: new Float32Array(0),
    next: new Uint32Array(0),
    values: new Float32Array(0),
    roots: new Uint32Array(0),
  },
  transitions: {
    between: new Float32Array(STATE_COUNT * STATE_COUNT),
    first: new Float32Array(STATE_COUNT),
    prior: new Float32Array(LINE_ROLES.length),
    neighbours: 1,
    flatten: 0,
  },
  doubts: { slope: 1, shift: 0, floor: 1 },
};

/** Knowledge as the hosts load it, without the weights that are about to be trained. */
export const readTrainingKnowledge = (): SegmentKnowledge =>
  readSegmentKnowledge({
    text: (path) => readFileSync(resolve(resources, path), 'utf8'),
    bytes: (path) =>
      path.endsWith('pages.bin')
        ? writePageModel(EMPTY)
        : new Uint8Array(readFileSync(resolve(resources, path))),
  });
