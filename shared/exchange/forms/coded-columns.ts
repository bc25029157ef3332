import type { Words } from './words.ts';

/** Columns whose cells are codes of the contract, each with where the words for its codes stand in the locales. */
const WORDS_OF_CODES: Readonly<Record<string, string>> = {
  kind: 'facts.kind.',
  bound: 'facts.bound.',
  published_basis: 'facts.basis.',
  newspaper_basis: 'facts.basis.',
  edition_basis: 'facts.basis.',
  modality: 'facts.modality.',
  direction: 'facts.direction.',
  status: 'facts.',
  type: 'facts.name.',
  manner: 'facts.',
  colour: 'bookmarks.colour.',
  part: 'export.part.',
  reason: 'mend.doubt.',
};

/** Codes that a reader takes for granted: that a figure is meant exactly, that a program found it. */
const TACIT: Readonly<Record<string, string>> = { bound: 'exact', status: 'found' };

export const isTacit = (column: string, cell: string): boolean => TACIT[column] === cell;

/** Where the words for a cell stand; null where it is no code. */
export const wordsOfCell = (column: string, cell: string): string | null => {
  const place = WORDS_OF_CODES[column];
  return place === undefined ? null : place + cell;
};

/** A cell as a person reads it: a code in words, anything else as it is. */
export const sayCell = (column: string, cell: string, words: Words): string => {
  const place = wordsOfCell(column, cell);
  return place === null ? cell : words(place);
};

/** The same with the code behind its words, so that a checker without our words can read it back. */
export const sayCellWithCode = (column: string, cell: string, words: Words): string =>
  column in WORDS_OF_CODES ? `${sayCell(column, cell, words)} (${cell})` : cell;

/** The cell that `sayCellWithCode` was given. */
export const readSaidCell = (column: string, said: string): string =>
  column in WORDS_OF_CODES ? (/\(([^()]*)\)$/.exec(said)?.[1] ?? said) : said;
