import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName, NameType } from '@shared/model/name.ts';
import { marksOf, startBehind } from './marks.ts';
import type { PhraseWords } from './phrase-words.ts';
import { phraseOf, type ReadingPhrase } from './reading-phrase.ts';
import { pointersBetween } from './surroundings.ts';
import { spansWithin } from './within.ts';

/** Whom or what a figure might be said of. */
export interface Candidate extends ReadingPhrase {
  /** 该镇, 全国: points back or stands for all. */
  readonly points: boolean;
  /** A place, body or person, or what points to one; not a programme nor an event. */
  readonly acts: boolean;
  /** `place`: says where or with whom; `object`: a verb stands before it and none behind it. */
  readonly plays: 'subject' | 'object' | 'place';
}

/** A figure near by with its measure: a name within what another figure counts is no subject. */
export interface MeasuredFigure {
  readonly figure: FoundFact;
  readonly measure: ReadingPhrase | null;
}

const CLAUSE_END = marksOf('，；：,;:。！？!?\n\r');
/** Between a name and its figure nothing but words of number: 昌黎县全部5个乡镇. */
const ADJACENT = /^(?:全部|所有|共|共有|现有|已有|原有|有|的)?$/;
/** Between a name and what is counted of it no more than this: 点亮柯坪[[学生]]微心愿. */
const LONGEST_OWNED = 4;

const ACTING: ReadonlySet<NameType> = new Set(['person', 'place', 'org']);

/** Names joined by 和, 与 or 、 are one subject, with what sums them up: 泉州和莆田两地. */
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

/** Stretches in quotation marks; what stands within is spoken of, not spoken about. */
function quotations(text: string, start: number, end: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let open = text.indexOf('“', start); open >= 0 && open < end; ) {
    const close = text.indexOf('”', open);
    if (close < 0 || close >= end) break;
    found.push({ from: open, to: close + 1 });
    open = text.indexOf('“', close);
  }
  return found;
}

/** Names and pointing words between `start` and `end` of whom `figure` might be said, in order. */
export function candidatesBetween(
  text: string,
  start: number,
  end: number,
  figure: FoundFact,
  names: readonly FoundName[],
  near: readonly MeasuredFigure[],
  words: PhraseWords,
): Candidate[] {
  const counted = near.flatMap(({ figure: other, measure }) =>
    measure !== null && other.start < figure.start && measure.start >= other.end ? [measure] : [],
  );
  const quoted = quotations(text.slice(0, end), start, end);
  const stands = ({ start: from, end: to }: ReadingPhrase | FoundName): boolean =>
    !counted.some((measure) => from >= measure.start && to <= measure.end) &&
    !quoted.some((marks) => from > marks.from && to < marks.to);
  const within = spansWithin(names, start, end).filter(
    (name) => name.type !== 'title' && name.type !== 'product' && stands(name),
  );
  const pointing = pointersBetween(text, start, end, words).filter(
    (pointer) =>
      stands(pointer) && !within.some((name) => name.start < pointer.end && pointer.start < name.end),
  );
  return joinNames(
    text,
    [...within, ...pointing].sort((a, b) => a.start - b.start || b.end - a.end),
  )
    .filter(
      (phrase) =>
        !words.patterns.reportingClause.test(text.slice(phrase.end, Math.min(end, phrase.end + 40))),
    )
    .map((phrase) => ({
      ...phrase,
      points: pointing.some((pointer) => pointer.start === phrase.start),
      acts: !within.some((name) => name.start === phrase.start && !ACTING.has(name.type)),
      plays: roleOf(text, phrase, start, [end, figure.kind === 'ordinal' ? -1 : figure.start], words),
    }));
}

function roleOf(
  text: string,
  { start, end: to }: ReadingPhrase,
  from: number,
  [end, figure]: readonly [measure: number, figure: number],
  { words, patterns }: PhraseWords,
): Candidate['plays'] {
  const isVerb = (word: string): boolean => {
    const wordClass = words.get(word)?.wordClass;
    return wordClass === 'verb' || wordClass === 'verbal-noun';
  };
  const before = text.slice(Math.max(from, start - 14), start);
  const isQuoted = text[start] === '“';
  if (!isQuoted && figure >= 0 && ADJACENT.test(text.slice(to, figure))) return 'subject';
  if (patterns.beforePlace.test(before)) return 'place';
  if (opensClause(text, start) || before.length < 2 || !isVerb(before.slice(-2))) return 'subject';
  if (!isQuoted && end < figure && end - to <= LONGEST_OWNED) return 'subject';
  const next = text.slice(to, to + 2);
  const acts = isVerb(next) || words.get(next)?.wordClass === 'adverb';
  return acts && (figure < 0 || to < figure) ? 'subject' : 'object';
}

const opensClause = (text: string, at: number): boolean =>
  at === 0 || CLAUSE_END[text.charCodeAt(at - 1)] === 1;

/** Where the clause begins that holds `at`, not before `limit`: reading offsets. */
export const clauseStart = (text: string, at: number, limit: number): number =>
  startBehind(CLAUSE_END, text, at, limit);
