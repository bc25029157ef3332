import type { Bound, FactKind, FoundFact } from '@shared/model/fact.ts';
import { readingOffset } from '@shared/model/offset.ts';
import type { TimeExpression } from '@shared/model/time.ts';
import type { TimesKnowledge } from './knowledge.ts';

/** What a time is made from; what is left out is exact and has neither value nor unit. */
export interface Parts {
  readonly start: number;
  readonly end: number;
  readonly kind: FactKind;
  readonly time: TimeExpression;
  readonly rule: string;
  readonly confidence: number;
  readonly bound?: Bound;
  readonly value?: number | null;
  readonly valueMax?: number | null;
  readonly unit?: string | null;
}

export function factOf(text: string, parts: Parts): FoundFact {
  const { start, end, kind, time, rule, confidence } = parts;
  return {
    start: readingOffset(start),
    end: readingOffset(end),
    text: text.slice(start, end),
    kind,
    value: parts.value ?? null,
    ...(parts.valueMax === undefined || parts.valueMax === null ? {} : { valueMax: parts.valueMax }),
    unit: parts.unit ?? null,
    bound: parts.bound ?? 'exact',
    measure: null,
    subject: null,
    when: null,
    time,
    rule,
    confidence,
  };
}

/** Where the fact begins when 自 or 从 stands before it. */
export function startWithSince(text: string, start: number, free: number, knowledge: TimesKnowledge): number {
  const head = knowledge.sinceHeads.endingAt(text, start);
  if (head === null || start - head.word.length < free) return start;
  return start - head.word.length;
}

/** Whether 一次 and the like stand at `at`: what is before them is a rate. */
export function isRate(text: string, at: number, knowledge: TimesKnowledge): boolean {
  let end = at;
  while (end - at < 4 && end < text.length && knowledge.rateStarts.includes(text[end]!)) end += 1;
  return end > at && '次场度回趟届遍期轮'.includes(text[end] ?? '\n');
}
