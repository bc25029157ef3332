import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { cutWords, type Token, type Whole } from './cut-words.ts';
import { frameLength } from './frames.ts';
import { marksOf, startBehind } from './marks.ts';
import type { PhraseWords } from './phrase-words.ts';
import { wholeOfName } from './surroundings.ts';
import { spansWithin } from './within.ts';

/** A clause of a sentence in words; names, times, figures and quoted phrases stand whole. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  /** How many of the words only say who reports. */
  readonly frame: number;
}

const CLAUSE_END = marksOf('，；：,;:。！？!?\n\r');
const SENTENCE_END = marksOf('。！？\n\r');
/** What is longer between quotation marks is speech, and has clauses of its own. */
const LONGEST_QUOTED = 24;
const LONGEST_SENTENCE = 400;
/** How far a sentence is searched backwards for its beginning. */
const FARTHEST = 160;
/** Where a sentence reaches farther back, the figures of so many characters are read from one clause of it. */
const STRIDE = 120;
/** A sentence that is longer has no beginning. */
const LONGEST_SOUGHT = 2000;

/** Reads the sentence that holds a place, each sentence once. */
export function readSentences(
  text: string,
  names: readonly FoundName[],
  facts: readonly FoundFact[],
  words: PhraseWords,
): (at: number) => readonly Clause[] {
  const read = new Map<number, readonly Clause[]>();
  return (at) => {
    const start = sentenceStart(text, at);
    const clauses = read.get(start) ?? clausesOf(text, start, names, facts, words);
    keepLast(read, start, clauses);
    return clauses;
  };
}

/** Figures come in order and ask for their own sentence and the one before: what is farther back is not asked for again. */
const MOST_KEPT = 16;

/** Keeps what was read at a place, and of what was read before only the last. */
export function keepLast<Value>(read: Map<number, Value>, start: number, value: Value): void {
  read.set(start, value);
  if (read.size > MOST_KEPT) read.delete(read.keys().next().value!);
}

/** Where the sentence begins that holds `at`, or a clause of it where it is too long. */
export function sentenceStart(text: string, at: number): number {
  const near = Math.max(0, at - FARTHEST);
  const start = startBehind(SENTENCE_END, text, at, near);
  if (start > near || near === 0) return start;
  const begin = startBehind(SENTENCE_END, text, near, Math.max(0, near - LONGEST_SOUGHT));
  const isKnown = begin === 0 || SENTENCE_END[text.charCodeAt(begin - 1)] === 1;
  const limit = near - ((isKnown ? near - begin : near) % STRIDE);
  for (let from = Math.max(1, limit); from < at; from += 1)
    if (CLAUSE_END[text.charCodeAt(from - 1)] === 1) return from;
  return limit;
}

/** Cuts the sentence that begins at `start` into its clauses. */
function clausesOf(
  text: string,
  start: number,
  names: readonly FoundName[],
  facts: readonly FoundFact[],
  words: PhraseWords,
): Clause[] {
  const limit = Math.min(text.length, start + LONGEST_SENTENCE);
  const clauses: Clause[] = [];
  let from = start;
  for (let at = start; at <= limit; at += 1) {
    const closing = text[at] === '“' ? text.indexOf('”', at) : -1;
    if (closing >= 0 && closing - at <= LONGEST_QUOTED && !/[。！？\n]/.test(text.slice(at, closing))) {
      at = closing;
      continue;
    }
    const unit = text.charCodeAt(at);
    if (at < limit && CLAUSE_END[unit] === 0) continue;
    if (at > from) clauses.push(clauseBetween(from, at));
    from = at + 1;
    if (SENTENCE_END[unit] === 1) break;
  }
  return clauses;

  /** Cut when it is first read: what stands behind the last figure is never asked for. */
  function clauseBetween(begin: number, end: number): Clause {
    let tokens: readonly Token[] | undefined;
    let frame: number | undefined;
    const read = (): readonly Token[] => {
      tokens ??= cutWords(text, begin, end, wholesWithin(begin, end), words);
      return tokens;
    };
    return {
      start: begin,
      end,
      get tokens() {
        return read();
      },
      get frame() {
        frame ??= frameLength(read(), words);
        return frame;
      },
    };
  }

  function wholesWithin(begin: number, end: number): Whole[] {
    const wholes: Whole[] = spansWithin(names, begin, end).map(wholeOfName);
    for (const fact of spansWithin(facts, begin, end)) {
      const wordClass = isTimeKind(fact.kind) ? 'time' : 'function';
      wholes.push({ start: fact.start, end: fact.end, wordClass });
    }
    return wholes;
  }
}
