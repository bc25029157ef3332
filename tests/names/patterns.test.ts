import { expect, test } from 'vitest';
import { namesKnowledge } from './knowledge.ts';

/** A class of characters repeated without bound costs the square of a run of them. */
const WITHOUT_BOUND = /(?:\]|\\p\{Script=Han\}|\))[*+]/;
/** Those that are tried at one place only. */
const ANCHORED = /^\^|\$$/;

test.each(Object.entries(namesKnowledge().patterns))('%s repeats nothing without bound', (_, pattern) => {
  expect(ANCHORED.test(pattern.source) || !WITHOUT_BOUND.test(pattern.source), pattern.source).toBe(true);
});
