import { FEATURE_COUNT, readContext, writeFeatures } from '@shared/names/tagger/features.ts';
import { readLexicalClasses } from '@shared/names/tagger/lexical-classes.ts';
import { segmentWords } from '@shared/names/tagger/segmentation.ts';
import { spansOfLabels } from '@shared/names/tagger/tag.ts';
import {
  decodeLabels,
  firstOf,
  LABEL_COUNT,
  lastOf,
  modelBytes,
  OUTSIDE,
  ROW_BYTES,
  ROWS_OFFSET,
  readTaggerModel,
  rowFingerprint,
  rowSlot,
  scoreWith,
} from '@shared/names/tagger/tagger.ts';
import {
  buildWordTable,
  classOf,
  findWord,
  frequencyOf,
  groupsOf,
  hashWord,
  hasLonger,
  readWordTable,
  WORD_CLASSES,
} from '@shared/text/word-frequencies.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const word = (text: string, frequency: number, wordClass: (typeof WORD_CLASSES)[number]) => ({
  word: text,
  frequency,
  wordClass,
  fineGroup: text.length,
  coarseGroup: 2,
});

describe('word table', () => {
  const table = readWordTable(
    buildWordTable([word('山', 9, 'noun'), word('山城', 12, 'place'), word('山城人', 4, 'noun')], 64),
  );

  it('finds what was put in, and beginnings of it', () => {
    const entry = findWord(table, hashWord('山城'));
    expect([frequencyOf(entry), WORD_CLASSES[classOf(entry)], hasLonger(entry)]).toEqual([12, 'place', true]);
    expect(groupsOf(entry)).toBe(2 + (2 << 10));
    expect(hasLonger(findWord(table, hashWord('山城人')))).toBe(false);
    expect(findWord(table, hashWord('城山'))).toBe(-1);
  });

  it('reads the same wherever its bytes stand in a larger buffer, and leaves them', () => {
    const block = buildWordTable([word('湖', 7, 'noun'), word('湖滨', 11, 'place')], 64);
    for (const offset of [0, 1, 2, 4]) {
      const larger = new Uint8Array(block.length + 4);
      larger.set(block, offset);
      const read = readWordTable(larger.subarray(offset, offset + block.length));
      expect(read).toEqual(readWordTable(block));
      expect(larger.subarray(offset, offset + block.length)).toEqual(block);
    }
  });

  it('refuses more words than fit, and blocks of no size', () => {
    expect(() => buildWordTable([word('一二三四', 1, 'noun')], 4)).toThrow('entries');
    expect(() => readWordTable(new Uint8Array(18))).toThrow('word table of 18 bytes');
  });

  it('cuts a text into words that cover it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('山', '城', '人', '7', 'a', '，', '\n') }), (text) => {
        const { wordStart, wordEnd } = segmentWords(text, table);
        for (let i = 0; i < text.length; i = wordEnd[i]!) {
          expect(wordStart[i]).toBe(i);
          expect(wordEnd[i]).toBeGreaterThan(i);
        }
      }),
    );
  });
});

describe('decoding', () => {
  const transitions = new Int16Array(LABEL_COUNT * LABEL_COUNT);

  it('never gives a name without its end', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.integer({ min: -127, max: 127 }), { minLength: LABEL_COUNT, maxLength: LABEL_COUNT }),
          { maxLength: 12 },
        ),
        (rows) => {
          const labels = new Uint8Array(rows.length);
          const leads = new Int32Array(rows.length);
          decodeLabels(0, rows.length, (i, scores) => scores.set(rows[i]!), transitions, labels, leads);
          const covered = spansOfLabels({ labels, leads }, 1).reduce(
            (sum, { start, end }) => sum + end - start,
            0,
          );
          expect(covered).toBe(labels.filter((label) => label !== OUTSIDE).length);
        },
      ),
    );
  });

  it('takes the sequence with the highest sum', () => {
    const rows = [new Int32Array(LABEL_COUNT), new Int32Array(LABEL_COUNT)];
    rows[0]![firstOf(1)] = 5;
    rows[1]![lastOf(1)] = 5;
    const labels = new Uint8Array(2);
    const leads = new Int32Array(2);
    decodeLabels(0, 2, (i, scores) => scores.set(rows[i]!), transitions, labels, leads);
    expect(spansOfLabels({ labels, leads }, 2)).toEqual([{ start: 0, end: 2, type: 'place', lead: 5 }]);
  });

  it('refuses a file that is no model', () => {
    expect(() => readTaggerModel(new Uint8Array(1000))).toThrow('tagger model of 1000 bytes');
  });
});

describe('scoring', () => {
  const SLOTS = 1024;
  const lexical = readLexicalClasses({
    surnames: '',
    givenNames: '',
    nameParts: '',
    transcribing: '',
    bodyTails: '',
    placeTails: '',
    posts: '',
  });
  const words = segmentWords('山城人', readWordTable(buildWordTable([word('山', 9, 'noun')], 64)));
  const context = readContext(words, lexical);

  it('adds up the weights of every feature that has a row, whatever their signs', () => {
    const weight = fc.oneof(fc.constantFrom(-128, 127), fc.integer({ min: -128, max: 127 }));
    const rows = fc.array(
      fc.option(fc.array(weight, { minLength: LABEL_COUNT, maxLength: LABEL_COUNT }), { nil: null }),
      { minLength: FEATURE_COUNT, maxLength: FEATURE_COUNT },
    );
    fc.assert(
      fc.property(rows, (weights) => {
        const features = new Int32Array(FEATURE_COUNT);
        writeFeatures(context, 1, features, 0);
        const bytes = new Uint8Array(modelBytes(SLOTS));
        const sums = new Int32Array(LABEL_COUNT);
        weights.forEach((row, f) => {
          if (row === null) return;
          let slot = rowSlot(features[f]!, SLOTS - 1);
          while (bytes[ROWS_OFFSET + slot * ROW_BYTES]! | bytes[ROWS_OFFSET + slot * ROW_BYTES + 1]!)
            slot = (slot + 1) % SLOTS;
          const at = ROWS_OFFSET + slot * ROW_BYTES;
          bytes[at] = rowFingerprint(features[f]!) & 255;
          bytes[at + 1] = rowFingerprint(features[f]!) >>> 8;
          row.forEach((value, label) => {
            bytes[at + 2 + label] = value;
            sums[label] = sums[label]! + value;
          });
        });
        const scores = new Int32Array(LABEL_COUNT);
        scoreWith(readTaggerModel(bytes), context)(1, scores);
        expect([...scores]).toEqual([...sums]);
      }),
    );
  });
});
