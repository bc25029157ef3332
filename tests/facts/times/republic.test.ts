import { readDatingKnowledge } from '@shared/dating/knowledge.ts';
import { resolveTimes } from '@shared/dating/resolve-times.ts';
import { inRegion, recogniseFacts, regionOfWords } from '@shared/facts/recognise.ts';
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
    ['審查九十七年度總預算。', '2008/2008'],
    ['一百一十四年十二月完工。', '2025-12'],
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

  it.each([
    ['預計115年完工。', '2026'],
    ['112年底前交屋。', '../2023-12'],
    ['98年通過。', '2009'],
    ['114學年招生。', '2025'],
    ['102年第3季外銷', '2013-07/2013-09'],
  ])('is told from a length by what stands around it: %s', (text, date) => {
    expect(datesIn(text, 'taiwan')).toEqual([date]);
  });

  it.each([
    ['114年度總預算案', '2025/2025'],
    ['截至113年12月', '2024-12'],
    ['114年1至9月稅收', '2025-01/2025-09'],
  ])('is sure on any page: %s', (text, date) => {
    expect(datesIn(text, 'mainland')).toEqual([date]);
  });

  it('is taken on a page that shows by its words that it is of Taiwan', () => {
    const inTaiwan = ['立法院三讀，預計115年完工。'];
    expect(regionOfWords(inTaiwan, factsKnowledge)).toBe('taiwan');
    expect(regionOfWords(['台湾同胞回乡，预计年底完工。'], factsKnowledge)).toBeUndefined();
    expect(regionOfWords(['立法會三讀通過。'], factsKnowledge)).toBeUndefined();
  });

  it('is one for a year of account and a part of it', () => {
    expect(datesIn('113年度預算', 'taiwan')).toEqual([expect.stringContaining('2024')]);
    expect(datesIn('112年上半年出口', 'taiwan')).toEqual(['2023-01/2023-06']);
  });
});
