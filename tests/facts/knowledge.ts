import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type FactsKnowledge, readFactsKnowledge } from '@shared/facts/knowledge.ts';
import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';

const resources = resolve(import.meta.dirname, '../../resources');

/** The files of `resources/`, as every host loads them. */
export const knowledgeFiles: KnowledgeFiles = {
  text: (path) => readFileSync(resolve(resources, path), 'utf8'),
  bytes: (path) => readFileSync(resolve(resources, path)),
};

export const factsKnowledge: FactsKnowledge = readFactsKnowledge(knowledgeFiles);
