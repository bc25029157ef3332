import { readTail } from './bodies.ts';
import { type Candidate, propose } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { isUnit } from './places/gazetteer.ts';
import { frequencyAsCommonWord, type Reading } from './reading.ts';

const COMPANY = /(?:公司|集团)$/;
const SHARED_BY_TWO = /两[地省市区国县]|同心|一家亲|合作|协作|人才|情|携手/g;

/** Short forms that the page's own names explain: company names cut short, places by their first characters. */
export function findShortForms(
  readings: readonly Reading[],
  names: readonly (readonly Candidate[])[],
  knowledge: NamesKnowledge,
): Candidate[][] {
  const companies = new Map<string, string>();
  const initials = new Set(knowledge.words.abbreviations.keys());
  names.forEach((list, index) => {
    for (const { start, end, type } of list) {
      const text = readings[index]!.text.slice(start, end);
      if (type === 'org' && COMPANY.test(text)) {
        const own = ownPart(text, knowledge);
        // A name's own part that is a word of its own (人才) does not tell the company from others.
        if (own.length > 4 && frequencyAsCommonWord(own.slice(0, 2), knowledge) === 0)
          companies.set(own.slice(0, 2), own);
      } else if (type === 'place') {
        if (text.length > 1 && isUnit(text, knowledge.gazetteer)) initials.add(text[0]!);
      }
    }
  });
  const pairs = findPairs(readings, initials);
  return readings.map((reading, index) => [
    ...findCompanies(reading, companies, names[index]!, knowledge),
    ...pairs[index]!,
  ]);
}

/** A company's name without the place in front. */
function ownPart(text: string, { gazetteer }: NamesKnowledge): string {
  for (let length = Math.min(8, text.length - 4); length >= 2; length--) {
    const place = text.slice(0, length);
    if (isUnit(place, gazetteer)) return text.slice(length);
  }
  return text;
}

/** 恒佳纺织 and 新疆恒佳 for 新疆恒佳纺织科技有限公司, and other bodies of that name: 恒佳双语幼儿园. */
function findCompanies(
  reading: Reading,
  companies: ReadonlyMap<string, string>,
  taken: readonly Candidate[],
  knowledge: NamesKnowledge,
): Candidate[] {
  const { text } = reading;
  const { gazetteer } = knowledge;
  const found: Candidate[] = [];
  if (companies.size === 0) return found;
  let at = 0;
  for (let start = 0; start + 1 < text.length; start++) {
    const own = companies.get(text.slice(start, start + 2));
    if (own === undefined) continue;
    let length = 2;
    while (length < own.length && text[start + length] === own[length]) length++;
    const place = [4, 3, 2].find((n) => gazetteer.byShortName.has(text.slice(Math.max(0, start - n), start)));
    const from = place === undefined ? start : start - place;
    const sister = length < 4 ? readTail(reading, start + length, 'org', new Map(), knowledge) : null;
    const end = sister?.end ?? start + length;
    // Names run from left to right, as the search does.
    while (at < taken.length && taken[at]!.end < end) at++;
    const holder = taken[at];
    if (holder?.type === 'org' && holder.start <= from) continue;
    if (end - start >= 4 || place !== undefined) found.push(propose('short-form', 'org', from, end));
  }
  return found;
}

/**
 * Two places by one character each: 浙阿两地. Both must be a province's letter or begin a place of the page, and a
 * word of togetherness must follow; a pair so found once holds over the page.
 */
function findPairs(readings: readonly Reading[], initials: ReadonlySet<string>): Candidate[][] {
  const isPair = ({ text, words }: Reading, i: number): boolean =>
    i >= 0 &&
    initials.has(text[i]!) &&
    initials.has(text[i + 1]!) &&
    text[i] !== text[i + 1] &&
    words.wordStart[i] === i &&
    words.wordEnd[i + 1] === i + 2;
  const known = new Set(
    readings.flatMap((reading) =>
      [...reading.text.matchAll(SHARED_BY_TWO)].flatMap(({ index }) =>
        isPair(reading, index - 2) ? [reading.text.slice(index - 2, index)] : [],
      ),
    ),
  );
  return readings.map((reading) => {
    const found: Candidate[] = [];
    for (const pair of known)
      for (let i = reading.text.indexOf(pair); i >= 0; i = reading.text.indexOf(pair, i + 2))
        if (isPair(reading, i)) for (const at of [i, i + 1]) found.push(propose('pair', 'place', at, at + 1));
    return found;
  });
}
