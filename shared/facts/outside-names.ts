import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';

/** Kinds of figures that a name can hold as a part of its own: 三大队, 五道口, 第一针织厂. */
const IN_NAMES: ReadonlySet<string> = new Set(['quantity', 'ordinal', 'measurement', 'money']);

const NUMBERED: ReadonlySet<string> = new Set(['person', 'place', 'org']);

/** 国庆 of 李国庆, 五一 of 王五一: a day or an age that a given name is made of. */
const isGivenName = ({ kind, text }: FoundFact): boolean =>
  (kind === 'date' || kind === 'period') && /^\p{Script=Han}{1,2}$/u.test(text);

/** The facts without the days that people are called by. @param names in order. */
export function outsidePeople(
  facts: readonly FoundFact[],
  names: readonly FoundName[],
): readonly FoundFact[] {
  const people = names.filter(({ type }) => type === 'person');
  if (people.length === 0 || !facts.some(isGivenName)) return facts;
  return facts.filter(
    (fact) =>
      fact.said !== undefined ||
      !isGivenName(fact) ||
      !people.some(({ start, end }) => start < fact.start && end >= fact.end),
  );
}

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
