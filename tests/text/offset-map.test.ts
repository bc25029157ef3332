import { OffsetMap } from '@shared/text/offset-map.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Notation: `0>5x3 4>0x2 / 8`: pieces `from>to x length`, then the length of the text. */
function read(notation: string): OffsetMap<number, number> {
  const [pieces = '', length = '0'] = notation.split('/');
  return OffsetMap.of(
    pieces
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map((piece) => {
        const [from = 0, to = 0, units = 0] = piece.split(/[>x]/).map(Number);
        return { from, to, length: units };
      }),
    Number(length),
  );
}

const write = (map: OffsetMap<number, number>): string =>
  `${map.pieces.map((p) => `${p.from}>${p.to}x${p.length}`).join(' ')} / ${map.length}`.trim();

const TARGET = 60;

/** A map out of a text whose pieces are scattered, in any order, over a target of 60 units. */
const maps = fc
  .uniqueArray(fc.integer({ min: 0, max: TARGET - 1 }), { maxLength: 24 })
  .chain((units) =>
    fc.tuple(
      fc.constant(units),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: units.length + 1, maxLength: units.length + 1 }),
    ),
  )
  .map(([units, gaps]) => {
    let from = gaps[0] ?? 0;
    const pieces = units.map((to, i) => {
      const piece = { from, to, length: 1 };
      from += 1 + (gaps[i + 1] ?? 0);
      return piece;
    });
    return OffsetMap.of(pieces, from);
  });

describe('offset maps', () => {
  it('joins neighbours and drops what is empty', () => {
    expect(write(read('0>5x3 3>8x2 6>20x0 7>1x1 / 9'))).toBe('0>5x5 7>1x1 / 9');
  });

  it.each(['0>0x3 2>9x1 / 9', '0>0x3 4>2x2 / 9', '5>0x5 / 9', '0>-1x2 / 9'])('refuses %s', (notation) => {
    expect(() => read(notation)).toThrow(RangeError);
  });

  it('says the numbers when an offset is out of range', () => {
    expect(() => read('0>0x3 / 3').map(3)).toThrow('offset 3 is outside a text of 3');
    expect(() => read('0>0x3 / 3').mapSpan({ start: 2, end: 4 })).toThrow('span 2–4 is outside a text of 3');
  });

  it('maps spans piece by piece, in the order of the text that is read', () => {
    expect(read('0>10x4 4>0x4 / 8').mapSpan({ start: 2, end: 6 })).toEqual([
      { start: 12, end: 14 },
      { start: 0, end: 2 },
    ]);
  });

  it('composes as its units do', () => {
    fc.assert(
      fc.property(maps, maps, (first, second) => {
        const through = OffsetMap.of(
          first.pieces.filter((p) => p.to + p.length <= second.length),
          first.length,
        );
        const composed = through.compose(second);
        for (let i = 0; i < through.length; i++) {
          const between = through.map(i);
          expect(composed.map(i)).toBe(between === null ? null : second.map(between));
        }
      }),
    );
  });

  it('comes back through its inverse', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const back = map.invert(TARGET);
        for (let i = 0; i < map.length; i++) {
          const there = map.map(i);
          if (there !== null) expect(back.map(there)).toBe(i);
        }
        expect(write(back.invert(map.length))).toBe(write(map));
      }),
    );
  });

  it('maps a span to exactly the units that its own units map to', () => {
    fc.assert(
      fc.property(maps, fc.nat(), fc.nat(), (map, a, b) => {
        const start = a % (map.length + 1);
        const end = start + (b % (map.length - start + 1));
        const units: number[] = [];
        for (let i = start; i < end; i++) {
          const there = map.map(i);
          if (there !== null) units.push(there);
        }
        const spans = map.mapSpan({ start, end });
        expect(spans.flatMap((s) => Array.from({ length: s.end - s.start }, (_, i) => s.start + i))).toEqual(
          units,
        );
      }),
    );
  });
});
