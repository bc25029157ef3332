import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSearchKnowledge } from '@shared/search/knowledge.ts';

const resources = resolve(import.meta.dirname, '../../resources');

/** The knowledge that the product ships. */
export const searchKnowledge = readSearchKnowledge({
  text: (path) => readFileSync(resolve(resources, path), 'utf8'),
  bytes: (path) => new Uint8Array(readFileSync(resolve(resources, path))),
});
