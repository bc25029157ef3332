import { readDatingKnowledge } from '@shared/dating/knowledge.ts';
import { resolveTimes } from '@shared/dating/resolve-times.ts';
import { inRegion, recogniseFacts } from '@shared/facts/recognise.ts';
import type { Region } from '@shared/model/source.ts';
import { describe, expect, it } from 'vitest';
import { factsKnowledge, knowledgeFiles } from '../knowledge.ts';

const dating = readDatingKnowledge(knowledgeFiles);

/** Dates of a text as they are read on a page of a region. */
const datesIn = (text: string, region: Region): unknown[] =>
  resolveTimes(text, recogniseFacts(text, inRegion(factsKnowledge, region)), null, dating)
    .filter(({ kind }) => kind !== 'duration')
    .map(({ value }) => value);

describe('a short year on a page of Taiwan', () => {
  it.each([
    ['113年3月5日動工。', '2024-03-05'],
    ['98年8月風災之後，', '2009-08'],
    ['一一二年十月啟用。', '2023-10'],
    ['自105年起補助農友。', '2016/..'],
    ['民國113年3月5日動工。', '2024-03-05'],
    ['2024年3月5日動工。', '2024-03-05'],
  ])('%s', (text, date) => {
    expect(datesIn(text, 'taiwan')).toEqual([date]);
  });

  it.each(['廟有100年歷史。', '這條路走了30年。', '修了150年才成。'])('is a length in %s', (text) => {
    expect(datesIn(text, 'taiwan')).toEqual([]);
  });

  it('is no year of the republic elsewhere', () => {
    expect(datesIn('98年8月风灾之后，', 'mainland')).toEqual(['1998-08']);
    expect(datesIn('自105年起补助农友。', 'hong-kong')).toEqual([]);
  });

  it('is one for a year of account and a part of it', () => {
    expect(datesIn('113年度預算', 'taiwan')).toEqual([expect.stringContaining('2024')]);
    expect(datesIn('112年上半年出口', 'taiwan')).toEqual(['2023-01/2023-06']);
  });
});
