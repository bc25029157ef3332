import { segment } from '@shared/segment/segment.ts';
import { expect, it } from 'vitest';
import { countSteps, grownSteps, type Steps } from '../count-steps.ts';
import { KNOWLEDGE } from './knowledge.ts';

/** Units of the shorter text. */
const SIZE = 300;
/** Twice the text may take a little more than twice the steps: what stands at its ends is read less. */
const GROWTH = 2.5;
/** What is run less often for a unit of text is none that a long text is slow by. */
const TIMES_A_UNIT = 4;

const stepsFor = (unit: string, size: number): Steps =>
  countSteps('/shared/', () => segment(unit.repeat(Math.ceil(size / unit.length)), KNOWLEDGE));

it.each([
  '国',
  '，“',
  '王小明\n',
  '记者\n',
  '（记者 张伟）\n',
  '■ \n',
  '——\n',
  '图为\n',
  '2024年3月5日\n',
  '第03版：要闻\n',
  '河边的小镇修了新桥\n\n',
  '　　全镇三百多户人家。\n\n',
  '秋收以后\n　　孩子们背着书包。\n\n',
])('no block of a page’s reading grows faster than the page, where this stands over and over: %j', (unit) => {
  const short = stepsFor(unit, SIZE);
  const long = stepsFor(unit, 2 * SIZE);
  expect(long.size).toBeGreaterThan(300);
  expect(grownSteps(short, long, GROWTH, 2 * SIZE * TIMES_A_UNIT)).toEqual([]);
});
