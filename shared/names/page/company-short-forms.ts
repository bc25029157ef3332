import { type Candidate, propose } from '../candidate.ts';
import { readTail } from '../edges/body-tail.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { isUnit } from '../places/gazetteer.ts';
import { frequencyAsCommonWord, type Reading } from '../reading/reading.ts';

const COMPANY = /(?:公司|集团)$/;

/** Companies' names cut short, as the page's own names explain them. */
export function findCompanyShortForms(
  readings: readonly Reading[],
  knowledge: NamesKnowledge,
): Candidate[][] {
  const companies = new Map<string, string>();
  for (const { text, names } of readings)
    for (const { start, end, type } of names) {
      if (type !== 'org' || !COMPANY.test(text.slice(start, end))) continue;
      const own = ownPart(text.slice(start, end), knowledge);
      // A name's own part that is a word of its own (人才) does not tell the company from others.
      if (own.length > 4 && frequencyAsCommonWord(own.slice(0, 2), knowledge) === 0)
        companies.set(own.slice(0, 2), own);
    }
  return readings.map((reading) => findCompanies(reading, companies, knowledge));
}

/** A company's name without the place in front. */
function ownPart(text: string, { gazetteer }: NamesKnowledge): string {
  for (let length = Math.min(8, text.length - 4); length >= 2; length--) {
    const place = text.slice(0, length);
    if (isUnit(place, gazetteer)) return text.slice(length);
  }
  return text;
}

/** 华岭化纤 and 四川华岭 for 四川华岭化纤科技有限公司, and other bodies of that name: 华岭双语幼儿园. */
function findCompanies(
  reading: Reading,
  companies: ReadonlyMap<string, string>,
  knowledge: NamesKnowledge,
): Candidate[] {
  const { text, names: taken } = reading;
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
