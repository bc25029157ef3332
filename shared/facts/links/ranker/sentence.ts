import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { isChineseNumeral } from '@shared/numerals/characters.ts';
import { keepLast, sentenceStart } from '../clauses.ts';
import { cutWords, type Token, type Whole } from '../cut-words.ts';
import { frameLength } from '../frames.ts';
import { marksOf } from '../marks.ts';
import { type PhraseWords, plays } from '../phrase-words.ts';
import { pointersBetween, wholeOfName } from '../surroundings.ts';
import { isOneWhoActs, namesQuantity } from '../token-kinds.ts';
import { spansWithin } from '../within.ts';

/** What a word is to the ranker: its class, and the part that own.txt gives it. */
export const WORD_KINDS = [
  'edge',
  'comma',
  'pause',
  'mark',
  'figure',
  'time',
  'person',
  'place',
  'org',
  'thing-named',
  'pointer',
  'quoted',
  'of',
  'join',
  'aspect',
  'agent-mark',
  'place-mark',
  'function',
  'pronoun',
  'linking',
  'light',
  'direction',
  'causing',
  'saying',
  'sending',
  'ranking',
  'planned',
  'verb-short',
  'verb',
  'verbal-noun',
  'adverb',
  'adjective',
  'adverbial',
  'leads-in',
  'local',
  'numeral',
  'attribute',
  'quantity',
  'spending',
  'sharing',
  'actor',
  'acting',
  'body',
  'noun-short',
  'noun',
  'unknown-short',
  'unknown',
] as const;

export type WordKind = number;
const KIND = new Map(WORD_KINDS.map((name, index) => [name, index] as const));
export const kindOf = (name: (typeof WORD_KINDS)[number]): WordKind => KIND.get(name)!;

/** A word of the sentence and what it is. */
export interface Word extends Token {
  readonly kind: WordKind;
  /** Which clause of the sentence it stands in, from 0. */
  readonly clause: number;
  /** It only says who reports. */
  readonly reports: boolean;
}

/** A sentence in words, whose figures, times and names stand whole. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
}

const SENTENCE_END = marksOf('。！？\n\r');
const CLAUSE_END = /^[，；：,;:]$/;
const LONGEST_SENTENCE = 300;
/** How words begin that point to one body or to all of a place. */
const POINTS = /^[全该我本]/;

/** The sentence that holds a place, each read once. */
export function readWords(
  text: string,
  names: readonly FoundName[],
  facts: readonly FoundFact[],
  words: PhraseWords,
): (at: number) => Sentence {
  const read = new Map<number, Sentence>();
  return (at) => {
    const start = sentenceStart(text, at);
    const known = read.get(start);
    if (known !== undefined && at < known.end) return known;
    const sentence = sentenceFrom(text, start, at, names, facts, words);
    keepLast(read, start, sentence);
    return sentence;
  };
}

function sentenceFrom(
  text: string,
  start: number,
  at: number,
  names: readonly FoundName[],
  facts: readonly FoundFact[],
  words: PhraseWords,
): Sentence {
  const limit = Math.min(text.length, Math.max(start + LONGEST_SENTENCE, at + 1));
  let end = at;
  while (end < limit && SENTENCE_END[text.charCodeAt(end)] === 0) end += 1;
  const wholes: Whole[] = spansWithin(facts, start, end).map(({ start: from, end: to, kind }) => ({
    start: from,
    end: to,
    wordClass: isTimeKind(kind) ? 'time' : 'function',
  }));
  const inFact = (from: number, to: number): boolean =>
    wholes.some((whole) => from < whole.end && whole.start < to);
  const named = spansWithin(names, start, end);
  const types = new Map<number, string>(named.map(({ start: from, type }) => [from, type]));
  const pointers = pointersBetween(text, start, end, words).filter(
    (pointer) =>
      POINTS.test(pointer.text) &&
      !inFact(pointer.start, pointer.end) &&
      !named.some((name) => name.start < pointer.end && pointer.start < name.end),
  );
  const figures = new Set(wholes.filter(({ wordClass }) => wordClass === 'function').map((one) => one.start));
  const pointing = new Set<number>(pointers.map((one) => one.start));
  const tokens = cutWords(
    text,
    start,
    end,
    [
      ...wholes,
      ...named.map(wholeOfName),
      ...pointers.map(({ start: from, end: to }): Whole => ({ start: from, end: to, wordClass: 'name' })),
    ],
    words,
  );
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    clauses.at(-1)!.push(token);
    if (CLAUSE_END.test(token.text)) clauses.push([]);
  }
  return {
    start,
    end,
    words: clauses.flatMap((clause, index) => {
      const frame = frameLength(clause, words);
      return clause.map((token, place) => ({
        ...token,
        clause: index,
        reports: place < frame,
        kind: figures.has(token.start)
          ? kindOf('figure')
          : pointing.has(token.start)
            ? kindOf('pointer')
            : kindOfWord(token, types.get(token.start), words),
      }));
    }),
  };
}

