import { linkFacts, recogniseFacts } from '@shared/facts/recognise.ts';
import { describe, expect, it } from 'vitest';
import { factsKnowledge } from './knowledge.ts';

const conversionOf = (text: string) =>
  linkFacts(text, recogniseFacts(text, factsKnowledge), [], factsKnowledge)[0]?.conversion;

describe('a figure in the unit readers want', () => {
  it.each([
    ['种植2000亩', { value: 130, unit: '公顷' }],
    ['种植2003亩', { value: 133.5, unit: '公顷' }],
    ['种植1500万亩', { value: 1_000_000, unit: '公顷' }],
    ['增产18.12亿斤', { value: 906_000_000, unit: '公斤' }],
    ['捕鱼三斤半', { value: 1.8, unit: '公斤' }],
    ['相距30里至50里', { value: 15, valueMax: 25, unit: '公里' }],
    ['航程120海里', { value: 220, unit: '公里' }],
    ['气温98.6华氏度', { value: 37, unit: '℃' }],
  ])('%s', (text, conversion) => {
    expect(conversionOf(text)).toEqual(conversion);
  });

  it.each(['占地3公顷', '投入6470万元', '建成21所小学', '增长30%'])('%s needs none', (text) => {
    expect(conversionOf(text)).toBeUndefined();
  });
});
