import { utf8fromString } from '@exodus/bytes/utf8.js';
import type { ExportForm, WrittenForm } from '@shared/exchange/export-forms.ts';
import type { CheckedSource } from '@shared/exchange/proof/checked-source.ts';
import { readExport } from '@shared/exchange/proof/read-export.ts';
import { type Verification, verify } from '@shared/exchange/proof/verify.ts';
import type { TableName } from '@shared/exchange/tables.ts';
import { type Sources, writeExport } from '@shared/exchange/write-export.ts';
import { createReadingAnew, readSourceToCheck } from '@shared/pipeline/read-figures.ts';
import { sha256 } from '../../electron/knowledge/sha256.ts';
import { knowledge } from '../pipeline/run.ts';
import { library, PAGES, readWhole, words } from './made-library.ts';

export const VERIFIED_FORMS = [
  'csv',
  'xlsx',
  'md',
  'jsonld',
  'ndjson',
  'parquet',
] as const satisfies ExportForm[];

/** An export of the made library, whole, or of other sources. */
export async function exportAs(
  form: WrittenForm,
  what: readonly TableName[] = [form === 'ndjson' ? 'articles' : 'facts'],
  sources: Sources = library,
): Promise<Uint8Array> {
  const files = writeExport('duidu', { form, what, choice: {}, style: 'gbt7714-2025', words }, sources);
  if (!files.ok) throw new Error(files.reason);
  const [file] = files.value;
  if (file === undefined) throw new Error('no file');
  return readWhole(file.content);
}

const figures = createReadingAnew(knowledge, sha256);

export async function checkedSource(name: string, bytes: Uint8Array): Promise<CheckedSource> {
  const read = await readSourceToCheck(name, bytes, sha256);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
}

export const untouched = (): Promise<CheckedSource[]> =>
  Promise.all(Object.entries(PAGES).map(([name, text]) => checkedSource(name, utf8fromString(text))));

export async function check(
  form: ExportForm,
  bytes: Uint8Array,
  sources: readonly CheckedSource[],
): Promise<Verification> {
  const extension = form === 'csv' ? 'csv' : form;
  const claims = await readExport(`duidu.${extension}`, bytes);
  if (!claims.ok) throw new Error(claims.reason);
  return verify(claims.value, sources, figures);
}
