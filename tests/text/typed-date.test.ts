import { readTypedDate } from '@shared/text/typed-date.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it.each([
  ['2026', '2026'],
  ['2026年', '2026'],
  ['2026-11', '2026-11'],
  ['2026年11月', '2026-11'],
  ['2026-11-05', '2026-11-05'],
  ['2026/11/5', '2026-11-05'],
  ['2026.11.5', '2026-11-05'],
  ['20261105', '2026-11-05'],
  ['2026年11月5日', '2026-11-05'],
  [' 2026 年 11 月 5 号 ', '2026-11-05'],
  ['２０２６年１１月５日', '2026-11-05'],
  ['2024-02-29', '2024-02-29'],
  ['0099-01-01', '0099-01-01'],
])('%s is the date %s', (typed, date) => {
  expect(readTypedDate(typed)).toBe(date);
});

it.each([
  '',
  '26-11-05',
  '2026-13',
  '2026-00',
  '2025-02-29',
  '2026-11-31',
  '11月5日',
  '2026-11-05-01',
  '去年',
  '202611',
])('%s is none', (typed) => {
  expect(readTypedDate(typed)).toBeNull();
});

it('reads each day of the calendar in each form', () => {
  const date = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(date, (day) => {
      const iso = day.toISOString().slice(0, 10);
      const [year = '', month, date] = iso.split('-');
      const forms = [`${year}年${Number(month)}月${Number(date)}日`, `${year}/${Number(month)}/${date}`, iso];
      expect(forms.map(readTypedDate)).toEqual([iso, iso, iso]);
    }),
  );
});
