import { distinctProgrammes, withoutOuterMarks } from '@shared/names/programme-names.ts';
import { describe, expect, it } from 'vitest';
import { formOf } from '../../renderer/state/names.ts';

describe('the name of a programme', () => {
  it.each([
    ['“青苗计划”', '青苗计划'],
    ['「青苗计划」', '青苗计划'],
    ['青苗计划', '青苗计划'],
    ['“青苗”计划', '“青苗”计划'],
    ['“青苗”和“红豆”', '“青苗”和“红豆”'],
    ['“”', '“”'],
  ])('of %s is %s', (form, name) => {
    expect(withoutOuterMarks(form)).toBe(name);
  });

  it('is listed once, with and without quotation marks, the fuller form before the shorter', () => {
    expect(
      distinctProgrammes(['“青苗计划”', '红豆', '青苗计划', '“红豆”行动', '“红豆”', '石桥行动', '红豆角']),
    ).toEqual(['青苗计划', '“红豆”行动', '石桥行动', '红豆角']);
  });

  it('gathers the mentions of a programme under one form, and no other name loses its marks', () => {
    const none = { joinedNames: [], splitNames: new Set<string>() };
    const mention = (type: 'programme' | 'org', text: string) =>
      formOf({ type, text } as Parameters<typeof formOf>[0], none);
    expect([mention('programme', '“青苗计划”'), mention('programme', '青苗计划')]).toEqual([
      '青苗计划',
      '青苗计划',
    ]);
    expect(mention('org', '“青苗”')).toBe('“青苗”');
  });
});
