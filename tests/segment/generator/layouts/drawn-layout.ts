import { BYLINE_FORMS, type BylineForm } from '../byline-forms.ts';
import { FOLIO_FORMS, type FolioForm } from '../folio-forms.ts';
import { LEAD_FORMS, type LeadForm } from '../lead-forms.ts';
import type { Layout } from '../page-form.ts';
import { BRIEF_MARKS } from '../page-lines.ts';
import {
  ALL,
  AROUND,
  BANDS,
  BETWEEN,
  COLUMNS,
  gaps,
  LINE,
  MARKS,
  MIXED,
  NEWS,
  PARAGRAPHS,
  PLAIN,
  TIGHT,
} from './choices.ts';

const EVERY_BYLINE = Object.keys(BYLINE_FORMS) as BylineForm[];
const EVERY_LEAD = Object.keys(LEAD_FORMS) as LeadForm[];

/** A layout of which every page draws every choice anew. */
export const DRAWN: Layout = {
  name: 'drawn',
  choices: {
    ...PLAIN,
    script: ['simplified', 'simplified', 'simplified', 'simplified', 'taiwan', 'hongkong'],
    decade: [1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020],
    items: [
      [2, 4],
      [3, 7],
      [5, 9],
    ],
    contents: [
      NEWS,
      MIXED,
      ['news', 'briefs', 'feature'],
      ['news', 'untitled-briefs', 'short'],
      ['feature', 'feature', 'opinion', 'verse'],
      ['school', 'photo', 'verse', 'notice', 'news'],
      ['works', 'letter', 'group', 'briefs'],
      ['news', 'digest', 'table', 'photo'],
    ],
    measure: [null, null, null, ...COLUMNS, 32, 38],
    lines: ['close', 'close', 'close', 'close', 'ragged', 'narrowing', 'blank'],
    indent: ['', '', '　　', '　　', '　　', '  ', '    ', '　', ' '],
    lostIndent: [false, true],
    gaps: [
      TIGHT,
      TIGHT,
      TIGHT,
      ALL,
      BETWEEN,
      AROUND,
      PARAGRAPHS,
      BANDS,
      gaps(0, 2, 0, 0, 1, 1, 1),
      gaps(1, 2, 1, 0, 1, 1, 0),
      gaps(0, 0, 1, 1, 1, 0, 1),
      gaps(1, 2, 0, 0, 0, 1, 1),
    ],
    digits: ['half', 'half', 'full'],
    commas: ['full', 'full', 'full', 'full', 'full', 'half'],
    lineEnd: ['\n', '\n', '\r\n'],
    titleMark: ['', '', '', '', '', '', ...MARKS, '【', '# '],
    titleLines: ['one', 'one', 'parted', 'broken'],
    titleIndent: ['', '', '', '　　', '    ', '　　　　'],
    spacedTitles: [0, 0, 0, 6, 8],
    kickers: [true, false],
    seconds: ['none', 'dashed', 'bare'],
    headingMark: ['', '', '', '', '■', '▲ ', '● ', '### '],
    headingIndent: ['', '', '　　', '　　　　'],
    bylines: [
      [],
      ...EVERY_BYLINE.map((name) => [name] as const),
      ...LINE,
      ['reporter', 'close-names'],
      ['bare', 'lead-reporter'],
      ['mixed', 'below-names', 'lead-reports'],
    ],
    unsigned: [0, 15, 40, 70],
    leads: [['none'], ['none'], ['none', 'paper'], ...EVERY_LEAD.map((name) => [name] as const)],
    separator: ['', '', '', '', '', '', '* * *', '————————', '=====', '◇　◇　◇'],
    briefMark: BRIEF_MARKS,
    folios: (Object.keys(FOLIO_FORMS) as FolioForm[]).map((name) => [name]),
    folioAt: ['head', 'head', 'foot', 'both', 'none'],
    captions: [0, 20, 50],
    rubrics: [0, 0, 0, 25, 50],
    jumps: [0, 0, 0, 20],
    site: ['none', 'none', 'none', 'none', 'buttons', 'archive', 'editors'],
  },
};
