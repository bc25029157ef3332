import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { lexiconLines, wordsUnder } from '@shared/text/lexicon-lines.ts';
import { WordTable } from '@shared/text/word-table.ts';
import { BOUND_FILES, type BoundWords, readBoundWords } from './bounds.ts';
import { readUnits, UNIT_FILES, type Unit } from './unit.ts';

/** Everything that makes a figure of a numeral, compiled once. */
export interface FiguresKnowledge {
  readonly units: WordTable<Unit>;
  readonly bounds: BoundWords;
  /** ISO codes by the signs that stand before a number: ¥, US$, 人民币. */
  readonly currencySigns: WordTable<string>;
  /** What a rate is counted by: 每公斤, 元/亩. */
  readonly per: WordTable<true>;
  /** Spans that something is repeated in: 半年一次. */
  readonly spansOfTime: WordTable<true>;
  /** Phrases that begin with a numeral and count nothing. */
  readonly phrases: WordTable<true>;
  readonly ordinals: {
    /** After 首: 首批. */
    readonly first: WordTable<true>;
    /** After 第 and a number: 第十批. */
    readonly ranked: WordTable<true>;
    /** After a Chinese digit: 四级响应; the value is the rank's own unit. */
    readonly ranks: WordTable<string>;
    /** Before a Chinese digit and 期: 集装箱码头一期. */
    readonly phased: WordTable<true>;
    /** After 第 and a number, where the whole is a name: 第一师. */
    readonly names: WordTable<true>;
  };
}

const PER = 'lexicons/units/per.txt';
const SPANS_OF_TIME = 'lexicons/units/spans-of-time.txt';
const SIGNS = 'lexicons/currencies/signs.tsv';
const PHRASES = 'lexicons/not-figures/phrases.txt';
const ORDINALS = 'lexicons/ordinals/ordinals.txt';

export const FIGURES_KNOWLEDGE_FILES: readonly string[] = [
  ...UNIT_FILES,
  ...BOUND_FILES,
  PER,
  SPANS_OF_TIME,
  SIGNS,
  PHRASES,
  ORDINALS,
];

const setOf = (words: readonly string[]): WordTable<true> =>
  new WordTable(words.map((word) => [word, true] as const));

export function readFiguresKnowledge(files: KnowledgeFiles): FiguresKnowledge {
  const read = (path: string): string => files.text(path);
  const lines = (path: string): string[][] => lexiconLines(read(path));
  const list = (path: string): string[] => lines(path).flatMap(([words]) => words!.split(' '));
  const ordinals = lines(ORDINALS);
  return {
    units: readUnits(read),
    bounds: readBoundWords(read),
    currencySigns: new WordTable(
      lines(SIGNS).flatMap(([code, signs]) => signs!.split(' ').map((sign) => [sign, code!] as const)),
    ),
    per: setOf(list(PER)),
    spansOfTime: setOf(list(SPANS_OF_TIME)),
    phrases: setOf(lines(PHRASES).flatMap(([, words]) => words!.split(' '))),
    ordinals: {
      first: setOf(wordsUnder(ordinals, 'first')),
      ranked: setOf(wordsUnder(ordinals, 'ranked')),
      ranks: new WordTable(wordsUnder(ordinals, 'ranks').map((word) => [word, word[0]!] as const)),
      phased: setOf(wordsUnder(ordinals, 'phased')),
      names: setOf(wordsUnder(ordinals, 'names')),
    },
  };
}
