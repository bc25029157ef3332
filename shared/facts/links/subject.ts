import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { isChineseNumeral } from '@shared/numerals/characters.ts';
import { type Clause, sentenceStart } from './clauses.ts';
import { cutWords, type Token } from './cut-words.ts';
import { HAVING } from './measure.ts';
import { type PhraseWords, plays } from './phrase-words.ts';
import { joinUnknown } from './phrases.ts';
import { phraseOf, type ReadingPhrase } from './reading-phrase.ts';
import { type Candidate, candidatesBetween, clauseStart, type MeasuredFigure } from './subject-candidates.ts';
import type { Surroundings } from './surroundings.ts';
import { isNominalOrQuality, isOneWhoActs, leadsSomewhere, namesQuantity } from './token-kinds.ts';
import { isBody, opensWith, topicOf } from './topic.ts';
import { spansWithin } from './within.ts';

/** Words that point to a place just named. */
const THERE = new Set(['这里', '这儿', '那里', '该地']);

/** Words that point to who speaks. */
const SELF = new Set(['自己', '她', '他', '自家']);

const LONGEST_EXTENSION = 8;
const LONGEST_LIST = 28;
/** Words are cut this much farther than is read, so that none is cut in two. */
const LONGEST_WORD = 5;

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
  const tokens = cutWords(text, phrase.end, Math.min(end, limit + LONGEST_WORD), [], words);
  for (const [at, token] of tokens.entries()) {
    const numeral = isChineseNumeral(token.text, 0) && token.end < limit;
    const belongs = token.wordClass === 'noun' || token.wordClass === 'adjective';
    if (token.end > limit || (!numeral && (!belongs || token.end - token.start < 2))) break;
    if (plays(words, 'adverbial', token.text) || (numeral && tokens[at + 1]?.wordClass === 'time')) break;
    if (token.wordClass !== 'adjective') to = token.end;
  }
  const last = tokens.findLast((token) => token.end === to);
  // 县山区四乡, 镇卫生院, but not 浙江援疆特色: what goes on is of one who acts.
  const isWho =
    last === undefined ||
    isBody(last.text, words) ||
    isOneWhoActs(last.text, words) ||
    tokens.some(({ start, text: word }) => start < to && isChineseNumeral(word, 0));
  if (!isWho) to = phrase.end;
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
  const does =
    next !== undefined && (next.wordClass === 'verb' || next.text === '在' || leadsSomewhere(next));
  const first = left[verb + 1];
  if (!does || first === undefined || end === verb + 1) return null;
  return phraseOf(text, first.start, left[end - 1]!.end);
}

/**
 * What the words behind a figure say it is of: 总投资5亿元的[[污水处理厂]], 占地200亩[[产业园]],
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
    const first = right.findIndex(({ wordClass }) => wordClass === 'name');
    const isNext = right.slice(0, first).every((token) => token.text === '的' || isNominalOrQuality(token));
    const at = right[first]?.start;
    const person = names.find(({ type, start }) => type === 'person' && start === at);
    return person === undefined || !isNext ? null : phraseOf(text, person.start, person.end);
  }
  const of = right[0]?.text === '的' ? 1 : 0;
  const tokens = right.slice(of);
  const isSized =
    measure !== null &&
    measure.end <= figureEnd &&
    left.some(({ text: word }) => plays(words, kind === 'money' ? 'spending' : 'attribute', word));
  // 只有40户人家的[[小山村]]: behind what it has stands who has it.
  if (measure !== null && measure.start >= figureEnd && HAVING.has(left.at(-1)?.text ?? '')) {
    const behind = right.findIndex((token) => token.start >= measure.end);
    const year = right.findIndex(({ text: word }, at) => at > behind && word === '年');
    const whose = right.slice(behind + 1, year < 0 ? undefined : year);
    if (right[behind]?.text === '的' && whose.length > 0)
      return nounRun(text, joinUnknown(text, whose, words));
  }
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
  const run = last < 0 ? null : phraseOf(text, tokens[0]!.start, tokens[last]!.end);
  return run === null || run.text.trim() === '' ? null : run;
}

/**
 * Of whom or what the figure is said, as printed nearest before it in its sentence.
 * @param near this figure and its neighbours with their measures: a subject ends where a measure begins.
 * @param clauses of the figure's sentence.
 * @param last of whom the figure before was said.
 */
