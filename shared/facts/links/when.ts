import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import type { PhraseWords } from './phrase-words.ts';
import { spansWithin } from './within.ts';

const SENTENCE_END = /[。！？\n]/;
const LONGEST_BEFORE = 2;
/** A name that a date begins is no longer than this: 1998“质量巩固年”. */
const LONGEST_NAME = 30;
/** So many facts are looked back over. */
const FARTHEST = 24;

/** What each fact dates the figures behind it to; `'now'` where it takes an earlier date back, null where it dates nothing. */
export function datesOf(
  text: string,
  facts: readonly FoundFact[],
  names: readonly FoundName[],
  words: PhraseWords,
): (string | null)[] {
  const dates = facts.map((fact) => dateOf(text, fact, names, words));
  for (let at = 1; at < facts.length; at += 1) {
    const first = dates[at - 1];
    const second = dates[at];
    const joins = /^[、和与及]$/.test(text.slice(facts[at - 1]!.end, facts[at]!.start));
    // 2020年、2021年: both years are meant.
    if (joins && isYear(first) && isYear(second)) dates[at] = `${first}/${second}`;
  }
  return dates;
}

const isYear = (value: string | null | undefined): value is string => /^\d{4}$/.test(value ?? '');

function dateOf(
  text: string,
  fact: FoundFact,
  names: readonly FoundName[],
  { patterns }: PhraseWords,
): string | null {
  if (!isTimeKind(fact.kind) || fact.kind === 'duration') return null;
  if (patterns.now.test(fact.text)) return 'now';
  // 90后: those born in the nineties.
  if (typeof fact.value !== 'string' || fact.text.endsWith('后')) return null;
  if (patterns.beforeOtherDate.test(text.slice(Math.max(0, fact.start - LONGEST_BEFORE), fact.start)))
    return null;
  return isWithinName(text, fact, names) ? null : fact.value;
}

/** 1998“质量巩固年”: a date that belongs to a name. */
function isWithinName(text: string, { start, end }: FoundFact, names: readonly FoundName[]): boolean {
  if (text[end] === '“' || text[end] === '《') return true;
  return spansWithin(names, Math.max(0, start - LONGEST_NAME), end + LONGEST_NAME).some(
    (name) => name.start <= start && name.end > end,
  );
}

/**
 * When a figure holds: the nearest date before it in its sentence, else the last one of the sentence before. What
 * says now (如今, 目前) takes both back.
 * @param facts in order, times resolved.
 * @param dates what each of them dates to.
 */
export function whenOf(
  text: string,
  index: number,
  facts: readonly FoundFact[],
  dates: readonly (string | null)[],
): string | null {
  let ends = 0;
  for (let at = index - 1; at >= 0 && index - at < FARTHEST; at -= 1) {
    const between = text.slice(facts[at]!.end, facts[at + 1]!.start);
    ends += between.split(SENTENCE_END).length - 1;
    if (ends > 1 || (ends > 0 && between.includes('\n'))) return null;
    if (dates[at] === 'now') return null;
    if (dates[at] !== null) return dates[at] ?? null;
  }
  return null;
}
