import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listIssues, weeksOf } from '../../../renderer/features/shelf/issues.ts';
import { learnRhythm } from '../../../renderer/features/shelf/rhythm.ts';
import type { ShelfRow } from '../../../renderer/state/shelf.ts';

const printed = (newspaper: string, ...days: string[]): ShelfRow[] =>
  days.map(
    (day) =>
      ({ id: `${newspaper} ${day}`, description: { newspaper }, published: { value: day } }) as ShelfRow,
  );

const absentOf = (...days: string[]): string[] =>
  listIssues(printed('报', ...days)).flatMap(({ months }) =>
    months.flatMap(({ days }) =>
      [...days.values()].flatMap(({ day, articles }) => (articles.length === 0 ? [day] : [])),
    ),
  );

const DAY_MS = 86_400_000;
/** Days from a first one on that a test of their number and weekday lets through. */
const daysFrom = (first: string, count: number, isIssue: (number: number, weekday: number) => boolean) =>
  Array.from({ length: count }, (_, at) => new Date(Date.parse(first) + at * DAY_MS)).flatMap((date, at) =>
    isIssue(at, date.getUTCDay()) ? date.toISOString().slice(0, 10) : [],
  );

describe('the days on which an issue would be expected and none is there', () => {
  it('of a daily are told over months and leap days', () => {
    const days = daysFrom('2024-02-22', 10, (at) => at !== 7);
    expect(absentOf(...days.toReversed())).toEqual(['2024-02-29']);
    expect(listIssues(printed('湖口日报', ...days))[0]).toMatchObject({
      there: 9,
      absent: 1,
      rhythm: { type: 'weekdays', weekdays: [0, 1, 2, 3, 4, 5, 6] },
    });
  });

  it('of a paper of working days are no Sundays, though one special issue came on one', () => {
    const days = daysFrom('2019-04-01', 60, (at, weekday) => (weekday > 0 && weekday < 6) || at === 20);
    const without = days.filter((day) => day !== '2019-04-10');
    expect(absentOf(...without)).toEqual(['2019-04-10']);
  });

  it('of a weekly go on from its last issue, whichever day it changes to', () => {
    const thursdays = daysFrom('1999-07-01', 28, (at) => at % 7 === 0 && at !== 14);
    const fridays = daysFrom('1999-07-30', 28, (at) => at % 7 === 0);
    expect(absentOf(...thursdays, ...fridays)).toEqual(['1999-07-15']);
  });

  it('of a monthly stand on its day, on the last one where a month has fewer', () => {
    expect(absentOf('2001-01-31', '2001-03-31', '2001-04-30', '2001-05-31')).toEqual(['2001-02-28']);
    expect(absentOf('2001-01-01', '2001-02-01', '2001-04-01', '2001-05-01')).toEqual(['2001-03-01']);
  });

  it('of a fortnightly lie halfway', () => {
    const days = daysFrom('2001-01-02', 100, (at) => at % 14 === 0 && at !== 42);
    expect(absentOf(...days)).toEqual(['2001-02-13']);
  });

  it('are none where too little is there to show a rhythm, or issues lie years apart', () => {
    const days = ['1999-07-01', '1999-07-15', '1999-10-02', '2001-05-04'];
    expect(learnRhythm(days)).toBeNull();
    for (const count of [1, 2, 4]) expect(absentOf(...days.slice(0, count))).toEqual([]);
    const apart = [...daysFrom('1911-10-10', 5, () => true), ...daysFrom('1999-07-01', 5, () => true)];
    expect(absentOf(...apart)).toEqual([]);
  });

  it('are those that were taken out of a rhythm, whatever it is', () => {
    const days = fc
      .record({
        every: fc.constantFrom(1, 2, 3, 7, 10, 14),
        taken: fc.uniqueArray(fc.integer({ min: 8, max: 30 }), { maxLength: 4 }),
      })
      // Two that lie side by side leave a gap that other rhythms explain as well.
      .filter(({ taken }) => taken.every((at) => !taken.includes(at + 1)));
    fc.assert(
      fc.property(days, ({ every, taken }) => {
        const all = daysFrom('2020-03-02', every * 40, (at) => at % every === 0);
        const there = all.filter((_, at) => !taken.includes(at));
        const absent = taken.map((at) => all[at]).sort();
        // Every second or third day goes round the week, so that all days of it are expected.
        if (every === 2 || every === 3) expect(absentOf(...there)).toEqual(expect.arrayContaining(absent));
        else expect(absentOf(...there)).toEqual(absent);
      }),
    );
  });
});

it('leaves out what has no paper or no day that is known', () => {
  const [inferred] = printed('晚报', '2001-05-04');
  const rows = [
    ...printed('晚报', '2001-05', '2001-13-01'),
    { ...inferred, published: { value: '2001-05-04', basis: 'inferred', evidence: [] } } as ShelfRow,
    { ...printed('x', '2001-05-01')[0], description: {} } as ShelfRow,
  ];
  expect(listIssues(rows)).toEqual([]);
});

it('lays a month out in weeks, each day once and below its weekday', () => {
  expect(weeksOf('2024-02', 1)[0]).toEqual([null, null, null, 1, 2, 3, 4]);
  const month = fc.record({
    year: fc.integer({ min: 1900, max: 2100 }),
    number: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(month, fc.integer({ min: 0, max: 6 }), ({ year, number }, first) => {
      const name = `${year}-${String(number).padStart(2, '0')}`;
      const weeks = weeksOf(name, first);
      const days = weeks.flat().filter((day) => day !== null);
      expect(days).toEqual(Array.from({ length: days.length }, (_, at) => at + 1));
      expect(new Date(Date.UTC(year, number - 1, days.length + 1)).getUTCDate()).toBe(1);
      for (const week of weeks)
        for (const [at, day] of week.entries())
          if (day !== null)
            expect(new Date(Date.UTC(year, number - 1, day)).getUTCDay()).toBe((first + at) % 7);
    }),
  );
});