export function subjectOf(
  text: string,
  figure: FoundFact,
  measure: ReadingPhrase | null,
  near: readonly MeasuredFigure[],
  names: readonly FoundName[],
  clauses: readonly Clause[],
  last: ReadingPhrase | null,
  words: PhraseWords,
): ReadingPhrase | null {
  const start = clauses[0]?.start ?? sentenceStart(text, figure.start);
  const here = clauses.findIndex((clause) => figure.start < clause.end);
  const own = clauses[here];
  const isOwn = measure !== null && measure.end <= figure.start && measure.start >= (own?.start ?? start);
  const end = isOwn ? measure.start : figure.start;
  const candidates = candidatesBetween(text, start, end, figure, names, near, words).filter(
    (candidate) => !clauses.some((clause) => reports(clause, candidate)),
  );
  const who = candidates.filter(
    (candidate) => candidate.plays === 'subject' && !(figure.kind === 'age' && isBeforePerson(candidate)),
  );
  const chosen = speaksOfSelf() ?? nearest();
  if (chosen !== null) return chosen;
  const object = candidates.find((candidate) => candidate.plays === 'object');
  return object === undefined ? null : shape(object);

  /**
   * Who acts in the figure's clause, else its noun; else the nearest clause before it that opens with a name or
   * with a noun of one who acts; else any noun, any name, the place it opens with: 在某县，….
   */
  function nearest(): ReadingPhrase | null {
    const opens = candidates[0];
    const place =
      opens?.plays === 'place' && opens.start <= start + 2 && text[opens.end] === '，' ? opens : undefined;
    const first = clauses.findIndex(({ frame, tokens }) => frame < tokens.length);
    let other: ReadingPhrase | null = null;
    for (let at = here; at >= 0; at -= 1) {
      const clause = clauses[at]!;
      if (at < here && clause.frame === clause.tokens.length) continue;
      const within = who.filter(
        (candidate) => candidate.start >= clause.start && candidate.start < clause.end,
      );
      const named =
        at === here ? within.at(-1) : within.find((candidate) => opensWith(clause, candidate, words));
      const noun = nounOf(clause, at === here);
      // 村里的文化礼堂: nearer than the place it is in.
      const isInside = named?.points && named.text.endsWith('里') && noun !== null && noun.start > named.end;
      if (named !== undefined && !isInside && !(THERE.has(named.text) && place)) return shape(named);
      if (noun !== null && (at === here || isBody(noun.text, words))) return noun;
      if (noun !== null && (at === first || isOneWhoActs(noun.text, words))) other = noun;
      if (at === here && goesOn()) return last;
    }
    const free = who.filter((candidate) => !(THERE.has(candidate.text) && place));
    const part = text.lastIndexOf('；', end - 1);
    const named =
      free.find((candidate) => part > start && candidate.start > part) ??
      free.find((candidate) => candidate.acts) ??
      free[0];
    if (named !== undefined) return shape(named);
    return other ?? (place === undefined ? null : shape(place));
  }

  /** 指导[[当地教师]]获奖10个，又获5个: of whom the figure before was said, nearer than who leads the sentence in. */
  function goesOn(): boolean {
    const again = own?.tokens.some(({ text: word, end: to }) => word === '又' && to <= end) ?? false;
    return again && last !== null && last.start > Math.max(start, text.lastIndexOf('；', end - 1));
  }

  /** 市医院医生[[甲小青]]…，享年91岁: an age is of a person of its sentence, not of the body or place before. */
  function isBeforePerson({ start: from, end: to }: Candidate): boolean {
    const isPerson = spansWithin(names, from, to).some(({ type }) => type === 'person');
    return !isPerson && spansWithin(names, to, end).some(({ type }) => type === 'person');
  }

  /** 某某说自己的两个目标…: who reports is spoken of. */
  function speaksOfSelf(): ReadingPhrase | null {
    if (own === undefined || !own.tokens.some(({ text: word, end: to }) => SELF.has(word) && to <= end))
      return null;
    const named = spansWithin(names, start, end).findLast(({ type }) => type === 'person');
    return named === undefined ? null : phraseOf(text, named.start, named.end);
  }

  function nounOf(clause: Clause, isHere: boolean): ReadingPhrase | null {
    const isAmount = isOwn && (plays(words, 'attribute', measure.text) || namesQuantity(measure.text, words));
    const noun = topicOf(
      text,
      clause,
      isHere ? end : clause.end,
      isHere && isAmount ? 'amount' : isHere && isOwn ? 'noun' : 'figure',
      words,
    );
    const isCounted =
      noun !== null &&
      near.some(({ measure: other }) => other !== null && other.start < noun.end && noun.start < other.end);
    return isCounted ? null : noun;
  }

  function shape(candidate: Candidate): ReadingPhrase {
    const whole = extend(text, candidate, end, near, words);
    const isListed = text.slice(candidate.end, whole.end).includes('、');
    const isActor = whole.end > candidate.end && plays(words, 'actor', text.slice(candidate.end, whole.end));
    if (candidate.points && !isListed && !isActor) {
      const isPeople = /[民户]$/.test(candidate.text);
      const from = isPeople ? qualifiedFrom(text, candidate.start, start, words) : candidate.start;
      return phraseOf(text, from, candidate.end);
    }
    return phraseOf(text, listStart(text, whole.start, start, words), whole.end);
  }
}

/** Whether a name stands where its clause only says who reports. */
const reports = (clause: Clause, { start: at }: ReadingPhrase): boolean =>
  at >= clause.start && at < clause.end && clause.frame > 0 && at < clause.tokens[clause.frame - 1]!.end;
