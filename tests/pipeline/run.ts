import { resolve } from 'node:path';
import { type Extracted, extract, type SourceActs } from '@shared/pipeline/extract.ts';
import { loadKnowledge } from '../../electron/knowledge/load-knowledge.ts';
import { sha256 } from '../../electron/knowledge/sha256.ts';

export const knowledge = loadKnowledge(resolve(import.meta.dirname, '../../resources'));

/** Runs the pipeline on text or bytes; throws where a page cannot be read at all. */
export async function runPipeline(page: string | Uint8Array, acts: SourceActs = {}): Promise<Extracted> {
  const bytes = typeof page === 'string' ? new TextEncoder().encode(page) : page;
  const result = await extract({ ...acts, name: 'page.txt', bytes }, knowledge, { sha256 });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
