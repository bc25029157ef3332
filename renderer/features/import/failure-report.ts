import { writeCsv } from '@shared/exchange/forms/csv.ts';
import type { ImportEntry } from '../../library/import-queue.ts';
import type { Messages } from '../../ui/read-messages.ts';

/** What did not come in as a table: file, size, what became of it, the failure's code, why and what to do. */
export async function reportFailures(
  entries: readonly ImportEntry[],
  { say, explain }: Pick<Messages, 'say' | 'explain'>,
): Promise<Blob> {
  const columns = [
    say('import.column.name'),
    say('import.column.bytes'),
    say('import.column.outcome'),
    say('import.column.code'),
    say('import.column.why'),
  ].map((name) => ({ name, type: 'text' as const }));
  const rows = entries.map(({ path, size, step, failure, twin }) => [
    path,
    size,
    say(`import.step.${step === 'twin' ? 'known' : step}`),
    failure?.reason ?? null,
    step === 'twin' ? say('import.twin', { name: twin ?? '' }) : failure ? explain(failure) : null,
  ]);
  const pieces: string[] = [];
  for await (const piece of writeCsv({ columns }, rows)) pieces.push(piece);
  return new Blob(pieces, { type: 'text/csv' });
}
