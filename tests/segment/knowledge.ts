import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSegmentKnowledge, type SegmentKnowledge } from '@shared/segment/knowledge.ts';

const resources = resolve(import.meta.dirname, '../../resources');

/** The press lexicon as the hosts load it. */
export const KNOWLEDGE: SegmentKnowledge = readSegmentKnowledge({
  text: (path) => readFileSync(resolve(resources, path), 'utf8'),
  bytes: (path) => new Uint8Array(readFileSync(resolve(resources, path))),
});
