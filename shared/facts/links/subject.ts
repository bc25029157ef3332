import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { isChineseNumeral } from '@shared/numerals/characters.ts';
import type { WordTable } from '../word-table.ts';
import { cutWords } from './cut-words.ts';
import { type PhraseWords, plays } from './phrase-words.ts';
import { isNominalOrQuality, leadsSomewhere, phraseOf, type ReadingPhrase } from './phrases.ts';
import { namesBetween, type Surroundings } from './surroundings.ts';

/** How far a sentence is searched backwards for whom it speaks of. */
const FARTHEST = 160;
const SENTENCE_END = new Set([...'。！？\n\r']);
const CLAUSE_END = new Set([...'，；：,;:。！？\n\r']);
/** A name behind one of these says where or with whom, not who. */
const BEFORE_PLACES =
  /(?:[在赴到至从于向往去对与跟同比由]|前往|来到|位于|覆盖|落户|抵达|靠近|邻近|毗邻)[0-9年月日]{0,11}$/;
/** What may stand before a sentence's subject. */
const LEADING_WORDS = /^(?:据了解|据介绍|据统计|据悉|目前|截至目前|如今|其中|此外|同时|另外|[“‘\s#*·■◆●])+/;

const LONGEST_EXTENSION = 8;

function sentenceStart(text: string, at: number): number {
  const limit = Math.max(0, at - FARTHEST);
  let start = at;
  while (start > limit && !SENTENCE_END.has(text[start - 1]!)) start -= 1;
  return start;
}

function clauseStart(text: string, at: number, limit: number): number {
  let start = at;
  while (start > limit && !CLAUSE_END.has(text[start - 1]!)) start -= 1;
  return start;
}

function pointers(text: string, start: number, end: number, pointing: WordTable<true>): ReadingPhrase[] {
  const found: ReadingPhrase[] = [];
  for (let at = start; at < end; at += 1) {
    const word = pointing.beginningAt(text, at);
    if (word === null || at + word.word.length > end) continue;
    found.push(phraseOf(text, at, at + word.word.length));
    at += word.word.length - 1;
  }
  return found;
}

/** Names joined by 和, 与 or 、 are one subject, with what sums them up: 湖州和柯坪两地. */
function joinNames(text: string, names: readonly ReadingPhrase[]): ReadingPhrase[] {
  const joined: ReadingPhrase[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, name.start);
    if (last !== undefined && name.start < last.end) continue;
    if (last !== undefined && /^[和与及、]?$/.test(between))
      joined[joined.length - 1] = phraseOf(text, last.start, name.end);
    else joined.push(phraseOf(text, name.start, name.end));
  }
  return joined;
}

/** 地震造成…: the noun phrase that opens a clause, where a verb follows it. */
function openingNoun(text: string, start: number, end: number, words: PhraseWords): ReadingPhrase | null {
  const from = start + (LEADING_WORDS.exec(text.slice(start, end))?.[0].length ?? 0);
  const tokens = cutWords(text, from, Math.min(end, from + 24), [], words);
  let count = 0;
  while (tokens[count] !== undefined && isNominalOrQuality(tokens[count]!)) count += 1;
  const next = tokens[count];
  if (count === 0 || next === undefined || (next.wordClass !== 'verb' && next.wordClass !== 'adverb'))
    return null;
  const phrase = phraseOf(text, tokens[0]!.start, tokens[count - 1]!.end);
  return /^\p{Script=Han}{2,12}$/u.test(phrase.text) ? phrase : null;
}

/** A name with the nouns that go on with it (策勒县山区四乡), as far as no measure begins. */
function extend(
  text: string,
  phrase: ReadingPhrase,
  end: number,
  measures: readonly (ReadingPhrase | null)[],
  words: PhraseWords,
): ReadingPhrase {
  let limit = Math.min(end, phrase.end + LONGEST_EXTENSION);
  for (const measure of measures) {
    if (measure !== null && measure.end > phrase.end && measure.start < limit)
      limit = Math.max(phrase.end, measure.start);
  }
  let to: number = phrase.end;
  for (const token of cutWords(text, phrase.end, limit, [], words)) {
    const numeral = isChineseNumeral(token.text, 0) && token.end < limit;
    const belongs = token.wordClass === 'noun' || token.wordClass === 'adjective';
    if (!numeral && (!belongs || token.end - token.start < 2)) break;
    to = token.end;
  }
  return phraseOf(text, phrase.start, to);
}

/** 选派[[干部人才]]赴浙挂职: who is sent does what the figure counts. */
export function whoIsSent(
  text: string,
  { left, right }: Surroundings,
  words: PhraseWords,
): ReadingPhrase | null {
  const verb = left.findLastIndex((token) => plays(words, 'sending', token.text));
  if (verb < 0) return null;
  let end = verb + 1;
  while (
    left[end] !== undefined &&
    (isNominalOrQuality(left[end]!) || /^(?:[和与及各名]|各类|各级|有关|相关|全体)$/.test(left[end]!.text))
  )
    end += 1;
  const next = left[end] ?? right[0];
  const does = next !== undefined && (next.wordClass === 'verb' || leadsSomewhere(next));
  const first = left[verb + 1];
  if (!does || first === undefined || end === verb + 1) return null;
  return phraseOf(text, first.start, left[end - 1]!.end);
}

/**
 * Of whom or what the figure is said, as printed nearest before it in its sentence.
 * @param measures of this figure and its neighbours: a subject ends where a measure begins.
 */
export function subjectOf(
  text: string,
  figure: FoundFact,
  measure: ReadingPhrase | null,
  measures: readonly (ReadingPhrase | null)[],
  names: readonly FoundName[],
  words: PhraseWords,
): ReadingPhrase | null {
  const start = sentenceStart(text, figure.start);
  const end = measure !== null && measure.end <= figure.start ? measure.start : figure.start;
  const within = namesBetween(names, start, end).filter(({ type }) => type !== 'title' && type !== 'product');
  const pointing = pointers(text, start, end, words.pointing).filter(
    (pointer) => !within.some((name) => name.start < pointer.end && pointer.start < name.end),
  );
  const free = joinNames(
    text,
    [...within, ...pointing].sort((a, b) => a.start - b.start || b.end - a.end),
  ).filter((phrase) => !BEFORE_PLACES.test(text.slice(Math.max(start, phrase.start - 14), phrase.start)));
  const here = clauseStart(text, figure.start, start);
  const chosen =
    free.findLast((candidate) => candidate.start >= here) ??
    free.findLast((candidate) => opensClause(text, candidate.start)) ??
    free.at(0);
  if (chosen === undefined)
    return openingNoun(text, start, end, words) ?? openingNoun(text, here, end, words);
  return pointing.some(({ start: at }) => at === chosen.start)
    ? chosen
    : extend(text, chosen, end, measures, words);
}

const opensClause = (text: string, at: number): boolean => at === 0 || CLAUSE_END.has(text[at - 1]!);
