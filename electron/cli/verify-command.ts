import { basename, resolve } from 'node:path';
import type { Failure, Result } from '@shared/contracts/results.ts';
import type { Words } from '@shared/exchange/forms/words.ts';
import { unpackFiles } from '@shared/exchange/pack-files.ts';
import type { ReadClaim } from '@shared/exchange/proof/claim.ts';
import { readExport } from '@shared/exchange/proof/read-export.ts';
import { type CheckedItem, type SourceNotice, verify } from '@shared/exchange/proof/verify.ts';
import { createReadingAnew, readSourceToCheck, type SourceToCheck } from '@shared/pipeline/read-figures.ts';
import { localeWords } from '../exchange/locale-words.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { sha256 } from '../knowledge/sha256.ts';
import { readInputs } from '../readers/read-inputs.ts';
import { readNamedFile } from '../readers/read-named-file.ts';
import { type Command, type CommandIo, WrongUse } from './command.ts';
import { readOptions } from './read-options.ts';
import { reportFailure } from './report-failure.ts';

/** Bytes of the largest export that is read whole. */
const MOST_EXPORT_BYTES = 1_000_000_000;

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'duidu verify EXPORT… --source FILE|FOLDER|ARCHIVE… [--language zh|en] [--json]',
  summary:
    'Checks each item of exports against sources, and each figure against its own words; names what does not hold.',
  async run(args, io) {
    const { exports, sources: named, language, json } = parse(args);
    const words = localeWords(io.resources, language);
    let failed = false;
    const report = (place: string, failure: Failure): void => {
      failed = true;
      reportFailure(io, 'verify', place, failure, language);
    };
    const sources: SourceToCheck[] = [];
    for (const path of named.map((one) => resolve(io.cwd, one)))
      for await (const { name, place, content } of readInputs(path)) {
        const read = content.ok ? await readSourceToCheck(name, content.value, sha256) : content;
        if (read.ok) sources.push(read.value);
        // A folder or an archive may hold anything; only a file that was named by itself has to be readable.
        else if (place === path) report(path, read);
      }
    const figures = createReadingAnew(loadKnowledge(io.resources), sha256);
    for (const { path, claims } of await openExports(exports, io)) {
      if (!claims.ok) {
        report(path, claims);
        continue;
      }
      const { items, notices } = await verify(claims.value, sources, figures);
      for (const notice of notices)
        await io.print(json ? JSON.stringify({ export: path, ...notice }) : sayNotice(notice, words));
      for (const item of items) {
        if (item.finding.state === 'holds') continue;
        failed = true;
        await io.print(json ? JSON.stringify({ export: path, ...item }) : sayItem(item, words));
      }
      const said = items.filter(({ saidByPerson }) => saidByPerson).length;
      const holds = items.filter(({ finding }) => finding.state === 'holds').length;
      if (said > 0) io.report(words('export.verify.said', { count: said }));
      io.report(`${path}: ${words('export.verify.sum', { holds, count: items.length })}`);
    }
    return failed ? 1 : 0;
  },
};

/** What each export claims; an archive of several, as the desk hands them out, is each of its files. */
async function openExports(
  paths: readonly string[],
  io: CommandIo,
): Promise<{ readonly path: string; readonly claims: Result<readonly ReadClaim[]> }[]> {
  const opened: { path: string; claims: Result<readonly ReadClaim[]> }[] = [];
  for (const path of paths) {
    const read = await readNamedFile(resolve(io.cwd, path), MOST_EXPORT_BYTES);
    if (!read.ok) opened.push({ path, claims: read });
    else
      for (const { name, bytes } of unpackFiles(basename(path), read.value))
        opened.push({
          path: name === basename(path) ? path : `${path}/${name}`,
          claims: await readExport(name, bytes),
        });
  }
  return opened;
}

const sayNotice = ({ state, file }: SourceNotice, words: Words): string =>
  words(`export.verify.${state}`, { file });

function sayItem({ where, words: quoted, finding }: CheckedItem, words: Words): string {
  const say = (key: string, values: Readonly<Record<string, string>> = {}): string =>
    words(`export.verify.${key}`, { where, words: quoted, ...values });
  switch (finding.state) {
    case 'holds':
      return say('holds');
    case 'moved':
      return say(finding.rewrapped ? 'moved-rewrapped' : 'moved', { to: finding.to });
    case 'changed':
      return finding.now === null
        ? say('changed-gone', { was: finding.was })
        : say('changed', { was: finding.was, now: finding.now });
    case 'missing':
      return say('missing', { source: finding.source });
    case 'does-not-follow':
      return say('does-not-follow', { field: finding.field, said: finding.said, read: finding.read });
    case 'broken':
      return say('broken', { field: finding.field });
  }
}

function parse(args: readonly string[]) {
  const parsed = readOptions(args, OPTIONS);
  const { values, positionals, tokens } = parsed;
  const language = values.language ?? 'en';
  if (language !== 'en' && language !== 'zh') throw new WrongUse(`no language ${language}`);
  // Files may follow `--source` without a new flag each; those before it are exports.
  const from = tokens.find((token) => token.kind === 'option' && token.name === 'source')?.index ?? 0;
  const exports: string[] = [];
  const sources = [...(values.source ?? [])];
  for (const token of tokens)
    if (token.kind === 'positional') (token.index < from ? exports : sources).push(token.value);
  if (positionals.length === 0 || exports.length === 0) throw new WrongUse('name at least one export');
  if (sources.length === 0) throw new WrongUse('name the sources with --source');
  return { exports, sources, language, json: values.json ?? false } as const;
}

const OPTIONS = {
  allowPositionals: true,
  tokens: true,
  options: {
    source: { type: 'string', multiple: true },
    language: { type: 'string' },
    json: { type: 'boolean' },
  },
} as const;
