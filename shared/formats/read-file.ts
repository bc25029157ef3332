import { failure, type Result, success } from '@shared/contracts/results.ts';
import type { ReadSource } from '@shared/model/read-source.ts';
import type { FileToRead, ReadProblem } from './format-reader.ts';
import { nameReader } from './formats.ts';
import { LIMITS } from './limits.ts';
import { READERS } from './readers.ts';
import { REFUSED_FORMATS } from './refused-formats.ts';
import { textReader } from './text/text-reader.ts';

/** A source text with the reader that gave it. */
export interface ReadFile extends ReadSource {
  /** `html@1`. */
  readonly reader: string;
}

/** The one way from bytes to a source text, on every host. */
export async function readFile(file: FileToRead, limits = LIMITS): Promise<Result<ReadFile, ReadProblem>> {
  if (file.bytes.length === 0) return failure('empty-file');
  const { bytes, name } = file;
  const reader = READERS.find((one) => one.recognises(bytes, name));
  const refused = reader ? undefined : REFUSED_FORMATS.find((one) => one.recognises(bytes, name));
  if (refused)
    return failure(refused.isDocument ? 'unsupported-format' : 'not-text', {
      format: refused.id,
      advice: refused.advice ?? 'none',
    });
  const { format, read } = reader ?? textReader;
  const source = await read(file, limits);
  return source.ok ? success({ ...source.value, reader: nameReader(format) }) : source;
}
