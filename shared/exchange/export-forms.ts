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
] as const;

export type ExportForm = (typeof EXPORT_FORMS)[number];

/** Tables whose rows are annotations. */
export const ANNOTATED: readonly TableName[] = ['facts', 'names', 'quotes', 'bookmarks'];

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
    tables: TABLE_NAMES,
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
  opensearch: { extension: 'bulk.ndjson', mediaType: 'application/x-ndjson', tables: TABLE_NAMES },
};
