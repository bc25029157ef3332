import { type Result, success } from '@shared/contracts/results.ts';
import { toExtractDocument } from '@shared/exchange/extract-document.ts';
import { gatherTables } from '@shared/facts/gather-tables.ts';
import { extract } from '@shared/pipeline/extract.ts';
import type { Knowledge } from '@shared/pipeline/knowledge.ts';
import { failureOfUnexpected } from '../host/unexpected.ts';
import { sha256 } from '../knowledge/sha256.ts';
import type { ReadingJob } from './reading-job.ts';

/** The document of the contract as JSON, in one line; an error in the stages is a failure too. */
export async function readJob(job: ReadingJob, knowledge: Knowledge): Promise<Result<string>> {
  const { publishedOn, ...file } = job;
  const description = publishedOn === undefined ? {} : { description: { publishedOn } };
  try {
    const extracted = await extract({ ...file, ...description }, knowledge, { sha256 });
    if (!extracted.ok) return extracted;
    const { extraction, text } = extracted.value;
    return success(JSON.stringify(toExtractDocument(extraction, text, gatherTables(extraction.facts))));
  } catch (error) {
    return failureOfUnexpected(error);
  }
}
