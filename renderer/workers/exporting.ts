import { type Result, success } from '@shared/contracts/results.ts';
import { engineOf, type SourceToExport } from '@shared/exchange/exported-source.ts';
import { toExtractDocument } from '@shared/exchange/extract-document.ts';
import { type Original, writeOriginals } from '@shared/exchange/forms/originals.ts';
import { packFiles } from '@shared/exchange/pack-files.ts';
import { type Row, TABLES, type TableName } from '@shared/exchange/tables.ts';
import { type Sources, writeExport } from '@shared/exchange/write-export.ts';
import { gatherTables } from '@shared/facts/gather-tables.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { Library } from '../library/library.ts';
import type {
  ExportPreview,
  ExportRequest,
  PageLibraryCalls,
  WantedSource,
  WrittenExport,
} from './exchange-calls.ts';
import { exportWords } from './export-words.ts';
import { gatherBlob } from './gather-blob.ts';
import type { CallClient } from './message-calls.ts';

/** Rows that are shown before anything is written. */
const FIRST_ROWS = 5;

/** A source of the library as exports see it; null where it is not whole just now. */
async function readExported(library: Library, wanted: WantedSource): Promise<SourceToExport | null> {
  const { source, description, bookmarks, continued, cuts, verdicts, names, words } = wanted;
  const [kept, row, printed] = await Promise.all([
    library.read(source),
    library.sources.get(source),
    words.length > 0 ? library.printedWords.get(source) : undefined,
  ]);
  if (!kept || !row) return null;
  const { extraction, text, textHash, unattachedVerdicts } = kept;
  return {
    extraction,
    anchored: { source, textHash, text },
    reader: extraction.source.reader,
    // A row's stamp says after this what the library's own rows were made by.
    engine: engineOf(row.stamp.split(' rows:')[0] ?? row.stamp, {
      description,
      cuts,
      verdicts,
      names,
      // Of a source that nobody looked at yet any of them may be printed.
      words: printed?.words ?? words,
    }),
    description,
    bookmarks,
    continued,
    unattachedVerdicts,
    document: () => toExtractDocument(extraction, text, gatherTables(extraction.facts)),
  };
}

/** Counts what would go out, and shows its first rows; null where `isStale` said so meanwhile. */
export async function previewExport(
  library: Library,
  { what, choice, sources }: ExportRequest,
  isStale: () => boolean,
  tell: (preview: ExportPreview) => void,
): Promise<ExportPreview | null> {
  const [table = 'facts'] = what;
  const columns = TABLES[table].columns.map(({ name }) => name);
  const counts: Partial<Record<TableName, number>> = Object.fromEntries(what.map((name) => [name, 0]));
  const rows: Row[] = [];
  const preview = (): ExportPreview => ({ table, columns, rows: [...rows], counts: { ...counts } });
  for (const [i, wanted] of sources.entries()) {
    const source = await readExported(library, wanted);
    if (isStale()) return null;
    if (source)
      for (const name of what)
        for (const row of TABLES[name].rows(source, choice)) {
          if (name === table && rows.length < FIRST_ROWS) rows.push(row);
          counts[name] = (counts[name] ?? 0) + 1;
        }
    if (i % 20 === 0) tell(preview());
  }
  return preview();
}

/** Writes an export into a blob, source by source. */
export async function writeToBlob(
  library: Library,
  { form, ...request }: ExportRequest,
  page: CallClient<PageLibraryCalls, Record<string, never>>,
  tell: (done: number, total: number) => void,
): Promise<Result<WrittenExport>> {
  if (form === 'originals') return await writeOriginalsToBlob(request, page, tell);
  const leftOut = new Set<SourceHash>();
  let done = 0;
  let total = request.sources.length;
  const sources: Sources = async function* () {
    for (const wanted of request.sources) {
      const source = await readExported(library, wanted);
      if (source) yield source;
      else leftOut.add(wanted.source);
      tell(++done, total);
    }
  };
  const files = writeExport(
    request.name,
    { ...request, form, words: exportWords(request.language) },
    sources,
  );
  if (!files.ok) return files;
  const [first, ...others] = files.value;
  // Each file, and each sheet of a workbook, walks the sources again.
  total *= form === 'xlsx' ? request.what.length : files.value.length;
  const isOne = first !== undefined && others.length === 0;
  const content = await gatherBlob(isOne ? first.content : packFiles(files.value));
  return success({
    name: isOne ? first.name : `${request.name}.zip`,
    content,
    leftOut: [...leftOut],
  });
}

/** Originals as the host keeps them, in one archive. */
async function writeOriginalsToBlob(
  { sources, name }: Pick<ExportRequest, 'sources' | 'name'>,
  page: CallClient<PageLibraryCalls, Record<string, never>>,
  tell: (done: number, total: number) => void,
): Promise<Result<WrittenExport>> {
  const leftOut: SourceHash[] = [];
  async function* originals(): AsyncGenerator<Original> {
    for (const [i, wanted] of sources.entries()) {
      const bytes = await page.call('page.readOriginal', wanted.source);
      if (bytes.ok) yield { name: wanted.name, sha256: wanted.source, bytes: bytes.value };
      else leftOut.push(wanted.source);
      tell(i + 1, sources.length);
    }
  }
  return success({ name: `${name}.zip`, content: await gatherBlob(writeOriginals(originals())), leftOut });
}
