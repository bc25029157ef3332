import { BYLINE_FORMS, type BylineForm } from '../byline-forms.ts';
import { FOLIO_FORMS, type FolioForm } from '../folio-forms.ts';
import type { Choices, ContentKind, Gaps, Layout } from '../page-form.ts';

/** Blank lines above each kind of line. */
export const gaps = (
  paragraph: number,
  aboveTitle: number,
  belowTitle = 0,
  belowByline = 0,
  heading = paragraph,
  caption = paragraph,
  furniture = 0,
): Gaps => ({ paragraph, aboveTitle, belowTitle, belowByline, heading, caption, furniture });

export const TIGHT = gaps(0, 0);
export const ALL = gaps(1, 1, 1, 1, 1, 1, 1);
export const BETWEEN = gaps(0, 1, 0, 0, 0, 0, 1);
export const AROUND = gaps(0, 1, 1, 0, 1, 1, 1);
export const PARAGRAPHS = gaps(1, 1, 0, 1, 1, 1, 1);
export const BANDS = gaps(1, 3, 2, 1, 2, 2, 2);

export const NEWS: readonly ContentKind[] = ['news', 'news', 'news', 'feature', 'short'];
export const MIXED: readonly ContentKind[] = [
  'news',
  'news',
  'feature',
  'short',
  'opinion',
  'photo',
  'school',
  'works',
];

const DATED_FOLIOS = (Object.keys(FOLIO_FORMS) as FolioForm[]).filter(
  (name) => !/^(?:edition|letter-only|section-only|edition-section|foot|republic)/.test(name),
);
/** Forms of bylines that stand in some places. */
export const signed = (...places: readonly string[]): BylineForm[] =>
  (Object.keys(BYLINE_FORMS) as BylineForm[]).filter((name) => places.includes(BYLINE_FORMS[name].place));

export const one = <T>(value: T): readonly T[] => [value];

/** What a page is where a layout says nothing of it. */
export const PLAIN: Choices = {
  script: one('simplified'),
  decade: [1990, 2000, 2010, 2020],
  items: [[3, 6]],
  contents: one(NEWS),
  measure: one(null),
  lines: one('close'),
  indent: one(''),
  lostIndent: one(false),
  gaps: one(TIGHT),
  digits: one('half'),
  commas: one('full'),
  lineEnd: one('\n'),
  titleMark: one(''),
  titleLines: ['one', 'parted'],
  titleIndent: one(''),
  spacedTitles: one(0),
  kickers: one(false),
  seconds: ['none', 'dashed'],
  headingMark: one(''),
  headingIndent: one(''),
  bylines: one([]),
  unsigned: one(25),
  spacedNames: [false, false, true],
  leads: one(['none']),
  separator: one(''),
  briefMark: one(''),
  folios: DATED_FOLIOS.map((name) => [name]),
  folioAt: ['head', 'head', 'none'],
  captions: [0, 0, 30],
  rubrics: one(0),
  jumps: one(0),
  site: one('none'),
};

/** A layout that is plain but for some choices. */
export const set = (name: string, choices: Partial<Choices>): Layout => ({
  name,
  choices: { ...PLAIN, ...choices },
});

/** Bylines in a line of their own under the headline. */
export const LINE: Choices['bylines'] = [
  ['bare'],
  ['reporter'],
  ['mixed'],
  ['square'],
  ['open-square'],
  ['reporter-only'],
  ['text'],
];
/** Characters of a column's line. */
export const COLUMNS = [11, 12, 13, 14, 16, 17, 18, 20, 22, 24, 28];
/** Signs before headlines. */
export const MARKS = ['■', '◆', '▲', '★', '● ', '※', '□'];
