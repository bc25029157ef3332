import type { PartsOfWhole } from '@shared/facts/sum-parts.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { Messages } from './read-messages.ts';
import { sayNumber, sayValue } from './value-words.ts';

/** Binary fractions that were added up show digits that nobody wrote: 0.1 + 0.2. */
const DIGITS = 12;

/** What a whole's parts add up to and whether that is the whole; of open bounds only that nobody can tell. */
export function saySum({ parts, sum, total, adds }: PartsOfWhole<Fact>, messages: Messages): string {
  const number = (value: number): string => sayNumber(Number(value.toPrecision(DIGITS)), messages);
  const listed = parts.map((part) => {
    const { bound, number: value } = sayValue(part, messages);
    return [bound, value].filter(Boolean).join(' ');
  });
  return messages.say(`facts.sum.${adds}`, {
    parts: listed.join(' + '),
    sum: number(sum),
    difference: number(Math.abs(sum - total)),
  });
}
