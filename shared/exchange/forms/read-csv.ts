import { failure, type Result, success } from '@shared/contracts/results.ts';
import Papa from 'papaparse';
import { rearm } from './csv.ts';

/**
 * Rows of a CSV by column, also one that a spreadsheet program saved with semicolons or tabs.
 * The apostrophes that keep cells from being run are taken away.
 */
export function readCsv(text: string): Result<readonly Readonly<Record<string, string>>[], 'export-damaged'> {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: true,
  });
  const [names, ...lines] = data;
  if (names === undefined || errors.some(({ type }) => type === 'Quotes')) return failure('export-damaged');
  return success(
    lines.map((cells) => Object.fromEntries(names.map((name, i) => [name, rearm(cells[i] ?? '')]))),
  );
}
