import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { type Knowledge, readKnowledge } from '@shared/pipeline/knowledge.ts';

/**
 * Data files below a `resources/` folder.
 * @param root absolute path of the folder.
 */
export function openKnowledgeFiles(root: string): KnowledgeFiles {
  return {
    text: (path) => readFileSync(resolve(root, path), 'utf8'),
    bytes: (path) => new Uint8Array(readFileSync(resolve(root, path))),
  };
}

/** The pipeline's knowledge, from a `resources/` folder. */
export const loadKnowledge = (root: string): Knowledge => readKnowledge(openKnowledgeFiles(root));
