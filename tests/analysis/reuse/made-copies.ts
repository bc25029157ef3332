import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Folding } from '@shared/text/folding.ts';
import type { Random } from '../../../resources/models/names/random.ts';

const LEXICONS = resolve(import.meta.dirname, '../../../resources/lexicons');
const PAIRS = readFileSync(resolve(LEXICONS, 'folding/traditional-simplified.txt'), 'utf8').replace(
  /\s/g,
  '',
);

export const folding = new Folding(PAIRS);

/** From each simplified character to one traditional form of it. */
const TRADITIONAL = new Map(
  [...PAIRS.matchAll(/(..)/gs)].map(([pair]) => [pair.charAt(1), pair.charAt(0)] as const),
);

/** Ways in which a paper changes what it takes over. */
export const CHANGES = ['as it is', 'edited', 'other script', 'other line ends', 'a third deleted'] as const;
export type Change = (typeof CHANGES)[number];

/** Prose without sense: words of the articles of the answers in any order, so that short phrases do come back. */
export function proseOf(words: readonly string[], length: number, draw: Random): string {
  let text = '';
  while (text.length < length) {
    text += words[Math.floor(draw() * words.length)]!;
    if (draw() < 0.12) text += draw() < 0.4 ? '。' : '，';
  }
  return text.slice(0, length);
}

export function changed(passage: string, change: Change, draw: Random): string {
  const characters = [...passage];
  switch (change) {
    case 'as it is':
      return passage;
    case 'edited':
      // One place in about twenty is another character, one more or one less.
      return characters
        .map((character) => {
          if (draw() >= 0.05) return character;
          const kind = draw();
          return kind < 0.5 ? '某' : kind < 0.75 ? `${character}又` : '';
        })
        .join('');
    case 'other script':
      return characters.map((character) => TRADITIONAL.get(character) ?? character).join('');
    case 'other line ends':
      return characters.map((character, i) => (i % 17 === 16 ? `${character}\r\n　　` : character)).join('');
    case 'a third deleted': {
      const cut = Math.floor(characters.length / 3);
      const from = Math.floor(draw() * (characters.length - cut));
      return [...characters.slice(0, from), ...characters.slice(from + cut)].join('');
    }
  }
}
