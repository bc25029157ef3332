import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NAME_TYPES } from '@shared/model/name.ts';
import { type Candidate, keepBest, propose } from '@shared/names/candidate.ts';
import { type Rule, SETTLED, WEIGHTS, weightOfLonger } from '@shared/names/weights.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const RULES = Object.keys(WEIGHTS) as Rule[];
const LENGTH = 24;

const candidates = fc.array(
  fc
    .record({
      rule: fc.constantFrom(...RULES),
      type: fc.constantFrom(...NAME_TYPES),
      start: fc.nat(LENGTH - 1),
      length: fc.integer({ min: 0, max: 8 }),
    })
    .map(({ rule, type, start, length }) => propose(rule, type, start, Math.min(LENGTH, start + length))),
  { maxLength: 12 },
);

const overlap = (a: Candidate, b: Candidate): boolean => a.start < b.end && b.start < a.end;
const spans = (list: readonly Candidate[]): string[] =>
  list.map(({ start, end, type, weight }) => JSON.stringify([start, end, type, weight]));

describe('which of two names is kept', () => {
  it('what is kept stands in order and does not overlap', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const kept = keepBest(list, LENGTH);
        for (const [index, name] of kept.entries()) {
          expect(name.end).toBeGreaterThan(name.start);
          if (index > 0) expect(name.start).toBeGreaterThanOrEqual(kept[index - 1]!.end);
        }
      }),
    );
  });

  it('what is left out overlaps one that is kept and at least as heavy', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const kept = keepBest(list, LENGTH);
        for (const name of list)
          if (name.end > name.start && !kept.includes(name))
            expect(kept.some((other) => overlap(name, other) && other.weight >= name.weight)).toBe(true);
      }),
    );
  });

  it('the order of the candidates is nothing to it', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        expect(spans(keepBest([...list].reverse(), LENGTH))).toEqual(spans(keepBest(list, LENGTH)));
      }),
    );
  });

  it('the longer wins where both weigh the same', () => {
    expect(keepBest([propose('world', 'place', 0, 2), propose('register-short', 'place', 0, 3)], 3)).toEqual([
      propose('register-short', 'place', 0, 3),
    ]);
  });
});

describe('the ladder of weights', () => {
  const HOLDING: readonly Rule[] = [
    'document',
    'honour',
    'meeting',
    'event',
    'quoted',
    'product',
    'own-school',
  ];
  const FORMS: readonly Rule[] = ['dotted', 'masked', 'addressed', 'site', 'goes-on', 'register'];

  it('names that hold names win over what the tagger is sure of, and that over forms', () => {
    for (const rule of HOLDING) expect(WEIGHTS[rule], rule).toBeGreaterThan(WEIGHTS['tagger-sure']);
    for (const rule of FORMS) expect(WEIGHTS[rule], rule).toBeLessThan(WEIGHTS['tagger-sure']);
  });

  it('the register only fills in where the tagger says nothing', () => {
    for (const rule of ['register', 'register-short', 'world', 'known', 'known-body'] as const)
      expect(WEIGHTS[rule], rule).toBeLessThan(WEIGHTS.tagger);
  });

  it('a name that goes on wins over the one that it was read on from', () => {
    for (const rule of RULES)
      expect(weightOfLonger(WEIGHTS[rule])).toBeGreaterThan(Math.max(WEIGHTS[rule], WEIGHTS.tagger));
  });

  it('what a text has settled stays beside names known from the page, but for a product that it begins', () => {
    const heaviest = Math.max(
      ...RULES.filter((rule) => rule !== 'known-product').map((rule) => WEIGHTS[rule]),
    );
    expect(Math.min(...Object.values(WEIGHTS)) + SETTLED).toBeGreaterThan(WEIGHTS.known);
    expect(WEIGHTS['known-product']).toBeGreaterThan(SETTLED + WEIGHTS['tagger-sure']);
    expect(heaviest).toBe(WEIGHTS.byline);
  });

  it('has no rung that no rule stands on', () => {
    const folder = resolve(import.meta.dirname, '../../shared/names');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && file !== 'weights.ts')
      .map((file) => readFileSync(resolve(folder, file), 'utf8'))
      .join('\n');
    expect(RULES.filter((rule) => !sources.includes(`'${rule}'`))).toEqual([]);
  });
});
