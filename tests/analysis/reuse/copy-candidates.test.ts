import { CopyCandidates } from '@shared/analysis/reuse/copy-candidates.ts';
import { ReuseIndex } from '@shared/analysis/reuse/reuse-index.ts';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../resources/models/names/random.ts';
import { readArticles } from '../answers/answers.ts';
import { CHANGES, changed, folding, proseOf } from './made-copies.ts';

const WORDS = readArticles([]).flatMap(({ text }) => text.match(/[\u4e00-\u9fff]{2,4}/g) ?? []);

/** Prose, each fifth of it with a passage of the one before, changed in some way. */
function library(size: number, draw: Random): string[] {
  const texts: string[] = [];
  for (let i = 0; i < size; i++) {
    const own = proseOf(WORDS, 300, draw);
    const before = texts.at(-1);
    const copied =
      before && i % 5 === 4 ? changed(before.slice(50, 170), CHANGES[i % CHANGES.length]!, draw) : '';
    texts.push(`${own.slice(0, 150)}${copied}${own.slice(150)}`);
  }
  return texts;
}

describe('CopyCandidates', () => {
  it('names every article with which a passage is shared, first the one that shares most', () => {
    const texts = library(60, createRandom(9));
    const [candidates, reuse] = [new CopyCandidates(folding), new ReuseIndex(folding)];
    for (const [i, text] of texts.entries()) {
      candidates.put(`${i}`, text);
      reuse.add(`${i}`, text);
    }
    let pairs = 0;
    for (const [i, text] of texts.entries()) {
      const sharing = new Set(reuse.passagesOf(`${i}`).map(({ ends }) => ends[1].article));
      const named = candidates.of(`${i}`, text);
      for (const other of sharing) expect(named, `${i} and ${other}`).toContain(other);
      if (sharing.size === 1) expect([...sharing]).toEqual([named[0]]);
      pairs += sharing.size;
      expect(named).not.toContain(`${i}`);
    }
    expect(pairs).toBeGreaterThanOrEqual(20);
  });

  it('forgets what is dropped, and of what is put in anew all but the last', () => {
    const draw = createRandom(2);
    const text = proseOf(WORDS, 200, draw);
    const candidates = new CopyCandidates(folding);
    candidates.put('a', text);
    candidates.put('b', text);
    candidates.put('c', text);
    candidates.drop('a');
    candidates.put('b', proseOf(WORDS, 200, draw));
    for (let i = 0; i < 40; i++) candidates.put(`other ${i}`, proseOf(WORDS, 200, draw));
    expect(candidates.of('d', text)[0]).toBe('c');
    expect(candidates.of('d', text)).not.toContain('a');
  });

  it('looks at what an article shares, not at the library: for all of twice as many, about twice the postings', () => {
    const stepsFor = (size: number): number => {
      const candidates = new CopyCandidates(folding);
      const texts = library(size, createRandom(4));
      for (const [i, text] of texts.entries()) candidates.put(`${i}`, text);
      for (const [i, text] of texts.entries()) candidates.of(`${i}`, text);
      return candidates.steps.count;
    };
    expect(stepsFor(400) / stepsFor(200)).toBeLessThan(2.5);
  });
});
