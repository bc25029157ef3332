import { TABLE_NAMES, type TableName } from './tables.ts';

export const EXPORT_FORMS = [
  'csv',
  'xlsx',
  'md',
  'docx',
  'jsonld',
  'ndjson',
  'parquet',
  'csl',
  'bibtex',
  'ris',
  'opensearch',
  'originals',
] as const;

export type ExportForm = (typeof EXPORT_FORMS)[number];

/** Forms that are written from what was derived; originals go out as they came. */
export type WrittenForm = Exclude<ExportForm, 'originals'>;

/** Tables whose rows are annotations. */
export const ANNOTATED: readonly TableName[] = ['facts', 'names', 'quotes', 'bookmarks'];

/** A cell of a workbook cannot hold every text; the articles' column of it is cut there. */
const IN_WORKBOOKS = TABLE_NAMES.filter((name) => name !== 'texts');

/** What each form is called on disk and to the system, and which tables fit in it. */
export const FORM_FACTS: Readonly<
  Record<
    ExportForm,
    { readonly extension: string; readonly mediaType: string; readonly tables: readonly TableName[] }
  >
> = {
  csv: { extension: 'csv', mediaType: 'text/csv', tables: TABLE_NAMES },
  xlsx: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    tables: IN_WORKBOOKS,
  },
  md: { extension: 'md', mediaType: 'text/markdown', tables: TABLE_NAMES },
  docx: {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    tables: ['facts', 'quotes', 'bookmarks', 'articles'],
  },
  jsonld: { extension: 'jsonld', mediaType: 'application/ld+json', tables: ANNOTATED },
  ndjson: { extension: 'ndjson', mediaType: 'application/x-ndjson', tables: ['articles'] },
  parquet: {
    extension: 'parquet',
    mediaType: 'application/vnd.apache.parquet',
    tables: TABLE_NAMES,
  },
  csl: { extension: 'json', mediaType: 'application/vnd.citationstyles.csl+json', tables: ['articles'] },
  bibtex: { extension: 'bib', mediaType: 'application/x-bibtex', tables: ['articles'] },
  ris: { extension: 'ris', mediaType: 'application/x-research-info-systems', tables: ['articles'] },
  originals: { extension: 'zip', mediaType: 'application/zip', tables: ['articles'] },
  opensearch: { extension: 'bulk.ndjson', mediaType: 'application/x-ndjson', tables: TABLE_NAMES },
};
