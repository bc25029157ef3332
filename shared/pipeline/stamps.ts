import stamps from 'virtual:stage-stamps';
import { READERS_STAMP } from '@shared/formats/formats.ts';

const stamped = (...stages: (keyof typeof stamps)[]): string =>
  stages.map((stage) => `${stage}:${stamps[stage]}`).join(' ');

/**
 * What a result of the pipeline was made by: the readers of bytes, and for each stage a hash over its
 * sources and its data. The same in every host of one version.
 */
export const PIPELINE_STAMP = [
  READERS_STAMP,
  stamped('segment', 'facts', 'names', 'quotes', 'dating', 'pipeline'),
].join(' ');

/** What rows of the library were made by; rows stamped otherwise are derived again. */
export const ROWS_STAMP = [PIPELINE_STAMP, stamped('rows')].join(' ');

/** What rows of these were indexed by. */
export const INDEX_STAMP = stamped('search');
