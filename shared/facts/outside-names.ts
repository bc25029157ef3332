import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';

/** Kinds of figures that a name can hold as a part of its own: 三大队, 五道口, 第一针织厂. */
const IN_NAMES: ReadonlySet<string> = new Set(['quantity', 'ordinal', 'measurement', 'money']);

const NUMBERED: ReadonlySet<string> = new Set(['person', 'place', 'org']);

/** 国庆 of 李国庆, 五一 of 王五一: a day or an age that a given name is made of. */
const isGivenName = ({ kind, text }: FoundFact): boolean =>
  (kind === 'date' || kind === 'period') && /^\p{Script=Han}{1,2}$/u.test(text);

/** What a word of time can be a part of: 周末 of 南方周末, 明天 of 《明天会更好》; 春节 of an event is a time. */
const NAMED: ReadonlySet<string> = new Set(['org', 'title', 'product']);

/** 周末, 明天, 今晚: a time without a number. */
const isWordOfTime = ({ kind, text }: FoundFact): boolean =>
  (kind === 'date' || kind === 'period') && /^[^\P{Script=Han}一二三四五六七八九十百千]{1,3}$/u.test(text);

/** The facts without the times that are parts of what somebody or something is called. @param names in order. */
export function outsideCalled(
  facts: readonly FoundFact[],
  names: readonly FoundName[],
): readonly FoundFact[] {
  if (!facts.some((fact) => isGivenName(fact) || isWordOfTime(fact))) return facts;
  const people = names.filter(({ type }) => type === 'person');
  const others = names.filter(({ type }) => NAMED.has(type));
  return facts.filter(
    (fact) =>
      fact.said !== undefined ||
      !(
        (isGivenName(fact) && people.some(({ start, end }) => start < fact.start && end >= fact.end)) ||
        (isWordOfTime(fact) && others.some((name) => isInside(fact, name)))
      ),
  );
}

const isInside = (fact: FoundFact, { start, end }: FoundName): boolean =>
  start <= fact.start && end >= fact.end && end - start > fact.end - fact.start;

/** 三, 第二: what a name is told apart by; larger figures in a name are a fault of the name. */
const SHORT_NUMBER = /^(?:第[一二三四五六七八九十]+|[二两三四五六七八九十])\P{N}?$/u;

/**
 * The facts that are no part of a name; one that the person has said something of stays.
 * @param names in order.
 */
export function outsideNames(facts: readonly FoundFact[], names: readonly FoundName[]): readonly FoundFact[] {
  const holders = names.filter(({ type }) => NUMBERED.has(type));
  if (holders.length === 0) return facts;
  let next = 0;
  return facts.filter((fact) => {
    while (next < holders.length && holders[next]!.end <= fact.start) next += 1;
    const holder = holders[next];
    if (holder === undefined || holder.start > fact.start || holder.end < fact.end) return true;
    const isWhole = holder.start === fact.start && holder.end === fact.end;
    return isWhole || fact.said !== undefined || !IN_NAMES.has(fact.kind) || !SHORT_NUMBER.test(fact.text);
  });
}
