import type { FoundFact } from '@shared/model/fact.ts';
import { isArabicDigit, isChineseNumeral } from '@shared/numerals/characters.ts';
import type { TimesKnowledge } from './knowledge.ts';
import { readPhrase } from './read-phrase.ts';

/**
 * Dates, periods and durations of one reading text, in order, none overlapping another; each carries `time`.
 * It need not know what figures stand there: where a time and a figure claim the same words,
 * `shared/facts/settle-overlaps.ts` decides (the longer span, then the time).
 */
export function findTimes(text: string, knowledge: TimesKnowledge): FoundFact[] {
  const found: FoundFact[] = [];
  const { classes } = knowledge;
  let free = 0;
  let at = 0;
  while (at < text.length) {
    const kind = classes[text.charCodeAt(at)]!;
    if (kind === 0) {
      at += 1;
      continue;
    }
    const idiom = (kind & 3) > 0 ? knowledge.idioms.startingAt(text, at) : null;
    if (idiom !== null) {
      at += idiom.word.length;
      continue;
    }
    const fact = readPhrase(text, at, free, knowledge);
    if (fact !== null) {
      found.push(fact);
      free = fact.end;
      at = fact.end;
    } else at = (kind & 3) > 0 ? endOfNumerals(text, at) : at + 1;
  }
  return found;
}

/** The end of the run of digits that holds `at`: no time begins within one, and none is read twice. */
function endOfNumerals(text: string, at: number): number {
  let end = at + 1;
  if (isArabicDigit(text, at)) {
    while (isArabicDigit(text, end) || (isMark(text[end]) && isArabicDigit(text, end + 1))) end += 1;
    return end;
  }
  // 最多|五天: 多 begins no numeral.
  if (!isChineseNumeral(text, at)) return end;
  while (isChineseNumeral(text, end)) end += 1;
  return end;
}

const isMark = (character: string | undefined): boolean => character === '.' || character === ',';
