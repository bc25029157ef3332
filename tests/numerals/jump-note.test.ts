import { findJumpNote, pageNumberIn, readJumpNote } from '@shared/numerals/jump-note.ts';
import { describe, expect, it } from 'vitest';

describe('a line that is a note of a cut', () => {
  it.each([
    ['（下转第四版）', 'onward', '4', ''],
    ['下转4版', 'onward', '4', ''],
    ['下轉A4', 'onward', 'A4', ''],
    ['轉A４版', 'onward', 'A4', ''],
    ['（紧接第一版）', 'from-before', '1', ''],
    ['【上接01版】', 'from-before', '1', ''],
    ['文接/第一版', null, '', ''],
    ['文接第一版', 'from-before', '1', ''],
    ['（上接第1版《老船厂里的新学徒》）', 'from-before', '1', '老船厂里的新学徒'],
    ['▶下转第12版 渡口', 'onward', '12', '渡口'],
    ['（緊接A1）', 'from-before', 'A1', ''],
    ['上接天线下接地气', null, '', ''],
    ['转了3版地图才找到村口，他说。', null, '', ''],
    ['接3页纸，写满了字', null, '', ''],
    ['第四版：要闻', null, '', ''],
  ])('%s', (line, direction, page, words) => {
    const note = readJumpNote(line);
    expect(note && [note.direction, note.page, note.words]).toEqual(direction && [direction, page, words]);
    expect(note && line.slice(note.start, note.end)).toBe(note && line);
  });
});

describe('a note within a paragraph', () => {
  it.each([
    ['农时。（下转第二版）', '（下转第二版）'],
    ['（上接第一版）在村口', '（上接第一版）'],
    ['（文接A1版 渡口）在村口', '（文接A1版 渡口）'],
    ['船到了。（轉A4）', '（轉A4）'],
    ['农时（全年第二次）', null],
    ['（上接父辈）在村口', null],
  ])('%s', (text, note) => {
    const found = findJumpNote(text);
    expect(found && text.slice(found.start, found.end)).toBe(note);
  });
});

it.each([
  ['第04版：要闻', '4'],
  ['四版', '4'],
  ['第十二版', '12'],
  ['A04', 'A4'],
  ['Ａ４版 两岸', 'A4'],
  ['要闻', null],
  ['第00版', null],
])('the number of page %s', (edition, number) => {
  expect(pageNumberIn(edition)).toBe(number);
});
