import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import type { ReadingSpan } from '@shared/model/offset.ts';

const OPENS_PARTS = /其中|包括|包含|分别(?:是|为|有)/;
const CLOSES = /[。！？；\n]/;

/**
 * Which figure each one is a part of: figures of the same unit behind 其中, to the end of the clause's list
 * (120人，其中教师70人、医生50人；…).
 */
export function findParts(text: string, facts: readonly FoundFact[]): (ReadingSpan | null)[] {
  const parts: (ReadingSpan | null)[] = facts.map(() => null);
  let whole: FoundFact | null = null;
  let last: FoundFact | null = null;
  for (const [index, fact] of facts.entries()) {
    if (isTimeKind(fact.kind) || fact.kind === 'ordinal') continue;
    const between: string = last === null ? '' : text.slice(last.end, fact.start);
    if (CLOSES.test(between)) whole = null;
    if (last !== null && OPENS_PARTS.test(between) && !CLOSES.test(between)) whole = last;
    if (whole !== null && isPart(whole, fact)) parts[index] = { start: whole.start, end: whole.end };
    last = fact;
  }
  return parts;
}

const isPart = (whole: FoundFact, fact: FoundFact): boolean =>
  whole.unit === fact.unit &&
  whole.kind === fact.kind &&
  whole.kind !== 'percent' &&
  typeof whole.value === 'number' &&
  typeof fact.value === 'number' &&
  fact.value <= whole.value;
