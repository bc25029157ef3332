import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommonScript } from '@shared/text/common-script.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const pairs = readFileSync(
  resolve(import.meta.dirname, '../../resources/lexicons/folding/traditional-simplified.txt'),
  'utf8',
);
const script = new CommonScript(pairs);

describe('the common script', () => {
  it.each([
    ['縣長說,水渠修好了。', '县长说，水渠修好了。'],
    ['增长3,500元(约)', '增长3,500元（约）'],
    ['编辑: 小满; 时间 11:30', '编辑： 小满； 时间 11:30'],
    ['a, b (c)', 'a, b (c)'],
    ['水清，岸绿', '水清，岸绿'],
  ])('%s', (printed, written) => {
    expect(script.write(printed)).toBe(written);
  });

  it('keeps every offset, and writes what is written so to itself', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'縣县國,:()，。a1 𠮷\n“說') });
    fc.assert(
      fc.property(texts, (text) => {
        const written = script.write(text);
        expect(written.length).toBe(text.length);
        expect(script.write(written)).toBe(written);
      }),
    );
  });
});
