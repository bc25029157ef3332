import type { Bound } from '@shared/model/fact.ts';
import { lexiconLines } from '@shared/text/lexicon-lines.ts';
import { type WordEntry, WordTable } from '@shared/text/word-table.ts';

export const BOUND_FILES = ['lexicons/bounds/bounds.tsv'] as const;

/** Words that say how a number is meant: 近, 超, 不到 before it, 以上, 左右 behind its unit. */
export interface BoundWords {
  readonly before: WordTable<Bound>;
  readonly after: WordTable<Bound>;
  /** Words before a number with no unit that say it is an amount: 升至, 等于. */
  readonly leads: WordTable<Bound>;
}

export function readBoundWords(read: (path: string) => string): BoundWords {
  const lines = lexiconLines(read('lexicons/bounds/bounds.tsv'));
  const table = (where: string): WordTable<Bound> =>
    new WordTable(
      lines
        .filter((line) => line[0] === where)
        .flatMap(([, bound, words]) => words!.split(' ').map((word) => [word, bound as Bound] as const)),
    );
  return { before: table('before'), after: table('after'), leads: table('leads') };
}

/** 上百, 上千万: 上 says "as many as" before a scale word alone; elsewhere it ends a word (线上10场). */
const reachesScale = (text: string, start: number): boolean =>
  text[start - 1] === '上' && '百千万亿萬億'.includes(text[start] ?? ' ');

/** What grows or is so old before 过: 总量过五万吨, 人数过三百, 时速过百. */
const PASSED = /[量額额值产產入资資率价價积積长長高龄齡总總数數速程]$/u;

/**
 * 过百万, 人数过三百: before a scale word alone, or behind what grows; behind a verb 过 says that it happened (去过三次)
 * or is a part of the verb (穿过四十八座隧道).
 */
const passes = (text: string, start: number): boolean =>
  (text[start - 1] === '过' || text[start - 1] === '過') &&
  ('百千万亿萬億半'.includes(text[start] ?? ' ') ||
    PASSED.test(text.slice(Math.max(0, start - 2), start - 1)));

/** 破百万, 破亿: before a scale word alone; 打破百年纪录 is another word. */
const breaks = (text: string, start: number): boolean =>
  text[start - 1] === '破' &&
  '百千万亿'.includes(text[start] ?? ' ') &&
  !/[打冲突攻残爆告识侦刷划]/.test(text[start - 2] ?? ' ');

/**
 * The bound that words before `start` set, and where those words begin. Two may stand together (已达约, 共有近).
 */
export function boundBefore(
  text: string,
  start: number,
  words: BoundWords,
): { readonly bound: Bound; readonly start: number } {
  if (breaks(text, start) || passes(text, start)) return { bound: 'more-than', start: start - 1 };
  let at = start;
  let bound: Bound = 'exact';
  for (let round = 0; round < 3; round += 1) {
    const from = text[at - 1] === '了' || text[at - 1] === ' ' ? at - 1 : at;
    const word = words.before.endingAt(text, from);
    if (word === null) {
      if (round === 0 && reachesScale(text, start)) return { bound: 'at-least', start: start - 1 };
      break;
    }
    if (bound === 'exact') bound = word.value;
    at = from - word.word.length;
  }
  return {
    bound: bound === 'exact' && at === start ? partedBound(text, start, words.before) : bound,
    start: at,
  };
}

/** 10万|来信, 3万|来自, 1000|许多: these begin another word there. */
const BEGINS_WORD = /^(?:[来來]\p{Script=Han}|[许許][多愿願可诺諾])/u;

/** The word at `end` that says how the number before it is meant. */
export const boundAfter = (text: string, end: number, { after }: BoundWords): WordEntry<Bound> | null =>
  BEGINS_WORD.test(text.slice(end, end + 2)) ? null : after.startingAt(text, end);

/** 有, 能 or a verb between a bound and its number: 至少有12家, 约能收割2000亩, 最多容纳八百人. */
const BETWEEN =
  /(?:约|約|大约|大約|大概|至少|最少|起码|最多|至多|不超过|不到|将近|接近|超过了?|不足)(?=(?:还|已|共)?(?:有|能够?|可以?|要|需要?|会|应|得|须|占|用了?|花了?)\p{Script=Han}{0,4}$)|(?:至少|最少|至多|最多)(?=[^的是在时一\P{Script=Han}]\p{Script=Han}?$)/u;
const FARTHEST_BETWEEN = 11;

/** The bound that an auxiliary and a verb part from its number at `start`; `exact` where none does. */
export function partedBound(text: string, start: number, before: WordTable<Bound>): Bound {
  const from = Math.max(0, start - FARTHEST_BETWEEN);
  const found = BETWEEN.exec(text.slice(from, start));
  if (found === null) return 'exact';
  const end = from + found.index + found[0].length;
  return before.endingAt(text, text[end - 1] === '了' ? end - 1 : end)?.value ?? 'exact';
}
