import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a pair of figures can be said to be; README.md has the guideline. */
export const VERDICTS = [
  'agree',
  'within-bounds',
  'later-figure',
  'other-scope',
  'differ',
  'unrelated',
] as const;

export type Answer = (typeof VERDICTS)[number];

export interface AnsweredArticle {
  /** `05a`, `corpus/12`. */
  readonly id: string;
  /** ISO, at the precision known. */
  readonly publishedOn: string;
  /** Headline and text, as a file would hold them; a bundled article with its front matter. */
  readonly text: string;
}

/** A figure by the words around it, the figure between 〔 and 〕. */
export interface FigureWords {
  readonly article: string;
  readonly words: string;
}

export interface Group {
  readonly id: string;
  readonly figures: readonly [FigureWords, FigureWords];
  /** Whether both articles use the same words for what they measure. */
  readonly sameWords: boolean;
}

const here = import.meta.dirname;
const CORPUS = resolve(here, '../../../resources/corpus');

const rowsOf = (file: string): string[][] =>
  readFileSync(resolve(here, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

export const readGroups = (): Group[] =>
  rowsOf('groups.tsv').map(([id, article, words, otherArticle, otherWords, wording]) => ({
    id: id!,
    figures: [
      { article: article!, words: words! },
      { article: otherArticle!, words: otherWords! },
    ],
    sameWords: wording === 's',
  }));

/** What a reader says of each group, by its id. */
export function readVerdicts(
  file: 'first-reader.tsv' | 'second-reader.tsv' | 'settled.tsv',
): ReadonlyMap<string, Answer> {
  return new Map(rowsOf(file).map(([id, verdict]) => [id!, verdict as Answer]));
}

/** Articles of the events, and those of the bundled corpus that a group names. */
export function readArticles(groups: readonly Group[]): AnsweredArticle[] {
  const events = readdirSync(resolve(here, 'events')).sort();
  const bundled = new Set(
    groups.flatMap(({ figures }) =>
      figures.map(({ article }) => article).filter((id) => id.startsWith('corpus/')),
    ),
  );
  return [...events.flatMap(articlesOfEvent), ...[...bundled].sort().map(bundledArticle)];
}

function articlesOfEvent(file: string): AnsweredArticle[] {
  const number = file.slice(0, 2);
  const [, ...told] = readFileSync(resolve(here, 'events', file), 'utf8').split(/^= /m);
  return told.map((article) => {
    const [, letter, publishedOn, text] = /^(\w) (\S+)\n([\s\S]*)$/.exec(article)!;
    return { id: `${number}${letter}`, publishedOn: publishedOn!, text: text! };
  });
}

function bundledArticle(id: string): AnsweredArticle {
  const number = id.slice(-2);
  const file = readdirSync(CORPUS).find((name) => name.startsWith(number));
  const text = readFileSync(resolve(CORPUS, file!), 'utf8');
  return { id, publishedOn: /^publishedOn: "([^"]+)"/m.exec(text)![1]!, text };
}

/** Whether rules may be written with this article before one's eyes: README.md. */
export const isTuned = (article: string): boolean =>
  /^\d/.test(article) && Number(article.slice(0, 2)) % 2 === 1;

/** Where the figure stands in its article: [start, end); null unless its words stand there once. */
export function placeOfFigure({ words }: FigureWords, text: string): readonly [number, number] | null {
  const open = words.indexOf('〔');
  const close = words.indexOf('〕');
  const plain = words.replace(/[〔〕]/g, '');
  const at = text.indexOf(plain);
  if (at < 0 || text.includes(plain, at + 1)) return null;
  return [at + open, at + close - 1];
}
