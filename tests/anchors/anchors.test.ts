import { type AnchoredText, describeSpans } from '@shared/anchors/describe.ts';
import { resolveSelector } from '@shared/anchors/resolve.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { sourceHash } from '@shared/model/source.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const source = sourceHash('a'.repeat(64));
const anchored = (text: string, textHash = text): AnchoredText => ({ source, textHash, text });

/** Notation: the words between the brackets are what is anchored; several brackets are several spans. */
function read(notation: string): { text: string; spans: ReturnType<typeof sourceSpan>[] } {
  const spans: ReturnType<typeof sourceSpan>[] = [];
  let text = '';
  let open = 0;
  for (const unit of notation) {
    if (unit === '[') open = text.length;
    else if (unit === ']') spans.push(sourceSpan(open, text.length));
    else text += unit;
  }
  return { text, spans };
}

/** Where the words bracketed in `before` are found in `after`, bracketed. */
function move(before: string, after: string): string {
  const { text, spans } = read(before);
  const found = resolveSelector(describeSpans(spans, anchored(text)), anchored(after));
  if (!found.ok) return found.reason;
  const [span] = found.value.spans;
  if (!span || found.value.spans.length > 1) return JSON.stringify(found.value.spans);
  return `${found.value.how}: ${after.slice(0, span.start)}[${after.slice(span.start, span.end)}]${after.slice(span.end)}`;
}

describe('anchors', () => {
  it.each([
    ['全县[新建厕所]十三座。', '全县新建厕所十三座。', 'exact: 全县[新建厕所]十三座。'],
    ['全县[新建厕所]十三座。', '据介绍，全县新建厕所十三座。', 'moved: 据介绍，全县[新建厕所]十三座。'],
    ['村里[修路]。村里修路。', '序村里修路。村里修路。村里修路。', 'anchor-ambiguous'],
    [
      '甲乡今年[修路]。乙乡去年修路。',
      '序。甲乡今年修路。乙乡去年修路。',
      'moved: 序。甲乡今年[修路]。乙乡去年修路。',
    ],
    ['[两千三百零八盏路灯]亮了', '村里两千三百〇八盏路灯亮了', 'fuzzy: 村里[两千三百〇八盏路灯]亮了'],
    ['[四个字吗]亮了', '四个字呢亮了', 'anchor-not-found'],
    ['[两千三百零八盏路灯]亮了', '没有别的消息了。', 'anchor-not-found'],
  ])('%s in %s', (before, after, expected) => {
    expect(move(before, after)).toBe(expected);
  });

  it('keeps several spans in reading order', () => {
    const { text, spans } = read('先说[后半]再说[前半]');
    const selector = describeSpans(
      [spans[1], spans[0]].flatMap((span) => span ?? []),
      anchored(text),
    );
    expect(selector.quote.exact).toBe('前半后半');
    expect(resolveSelector(selector, anchored(text))).toMatchObject({ ok: true, value: { how: 'exact' } });
  });

  it('refuses another source', () => {
    const selector = describeSpans([sourceSpan(0, 2)], anchored('县城的'));
    const other = { ...anchored('县城的'), source: sourceHash('b'.repeat(64)) };
    expect(resolveSelector(selector, other)).toEqual({ ok: false, reason: 'anchor-source-unknown' });
  });

  it('throws on spans outside the text', () => {
    expect(() => describeSpans([sourceSpan(0, 9)], anchored('县城'))).toThrow(
      'span 0–9 is outside a text of 2',
    );
    expect(() => describeSpans([], anchored('县城'))).toThrow(RangeError);
  });

  it('finds what it described, whatever is put before it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'县乡村的路灯一二三'), minLength: 6 }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const start = a % text.length;
          const end = start + 1 + (b % (text.length - start));
          const selector = describeSpans([sourceSpan(start, end)], anchored(text));
          const same = resolveSelector(selector, anchored(text));
          expect(same.ok && same.value.spans).toEqual([sourceSpan(start, end)]);
          const moved = resolveSelector(selector, anchored(`${'前言'.repeat(20)}${text}`));
          if (moved.ok && moved.value.how !== 'fuzzy') {
            const [span] = moved.value.spans;
            expect(span && `${'前言'.repeat(20)}${text}`.slice(span.start, span.end)).toBe(
              text.slice(start, end),
            );
          }
        },
      ),
    );
  });
});
