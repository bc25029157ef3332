import { basename } from 'node:path';
import type { Result } from '@shared/contracts/results.ts';
import { success } from '@shared/contracts/results.ts';
import { engineOf, type SourceToExport } from '@shared/exchange/exported-source.ts';
import { toExtractDocument } from '@shared/exchange/extract-document.ts';
import { gatherTables } from '@shared/facts/gather-tables.ts';
import type { Bookmark, ContinuedStory } from '@shared/journal/state.ts';
import { type SourceDescription, sourceHash } from '@shared/model/source.ts';
import { listPrintedWords } from '@shared/names/page/printed-words.ts';
import { extract, type SourceActs } from '@shared/pipeline/extract.ts';
import type { Knowledge } from '@shared/pipeline/knowledge.ts';
import { PAGE_STAGES } from '@shared/pipeline/stamps.ts';
import { sha256 } from '../knowledge/sha256.ts';

/** What is exported of a file or of an original of the vault. */
export interface Exportable {
  readonly name: string;
  readonly acts: SourceActs;
  readonly bookmarks: readonly Bookmark[];
  readonly continued?: readonly ContinuedStory[];
  read(): Promise<Result<Uint8Array>>;
}

/** A page as it is exported: read, taken apart, with what the person made of it. */
export async function deriveExport(
  { name, acts, bookmarks, continued = [], read }: Exportable,
  knowledge: Knowledge,
): Promise<Result<SourceToExport>> {
  const bytes = await read();
  if (!bytes.ok) return bytes;
  const extracted = await extract({ name: basename(name), bytes: bytes.value, ...acts }, knowledge, {
    sha256,
  });
  if (!extracted.ok) return extracted;
  const { extraction, text, textHash, unattachedVerdicts } = extracted.value;
  const words = listPrintedWords(text, acts.words ?? [], knowledge.names.script);
  const description: SourceDescription = acts.description ?? {};
  return success({
    extraction,
    anchored: { source: sourceHash(extraction.source.sha256), textHash, text },
    reader: extraction.source.reader,
    engine: engineOf(`${extraction.source.reader} ${PAGE_STAGES}`, { ...acts, words }),
    description,
    bookmarks,
    continued,
    unattachedVerdicts,
    document: () => toExtractDocument(extraction, text, gatherTables(extraction.facts)),
  });
}
