import { DECODER_VERSION } from '@shared/decode/decode.ts';
import { PIPELINE_VERSION } from './extract.ts';
import type { Knowledge } from './knowledge.ts';

/** Says which stages and which knowledge made a result; rows stamped otherwise are derived again. */
export const versionsOf = (knowledge: Knowledge): string =>
  [
    `decode${DECODER_VERSION}`,
    `pipeline${PIPELINE_VERSION}`,
    ...Object.entries(knowledge).map(([stage, { version }]) => `${stage}${version}`),
  ].join(' ');