const NAMED = new Map([
  ['person', kindOf('person')],
  ['place', kindOf('place')],
  ['org', kindOf('org')],
]);
const PRONOUN = /^(?:[他她它我你其](?:们)?|自己|对方|双方|本\p{Script=Han}|谁|大家)$/u;
const LOCAL = new Set('里 里面 内 内部 中 上 下 外 间 前 后 中间 之间 以上'.split(' '));

function kindOfWord(token: Token, name: string | undefined, words: PhraseWords): WordKind {
  const { text, wordClass } = token;
  const is = (role: Parameters<typeof plays>[1]): boolean => plays(words, role, text);
  if (CLAUSE_END.test(text)) return kindOf('comma');
  if (text === '、') return kindOf('pause');
  if (wordClass === 'time') return kindOf('time');
  if (wordClass === 'quoted') return kindOf('quoted');
  if (name !== undefined) return NAMED.get(name) ?? kindOf('thing-named');
  if (text === '的') return kindOf('of');
  if (text === '和' || text === '与' || text === '及' || text === '以及') return kindOf('join');
  if (text === '了' || text === '着' || text === '过') return kindOf('aspect');
  if (/^[由被把将使让]$/.test(text)) return kindOf('agent-mark');
  if (LOCAL.has(text)) return kindOf('local');
  if (!/[\p{Letter}\p{Number}]/u.test(text)) return kindOf('mark');
  if (is('sharing')) return kindOf('sharing');
  if (is('linking')) return kindOf('linking');
  if (is('direction')) return kindOf('direction');
  if (is('causing')) return kindOf('causing');
  if (is('saying') || is('reporting')) return kindOf('saying');
  if (is('spending')) return kindOf('spending');
  if (is('attribute')) return kindOf('attribute');
  if (is('light')) return kindOf('light');
  if (is('ranking')) return kindOf('ranking');
  if (is('sending')) return kindOf('sending');
  if (is('planned')) return kindOf('planned');
  if (is('adverbial')) return kindOf('adverbial');
  if (is('leads-in')) return kindOf('leads-in');
  if (isChineseNumeral(text, 0) && text.length <= 2) return kindOf('numeral');
  const isShort = text.length === 1;
  switch (wordClass) {
    case 'function':
      if (PRONOUN.test(text)) return kindOf('pronoun');
      return is('before-place') ? kindOf('place-mark') : kindOf('function');
    case 'verb':
      return isShort ? kindOf('verb-short') : kindOf('verb');
    case 'verbal-noun':
      return kindOf('verbal-noun');
    case 'adverb':
      return kindOf('adverb');
    case 'adjective':
      return kindOf('adjective');
    default:
  }
  if (namesQuantity(text, words)) return kindOf('quantity');
  if (is('actor')) return kindOf('actor');
  if (isShort) return wordClass === 'noun' ? kindOf('noun-short') : kindOf('unknown-short');
  if (isOneWhoActs(text, words)) return kindOf('acting');
  if (plays(words, 'body-end', text.at(-1)!)) return kindOf('body');
  return wordClass === 'noun' ? kindOf('noun') : kindOf('unknown');
}

const NOMINAL = new Set(
  [
    'person',
    'place',
    'org',
    'thing-named',
    'pointer',
    'quoted',
    'verbal-noun',
    'adjective',
    'attribute',
    'quantity',
    'spending',
    'sharing',
    'actor',
    'acting',
    'body',
    'noun-short',
    'noun',
    'unknown-short',
    'unknown',
    'local',
  ].map((name) => kindOf(name as (typeof WORD_KINDS)[number])),
);

/** Whether a word can stand in a noun phrase. */
export const isInNouns = (kind: WordKind): boolean => NOMINAL.has(kind);
