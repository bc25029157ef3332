/**
 * Builds words.bin from jieba's dictionary, the divisions, our own name lists and the proper nouns.
 * Usage: npx node resources/lexicons/words/build.ts path/to/jieba.dict.utf8
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readDivisions, shortDivisionName } from '../../../shared/names/places/divisions.ts';
import {
  buildWordTable,
  LONGEST_WORD,
  type WordClass,
  type WordOfTable,
} from '../../../shared/text/word-frequencies.ts';

const SLOTS = 2 ** 19;
const here = import.meta.dirname;
const dictionary = process.argv[2];
if (!dictionary) throw new Error('name the path of jieba.dict.utf8');
const lexicon = (path: string): string => readFileSync(resolve(here, '..', path), 'utf8');

const surnames = new Set(lexicon('surnames/surnames.txt').replace(/\s/g, ''));
const compound = lexicon('surnames/compound.txt').split(/\s+/).filter(Boolean);
const transcribing = new Set(lexicon('characters/transcribing.txt').replace(/\s/g, ''));

/** jieba's class `nr` holds much that is no name: a name starts with a surname or is all transcribing characters. */
const classOfPerson = (word: string): WordClass => {
  const chinese = surnames.has(word[0]!) && word.length <= 3;
  if (chinese || (compound.some((name) => word.startsWith(name)) && word.length <= 4)) return 'person';
  return word.length >= 2 && [...word].every((unit) => transcribing.has(unit)) ? 'transcribed' : 'noun';
};

const CLASSES: readonly [pattern: RegExp, wordClass: WordClass][] = [
  [/^ns/, 'place'],
  [/^nt/, 'body'],
  [/^nz/, 'proper'],
  [/^(v|vn|vd|vg|vi|vq)$/, 'verb'],
  [/^(a|an|ag|b|z)$/, 'adjective'],
  [/^(d|ad|dg|df)$/, 'adverb'],
  [/^(p|c|u.?|y|e|o|h|k|f|x)$/, 'function'],
  [/^(m|mq|mg|q)$/, 'number'],
  [/^(t|tg)$/, 'time'],
  [/^r/, 'pronoun'],
  [/^(i|l)$/, 'idiom'],
  [/^j$/, 'abbreviation'],
];

const classOf = (word: string, tag: string): WordClass => {
  if (tag === 'nrt') return word.endsWith('人') ? 'noun' : classOfPerson(word);
  if (tag.startsWith('nr')) return classOfPerson(word);
  return CLASSES.find(([pattern]) => pattern.test(tag))?.[1] ?? 'noun';
};

const logarithm = (count: number): number => Math.max(1, Math.min(31, Math.round(2 * Math.log(count))));

const fine = new Map<string, number>();
const coarse = new Map<string, number>();
for (const line of lexicon('word-groups/groups.txt').split('\n')) {
  const [numbers = '', ...members] = line.split(' ');
  const [fineGroup = 0, coarseGroup = 0] = numbers.split('/').map(Number);
  for (const member of members) {
    fine.set(member, fineGroup);
    coarse.set(member, coarseGroup);
  }
}
const groupsFor = (word: string): { fineGroup: number; coarseGroup: number } => ({
  fineGroup: fine.get(word) ?? 0,
  coarseGroup: coarse.get(word) ?? 0,
});

const words = new Map<string, WordOfTable>();
for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
  const [word = '', count = '', tag = ''] = line.trim().split(' ');
  if (!/^\p{Script=Han}+$/u.test(word) || word.length > LONGEST_WORD) continue;
  const wordClass = classOf(word, tag);
  const isName = wordClass === 'place' || wordClass === 'body' || wordClass === 'person';
  const floor = isName || word.length === 1 ? 2 : wordClass === 'idiom' ? 20 : 4;
  if (Number(count) < floor && word.length > 1) continue;
  words.set(word, { word, frequency: logarithm(Number(count)), wordClass, ...groupsFor(word) });
}

const add = (word: string, count: number, wordClass: WordClass): void => {
  if (word.length >= 2 && word.length <= LONGEST_WORD && /^\p{Script=Han}+$/u.test(word) && !words.has(word))
    words.set(word, { word, frequency: logarithm(count), wordClass, ...groupsFor(word) });
};
for (const division of readDivisions(lexicon('divisions/divisions.txt'))) {
  add(division.name, division.level <= 3 ? 20 : 3, 'place');
  if (division.level <= 3) add(shortDivisionName(division.name), 8, 'place');
}
for (const list of ['countries.txt', 'world.txt', 'nature.txt', 'corps.txt'])
  for (const name of lexicon(`places/${list}`).split(/\s+/))
    if (!name.startsWith('#')) add(name, 20, 'place');
for (const name of lexicon('bodies/bodies.txt').split(/\s+/))
  if (!name.startsWith('#')) add(name, 30, 'body');

/** A name of the dictionary of proper nouns: new, or in place of a class that says less. */
const know = (word: string, wordClass: WordClass, vague: readonly WordClass[]): void => {
  const old = words.get(word);
  if (!old) add(word, 5, wordClass);
  else if (vague.includes(old.wordClass)) words.set(word, { ...old, wordClass });
};
const VAGUE: readonly WordClass[] = ['none', 'noun', 'proper'];
const properNouns = (list: string): string[] =>
  lexicon(`proper-nouns/${list}.txt`).split('\n').filter(Boolean);
for (const word of properNouns('places')) know(word, 'place', [...VAGUE, 'person', 'transcribed']);
for (const word of properNouns('bodies')) know(word, 'body', [...VAGUE, 'person', 'transcribed']);
const isTranscribed = (word: string): boolean => [...word].every((unit) => transcribing.has(unit));
for (const word of properNouns('persons')) {
  const chinese = surnames.has(word[0]!) && word.length === 3;
  know(word, isTranscribed(word) && !chinese ? 'transcribed' : 'person', VAGUE);
}
for (const word of properNouns('given')) know(word, isTranscribed(word) ? 'transcribed' : 'person', VAGUE);

/** A name that is known by itself, unless the word is a common one that some body took for its name (骑士, 前线). */
const COMMON = logarithm(300);
const wellKnown = (list: string): string[] =>
  lexicon(`well-known/${list}.txt`)
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(' '))
    .filter((word) => (words.get(word)?.frequency ?? 0) < COMMON || words.get(word)?.wordClass === 'proper');
for (const word of wellKnown('places')) know(word, 'place', VAGUE);
for (const word of wellKnown('bodies')) know(word, 'body', VAGUE);
for (const word of wellKnown('persons')) {
  const chinese = surnames.has(word[0]!) && word.length <= 3 && !isTranscribed(word);
  know(word, chinese ? 'person' : 'transcribed', VAGUE);
}

const bytes = buildWordTable([...words.values()], SLOTS);
writeFileSync(resolve(here, 'words.bin'), bytes);
console.log(`${words.size} words, ${bytes.length} bytes`);
