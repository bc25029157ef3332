import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { lexiconLines } from '@shared/text/lexicon-lines.ts';
import {
  type WordTable as RareWords,
  readWordTable,
  WORD_CLASSES as TABLE_CLASSES,
} from '@shared/text/word-frequencies.ts';
import { WordList } from '@shared/text/word-list.ts';
import { WordTable } from '@shared/text/word-table.ts';

/** `quoted` is what stands in quotation marks, `name` and `time` what other recognisers have found. */
export type WordClass =
  | 'noun'
  | 'verbal-noun'
  | 'verb'
  | 'adjective'
  | 'adverb'
  | 'function'
  | 'quoted'
  | 'name'
  | 'time'
  | 'unknown';

/** What a word does in the phrases around a figure; own.txt says what each role means. */
const WORD_ROLES = [
  'linking',
  'attribute',
  'pointing',
  'sending',
  'ranking',
  'ratio-noun',
  'scope',
  'quantity',
  'actor',
  'spending',
  'sharing',
  'direction',
  'up',
  'down',
  'light',
  'saying',
  'reporting',
  'carries-on',
  'causing',
  'press',
  'head',
  'adverbial',
  'planned',
  'expected',
  'possible',
  'behind-saying',
  'reporting-clause',
  'done',
  'now',
  'before-other-date',
  'begins-deed',
  'leads-in',
  'before-place',
  'acting-end',
  'body-end',
  'person-unit',
  'telling-unit',
  'shared-out',
  'grows-to',
  'changes',
] as const;

export type WordRole = (typeof WORD_ROLES)[number];

const isRole = (head: string): head is WordRole => (WORD_ROLES as readonly string[]).includes(head);

interface Word {
  readonly wordClass: WordClass;
  /** The less common, the dearer: bits. */
  readonly cost: number;
}

/** The words that phrases are cut with, and what they do there. */
export interface PhraseWords {
  readonly words: ReadonlyMap<string, Word>;
  /** Words of one character by their code, so that none is sliced to be looked up. */
  readonly singles: ReadonlyMap<number, Word>;
  /** How long words are by their first two characters, a bit for each length, so that fewer pieces are looked up. */
  readonly lengths: ReadonlyMap<number, number>;
  /** The rarer words: what `words` lacks is looked up there. */
  readonly rare: RareWords;
  /** Subjects that point back or stand for all: 该镇, 全国. */
  readonly pointing: WordTable<true>;
  readonly roles: ReadonlyMap<WordRole, ReadonlySet<string>>;
  readonly patterns: PhrasePatterns;
}

/** Patterns that are made of the words of a role. */
interface PhrasePatterns {
  /** Ends with what says that a name behind it is a place or a means; a date may stand between. */
  readonly beforePlace: RegExp;
  /** A clause to its comma that only says who reports. */
  readonly reportingClause: RegExp;
  /** Between two figures: the first came to the second. */
  readonly growsTo: RegExp;
  /** The percentage behind it changes. */
  readonly changes: RegExp;
  /** A time that says now. */
  readonly now: RegExp;
  /** Ends with what makes a date behind it another's. */
  readonly beforeOtherDate: RegExp;
}

/** Files under `resources/` that `readPhraseWords` asks for. */
export const PHRASE_WORD_FILES = [
  'lexicons/phrase-words/words.txt',
  'lexicons/phrase-words/own.txt',
  'lexicons/words/words.bin',
] as const;

/** The classes of the table of rare words, in its order, as phrases know them. */
export const CLASSES_OF_RARE: readonly WordClass[] = TABLE_CLASSES.map((name) => {
  switch (name) {
    case 'verb':
    case 'adjective':
    case 'adverb':
      return name;
    case 'function':
    case 'number':
    case 'pronoun':
      return 'function';
    default:
      return 'noun';
  }
});

/** Bits that a rare word costs, by its frequency in the table: twice the natural logarithm of its count. */
export const costOfRare = (frequency: number): number => ALL - frequency / (2 * Math.LN2);

