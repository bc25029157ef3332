import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalHead } from '../../electron/vault/journal-head.ts';
import { CHAIN_START, scanJournal, writeLine } from '../../electron/vault/journal-line.ts';
import { mendJournal } from '../../electron/vault/mend-journal.ts';

/** A sound journal of acts that say their place. */
function newJournal(lines: number): {
  readonly bytes: Buffer;
  readonly head: JournalHead;
  readonly texts: string[];
} {
  const texts: string[] = [];
  let hash = CHAIN_START;
  for (let position = 1; position <= lines; position++) {
    const { text, line } = writeLine(position, hash, { id: `第${position}步` });
    texts.push(text);
    hash = line.hash;
  }
  return { bytes: Buffer.from(texts.join('')), head: { lines, hash }, texts };
}

const idsOf = (bytes: Buffer): string[] =>
  bytes
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).act.id);

const idsUpTo = (lines: number): string[] => Array.from({ length: lines }, (_, index) => `第${index + 1}步`);

/** Bytes with some of them changed, or an end cut off. */
const damage = fc.record({
  changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
  cut: fc.option(fc.nat(), { freq: 3 }),
});

function apply(
  bytes: Buffer,
  { changes, cut }: { changes: (readonly [number, number])[]; cut: number | null },
): Buffer {
  const damaged = Buffer.from(bytes);
  for (const [at, value] of changes) if (damaged.length > 0) damaged[at % damaged.length] = value;
  return cut === null || damaged.length === 0 ? damaged : damaged.subarray(0, cut % damaged.length);
}

describe('a journal that is mended', () => {
  it('is itself where it is whole', () => {
    const { bytes, head } = newJournal(12);
    expect(mendJournal({ own: bytes, others: [], known: head })).toEqual({ bytes, head, lost: [] });
  });

  it('has every line that one copy has, in order, and names each that none has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.nat(), damage, damage, (lines, part, own, other) => {
        const { bytes, head, texts } = newJournal(lines);
        const backup = Buffer.from(texts.slice(0, part % (lines + 1)).join(''));
        const copies = { own: apply(bytes, own), others: [apply(backup, other)], known: head };
        const mended = mendJournal(copies);
        expect(scanJournal(mended.bytes)).toMatchObject({ damagedLine: null, tail: null });
        const all = copies.own.toString() + copies.others[0]?.toString();
        const lost = new Set(mended.lost.map((position) => `第${position}步`));
        const ids = idsOf(mended.bytes);
        for (const [index, id] of idsUpTo(lines).entries()) {
          expect(ids.includes(id) !== lost.has(id)).toBe(true);
          if (copies.own.toString().includes(texts[index]!)) expect(ids).toContain(id);
          if (!all.includes(texts[index]!.trimEnd())) expect(ids).not.toContain(id);
        }
        expect(ids).toEqual(idsUpTo(lines).filter((id) => ids.includes(id)));
      }),
    );
  });

  it('takes the lines that a cut took from a backup', () => {
    const { bytes, head, texts } = newJournal(9);
    const own = Buffer.from(texts.slice(0, 4).join(''));
    expect(mendJournal({ own, others: [bytes], known: head })).toEqual({ bytes, head, lost: [] });
  });

  it('does not go on with lines of another journal', () => {
    const { head, texts } = newJournal(3);
    const second = JSON.parse(texts[1]!);
    const forged = writeLine(3, second.hash, { id: '假' }).text;
    const mended = mendJournal({ own: Buffer.from(texts[0]! + texts[1] + forged), others: [], known: head });
    expect(mended.lost).toEqual([3]);
    const whole = mendJournal({
      own: Buffer.from(texts[0]! + texts[1] + forged),
      others: [Buffer.from(texts.join(''))],
      known: head,
    });
    expect(idsOf(whole.bytes)).toEqual(idsUpTo(3));
  });

  it('keeps what was appended after the last end that is remembered', () => {
    const { bytes, texts, head } = newJournal(5);
    const known = { lines: 3, hash: JSON.parse(texts[2]!).hash };
    expect(mendJournal({ own: bytes, others: [], known })).toEqual({ bytes, head, lost: [] });
  });
});
