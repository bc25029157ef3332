import type { Block } from './blocks.ts';
import type { DraftArticle } from './draft.ts';

const SLOTS = 1 << 13;
/** Neighbouring stories that a paragraph is compared with, on either side. */
const NEIGHBOURS = 2;
/** Shorter paragraphs say too little to be told apart. */
const SHORTEST = 40;
const LONGEST = 600;

/** How often pairs of Han characters stand in a story: in how many of its blocks each slot of a hash occurs. */
type Vocabulary = Uint8Array;

const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;

function slotsOf(text: string): number[] {
  const slots = new Set<number>();
  const end = Math.min(text.length, LONGEST);
  for (let i = 1; i < end; i++) {
    const a = text.charCodeAt(i - 1);
    const b = text.charCodeAt(i);
    if (isHan(a) && isHan(b)) slots.add((Math.imul(a * 0x10001 + b, 0x9e3779b1) >>> 12) & (SLOTS - 1));
  }
  return [...slots];
}

/**
 * Paragraphs whose words are those of a neighbouring story rather than of their own: columns of two stories
 * were mixed, or a block was set into the wrong one.
 */
export function findStrangers(articles: readonly DraftArticle[]): Set<Block> {
  const strangers = new Set<Block>();
  const stories = articles.filter((article) => article.kind === 'article');
  if (stories.length < 2) return strangers;
  const slots = stories.map((article) => article.parts.map((part) => slotsOf(part.block.text)));
  const vocabularies = stories.map((article, a) => {
    const words: Vocabulary = new Uint8Array(SLOTS);
    const heads = [...article.title, ...article.subtitle].map((block) => slotsOf(block.text));
    // A headline says what a story is about: its words count twice.
    for (const own of [...(slots[a] ?? []), ...heads, ...heads])
      for (const slot of own) if ((words[slot] as number) < 255) words[slot] = (words[slot] as number) + 1;
    return words;
  });
  const sizes = vocabularies.map((words) => words.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0));
  stories.forEach((article, a) => {
    article.parts.forEach((part, p) => {
      if (part.role !== 'body' || part.block.text.length < SHORTEST) return;
      const words = slots[a]?.[p] ?? [];
      const own = vocabularies[a] as Vocabulary;
      for (let n = Math.max(0, a - NEIGHBOURS); n <= Math.min(stories.length - 1, a + NEIGHBOURS); n++) {
        if (n === a) continue;
        const other = vocabularies[n] as Vocabulary;
        let here = 0;
        let there = 0;
        for (const slot of words) {
          const inOwn = (own[slot] as number) > 1;
          const inOther = (other[slot] as number) > 0;
          if (inOwn && !inOther) here++;
          else if (inOther && !inOwn) there++;
        }
        const hereRate = here / Math.max(300, (sizes[a] as number) - words.length);
        const thereRate = there / Math.max(300, sizes[n] as number);
        if (there >= 5 && thereRate > 2.5 * hereRate + 0.004) strangers.add(part.block);
      }
    });
  });
  return strangers;
}
