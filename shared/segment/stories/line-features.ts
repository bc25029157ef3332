import type { SegmentKnowledge } from '../knowledge.ts';
import type { Line } from '../print/lines.ts';
import { type Feature, FeatureTable } from './feature-table.ts';
import { LINE_SHAPE, type LineMeasure, measureLine, readSetting, SHAPE } from './line-shape.ts';
import { LINE_WORDS, measureWords } from './line-words.ts';
import { measureForm, PAGE_FORM } from './page-form.ts';

const FORM_FROM = LINE_SHAPE.length;
const WORDS_FROM = FORM_FROM + PAGE_FORM.length;
const COLUMNS = WORDS_FROM + LINE_WORDS.length;

/** Measures that say little two lines away. */
const NEAR_ONLY: ReadonlySet<LineMeasure> = new Set([
  'quote',
  'colon',
  'date',
  'digits',
  'names',
  'lenticular',
  'over',
  'digestHead',
  'asks',
  'stops',
  'endsOpen',
  'leavesOpen',
  'level',
  'pageNumber',
  'captionWords',
  'pageWords',
  'enumerated',
  'reporter',
]);
/** Measures that say something even three lines away. */
const FAR_TOO: readonly LineMeasure[] = ['width', 'full', 'end', 'indent', 'byline', 'dateline', 'gapAbove'];
const WORDS_AROUND = [
  'restatedBelow',
  'belowOverAll',
  'kinship',
  'sharedNames',
  'sectionKinship',
  'titleBelow',
  'earlierBelow',
  'ownFurther',
];

/** What the model is asked with for a line: measures of the line, of those around it, of the page. */
export const FEATURES: readonly Feature[] = [
  ...LINE_SHAPE.flatMap((name) =>
    [-2, -1, 0, 1, 2]
      .filter((lag) => Math.abs(lag) < 2 || !NEAR_ONLY.has(name))
      .map((lag) => ({
        name: lag === 0 ? name : `${name}${lag > 0 ? '+' : ''}${lag}`,
        column: SHAPE[name],
        lag,
      })),
  ),
  ...FAR_TOO.flatMap((name) =>
    [-3, 3].map((lag) => ({ name: `${name}${lag > 0 ? '+' : ''}${lag}`, column: SHAPE[name], lag })),
  ),
  ...PAGE_FORM.map((name, i) => ({ name, column: FORM_FROM + i, lag: 0 })),
  ...LINE_WORDS.map((name, i) => ({ name, column: WORDS_FROM + i, lag: 0 })),
  ...WORDS_AROUND.flatMap((name) =>
    [-1, 1].map((lag) => ({
      name: `${name}${lag > 0 ? '+' : ''}${lag}`,
      column: WORDS_FROM + LINE_WORDS.indexOf(name),
      lag,
    })),
  ),
];

/** Measures every line of a page. `length`: units of its text. */
export function measureLines(
  lines: readonly Line[],
  length: number,
  knowledge: SegmentKnowledge,
): FeatureTable {
  const table = new FeatureTable(lines.length, COLUMNS);
  if (lines.length === 0) return table;
  const setting = readSetting(lines);
  const own = new Float32Array(LINE_SHAPE.length);
  lines.forEach((line, i) => {
    measureLine(line, lines[i + 1]?.gap ?? 3, setting, knowledge, own);
    for (let c = 0; c < own.length; c++) table.set(i, c, own[c] as number);
  });
  const form = measureForm(lines, setting, length, table, FORM_FROM);
  measureWords(lines, form, knowledge, table, WORDS_FROM);
  return table;
}
