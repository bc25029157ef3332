import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { isChineseNumeral } from '@shared/numerals/characters.ts';
import { cutWords, type Token } from './cut-words.ts';
import { marksOf, startBehind } from './marks.ts';
import { type PhraseWords, plays } from './phrase-words.ts';
import {
  isNominalOrQuality,
  leadsSomewhere,
  namesQuantity,
  phraseOf,
  type ReadingPhrase,
} from './phrases.ts';
import {
  type Candidate,
  candidatesBetween,
  clauseStart,
  type MeasuredFigure,
  opensClause,
} from './subject-candidates.ts';
import type { Surroundings } from './surroundings.ts';

/** How far a sentence is searched backwards for whom it speaks of. */
const FARTHEST = 160;
const SENTENCE_END = marksOf('。！？\n\r');
/** What may stand before a sentence's subject. */
const LEADING_WORDS =
  /^(?:据[^，。\n]{0,20}(?:了解|介绍|统计|悉|通报|显示)，|(?:本报)?记者[^，。\n]{0,16}(?:看到|了解到|获悉|发现)，?|目前|截至目前|如今|其中|此外|同时|另外|[，,“‘\s#*·■◆●])+/;
/** Words that point to a place just named. */
const THERE = new Set(['这里', '这儿', '那里', '该地']);

const LONGEST_EXTENSION = 8;
const LONGEST_LIST = 28;

const sentenceStart = (text: string, at: number): number =>
  startBehind(SENTENCE_END, text, at, Math.max(0, at - FARTHEST));

/** Behind the times and the words that lead a sentence in. */
function skipLeading(text: string, start: number, end: number, times: readonly FoundFact[]): number {
  let from = start;
  for (;;) {
    const led = from + (LEADING_WORDS.exec(text.slice(from, end))?.[0].length ?? 0);
    const time = times.find((fact) => fact.start === led);
    const next = time === undefined ? led : time.end;
    if (next === from || next >= end) return Math.min(next, end);
    from = next;
  }
}

/** 地震造成…, 改造后的产业园带动…: the noun phrase that opens a clause, where a verb follows it. */
function openingNoun(
  text: string,
  start: number,
  end: number,
  times: readonly FoundFact[],
  words: PhraseWords,
): ReadingPhrase | null {
  const from = skipLeading(text, start, end, times);
  const tokens = cutWords(text, from, Math.min(end, from + 24), [], words);
  const close = tokens.findIndex((token) => /[，；：。,;:“”（(]/.test(token.text));
  const clause = close < 0 ? tokens : tokens.slice(0, close);
  const of = clause.findIndex(({ text: word }) => word === '的');
  const isLed = of > 0 && clause.slice(0, of).some(({ wordClass }) => wordClass === 'verb');
  const meetsVerb = close < 0 && !isNoun(words, text.slice(end, end + 2));
  return leadingNoun(text, isLed ? clause.slice(of + 1) : clause, meetsVerb || (isLed && close >= 0), words);
}

const isNoun = ({ words }: PhraseWords, word: string): boolean => words.get(word)?.wordClass !== 'verb';

/** @param alone the noun may also end its clause: 改造后的产业园，. */
function leadingNoun(
  text: string,
  tokens: readonly Token[],
  alone: boolean,
  words: PhraseWords,
): ReadingPhrase | null {
  let count = 0;
  let last = -1;
  while (tokens[count] !== undefined && isNominalOrQuality(tokens[count]!)) {
    if (tokens[count]!.wordClass !== 'adjective') last = count;
    count += 1;
  }
  if (last < 0) return null;
  // 医院门诊量: of whom, not what is measured.
  const actor = tokens.findIndex(({ text: word }) => plays(words, 'actor', word));
  if (actor >= 0 && actor < last && namesQuantity(tokens[last]!.text, words)) last = actor;
  const next = tokens[last + 1];
  const follows =
    next === undefined
      ? alone || plays(words, 'actor', tokens[last]!.text)
      : next.wordClass === 'verb' || next.wordClass === 'adverb' || next.wordClass === 'adjective';
  const phrase = phraseOf(text, tokens[0]!.start, tokens[last]!.end);
  return follows && /^\p{Script=Han}{2,12}$/u.test(phrase.text) ? phrase : null;
}

/** A name with the nouns that go on with it (策勒县山区四乡), as far as no measure begins. */
function extend(
  text: string,
  phrase: ReadingPhrase,
  end: number,
  near: readonly MeasuredFigure[],
  words: PhraseWords,
): ReadingPhrase {
  let limit = Math.min(end, phrase.end + LONGEST_EXTENSION);
  for (const { measure } of near) {
    if (measure !== null && measure.end > phrase.end && measure.start < limit)
      limit = Math.max(phrase.end, measure.start);
  }
  let to: number = phrase.end;
  for (const token of cutWords(text, phrase.end, limit, [], words)) {
    const numeral = isChineseNumeral(token.text, 0) && token.end < limit;
    const belongs = token.wordClass === 'noun' || token.wordClass === 'adjective';
    if (!numeral && (!belongs || token.end - token.start < 2)) break;
    if (token.wordClass !== 'adjective') to = token.end;
  }
  return phraseOf(text, phrase.start, listEnd(text, phrase.start, to, end, words));
}

/** 全国铁路[[、公路、水路、民航]]共…: a list of nouns goes on to where a verb follows. */
function listEnd(text: string, start: number, from: number, end: number, words: PhraseWords): number {
  if (text[from] !== '、') return from;
  let last = from;
  for (const token of cutWords(text, from, Math.min(end, start + LONGEST_LIST), [], words)) {
    if (token.wordClass === 'noun') last = token.end;
    else if (token.wordClass === 'verb' || token.wordClass === 'adverb') return last;
    else if (!/^[、和与及]$/.test(token.text) && token.wordClass !== 'adjective') return from;
  }
  return from;
}

/** 农村[[居民]]: where the noun begins that a word for people ends. */
function qualifiedFrom(text: string, at: number, from: number, words: PhraseWords): number {
  const clause = Math.max(clauseStart(text, at, from), at - LONGEST_EXTENSION);
  const before = cutWords(text, clause, at, [], words).at(-1);
  return before?.wordClass === 'noun' && before.end - before.start > 1 ? before.start : at;
}

/** 铁路、公路、[[民航]]: where the list begins that a name ends. */
function listStart(text: string, at: number, from: number, words: PhraseWords): number {
  if (text[at - 1] !== '、') return at;
  const begin = Math.max(clauseStart(text, at, from), at - LONGEST_LIST);
  let start = at;
  for (const token of cutWords(text, begin, at, [], words).reverse()) {
    if (token.wordClass === 'noun' || words.pointing.get(token.text)) start = token.start;
    else if (!/^[、和与及]$/.test(token.text)) break;
  }
  return start;
}

/** 选派[[干部人才]]赴浙挂职: who is sent does what the figure counts. */
export function whoIsSent(
  text: string,
  left: readonly Token[],
  right: readonly Token[],
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
 * What the words behind a figure say it is of: 总投资5亿元的[[新材料项目]], 占地200亩[[产业园]],
 * 86岁的[[老人]], 500人次[[两地干部]]; null where they do not.
 */
export function subjectBehind(
  text: string,
  { kind, unit, end: figureEnd }: FoundFact,
  measure: ReadingPhrase | null,
  { left, right }: Surroundings,
  names: readonly FoundName[],
  words: PhraseWords,
): ReadingPhrase | null {
  if (kind === 'age') {
    const at = text[figureEnd] === '的' ? figureEnd + 1 : figureEnd;
    const person = names.find(({ type, start }) => type === 'person' && start === at);
    return person === undefined ? null : phraseOf(text, person.start, person.end);
  }
  const of = right[0]?.text === '的' ? 1 : 0;
  const tokens = right.slice(of);
  const isSized =
    measure !== null &&
    measure.end <= figureEnd &&
    left.some(({ text: word }) => plays(words, kind === 'money' ? 'spending' : 'attribute', word));
  if ((kind === 'measurement' || (kind === 'money' && of === 1)) && isSized) return nounRun(text, tokens);
  if (kind === 'quantity' && /^人次?$/.test(unit ?? '') && of === 0 && left.length === 0) {
    return right[0]?.wordClass === 'name' ? nounRun(text, right) : null;
  }
  return null;
}

/** Nouns and names from the first word on, joined by 和 too. */
function nounRun(text: string, tokens: readonly Token[]): ReadingPhrase | null {
  let last = -1;
  for (const [at, token] of tokens.entries()) {
    if (isNominalOrQuality(token)) last = at;
    else if (!/^[和与及]$/.test(token.text)) break;
  }
  return last < 0 ? null : phraseOf(text, tokens[0]!.start, tokens[last]!.end);
}

/**
 * Of whom or what the figure is said, as printed nearest before it in its sentence.
 * @param near this figure and its neighbours with their measures: a subject ends where a measure begins.
 * @param times of the text near the figure.
 */
export function subjectOf(
  text: string,
  figure: FoundFact,
  measure: ReadingPhrase | null,
  near: readonly MeasuredFigure[],
  names: readonly FoundName[],
  facts: readonly FoundFact[],
  words: PhraseWords,
): ReadingPhrase | null {
  const start = sentenceStart(text, figure.start);
  const clause = clauseStart(text, figure.start, start);
  const isOwn = measure !== null && measure.end <= figure.start && measure.start >= clause;
  const end = isOwn ? measure.start : figure.start;
  const times = facts.filter((fact) => isTimeKind(fact.kind) && fact.start >= start && fact.end <= end);
  const candidates = candidatesBetween(text, start, end, figure, names, near, words);
  // Sought in the sentence alone: a search through the text would cost its whole length each time.
  const part = start + text.slice(start, end).lastIndexOf('；') + 1;
  const chosen = (part > start ? choose(part) : null) ?? choose(start);
  if (chosen !== null) return chosen;
  const here = clauseStart(text, figure.start, start);
  const object = candidates.find((candidate) => candidate.plays === 'object');
  return openingNoun(text, here, end, times, words) ?? (object === undefined ? null : shape(object));

  /** Who acts from `from` on; else the noun that opens it, else the place it opens with: 在某县，…. */
  function choose(from: number): ReadingPhrase | null {
    const free = candidates.filter((candidate) => candidate.start >= from);
    const who = free.filter((candidate) => candidate.plays === 'subject');
    const here = clauseStart(text, figure.start, from);
    const found =
      who.findLast((candidate) => candidate.start >= here) ??
      who.findLast((candidate) => opensClause(text, candidate.start)) ??
      who.at(0);
    const opens = free[0];
    const place =
      opens?.plays === 'place' && opens.start <= from + 2 && text[opens.end] === '，' ? opens : undefined;
    if (found !== undefined && !(THERE.has(found.text) && place)) return shape(found);
    if (found === undefined) {
      const noun = openingNoun(text, place?.end ?? from, end, times, words);
      const isCounted = near.some(
        ({ measure: other }) => other !== null && noun !== null && other.start === noun.start,
      );
      if (noun !== null && !isCounted) return noun;
    }
    return place === undefined ? null : shape(place);
  }

  function shape(candidate: Candidate): ReadingPhrase {
    const whole = extend(text, candidate, end, near, words);
    const isListed = text.slice(candidate.end, whole.end).includes('、');
    if (candidate.points && !isListed) {
      const isPeople = /[民户]$/.test(candidate.text);
      const from = isPeople ? qualifiedFrom(text, candidate.start, start, words) : candidate.start;
      return phraseOf(text, from, candidate.end);
    }
    return phraseOf(text, listStart(text, whole.start, start, words), whole.end);
  }
}
