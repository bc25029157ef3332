import { utf8fromString } from '@exodus/bytes/utf8.js';
import { comparedArticles } from '@shared/analysis/compared-article.ts';
import { type Result, success } from '@shared/contracts/results.ts';
import { encodeRows } from '@shared/exchange/outputs/encode-rows.ts';
import { OUTPUT_TABLES, outputRows, sourceRow } from '@shared/exchange/outputs/output-tables.ts';
import type { Knowledge } from '@shared/pipeline/knowledge.ts';
import { deriveExport } from '../exchange/export-sources.ts';
import { failureOfUnexpected } from '../host/unexpected.ts';
import type { Reading, ReadingJob } from './reading-job.ts';

/** Takes a file apart; an error in the stages is a failure too. */
export async function readJob(job: ReadingJob, knowledge: Knowledge): Promise<Result<Reading>> {
  const { name, bytes, publishedOn, origin, form } = job;
  const acts = {
    ...(publishedOn === undefined ? {} : { description: { publishedOn } }),
    ...(origin ? { origin } : {}),
  };
  try {
    const read = async () => success(bytes);
    const derived = await deriveExport({ name, acts, bookmarks: [], read }, knowledge);
    if (!derived.ok) return derived;
    const source = derived.value;
    if (form === 'document')
      return success([['document', utf8fromString(JSON.stringify(source.document()))]]);
    if (form === 'compared') {
      const articles = comparedArticles(source.extraction, source.anchored.text.length);
      return success([['compared', utf8fromString(JSON.stringify(articles))]]);
    }
    const file = {
      name,
      bytes: bytes.length,
      sha256: source.anchored.source,
      ...(origin ? { origin } : {}),
    };
    const reading: [string, Uint8Array][] = [];
    for (const table of OUTPUT_TABLES) {
      const rows = table === 'sources' ? [sourceRow(file, source)] : outputRows(table, source);
      reading.push([table, await encodeRows(table, rows, form)]);
    }
    return success(reading);
  } catch (error) {
    return failureOfUnexpected(error);
  }
}