/** Bits of the whole dictionary's count; a word's cost is what its own count leaves of them. */
const ALL = 26;
const OWN_COST = ALL - 11;
/** Heads the words of words.txt that would cut newspaper prose wrongly. */
const NO_WORD = 'no-word';
/** Words that play one of these roles are words, whether words.txt has them or not. */
const OF_ROLE: ReadonlyMap<WordRole, WordClass> = new Map([
  ['light', 'verb'],
  ['sending', 'verb'],
  ['ranking', 'verb'],
  ['direction', 'verb'],
  ['actor', 'noun'],
  ['press', 'noun'],
  ['adverbial', 'noun'],
]);
const CLASSES: ReadonlySet<string> = new Set([
  'noun',
  'verbal-noun',
  'verb',
  'adjective',
  'adverb',
  'function',
]);

/** @throws where own.txt lacks a role or has one that no rule knows. */
export function readPhraseWords(files: KnowledgeFiles): PhraseWords {
  const read = (path: (typeof PHRASE_WORD_FILES)[number]): string => files.text(path);
  const words = new Map<string, Word>();
  for (const [wordClass, list] of lexiconLines(read('lexicons/phrase-words/words.txt'))) {
    // Words of one class and count are one value: there are forty thousand words.
    const byCount = Array.from({ length: 36 }, (_, count): Word => {
      return { wordClass: wordClass as WordClass, cost: ALL - count };
    });
    for (const entry of list!.split(' ')) {
      const count = entry.length - 1;
      words.set(entry.slice(0, count), byCount[Number.parseInt(entry[count]!, 36)]!);
    }
  }
  const roles = new Map<WordRole, ReadonlySet<string>>();
  for (const [head, list] of lexiconLines(read('lexicons/phrase-words/own.txt'))) {
    const listed = list!.split(' ');
    if (head === NO_WORD) {
      for (const word of listed) words.delete(word);
      continue;
    }
    if (!CLASSES.has(head!)) {
      if (!isRole(head!) || roles.has(head)) throw new Error(`own.txt: no role ${head}`);
      roles.set(head, new Set(listed));
      const wordClass = OF_ROLE.get(head);
      if (wordClass !== undefined) teach(words, listed, wordClass);
      continue;
    }
    for (const word of listed) {
      words.set(word, { wordClass: head as WordClass, cost: words.get(word)?.cost ?? OWN_COST });
    }
  }
  const missing = WORD_ROLES.find((role) => !roles.has(role));
  if (missing !== undefined) throw new Error(`own.txt: ${missing} is missing`);
  const pointing = new WordTable([...(roles.get('pointing') ?? [])].map((word) => [word, true] as const));
  const lengths = new Map<number, number>();
  const singles = new Map<number, Word>();
  for (const [word, said] of words) {
    if (word.length < 2) {
      singles.set(word.charCodeAt(0), said);
      continue;
    }
    const first = beginning(word, 0);
    lengths.set(first, (lengths.get(first) ?? 0) | (1 << word.length));
  }
  const rare = readWordTable(files.bytes('lexicons/words/words.bin'));
  return { words, singles, lengths, rare, roles, pointing, patterns: buildPatterns(roles) };
}

function buildPatterns(roles: PhraseWords['roles']): PhrasePatterns {
  const any = (role: WordRole): string => new WordList(roles.get(role) ?? []).alternatives;
  return {
    beforePlace: new RegExp(`${any('before-place')}[0-9年月日]{0,11}$`),
    reportingClause: new RegExp(`^[^，。；：:,;“”]{0,30}${any('reporting-clause')}(?:说|道|称)?[，,]`),
    growsTo: new RegExp(`^${any('grows-to')}(?:到|至|为)[^，。；]{0,4}$`),
    changes: new RegExp(any('changes')),
    now: new RegExp(`^(?:截至)?${any('now')}(?:为止)?$`),
    beforeOtherDate: new RegExp(`${any('before-other-date')}$`),
  };
}

/** The two characters at `at` as one number. */
export const beginning = (text: string, at: number): number =>
  text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

function teach(words: Map<string, Word>, taught: readonly string[], wordClass: WordClass): void {
  for (const word of taught) if (!words.has(word)) words.set(word, { wordClass, cost: OWN_COST });
}

/** Whether `word` has the role. */
export const plays = (words: PhraseWords, role: WordRole, word: string): boolean =>
  words.roles.get(role)?.has(word) ?? false;
