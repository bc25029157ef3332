import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Failure } from '@shared/contracts/results.ts';
import { CITATION_STYLES, type CitationStyle } from '@shared/exchange/citation/format-citation.ts';
import { EXPORT_FORMS, type ExportForm, FORM_FACTS } from '@shared/exchange/export-forms.ts';
import type { SourceToExport } from '@shared/exchange/exported-source.ts';
import { layOriginals, type Original, writeOriginals } from '@shared/exchange/forms/originals.ts';
import { TABLE_NAMES, type TableName } from '@shared/exchange/tables.ts';
import { type ExportedFile, type Sources, writeExport } from '@shared/exchange/write-export.ts';
import { deriveExport, type Exportable } from '../exchange/export-sources.ts';
import { localeWords } from '../exchange/locale-words.ts';
import { carryLibrary, listExportables, type ReadLibrary, readLibrary } from '../exchange/read-library.ts';
import { saveStream } from '../exchange/save-stream.ts';
import { describeFailure } from '../host/describe-failure.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { sha256 } from '../knowledge/sha256.ts';
import { readNamedFile } from '../readers/read-named-file.ts';
import { decideVaultPath } from '../vault/location.ts';
import { type Command, type CommandIo, type ExitCode, WrongUse } from './command.ts';
import { exportOutputs, takesOutputs } from './export-outputs.ts';
import { exportTemplate } from './export-template.ts';
import { readPublished } from './published-option.ts';
import { readOptions } from './read-options.ts';
import { lineOfFailure, reportFailure } from './report-failure.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: `duidu export --outputs DIR --form parquet --out DIR\nduidu export [--vault DIR | --from FILE…] --form ${[...EXPORT_FORMS, 'opensearch-template', 'duidu'].join('|')} [--what ${[...TABLE_NAMES, 'originals'].join('|')}[,…]] [--confirmed] [--style ${CITATION_STYLES.join('|')}] [--language zh|en] [--published YYYY[-MM[-DD]]] [--out FILE|DIR]`,
  summary:
    'Writes what was found in a library or in files, each item with the proof of its words. Without --out, to standard output. With --outputs, brings a data set to what duidu extract has laid in a folder.',
  async run(args, io) {
    if (takesOutputs(args)) return await exportOutputs(args, io);
    const { values } = readOptions(args, OPTIONS);
    if (values.form === 'opensearch-template') return await exportTemplate(values.out, io);
    const order = parse(args);
    if (order === 'library') return carry(args, io);
    if (order.form === 'originals') return bringOut(order, io);
    const failures: string[] = [];
    const exportables = await listSources(order, io);
    if (!Array.isArray(exportables)) return exportables;
    const knowledge = loadKnowledge(io.resources);
    const report = (place: string, failure: Failure): void => {
      const line = lineOfFailure('export', place, failure, io.resources);
      if (failures.includes(line)) return;
      failures.push(line);
      io.report(line);
    };
    const sources: Sources = async function* (): AsyncGenerator<SourceToExport> {
      for (const exportable of exportables) {
        const derived = await deriveExport(exportable, knowledge);
        if (derived.ok) yield derived.value;
        else report(exportable.name, derived);
      }
    };
    const files = writeExport(
      'duidu',
      {
        ...order,
        form: order.form,
        choice: { confirmedOnly: order.confirmed },
        words: localeWords(io.resources, order.language),
      },
      sources,
    );
    if (!files.ok) throw new WrongUse(describeFailure(files, io.resources));
    for (const file of files.value) {
      const path = placeOf(file, files.value.length, order.out, io.cwd);
      if (path === null) {
        for await (const piece of file.content) await io.write(piece);
        continue;
      }
      await mkdir(dirname(path), { recursive: true });
      const saved = await saveStream(path, file.content);
      if (saved.ok) io.report(`duidu export: ${path}: ${saved.value} bytes`);
      else report(path, saved);
    }
    return failures.length > 0 ? 1 : 0;
  },
};

interface Order {
  readonly form: ExportForm;
  readonly what: readonly TableName[];
  readonly style: CitationStyle;
  readonly language: 'en' | 'zh';
  readonly confirmed: boolean;
  readonly from: readonly string[];
  readonly vault: string | undefined;
  readonly out: string | undefined;
  readonly published: string | undefined;
}

