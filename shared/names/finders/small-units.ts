import { classesOf } from '@shared/text/word-frequencies.ts';
import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { isDescribedKind } from '../reading/generic.ts';
import type { Reading } from '../reading/reading.ts';

const NO_UNIT_CLASSES = classesOf('verb', 'adverb', 'function', 'number', 'pronoun', 'idiom');
const SMALL_UNIT = /\p{Script=Han}{1,8}?(?:镇|乡|街道|社区|村)/uy;

/** Towns, streets and villages right behind the unit that they lie in. */
export function findSmallUnits(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, names, tagged } = reading;
  const found: Candidate[] = [];
  for (const { start, end } of [...names, ...tagged]) {
    const isUnit = /[省市县区州旗镇乡道]/.test(text[end - 1] ?? '');
    if (!isUnit && !isCounty(text.slice(start, end), knowledge)) continue;
    SMALL_UNIT.lastIndex = end;
    const match = SMALL_UNIT.exec(text);
    if (match && isUnitName(reading, end, end + match[0].length, knowledge))
      found.push(propose('small-unit', 'place', end, end + match[0].length));
  }
  return found;
}

/** 雷山|郎德村: the short name of a county holds villages as its full name does. */
const isCounty = (name: string, { gazetteer }: NamesKnowledge): boolean =>
  gazetteer.byShortName.get(name)?.some(({ level }) => level === 3) ?? false;

/** Verbs and the like inside show that no town or village is named: 滨湖区大力推进城乡…. */
function isUnitName(reading: Reading, start: number, end: number, knowledge: NamesKnowledge): boolean {
  const { text, words } = reading;
  if (isDescribedKind(reading, start, end, knowledge)) return false;
  const first = text.slice(start, words.wordEnd[start]!);
  if (first.length > 1 && knowledge.words.unitModifiers.has(first)) return false;
  if (/[的了在和与把被让]/.test(text.slice(start, end))) return false;
  if (/城乡|乡村|乡镇|村镇|镇街|农村/.test(text.slice(start, end + 1))) return false;
  for (let at = start; at < end; at = words.wordEnd[at]!)
    if (words.wordEnd[at]! - at > 1 && NO_UNIT_CLASSES.has(words.wordClass[at]!)) return false;
  return true;
}
