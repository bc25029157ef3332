import { findCandidates } from '@shared/anchors/candidates.ts';
import { type AnchoredText, describeSpans } from '@shared/anchors/describe.ts';
import { resolveSelector } from '@shared/anchors/resolve.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { sourceHash } from '@shared/model/source.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const textOf = (text: string): AnchoredText => ({
  source: sourceHash('a'.repeat(64)),
  textHash: String(text.length),
  text,
});
const STORY = '今年春天，河湾村在渡口旁修了一座新码头。村长说，码头投入资金三十五万元，秋天完工。';

it('offers what is too unlike to be placed, for the person to choose', () => {
  const before = textOf('去年，河湾村要在老渡口边上修一座大码头');
  const lost = describeSpans([sourceSpan(3, before.text.length)], before);
  const now = textOf(STORY);
  expect(resolveSelector(lost, now)).toMatchObject({ ok: false, reason: 'anchor-not-found' });
  const [best] = findCandidates(lost, now);
  expect(best?.target.quote.exact).toContain('河湾村在渡口旁修了一座新码头');
  expect(best?.score).toBeGreaterThan(0.5);
});

it('offers each of several equal places', () => {
  const twice = textOf(`${STORY}\n${STORY}`);
  const lost = describeSpans([sourceSpan(5, 12)], textOf(STORY));
  const { exact } = lost.quote;
  const starts = findCandidates(lost, twice).map(({ target }) => target.spans[0]?.start);
  expect(starts).toEqual([5, 5 + STORY.length + 1]);
  expect(exact).toBe('河湾村在渡口旁');
});

it('finds words of which up to two in five were put otherwise, and tells a target that stands', () => {
  const cases = fc.record({
    start: fc.nat(10),
    length: fc.integer({ min: 10, max: 24 }),
    put: fc.array(fc.nat(23), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(cases, ({ start, length, put }) => {
      const exact = STORY.slice(start, start + length).split('');
      for (const at of put) if (at < exact.length) exact[at] = '〇';
      const standing = describeSpans([sourceSpan(start, start + length)], textOf(STORY));
      const lost = { ...standing, quote: { ...standing.quote, exact: exact.join('') } };
      const found = findCandidates(lost, textOf(STORY));
      expect(found.some(({ target }) => Math.abs((target.spans[0]?.start ?? 99) - start) <= put.length)).toBe(
        true,
      );
      for (const { target } of found)
        expect(resolveSelector(target, textOf(STORY))).toMatchObject({ ok: true, value: { how: 'exact' } });
    }),
  );
});

it('offers of two or three words those that stand, and nothing that is half like them', () => {
  const few = (exact: string) => {
    const standing = describeSpans([sourceSpan(0, 2)], textOf(STORY));
    const lost = { ...standing, quote: { ...standing.quote, exact } };
    return findCandidates(lost, textOf(STORY)).map(({ target }) => target.quote.exact);
  };
  expect(few('码头')).toEqual(['码头', '码头']);
  expect(few('码山')).toEqual([]);
});
