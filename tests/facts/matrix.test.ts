import { recogniseFacts } from '@shared/facts/recognise.ts';
import { isTimeKind } from '@shared/model/fact.ts';
import { describe, expect, it } from 'vitest';
import { factsKnowledge } from './knowledge.ts';

/** Number forms with the value that units of measure give them; `more` where 余 or 多 stands within. */
const FORMS = [
  { printed: '35', value: 35 },
  { printed: '３５', value: 35 },
  { printed: '3,500', value: 3_500 },
  { printed: '3.5', value: 3.5 },
  { printed: '2.24万', value: 22_400 },
  { printed: '2.24万余', value: 22_400, more: true },
  { printed: '6000多万', value: 60_000_000, more: true },
  { printed: '三十五', value: 35 },
  { printed: '两千三百', value: 2_300 },
  { printed: '一百零五', value: 105 },
  { printed: '三点五', value: 3.5 },
  { printed: '叁拾伍', value: 35 },
  { printed: '两千多', value: 2_000, more: true },
  { printed: '3至4', value: 3, valueMax: 4 },
  { printed: '12万3千', value: 123_000 },
  { printed: '1.2e5', value: 120_000 },
  { printed: '3×10⁴', value: 30_000 },
  { printed: '20~30', value: 20, valueMax: 30 },
  { printed: '3万—5万', value: 30_000, valueMax: 50_000 },
  { printed: '两亿零三百万', value: 203_000_000 },
  { printed: '一百二', value: 120 },
  { printed: '廿五', value: 25 },
  { printed: '3万多', value: 30_000, more: true },
  { printed: '十几', value: 11, valueMax: 19, approx: true },
  { printed: '数百', value: 200, valueMax: 900, approx: true },
  { printed: '三五百', value: 300, valueMax: 500, approx: true },
  { printed: '二三十', value: 20, valueMax: 30, approx: true },
] as const;

const UNITS = [
  { printed: '个', kind: 'quantity', unit: '个' },
  { printed: '人次', kind: 'quantity', unit: '人次' },
  { printed: '亩', kind: 'measurement', unit: '亩' },
  { printed: '公斤', kind: 'measurement', unit: '公斤' },
  { printed: '千瓦时', kind: 'measurement', unit: '千瓦时' },
  { printed: '元', kind: 'money', unit: 'CNY' },
  { printed: '美元', kind: 'money', unit: 'USD' },
  { printed: '%', kind: 'percent', unit: '%' },
  { printed: '个百分点', kind: 'percent', unit: '个百分点' },
  { printed: '岁', kind: 'age', unit: '岁' },
  { printed: '倍', kind: 'rate', unit: '倍' },
] as const;

const BOUNDS = [
  { before: '', after: '', bound: 'exact' },
  { before: '近', after: '', bound: 'nearly' },
  { before: '超过', after: '', bound: 'more-than' },
  { before: '约', after: '', bound: 'approx' },
  { before: '至少', after: '', bound: 'at-least' },
  { before: '不足', after: '', bound: 'at-most' },
  { before: '', after: '以上', bound: 'at-least' },
  { before: '', after: '以下', bound: 'at-most' },
  { before: '', after: '左右', bound: 'approx' },
] as const;

const POSITIONS = [
  { name: 'alone', before: '', after: '' },
  { name: 'at the start', before: '', after: '，属实。' },
  { name: 'within a clause', before: '据称达', after: '，' },
  { name: 'at the end', before: '数据显示是', after: '。' },
  { name: 'in brackets', before: '另计（', after: '）' },
  { name: 'in quotation marks', before: '他说：“', after: '。”' },
] as const;

type Form = (typeof FORMS)[number];

function boundOf(form: Form, bound: string): string {
  if (bound !== 'exact') return bound;
  if ('more' in form) return 'more-than';
  return 'approx' in form ? 'approx' : 'exact';
}

describe.each(UNITS)('every number form with $printed', ({ printed: unitPrinted, kind, unit }) => {
  it.each(FORMS)('$printed: every bound and position', (form) => {
    for (const { before, after, bound } of BOUNDS) {
      for (const position of POSITIONS) {
        const words = form.printed + unitPrinted + after;
        const text = position.before + before + words + position.after;
        const found = recogniseFacts(text, factsKnowledge).filter((fact) => !isTimeKind(fact.kind));
        const claims = found.map(({ text: said, kind: k, value, valueMax, unit: u }) => ({
          said,
          k,
          value,
          valueMax,
          u,
        }));
        const valueMax = 'valueMax' in form ? form.valueMax : undefined;
        expect([text, claims]).toEqual([
          text,
          [{ said: words, k: kind, value: form.value, valueMax, u: unit }],
        ]);
        // A word inside the number and one outside may both bound it: 近2.24万余.
        const inner = boundOf(form, 'exact');
        const accepted = after === '' && inner !== 'exact' ? [inner] : [boundOf(form, bound)];
        expect([text, accepted]).toEqual([text, [found[0]?.bound]]);
      }
    }
  });
});
