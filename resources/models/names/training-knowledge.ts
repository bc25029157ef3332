import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type LexicalClasses, readLexicalClasses } from '../../../shared/names/tagger/lexical-classes.ts';
import { readWordTable, type WordTable } from '../../../shared/text/word-frequencies.ts';

export interface TrainingKnowledge {
  readonly words: WordTable;
  readonly lexical: LexicalClasses;
}

const lexicons = resolve(import.meta.dirname, '../../lexicons');
export const lexiconText = (path: string): string => readFileSync(resolve(lexicons, path), 'utf8');

export function readTrainingKnowledge(): TrainingKnowledge {
  return {
    words: readWordTable(readFileSync(resolve(lexicons, 'words/words.bin'))),
    lexical: readLexicalClasses({
      surnames: lexiconText('surnames/surnames.txt'),
      givenNames: lexiconText('characters/given-names.txt'),
      nameParts: lexiconText('characters/name-parts.txt'),
      transcribing: lexiconText('characters/transcribing.txt'),
      bodyTails: lexiconText('name-affixes/body-tails.txt'),
      placeTails: lexiconText('name-affixes/place-tails.txt'),
      posts: lexiconText('name-affixes/posts.txt'),
    }),
  };
}
