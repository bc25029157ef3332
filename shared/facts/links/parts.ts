import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import { type ReadingSpan, readingSpan } from '@shared/model/offset.ts';
import type { PhraseWords } from './phrase-words.ts';

const OPENS_PARTS = /其中|包括|包含|分别(?:是|为|有)/;
/** 拆成三项：, 分为：, 如下：; a colon alone may as well open what somebody says. */
const OPENS_LIST = /(?:分成|分为|拆成|拆分为|构成|组成|如下|[项类块档个部]|其中)[^，。；！？：\n]{0,6}：/;
const CLOSES = /[。！？；\n]/;
const SENTENCE_END = /[。！？\n]/;
/** 共60人, 合计60人: a whole behind its parts. */
const SUMS_UP = /(?:合计|总计|共计|一共|共|总共)(?:为|有|达)?$/;

/** Smaller sums come about by chance: 10个项目, 5个乡镇, 5个村. */
const LEAST_SUM = 30;
const MOST_PARTS = 12;
/** 合计达: characters before a total that may say so. */
const LONGEST_SUMMING = 4;
/** Rounded to whole numbers, each share may be off by this much. */
const ROUNDING = 0.05;

/**
 * Which figure each one is a part of. The page says so (其中, 包括, a list behind a colon; also where the
 * next sentence begins with it), or the numbers do: figures of one unit that add up to the one before them,
 * or to the total behind them, and percentages that make a hundred. Of such shares with no figure for the
 * whole, the whole is the stretch of the shares themselves.
 */
export function findParts(
  text: string,
  facts: readonly FoundFact[],
  words: PhraseWords,
): (ReadingSpan | null)[] {
  const parts: (ReadingSpan | null)[] = facts.map(() => null);
  const figures = [...facts.keys()].filter((at) => counts(facts[at]!));
  linkMarked(text, facts, figures, parts);
  const wholes = new Set(parts.flatMap((part) => (part === null ? [] : [part.start])));
  for (const [place, at] of figures.entries()) {
    if (parts[at] || wholes.has(facts[at]!.start)) continue;
    const run = addsUpBehind(text, facts, figures, place) ?? addsUpBefore(text, facts, figures, place);
    if (run?.some((part) => parts[part])) continue;
    for (const part of run ?? []) parts[part] = spanOf(facts[at]!);
  }
  linkShares(text, facts, figures, parts, words);
  return parts;
}

const counts = ({ kind }: FoundFact): boolean => !isTimeKind(kind) && kind !== 'ordinal' && kind !== 'age';

const spanOf = ({ start, end }: ReadingSpan): ReadingSpan => readingSpan(start, end);

function linkMarked(
  text: string,
  facts: readonly FoundFact[],
  figures: readonly number[],
  parts: (ReadingSpan | null)[],
): void {
  let whole: FoundFact | null = null;
  for (const [place, at] of figures.entries()) {
    const fact = facts[at]!;
    const last = facts[figures[place - 1] ?? -1];
    const between = last === undefined ? '' : text.slice(last.end, fact.start);
    if (CLOSES.test(between)) whole = null;
    // 分为三类：道路12个: the number of items may stand before the colon as a figure of its own.
    if (between.includes('：') && OPENS_LIST.test(text.slice(last!.start, fact.start)))
      whole = latestAlike(text, facts, figures, place, 1) ?? whole;
    else if (OPENS_PARTS.test(between)) {
      const opens = !CLOSES.test(between) || /[。；]其中/.test(between);
      if (opens) whole = latestAlike(text, facts, figures, place, 2) ?? (CLOSES.test(between) ? null : last!);
    }
    if (whole !== null && isPart(whole, fact)) parts[at] = spanOf(whole);
  }
}

/** The figure of the same kind that stands nearest before, within so many sentences. */
function latestAlike(
  text: string,
  facts: readonly FoundFact[],
  figures: readonly number[],
  place: number,
  sentences: number,
): FoundFact | null {
  const fact = facts[figures[place]!]!;
  for (let back = place - 1; back >= 0 && place - back <= MOST_PARTS; back -= 1) {
    const other = facts[figures[back]!]!;
    if (text.slice(other.end, fact.start).split(SENTENCE_END).length > sentences) return null;
    if (isPart(other, fact)) return other;
  }
  return null;
}

const isAlike = (one: FoundFact, other: FoundFact): boolean =>
  one.unit === other.unit &&
  one.kind === other.kind &&
  one.per === other.per &&
  typeof one.value === 'number' &&
  typeof other.value === 'number';

