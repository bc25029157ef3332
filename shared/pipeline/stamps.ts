import stamps from 'virtual:stage-stamps';
import { READER_NAMES } from '@shared/formats/formats.ts';

const stamped = (...stages: (keyof typeof stamps)[]): string =>
  stages.map((stage) => `${stage}:${stamps[stage]}`).join(' ');

/** The stages that take a source text apart, whatever reader gave it. */
export const PAGE_STAGES = stamped('segment', 'facts', 'names', 'quotes', 'dating', 'pipeline');

/**
 * What the pipeline of this version is made of: the readers of bytes, and for each stage a hash over its sources
 * and its data. The same in every host of one version.
 */
export const PIPELINE_STAMP = [...READER_NAMES, PAGE_STAGES].join(' ');

/**
 * What rows of the library were made by, given the reader of their source's bytes; rows stamped otherwise are
 * derived again. Null for a reader that this version does not have: the bytes are to be read again.
 */
export const rowsStampOf = (reader: string): string | null =>
  READER_NAMES.includes(reader) ? [reader, PAGE_STAGES, stamped('rows')].join(' ') : null;

/** What tried to read a source that could not be read: any of these, of another version, may read it. */
export const UNREAD_STAMP = [PIPELINE_STAMP, stamped('rows')].join(' ');

/** What rows of these were indexed by. */
export const INDEX_STAMP = stamped('search');
