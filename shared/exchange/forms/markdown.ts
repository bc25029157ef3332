import { joinLines } from '@shared/text/unseen.ts';
import type { Choice } from '../choice.ts';
import type { CitedArticle } from '../citation/cited-article.ts';
import { type CitationStyle, formatCitation } from '../citation/format-citation.ts';
import { sayBases } from '../citation/said-bases.ts';
import type { ExportedSource } from '../exported-source.ts';
import { citedArticles, type Row, TABLES, type TableName } from '../tables.ts';
import { isTacit, sayCellWithCode } from './coded-columns.ts';
import type { Words } from './words.ts';

export interface MarkdownOptions {
  readonly what: readonly TableName[];
  readonly choice: Choice;
  readonly style: CitationStyle;
  readonly words: Words;
}

/** Tables that are written as block quotes; articles are written as texts. */
const QUOTED = new Set<TableName>(['facts', 'names', 'quotes', 'bookmarks', 'texts', 'doubts']);

/**
 * Markdown: YAML front matter, one heading an article, its items as block quotes with their values beneath and
 * the proof of each in a comment that renderers hide (FORMAT.md), sources numbered as they come.
 */
export async function* writeMarkdown(
  sources: AsyncIterable<ExportedSource> | Iterable<ExportedSource>,
  { what, choice, style, words }: MarkdownOptions,
): AsyncGenerator<string> {
  yield `---\ntitle: ${quoteYaml(words('export.documentTitle'))}\ngenerator: duidu\nformat: duidu/markdown@1\n---\n`;
  let number = 0;
  for await (const source of sources) {
    const cited = citedArticles(source);
    const byArticle = gatherItems(source, what, choice, words);
    for (const [id, items] of byArticle) {
      const article = cited.get(id);
      number++;
      yield `\n## ${article?.title ? escapeMarkdown(article.title) : words('export.noHeadline')}\n\n`;
      if (article) yield `${citationLine(article, style, number, words)}\n`;
      for (const item of items) yield `\n${item}`;
    }
  }
}

/** A citation, and in words what of it is not printed. */
function citationLine(article: CitedArticle, style: CitationStyle, number: number, words: Words): string {
  const citation = escapeMarkdown(formatCitation(article, style, 'entry', number));
  return `[${number}] ${citation}${escapeMarkdown(sayBases(article, words))}`;
}

function gatherItems(
  source: ExportedSource,
  what: readonly TableName[],
  choice: Choice,
  words: Words,
): Map<string, string[]> {
  const byArticle = new Map<string, string[]>();
  for (const name of what) {
    const table = TABLES[name];
    const at = (column: string): number => table.columns.findIndex((each) => each.name === column);
    for (const row of table.rows(source, choice)) {
      const id = String(row[at('article')] ?? '');
      const items = byArticle.get(id) ?? [];
      byArticle.set(id, items);
      items.push(
        QUOTED.has(name)
          ? quotedItem(name, row, words)
          : `${escapeMarkdown(String(row[at('text')] ?? ''), true)}\n`,
      );
    }
  }
  return byArticle;
}

/** Columns that say where an item stands or how it was found; what is left is said of the words, beneath them. */
const NOT_SHOWN = new Set(
  'id words exact prefix suffix spans engine reader rule confidence article headline byline newspaper edition published published_basis newspaper_basis edition_basis source_name source_sha256 text_sha256'.split(
    ' ',
  ),
);

/** What the list beneath an item shows, in its order; cells as text by column. */
export const shownColumns = (table: TableName, cells: Readonly<Record<string, string>>): string[] =>
  TABLES[table].columns.flatMap(({ name }) =>
    NOT_SHOWN.has(name) || !cells[name] || isTacit(name, cells[name]) ? [] : [name],
  );

function quotedItem(name: TableName, row: Row, words: Words): string {
  const cells = Object.fromEntries(
    TABLES[name].columns.flatMap((column, i) => {
      const cell = row[i] ?? null;
      return cell === null ? [] : [[column.name, String(cell)]];
    }),
  );
  const quoted = escapeMarkdown(cells.words || joinLines(cells.exact ?? ''), true);
  const list = shownColumns(name, cells).map(
    (column) =>
      `- ${words(`export.column.${column}`)}${LABEL_END}${escapeMarkdown(sayCellWithCode(column, cells[column] as string, words))}\n`,
  );
  return `> ${quoted.replaceAll('\n', '\n> ')}\n\n${list.join('')}\n<!-- duidu ${commentJson({ table: name, ...cells })} -->\n`;
}

/** Between a column's word and its cell. */
export const LABEL_END = ': ';

/** JSON that cannot end an HTML comment: `--` and `>` are written as escapes. */
const commentJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('--', '-\\u002d').replaceAll('>', '\\u003e').replaceAll('<', '\\u003c');

const quoteYaml = (text: string): string => JSON.stringify(text);

/** Text with what Markdown would read as marks escaped; `block` also at the beginning of lines. */
export function escapeMarkdown(text: string, block = false): string {
  const inline = text.replace(/[\\`*_[\]<>#|~$^]/g, '\\$&').replace(/\r\n?/g, '\n');
  return block
    ? inline.replace(/^([^\S\n\r\u2028\u2029]*)([-+]|\d+[.)])(?=\s)/gm, '$1\\$2')
    : inline.replaceAll('\n', ' ');
}

/** The text that `escapeMarkdown` was given, line ends aside. */
export const unescapeMarkdown = (text: string): string => text.replace(/\\([\\`*_[\]<>#|~$^+\-.)])/g, '$1');
