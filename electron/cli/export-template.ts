import { resolve } from 'node:path';
import { writeTemplate } from '@shared/exchange/forms/opensearch-template.ts';
import { readSearchKnowledge } from '@shared/search/knowledge.ts';
import { IDEOGRAPH, kindOf, WORD } from '@shared/search/terms/unit-kinds.ts';
import { saveStream } from '../exchange/save-stream.ts';
import { openKnowledgeFiles } from '../knowledge/load-knowledge.ts';
import type { CommandIo, ExitCode } from './command.ts';
import { reportFailure } from './report-failure.ts';

/** Writes the index template that goes with `--form opensearch`, to a file or to standard output. */
export async function exportTemplate(out: string | undefined, io: CommandIo): Promise<ExitCode> {
  const { folding } = readSearchKnowledge(openKnowledgeFiles(io.resources));
  const template = new TextEncoder().encode(
    writeTemplate({
      fold: (text) => folding.foldToString(text),
      isIdeograph: (unit) => kindOf(unit) === IDEOGRAPH,
      isWord: (unit) => kindOf(unit) === WORD,
    }),
  );
  if (out === undefined) {
    await io.write(template);
    return 0;
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield template;
  }
  const saved = await saveStream(resolve(io.cwd, out), whole());
  if (!saved.ok) reportFailure(io, 'export', out, saved);
  return saved.ok ? 0 : 1;
}
