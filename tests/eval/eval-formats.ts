/**
 * Prints what comes of the files that lie beside the checkout: `npm run eval:formats`. Han characters lost are counted
 * against what other programs find in the same file (a tree of the page; `unzip -p`, `pandoc` and Python's reader of mail
 * where installed), the error of a story as the share of letters and digits that differ from the expected text beside
 * its page. Who signs is checked against the author that the page's own head names, or does not.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { extract } from '@shared/pipeline/extract.ts';
import { sha256 } from '../../electron/knowledge/sha256.ts';
import { differenceOf } from '../formats/difference.ts';
import {
  authorNamed,
  filesOf,
  hasPandoc,
  hasUnzip,
  lostIn,
  PAGES_BESIDE,
  print,
  printMail,
  shownIn,
  shownInChapter,
  shownOn,
  textOf,
} from '../formats/files-beside.ts';
import { knowledge } from '../pipeline/run.ts';

/** What other programs find in a file, by their names. */
function foundElsewhere(path: string): Readonly<Record<string, string>> {
  if (/\.html$/.test(path)) return { 'its tree': shownOn(readFileSync(path, 'utf8')) };
  if (/\.docx$/.test(path))
    return {
      ...(hasUnzip ? { 'unzip -p': shownIn(print('unzip', '-p', path, 'word/*.xml') ?? '') } : {}),
      ...(hasPandoc ? { pandoc: print('pandoc', '-t', 'plain', '--wrap=none', path) ?? '' } : {}),
    };
  if (/\.mhtml$/.test(path)) {
    const page = printMail(path);
    return page === null ? {} : { "Python's email": shownOn(page) };
  }
  if (!/\.epub$/.test(path)) return {};
  const chapters = (print('unzip', '-p', path, '*.xhtml') ?? '').split(/(?=<html)/).map(shownInChapter);
  const html = print('pandoc', '-f', 'epub', '-t', 'html', '--wrap=none', path) ?? '';
  return {
    ...(hasUnzip ? { 'unzip -p': chapters.join('') } : {}),
    ...(hasPandoc ? { pandoc: shownInChapter(`<body>${html}`) } : {}),
  };
}

const files = [...PAGES_BESIDE, ...filesOf('mhtml'), ...filesOf('docx'), ...filesOf('epub')];
if (files.length === 0) console.log('no files lie beside the checkout');
for (const path of files) {
  const text = await textOf(path);
  const lost = Object.entries(foundElsewhere(path)).map(
    ([program, found]) => `${lostIn(text, found).length} lost against ${program}`,
  );
  const read = await extract({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }, knowledge, {
    sha256,
  });
  if (!read.ok) throw new Error(`${path}: ${read.reason}`);
  const { source, articles, facts } = read.value.extraction;
  const [first] = articles;
  const expected = path.replace(/html$/, 'txt');
  const error =
    expected !== path && existsSync(expected)
      ? [`error ${differenceOf(first?.body.text ?? '', readFileSync(expected, 'utf8')).toFixed(4)}`]
      : [];
  const named = path.endsWith('.html') ? authorNamed(readFileSync(path, 'utf8')) : null;
  const signed = first?.byline?.names.join('、') ?? '';
  const author =
    named === null ? [] : [signed === named ? 'author right' : `author is ${named}, not ${signed}`];
  console.log(`${basename(path)}: ${[...lost, ...error, ...author].join(', ')}`);
  console.log(
    `  ${articles.length} articles, ${facts.length} facts; ${first?.title?.text ?? 'no title'} | ${first?.byline?.names.join('、') || 'no byline'} | ${source.publishedOn.value ?? 'no day'} (${source.publishedOn.basis})`,
  );
}
