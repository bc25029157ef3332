import type { NameMention } from '@shared/model/name.ts';
import { sourceOffset } from '@shared/model/offset.ts';
import { describe, expect, it } from 'vitest';
import { formOf } from '../../../renderer/state/names.ts';

const nothing = { joinedNames: [], splitNames: new Set<string>() };
const mention = (text: string, more: Partial<NameMention> = {}): NameMention => ({
  article: 'a',
  start: sourceOffset(0),
  end: sourceOffset(text.length),
  text,
  type: 'place',
  ...more,
});
const zhejiang = { code: '33', path: ['浙江省'] };

describe('the form a name is gathered under', () => {
  it('is the unit’s official name, with its ending and without', () => {
    expect(formOf(mention('浙江', { places: [zhejiang] }), nothing)).toBe('浙江省');
    expect(formOf(mention('浙江省', { places: [zhejiang] }), nothing)).toBe('浙江省');
  });

  it('is the printed one where several units may be meant, or where more than the unit is named', () => {
    const kinds = [zhejiang, { code: '32', path: ['江苏省'] }];
    expect(formOf(mention('鼓楼', { places: kinds }), nothing)).toBe('鼓楼');
    expect(formOf(mention('浙江安吉县余村', { places: [zhejiang] }), nothing)).toBe('浙江安吉县余村');
  });

  it('is what the person joined it to', () => {
    const state = {
      ...nothing,
      joinedNames: [{ nameType: 'place' as const, forms: ['浙江省'], as: '两浙' }],
    };
    expect(formOf(mention('浙江', { places: [zhejiang] }), state)).toBe('两浙');
  });
});
