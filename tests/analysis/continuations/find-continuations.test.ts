import { findContinuations, type StoryPiece } from '@shared/analysis/continuations/find-continuations.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

type Note = StoryPiece['notes'][number];
const onward = (page: string, words = ''): Note => ({ direction: 'onward', page, words });
const back = (page: string, words = ''): Note => ({ direction: 'from-before', page, words });
const piece = (article: string, page: string | null, title: string, ...notes: Note[]): StoryPiece => ({
  article,
  page,
  title,
  notes,
});
const told = (pieces: readonly StoryPiece[]): string[] =>
  findContinuations(pieces).map(({ first, second }) => `${first} → ${second}`);

it('is certain where both ends name the page of the other', () => {
  expect(told([piece('a', '1', '老船厂里的新学徒', onward('4')), piece('b', '4', '', back('1'))])).toEqual([
    'a → b',
  ]);
});

it('is certain where one end names the page and both have one headline', () => {
  expect(
    told([piece('a', '1', '老船厂里的新学徒', onward('4')), piece('b', '4', '老船厂里的新学徒')]),
  ).toEqual(['a → b']);
  expect(
    told([piece('a', '1', '老船厂里的新学徒'), piece('b', '4', '', back('1', '船厂里的新学徒'))]),
  ).toEqual(['a → b']);
  expect(
    told([piece('a', 'A1', '渡口', onward('A4', '河湾两岸')), piece('b', 'A4', '河湾两岸的渡口')]),
  ).toEqual(['a → b']);
});

it('offers nothing where a number does not fit, or nothing else does', () => {
  expect(told([piece('a', '1', '老船厂', onward('3')), piece('b', '4', '', back('1'))])).toEqual([]);
  expect(told([piece('a', '1', '老船厂', onward('4')), piece('b', '4', '夜间公交')])).toEqual([]);
  expect(told([piece('a', null, '老船厂里的新学徒', onward('4')), piece('b', '4', '', back('1'))])).toEqual(
    [],
  );
  // Too few units to be a headline in common.
  expect(told([piece('a', '1', '渡口', onward('4')), piece('b', '4', '渡口')])).toEqual([]);
});

it('tells two stories between the same pages apart by their headlines, or offers none', () => {
  const firsts = [
    piece('a', '1', '老船厂里的新学徒', onward('4')),
    piece('b', '1', '三条夜间公交开通', onward('4')),
  ];
  expect(told([...firsts, piece('c', '4', '', back('1')), piece('d', '4', '', back('1'))])).toEqual([]);
  expect(
    told([
      ...firsts,
      piece('c', '4', '三条夜间公交', back('1')),
      piece('d', '4', '老船厂里的新学徒', back('1')),
    ]),
  ).toEqual(['a → d', 'b → c']);
  // Of one the other end is not here: what stands on the page may be of either.
  expect(told([...firsts, piece('c', '4', '', back('1'))])).toEqual([]);
});

const words = fc.constantFrom('', '老船厂里的新学徒', '夜间公交开通', '渡口');
const page = fc.constantFrom('1', '2', '4');
const pieces = fc
  .array(
    fc.record({
      page: fc.option(page),
      title: words,
      notes: fc.array(
        fc.record({ direction: fc.constantFrom('onward', 'from-before'), page, words }) as fc.Arbitrary<Note>,
        { maxLength: 2 },
      ),
    }),
    { maxLength: 7 },
  )
  .map((some) => some.map((one, i): StoryPiece => ({ ...one, article: `p${i}` })));

it('joins no piece twice at one end, whatever the order in which they come', () => {
  fc.assert(
    fc.property(pieces, (some) => {
      const found = findContinuations(some);
      expect(new Set(found.map(({ first }) => first)).size).toBe(found.length);
      expect(new Set(found.map(({ second }) => second)).size).toBe(found.length);
      for (const { first, second } of found)
        expect(found).not.toContainEqual({ first: second, second: first });
      expect(told(some.toReversed()).toSorted()).toEqual(told(some).toSorted());
    }),
  );
});
