import { expect, it } from 'vitest';
import { listIssues } from '../../../renderer/features/shelf/issues.ts';
import type { ShelfRow } from '../../../renderer/state/shelf.ts';

const printed = (newspaper: string, ...days: string[]): ShelfRow[] =>
  days.map(
    (day) =>
      ({ id: `${newspaper} ${day}`, description: { newspaper }, published: { value: day } }) as ShelfRow,
  );

const missingOf = (rows: readonly ShelfRow[]): string[] =>
  listIssues(rows).flatMap(({ months }) =>
    months.flatMap(({ days }) => days.flatMap(({ day, articles }) => (articles.length === 0 ? [day] : []))),
  );

it('tells the days that a daily lacks, over months and leap days', () => {
  const days = [
    '2024-02-24',
    '2024-02-25',
    '2024-02-26',
    '2024-02-27',
    '2024-02-28',
    '2024-03-01',
    '2024-03-02',
  ];
  const rows = printed('湖口日报', ...days, '2024-02-22', '2024-02-23');
  expect(missingOf(rows)).toEqual(['2024-02-29']);
  expect(listIssues(rows)[0]).toMatchObject({ there: 9, missing: 1 });
});

it('takes a weekly for one, and a paper of one issue for whole', () => {
  // Thursdays.
  expect(missingOf(printed('周报', '1999-07-01', '1999-07-15'))).toEqual(['1999-07-08']);
  expect(missingOf(printed('号外', '1999-07-01'))).toEqual([]);
});

it('does not say what is missing where issues lie too far apart to look at each day between', () => {
  const [paper] = listIssues(printed('旧报', '1911-10-10', '1999-07-01'));
  expect(paper).toMatchObject({ there: 2, missing: null });
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
