import { createHash } from 'node:crypto';
import { OUTPUT_FORMS, type OutputForm } from '@shared/exchange/outputs/encode-rows.ts';
import { OUTPUT_VERSION } from '@shared/exchange/outputs/output-tables.ts';
import { PIPELINE_STAMP } from '@shared/pipeline/stamps.ts';

/** Hexadecimal digits: 48 bits keep apart the versions that one folder holds, 32 the names of one source. */
const STAGES_DIGITS = 12;
const CALLED_DIGITS = 8;

/** A file name of an output, taken apart. */
export interface OutputName {
  readonly sha256: string;
  /** Of the readers and stages, and of the date that was given. */
  readonly stages: string;
  /** Of `sources`: what the file is called and which archive it came out of. */
  readonly called: string | null;
  /** It says that the source cannot be read. */
  readonly isUnread: boolean;
  readonly form: OutputForm;
}

export const nameOutput = ({ sha256, stages, called, isUnread, form }: OutputName): string =>
  [sha256, stages, ...(called === null ? [] : [called]), ...(isUnread ? ['unread'] : []), form].join('.');

const NAME = /^([0-9a-f]{64})\.([0-9a-f]{12})(?:\.([0-9a-f]{8}))?(\.unread)?\.(\w+)$/;

/** Null for what is no output. */
export function readOutputName(name: string): OutputName | null {
  const [, sha256 = '', stages = '', called, unread, ending] = NAME.exec(name) ?? [];
  const form = OUTPUT_FORMS.find((one) => one === ending);
  if (!form) return null;
  return { sha256, stages, called: called ?? null, isUnread: unread !== undefined, form };
}

/** What outputs of this version are called by. @param publishedOn the date that was given, if any. */
export const stagesKey = (publishedOn: string | undefined): string =>
  hashOf([PIPELINE_STAMP, OUTPUT_VERSION, publishedOn ?? null]).slice(0, STAGES_DIGITS);

export const calledKey = (name: string, origin: readonly [string, string] | undefined): string =>
  hashOf([name, origin ?? null]).slice(0, CALLED_DIGITS);

/** The folder of a table that a source's output lies in: 256 of them keep ten million at forty thousand a folder. */
export const shardOf = (sha256: string): string => sha256.slice(0, 2);

const hashOf = (what: unknown): string => createHash('sha256').update(JSON.stringify(what)).digest('hex');
