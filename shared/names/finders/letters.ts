import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { isCommonWord, type Reading } from '../reading/reading.ts';

/** 、 or 和 between two letters. */
const BETWEEN = /[、和与及]/;

/** 蒙、藏|、回各族: peoples, not their lands. */
const PEOPLES = /^(?:[、和]?[回维汉满壮苗彝侗瑶]|[族语文])/;

/** 10日|总统府: a day of the month. */
const NUMBER = /[\d０-９一二三四五六七八九十]/;

/** 以总理|身份: with the rank of one, and no land. */
const AS_RANK = /^(?:身份|名义|的|为)/;

/** 对台|戏: two troupes that play against one another. */
const AGAINST_STAGE = /^戏/;

/** From three letters on a row needs no word that ties them. */
const ROW = 3;

const standsAlone = ({ words }: Reading, start: number, end: number): boolean =>
  words.wordStart[start] === start && words.wordEnd[end - 1] === end;

/** Where letters that touch (中美俄) end. */
function endOfRun({ text }: Reading, start: number, { contexts }: NamesKnowledge): number {
  let end = start;
  while (contexts['land-letter'].has(text[end] ?? '')) end++;
  return end;
}

/** Letters with marks between them, each a word by itself or tied: 沪、深|两市. */
function markedRow(reading: Reading, start: number, { contexts }: NamesKnowledge): number[] {
  const { text } = reading;
  const isLetter = (at: number): boolean =>
    at < text.length &&
    contexts['land-letter'].has(text[at]!) &&
    (standsAlone(reading, at, at + 1) || contexts['land-tie'].startingAt(text, at + 1) !== '');
  const row: number[] = [];
  for (let at = start; isLetter(at); at += 2) {
    row.push(at);
    if (!BETWEEN.test(text[at + 1] ?? '')) break;
  }
  return row;
}

/** The letters that a row beginning at `start` is made of: 印|巴|两国, 英|法|中|俄|美, 沪、深; 京津冀 is one land. */
function rowAt(reading: Reading, start: number, knowledge: NamesKnowledge): readonly number[] {
  const { text } = reading;
  const end = endOfRun(reading, start, knowledge);
  const count = end - start;
  if (count > 1)
    return !knowledge.words.worldPlaces.has(text.slice(start, end)) &&
      standsAlone(reading, start, end) &&
      !PEOPLES.test(text.slice(end)) &&
      (count >= ROW || knowledge.contexts['land-tie'].startingAt(text, end) !== '')
      ? Array.from({ length: count }, (_, i) => start + i)
      : [];
  const row = markedRow(reading, start, knowledge);
  return row.length > 1 && !PEOPLES.test(text.slice(row.at(-1)! + 1)) ? row : [];
}

/** 以新|关系: the one letter that is a function word far more often, and no land beside a rare one. */
const FUNCTION_LETTER = '以';

/** 白|中|关系: a letter that is mostly another word, beside a land's letter and before what only states have. */
function rarePairAt(reading: Reading, start: number, { contexts, words }: NamesKnowledge): readonly number[] {
  const pair = reading.text.slice(start, start + 2);
  const [first = '', second = ''] = pair;
  const isPair = (land: string, rare: string): boolean =>
    land !== FUNCTION_LETTER && contexts['land-letter'].has(land) && contexts['rare-land-letter'].has(rare);
  return (isPair(first, second) || isPair(second, first)) &&
    !words.worldPlaces.has(pair) &&
    standsAlone(reading, start, start + 2) &&
    contexts['state-tie'].startingAt(reading.text, start + 2) !== ''
    ? [start, start + 1]
    : [];
}

/** 荷|方, where the text names 荷兰: a side by a rare letter. −1 for none. */
function rareSideAt(
  reading: Reading,
  start: number,
  initials: ReadonlySet<string>,
  { contexts }: NamesKnowledge,
): number {
  const { text } = reading;
  const isSide =
    text[start + 1] === '方' &&
    initials.has(text[start]!) &&
    contexts['rare-land-letter'].has(text[start]!) &&
    standsAlone(reading, start, start + 2) &&
    !isCommonWord(reading, start, start + 2);
  return isSide ? start : -1;
}

/** 俄|外长, 中|方, 驻|华: the one letter that a word beside it shows to be a land. −1 for none. */
function letterAt(reading: Reading, start: number, { contexts }: NamesKnowledge): number {
  const { text } = reading;
  if (contexts['land-side'].has(text.slice(start, start + 2)))
    return standsAlone(reading, start, start + 2) ? start : -1;
  if (contexts['toward-land'].has(text.slice(start, start + 2)))
    return standsAlone(reading, start, start + 2) && !AGAINST_STAGE.test(text.slice(start + 2))
      ? start + 1
      : -1;
  if (!contexts['land-letter'].has(text[start]!) || NUMBER.test(text[start - 1] ?? '')) return -1;
  const end = start + 1 + contexts['land-office'].startingAt(text, start + 1).length;
  if (end === start + 1 || !standsAlone(reading, start, end)) return -1;
  return text[start] === '以' && AS_RANK.test(text.slice(end)) ? -1 : start;
}

/** Whether a letter, or a word that holds one, may begin with the unit: all that is found here does. */
const mayBegin = (unit: number, { contexts }: NamesKnowledge): boolean =>
  contexts['land-letter'].begins(unit) ||
  contexts['rare-land-letter'].begins(unit) ||
  contexts['land-side'].begins(unit) ||
  contexts['toward-land'].begins(unit);

/**
 * Lands and provinces by one character each, where what stands beside them shows it: 俄|外长, 中|方, 访|华,
 * 印|巴|两国, 沪、深|两市, 荷|方 where the text names 荷兰. No letter of a person or body is one.
 */
export function findLetters(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, words, tagged, names } = reading;
  const inside = new Uint8Array(text.length);
  for (const { start, end, type } of [...tagged, ...names]) if (type !== 'place') inside.fill(1, start, end);
  const initials = new Set(
    names.flatMap(({ start, end }) =>
      knowledge.words.worldPlaces.has(text.slice(start, end)) ? [text[start]!] : [],
    ),
  );
  const found: Candidate[] = [];
  for (let start = 0; start < text.length; start = Math.max(start + 1, found.at(-1)?.end ?? 0)) {
    if (words.wordStart[start] !== start || !mayBegin(text.charCodeAt(start), knowledge)) continue;
    const rows = [rowAt(reading, start, knowledge), rarePairAt(reading, start, knowledge)];
    const row = rows.find(({ length }) => length > 0) ?? [];
    const sides = [letterAt(reading, start, knowledge), rareSideAt(reading, start, initials, knowledge)];
    const letter = row.length > 0 ? -1 : (sides.find((at) => at >= 0) ?? -1);
    for (const at of letter < 0 ? row : [letter])
      if (inside[at] === 0) found.push(propose('letter', 'place', at, at + 1));
  }
  return found;
}
