import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type FactsKnowledge, readFactsKnowledge } from '@shared/facts/knowledge.ts';

const resources = resolve(import.meta.dirname, '../../resources');

/** The knowledge as every host loads it. */
export const factsKnowledge: FactsKnowledge = readFactsKnowledge({
  text: (path) => readFileSync(resolve(resources, path), 'utf8'),
  bytes: (path) => readFileSync(resolve(resources, path)),
});
