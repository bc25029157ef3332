import { readNumeral } from '@shared/numerals/read-numeral.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printNumeral } from './print-numeral.ts';

/** `[[numeral]]rest → value[..max] bound`; what stands behind the brackets must stay unread. */
const CASES = `
[[三千四百五十六]]人 → 3456
[[两千多]]名 → 2000 more-than
[[十几]]名 → 11..19 approx
[[三十几]]岁 → 31..39 approx
[[二十来]]个 → 20 approx
[[廿五]]日 → 25
[[卅]]年 → 30
[[〇]] → 0
[[二〇二二]]年 → 2022
[[一九九八]]年 → 1998
[[三五九]]旅 → 359
[[五四五○億]]元 → 545000000000
[[一〇五万]]吨 → 1050000
[[二八亿]]元 → 2800000000
[[三四万]]人 → 30000..40000 approx
[[一兆二五○○億]]元 → 1250000000000
[[七二．三]]％ → 72.3
[[三八·五]]公里 → 38.5
[[三．五]]％ → 3.5
[[五]]·四运动 → 5
[[2.24万余]]人次 → 22400 more-than
[[6000多万]]元 → 60000000 more-than
[[2.6亿余]]元 → 260000000 more-than
[[10余]]峰 → 10 more-than
[[千余]]人 → 1000 more-than
[[千万]]元 → 10000000
[[数万]]名 → 20000..90000 approx
[[几十]]个 → 20..90 approx
[[十几亿]]元 → 1100000000..1900000000 approx
[[二十余万]]人 → 200000 more-than
[[18.12亿]]斤 → 1812000000
[[1亿2000万]]元 → 120000000
[[3万5千]]元 → 35000
[[一亿零五万]] → 100050000
[[三万五]] → 35000
[[一百二]] → 120
[[一百零二]] → 102
[[1.2万亿]]元 → 1200000000000
[[五分之一]] → 20
[[百分之三十]] → 30
[[百分之三十到四十]] → 30..40
[[百分之三十至百分之四十]] → 30..40
[[百分之30多]] → 30 more-than
[[百分之三点五]] → 3.5
[[千分之三]] → 0.3
[[万分之五]] → 0.05
[[百分之百]] → 100
[[三成]] → 30
[[三成五]] → 35
[[七成多]] → 70 more-than
[[三到四成]] → 30..40
[[八折]]优惠 → 80
[[七五折]] → 75
[[半]]公斤 → 0.5
[[三又五分之二]] → 3.4
[[3至4]]家 → 3..4
[[20—30]]% → 20..30
[[3～5]]年 → 3..5
[[１０——２０]]人 → 10..20
[[三五]]个 → 3..5 approx
[[二三十]]人 → 20..30 approx
[[十七八]]岁 → 17..18 approx
[[三百五六十]]斤 → 350..360 approx
[[一百到二百]]元 → 100..200
[[几百到几千]]元 → 200..9000 approx
[[十几到二十几]]个 → 11..29 approx
[[三、四百]]人 → 300..400 approx
[[一百二]]千瓦时 → 120
[[三分之一到二分之一]] → 33.3333333333333..50
[[1.2e5]]米 → 120000
[[3×10⁸]]米 → 300000000
[[2½]]杯 → 2.5
[[1.5 million]] → 1500000
[[百把]]个 → 100 approx
[[2个亿]] → 200000000
[[3至5万]]元 → 30000..50000
[[三至五万]]元 → 30000..50000
[[900至1200万]]元 → 9000000..12000000
[[三点五]]米 → 3.5
[[零点零五]]米 → 0.05
[[三]]点五十分 → 3
[[-5]]℃ → -5
[[负三十]] → -30
[[零下5]]度 → -5
[[零下5至10]]度 → -10..-5
[[22,400]]人 → 22400
[[２２，４００．５]]元 → 22400.5
[[1234]],5678 → 1234
[[１１·５]]％ → 11.5
[[2020]]-10-18 → 2020
[[0571]]-85311007 → 571
[[三]]成员国 → 3
[[一]]成立 → 1
[[三]]折叠 → 3
[[两]]国多边 → 2
`
  .trim()
  .split('\n');

describe('a numeral in a text', () => {
  it.each(CASES)('%s', (line) => {
    const [, numeral, rest, value, max, bound] =
      /^\[\[(.+)\]\](.*) → (-?[\d.]+?)(?:\.\.(-?[\d.]+))?(?: (\S+))?$/.exec(line)!;
    const found = readNumeral(`共${numeral}${rest}`, 1)!;
    expect(found.end - found.start).toBe(numeral!.length);
    expect(found.value).toBeCloseTo(Number(value), 9);
    expect(found.valueMax).toBe(max === undefined ? undefined : Number(max));
    expect(found.bound).toBe(bound ?? 'exact');
  });

  it.each(['', '人', '队伍', '大陆', '多少', '分之一', '几个', '成立', '.5'])('none begins %s', (text) => {
    expect(readNumeral(text, 0)).toBeNull();
  });
});

const wholeNumbers = fc.oneof(
  fc.integer({ min: 0, max: 9_999 }),
  fc.integer({ min: 0, max: 999_999_999 }),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 12 }))
    .map(([n, power]) => n * 10 ** power),
  fc.integer({ min: 0, max: 999_999_999_999_999 }),
);

describe('every number', () => {
  it('reads back from every form a newspaper prints it in', () => {
    fc.assert(
      fc.property(wholeNumbers, (value) => {
        for (const [form, printed] of Object.entries(printNumeral(value))) {
          const found = readNumeral(`达${printed}，`, 1);
          expect([form, printed, found?.value, found && found.end - 1]).toEqual([
            form,
            printed,
            value,
            printed.length,
          ]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps its value behind a bound and within a range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 11, max: 9_999_999 }),
        fc.integer({ min: 1, max: 9_999_999 }),
        (low, more) => {
          const above = readNumeral(`${low}余人`, 0)!;
          expect([above.value, above.bound]).toEqual([low, 'more-than']);
          for (const sign of ['至', '到', '—', '——', '～', '-', '－', '~']) {
            const range = readNumeral(`${low}${sign}${low + more}人`, 0)!;
            expect([range.value, range.valueMax]).toEqual([low, low + more]);
          }
        },
      ),
    );
  });

  it('reads the same in full width', () => {
    const units = fc.stringMatching(/^[0-9.,万亿余至%-]{1,12}$/);
    fc.assert(
      fc.property(units, (text) => {
        const wide = text.replace(/[!-~]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0));
        expect(readNumeral(wide, 0)).toEqual(readNumeral(text, 0));
      }),
      // A zero in front makes a code, in either width.
      { numRuns: 2_000, examples: [['003-9至7']] },
    );
  });
});
