import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMarks, type NotePart, readNote, wordsOfNote } from '../../../renderer/ui/read-note.ts';

/** All text that a note shows. */
const textOf = (parts: readonly NotePart[]): string =>
  parts.map((part) => ('text' in part ? part.text : 'parts' in part ? textOf(part.parts) : '')).join('');

describe('a note', () => {
  it.each([
    ['再核造价', false],
    ['再核造价\n第二行\n\n第二段', false],
    ['', false],
    ['2 * 3 * 4', false],
    ['**再核**造价', true],
    ['- 一', true],
    ['> 引文', true],
  ])('%j looks otherwise than it is typed: %s', (note, is) => {
    expect(hasMarks(note)).toBe(is);
  });

  it('is read as Markdown', () => {
    expect(readNote('**再核**造价\n第二行\n\n- 一\n- *二*')).toEqual([
      {
        type: 'paragraph',
        parts: [
          { type: 'strong', parts: [{ type: 'text', text: '再核' }] },
          { type: 'text', text: '造价' },
          { type: 'break' },
          { type: 'text', text: '第二行' },
        ],
      },
      {
        type: 'bullets',
        parts: [
          { type: 'item', parts: [{ type: 'text', text: '一' }] },
          { type: 'item', parts: [{ type: 'emphasis', parts: [{ type: 'text', text: '二' }] }] },
        ],
      },
    ]);
    expect(readNote('3. 三\n4. 四')[0]).toMatchObject({ type: 'numbers', start: 3 });
  });

  it.each([
    ['<b onclick="x()">字</b>', '<b onclick="x()">字</b>'],
    ['<script>x()</script>', '<script>x()</script>'],
    ['![图](https://example.org/a.png)', '![图](https://example.org/a.png)'],
    ['[文](javascript:x)', '文（javascript:x）'],
    ['https://example.org/a', 'https://example.org/a'],
    ['| 甲 | 乙 |\n|---|---|\n| 1 | 2 |', '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |'],
    ['R&D &amp; 3 < 4', 'R&D &amp; 3 < 4'],
  ])('%j shows its characters and nothing that loads or leads anywhere', (note, shown) => {
    expect(textOf(readNote(note))).toBe(shown);
  });

  it('is one line where there is room for one', () => {
    expect(wordsOfNote('**再核**：\n\n- 造价\n- 日期\n')).toBe('再核： 造价 日期');
  });

  it('of any kind loses no word', () => {
    const marks = fc.constantFrom(
      '*',
      '_',
      '`',
      '>',
      '- ',
      '1. ',
      '#',
      '[',
      ']',
      '(',
      '!',
      '<',
      '~~',
      '\\',
      '|',
      '\n',
      ' ',
      '&',
    );
    const words = fc.stringMatching(/^[一-龥a-z0-9]{1,6}$/);
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, words), { maxLength: 60 }), (pieces) => {
        const shown = textOf(readNote(pieces.join(''))).replace(/[^一-龥]/g, '');
        const numbered = (text: string) => [...new Set(text.replace(/[^一-龥]/g, ''))].sort().join('');
        expect(numbered(shown)).toBe(numbered(pieces.join('')));
      }),
    );
  });

  it.each(['>', '- ', '1. ', '> - ', '*a ', '[', '_a_', '![', '`a', '<a ', '*'])(
    '%j over and over is shown, however long',
    (mark) => {
      for (const times of [100, 1300, 100_000]) expect(textOf(readNote(mark.repeat(times)))).not.toBe('');
    },
  );
});
