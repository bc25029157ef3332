import { segment } from '@shared/segment/segment.ts';
import { describe, expect, it } from 'vitest';
import { KINDS, mistakesOf, readKind } from './kind-page.ts';
import { KNOWLEDGE } from './knowledge.ts';
import { brokenLaws } from './laws.ts';

describe.each(KINDS)('pages of the kind %s', (kind) => {
  it.each(readKind(kind))('$name', (wanted) => {
    const { page } = segment(wanted.text, KNOWLEDGE);
    expect(brokenLaws(wanted.text, page)).toEqual([]);
    expect(mistakesOf(wanted, page)).toEqual([]);
  });
});