/** `library`: the whole library as one file, which has an order of its own. */
function parse(args: readonly string[]): Order | 'library' {
  const parsed = readOptions(args, OPTIONS);
  const { values, positionals } = parsed;
  const from = [...(values.from ?? []), ...positionals];
  if (from.length > 0 && values.vault) throw new WrongUse('name either a vault or files');
  if (values.form === 'duidu') {
    if (from.length > 0 || values.out === undefined || values.what !== undefined)
      throw new WrongUse('--form duidu takes a vault whole and a file with --out');
    return 'library';
  }
  const form = oneOf(EXPORT_FORMS, values.what === 'originals' ? 'originals' : values.form, 'form');
  if (form === 'originals' && values.out === undefined)
    throw new WrongUse('originals go to a folder, or to a file that ends in .zip: name it with --out');
  const what =
    values.what && form !== 'originals'
      ? values.what.split(',').map((name) => oneOf(TABLE_NAMES, name.trim(), 'table'))
      : [FORM_FACTS[form].tables[0] as TableName];
  const several = what.length > 1 && (form === 'csv' || form === 'parquet');
  if (several && values.out === undefined)
    throw new WrongUse(`${form} has a file a table: name a folder with --out`);
  return {
    form,
    what,
    from,
    vault: values.vault,
    out: values.out,
    style: oneOf(CITATION_STYLES, values.style ?? 'gbt7714-2025', 'style'),
    language: oneOf(['zh', 'en'] as const, values.language ?? 'zh', 'language'),
    confirmed: values.confirmed ?? false,
    published: readPublished(values.published),
  };
}

const OPTIONS = {
  allowPositionals: true,
  options: {
    vault: { type: 'string' },
    from: { type: 'string', multiple: true },
    form: { type: 'string' },
    what: { type: 'string' },
    style: { type: 'string' },
    language: { type: 'string' },
    confirmed: { type: 'boolean' },
    published: { type: 'string' },
    out: { type: 'string' },
  },
} as const;

function oneOf<Choice extends string>(
  choices: readonly Choice[],
  value: string | undefined,
  what: string,
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined)
    throw new WrongUse(
      `${value === undefined ? `no ${what} given` : `no ${what} ${value}`}; one of ${choices.join(', ')}`,
    );
  return found;
}

/** Files that were named, else what the vault holds. */
async function listSources(order: Order, io: CommandIo): Promise<Exportable[] | ExitCode> {
  if (order.from.length > 0)
    return order.from.map((path) => ({
      name: path,
      acts: order.published ? { description: { publishedOn: order.published } } : {},
      bookmarks: [],
      read: () => readNamedFile(resolve(io.cwd, path)),
    }));
  const library = await openLibrary(order.vault, io);
  return library === null ? 1 : listExportables(library);
}

/** The library of a vault; null where it cannot be read, which has been said. */
async function openLibrary(vault: string | undefined, io: CommandIo): Promise<ReadLibrary | null> {
  const path = decideVaultPath({ option: vault, env: process.env, platform: process.platform, cwd: io.cwd });
  const library = await readLibrary(path);
  if (library.ok) return library.value;
  reportFailure(io, 'export', path, library);
  return null;
}

/** Writes a library as one file. */
async function carry(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { vault, out = '' } = readOptions(args, OPTIONS).values;
  const library = await openLibrary(vault, io);
  if (library === null) return 1;
  let isWhole = true;
  const say = (place: string, failure: Failure): void => {
    isWhole = false;
    reportFailure(io, 'export', place, failure);
  };
  const path = resolve(io.cwd, out);
  const saved = await saveStream(path, carryLibrary(library, say));
  if (saved.ok) io.report(`duidu export: ${path}: ${saved.value} bytes`);
  else say(path, saved);
  return isWhole ? 0 : 1;
}

/** Writes originals as they came: into a folder, or as one ZIP, with the list of their hashes. */
async function bringOut(order: Order, io: CommandIo): Promise<ExitCode> {
  const exportables = await listSources(order, io);
  if (!Array.isArray(exportables)) return exportables;
  let isWhole = true;
  const say = (place: string, failure: Failure): void => {
    isWhole = false;
    reportFailure(io, 'export', place, failure);
  };
  async function* originals(): AsyncGenerator<Original> {
    for (const { name, read } of exportables as Exportable[]) {
      const bytes = await read();
      if (bytes.ok) yield { name: basename(name), sha256: await sha256(bytes.value), bytes: bytes.value };
      else say(name, bytes);
    }
  }
  const out = resolve(io.cwd, order.out ?? '');
  const save = async (path: string, content: AsyncIterable<Uint8Array>): Promise<void> => {
    await mkdir(dirname(path), { recursive: true });
    const saved = await saveStream(path, content);
    if (saved.ok) io.report(`duidu export: ${path}: ${saved.value} bytes`);
    else say(path, saved);
  };
  if (out.toLowerCase().endsWith('.zip')) await save(out, writeOriginals(originals()));
  else
    for await (const [name, bytes] of layOriginals(originals()))
      await save(join(out, name), inOnePiece(bytes));
  return isWhole ? 0 : 1;
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Where a file goes: `--out` is its path, or the folder of several; null: standard output. */
function placeOf(file: ExportedFile, files: number, out: string | undefined, cwd: string): string | null {
  if (out === undefined) return null;
  return files > 1 || out.endsWith('/') ? join(resolve(cwd, out), file.name) : resolve(cwd, out);
}