const isPart = (whole: FoundFact, fact: FoundFact): boolean =>
  isAlike(whole, fact) && whole.kind !== 'percent' && Number(fact.value) <= Number(whole.value);

const isDefinite = ({ bound, value, valueMax }: FoundFact): boolean =>
  bound === 'exact' && typeof value === 'number' && valueMax === undefined;

const isSum = (whole: number, sum: number): boolean => Math.abs(sum - whole) <= 1e-9 * Math.abs(whole);

/** 120人，男68人、女52人: definite figures like this one, in its sentence or the next, that add up to it. */
function addsUpBehind(
  text: string,
  facts: readonly FoundFact[],
  figures: readonly number[],
  place: number,
): number[] | null {
  const whole = facts[figures[place]!]!;
  if (whole.kind === 'percent' || Number(whole.value) < LEAST_SUM) return null;
  const near = figures.slice(place + 1, place + 1 + MOST_PARTS);
  return partsOf(whole, facts, near, ({ start }) => {
    const between = text.slice(whole.end, start);
    return !between.includes('\n') && between.split(SENTENCE_END).length <= 2;
  });
}

/** 男68人、女52人，共120人: a total behind the figures that add up to it. */
function addsUpBefore(
  text: string,
  facts: readonly FoundFact[],
  figures: readonly number[],
  place: number,
): number[] | null {
  const whole = facts[figures[place]!]!;
  if (!SUMS_UP.test(text.slice(Math.max(0, whole.start - LONGEST_SUMMING), whole.start))) return null;
  const near = figures.slice(Math.max(0, place - MOST_PARTS), place).reverse();
  return partsOf(whole, facts, near, ({ end }) => !SENTENCE_END.test(text.slice(end, whole.start)));
}

/**
 * The first of `near` that add up to `whole`, two at least; null where they do not, or one is not definite.
 * @param near indices of figures, the nearest first.
 * @param reaches whether a figure is near enough; those behind one that is not are not read.
 */
function partsOf(
  whole: FoundFact,
  facts: readonly FoundFact[],
  near: readonly number[],
  reaches: (fact: FoundFact) => boolean,
): number[] | null {
  if (!isDefinite(whole)) return null;
  const parts: number[] = [];
  let sum = 0;
  for (const at of near) {
    const fact = facts[at]!;
    if (!reaches(fact)) break;
    if (!isAlike(whole, fact)) continue;
    if (!isDefinite(fact)) return null;
    parts.push(at);
    sum += Number(fact.value);
    if (parts.length > 1 && isSum(Number(whole.value), sum)) return parts;
  }
  return null;
}

/** Percentages of one sentence that make a hundred are shares, of the figure before them if there is one. */
function linkShares(
  text: string,
  facts: readonly FoundFact[],
  figures: readonly number[],
  parts: (ReadingSpan | null)[],
  words: PhraseWords,
): void {
  for (let place = 0; place < figures.length; ) {
    const run = sharesFrom(text, facts, figures, place, words);
    const first = facts[figures[place]!]!;
    if (run.length < 2 || !makesHundred(run.map((at) => facts[at]!))) {
      place += Math.max(1, run.length);
      continue;
    }
    const before = facts[figures[place - 1] ?? -1];
    const isOf =
      before !== undefined &&
      Number(before.value) >= LEAST_SUM &&
      (before.kind === 'quantity' || before.kind === 'money' || before.kind === 'measurement') &&
      !SENTENCE_END.test(text.slice(before.end, first.start));
    const whole = isOf ? spanOf(before) : readingSpan(first.start, facts[run.at(-1)!]!.end);
    for (const at of run) parts[at] ??= whole;
    place += run.length;
  }
}

function sharesFrom(
  text: string,
  facts: readonly FoundFact[],
  figures: readonly number[],
  place: number,
  words: PhraseWords,
): number[] {
  const run: number[] = [];
  let end = facts[figures[place]!]!.start;
  for (const at of figures.slice(place, place + MOST_PARTS)) {
    const fact = facts[at]!;
    const clause = text.slice(Math.max(end, fact.start - 16), fact.start);
    const isShare =
      fact.kind === 'percent' &&
      fact.unit === '%' &&
      isDefinite(fact) &&
      !words.patterns.changes.test(clause);
    if (!isShare || (run.length > 0 && SENTENCE_END.test(text.slice(end, fact.start)))) break;
    run.push(at);
    end = fact.end;
  }
  return run;
}

const makesHundred = (shares: readonly FoundFact[]): boolean => {
  const sum = shares.reduce((total, { value }) => total + Number(value), 0);
  return Math.abs(sum - 100) <= ROUNDING * shares.length + 1e-9;
};
