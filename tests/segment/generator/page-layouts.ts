import { BYLINE_FORMS, type BylineForm } from './byline-forms.ts';
import { FOLIO_FORMS, type FolioForm } from './folio-forms.ts';
import { LEAD_FORMS, type LeadForm } from './lead-forms.ts';
import type { Choices, ContentKind, Gaps, Layout } from './page-form.ts';
import { BRIEF_MARKS } from './page-lines.ts';

const gaps = (
  paragraph: number,
  aboveTitle: number,
  belowTitle = 0,
  belowByline = 0,
  heading = paragraph,
  caption = paragraph,
  furniture = 0,
): Gaps => ({ paragraph, aboveTitle, belowTitle, belowByline, heading, caption, furniture });

const TIGHT = gaps(0, 0);
const ALL = gaps(1, 1, 1, 1, 1, 1, 1);
const BETWEEN = gaps(0, 1, 0, 0, 0, 0, 1);
const AROUND = gaps(0, 1, 1, 0, 1, 1, 1);
const PARAGRAPHS = gaps(1, 1, 0, 1, 1, 1, 1);
const BANDS = gaps(1, 3, 2, 1, 2, 2, 2);

const NEWS: readonly ContentKind[] = ['news', 'news', 'news', 'feature', 'short'];
const MIXED: readonly ContentKind[] = [
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
const signed = (...places: readonly string[]): BylineForm[] =>
  (Object.keys(BYLINE_FORMS) as BylineForm[]).filter((name) => places.includes(BYLINE_FORMS[name].place));

const one = <T>(value: T): readonly T[] => [value];

/** What a page is where a layout says nothing of it. */
const PLAIN: Choices = {
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

const set = (name: string, choices: Partial<Choices>): Layout => ({
  name,
  choices: { ...PLAIN, ...choices },
});

const LINE: Choices['bylines'] = [
  ['bare'],
  ['reporter'],
  ['mixed'],
  ['square'],
  ['open-square'],
  ['reporter-only'],
  ['text'],
];
const COLUMNS = [11, 12, 13, 14, 16, 17, 18, 20, 22, 24, 28];
const MARKS = ['■', '◆', '▲', '★', '● ', '※', '□'];

/** Layouts of papers and their dumps, by name. */
export const PAGE_LAYOUTS: readonly Layout[] = [
  set('bare', { bylines: [[], ['bare'], ['reporter']] }),
  set('bare-folio-foot', { bylines: LINE, folioAt: one('foot'), leads: [['none', 'paper']] }),
  set('datelines', { leads: [['agency'], ['filed'], ['after-agency', 'agency'], ['paper']] }),
  set('names-in-dateline', {
    leads: [['paper'], ['filed'], ['after-agency']],
    bylines: signed('dateline').map((name) => [name]),
  }),
  set('blank-all', { gaps: one(ALL), bylines: LINE }),
  set('blank-between', { gaps: one(BETWEEN), bylines: LINE }),
  set('blank-around', { gaps: one(AROUND), bylines: LINE, indent: ['', '　　'] }),
  set('bands', { gaps: one(BANDS), bylines: LINE, contents: one(MIXED) }),
  set('paragraph-blanks', {
    gaps: one(PARAGRAPHS),
    leads: [['none'], ['paper']],
    bylines: [['close-names'], ['close-reporter'], ['bare']],
  }),
  set('indented', { indent: ['　　', '    '], bylines: LINE, digits: ['half', 'full'] }),
  set('indented-kickers', {
    indent: one('　　'),
    bylines: LINE,
    kickers: one(true),
    seconds: ['dashed', 'bare'],
    titleLines: one('parted'),
  }),
  set('column-narrow', {
    measure: [10, 11, 12, 13],
    indent: one('　　'),
    bylines: LINE,
    digits: ['half', 'full'],
    titleLines: ['broken', 'parted'],
  }),
  set('column-wide', {
    measure: [30, 34, 38, 40],
    indent: ['　　', ''],
    bylines: LINE,
    lines: ['close', 'ragged'],
  }),
  set('column-flush', {
    measure: COLUMNS,
    lostIndent: [true, false],
    bylines: LINE,
    titleLines: ['broken', 'one'],
  }),
  set('column-flush-blank', {
    measure: COLUMNS,
    gaps: [PARAGRAPHS, ALL],
    bylines: LINE,
    leads: [['none', 'paper']],
  }),
  set('column-dateline', {
    measure: COLUMNS,
    indent: one('　　'),
    digits: one('full'),
    leads: [['filed'], ['agency', 'after-agency']],
    bylines: [['lead-reporter'], ['lead-tight'], ['lead-names']],
  }),
  set('every-line-blank', {
    measure: [16, 18, 20, 22],
    lines: one('blank'),
    bylines: [['open-square'], ['square'], ['reporter']],
  }),
  set('narrowing', {
    measure: [18, 20, 22],
    lines: one('narrowing'),
    gaps: one(PARAGRAPHS),
    lostIndent: one(true),
    bylines: LINE,
  }),
  set('markdown', {
    gaps: one(ALL),
    titleMark: ['# ', '## '],
    headingMark: ['### ', '#### '],
    bylines: LINE,
  }),
  set('marked-titles', { titleMark: MARKS, gaps: [TIGHT, BETWEEN], bylines: LINE }),
  set('bracket-titles', {
    titleMark: one('【'),
    gaps: [TIGHT, BETWEEN, ALL],
    leads: [['none'], ['paper']],
    bylines: [['close-names'], []],
  }),
  set('rules-between', {
    separator: ['* * *', '————————', '＊＊＊', '=====', '□　□　□', '…………'],
    bylines: LINE,
    indent: ['', '　　'],
  }),
  set('three-line-titles', {
    measure: [14, 16, 18, 20],
    indent: one('　　'),
    titleLines: one('broken'),
    kickers: one(true),
    seconds: one('bare'),
    bylines: LINE,
  }),
  set('spaced-titles', {
    spacedTitles: [6, 7, 8],
    indent: ['　　', ''],
    titleIndent: ['', '　　'],
    bylines: [['bare'], ['ring'], ['dashes']],
    contents: [['feature', 'opinion', 'news', 'works']],
    spacedNames: one(true),
  }),
  set('closing-names', {
    leads: [['none', 'paper']],
    bylines: [['close-names'], ['close-mixed'], ['close-reporter'], ['close-text']],
    rubrics: [0, 20],
  }),
  set('closing-line', {
    bylines: [['below-names'], ['below-reporter'], ['below-bare'], ['below-author']],
    leads: [['none'], ['paper']],
    gaps: [TIGHT, PARAGRAPHS],
  }),
  set('closing-units', {
    bylines: [['below-unit'], ['below-unit-text'], ['unit-text', 'unit']],
    contents: [['school', 'news', 'feature']],
    measure: [null, 22, 24],
    indent: one('　　'),
  }),
  set('author-on-headline', {
    bylines: [['on-headline'], ['on-headline-brackets'], ['on-headline-reporter']],
    contents: [['opinion', 'feature', 'news']],
    measure: [null, 16, 20],
    indent: one('　　'),
  }),
  set('author-above', { bylines: [['above'], ['above-bare']], gaps: [TIGHT, BETWEEN, ALL] }),
  set('offices', {
    bylines: [['unit-office', 'bare'], ['unit-office']],
    contents: [['opinion', 'works', 'feature']],
    measure: [18, 20],
    indent: one('　　'),
    decade: [1970, 1980],
  }),
  set('photo-page', {
    contents: [['photo', 'photo', 'news', 'short']],
    gaps: [BETWEEN, ALL, TIGHT],
    bylines: [['open-square'], ['reporter']],
    captions: one(60),
  }),
  set('titled-briefs', {
    contents: [['news', 'briefs']],
    briefMark: BRIEF_MARKS,
    items: [[2, 4]],
    bylines: [['close-names'], ['close-reporter'], ['bare']],
  }),
  set('untitled-briefs', {
    contents: [['news', 'untitled-briefs']],
    briefMark: BRIEF_MARKS,
    items: [[2, 4]],
    bylines: [['close-names'], ['reporter']],
  }),
  set('digests', {
    contents: [['news', 'digest', 'group']],
    leads: [['after-agency'], ['filed']],
    items: [[2, 4]],
    bylines: [['lead-tight'], ['lead-names']],
  }),
  set('group-stories', {
    contents: [['group', 'news', 'opinion']],
    measure: [null, 17, 20],
    indent: ['　　', ''],
    digits: ['full', 'half'],
    leads: [['after-agency', 'none']],
    bylines: [
      ['lead-tight', 'bare'],
      ['lead-names', 'bare'],
    ],
  }),
  set('letters', {
    contents: [['letter', 'letter', 'opinion']],
    bylines: [['reader'], ['below-names'], ['close-names']],
    indent: ['　　', ''],
    rubrics: [0, 30],
  }),
  set('literary', {
    contents: [['verse', 'feature', 'opinion', 'verse']],
    bylines: [['bare'], ['ring'], ['square']],
    gaps: [TIGHT, BETWEEN, ALL],
    indent: ['', '　　'],
    spacedNames: one(true),
  }),
  set('notices', {
    contents: [['notice', 'notice', 'news', 'short']],
    gaps: [TIGHT, BETWEEN],
    bylines: LINE,
  }),
  set('tables', { contents: [['table', 'news', 'short']], gaps: [TIGHT, BETWEEN, ALL], bylines: LINE }),
  set('school-paper', {
    contents: [['school', 'school', 'photo', 'verse', 'briefs']],
    bylines: [['close-names'], ['below-unit-text'], ['text-picture'], ['correspondent']],
    gaps: [TIGHT, ALL, BETWEEN],
    captions: one(40),
    folios: [['paper-date'], ['wide-paper'], ['issue'], ['spaced']],
  }),
  set('works-paper', {
    contents: [['works', 'works', 'briefs', 'opinion']],
    measure: [14, 16, 18],
    indent: one('　　'),
    decade: [1950, 1960, 1970, 1980],
    bylines: [['close-names'], ['correspondent'], ['bare']],
    briefMark: ['△', '●', ''],
    folios: [['numerals'], ['split-wide'], ['glued-paper']],
  }),
  set('fifties', {
    contents: [['news', 'works', 'letter', 'briefs']],
    measure: [null, 13, 15],
    indent: ['　　', ''],
    decade: one(1950),
    leads: [['paper-blank', 'after-agency'], ['none']],
    bylines: [['close-names'], ['lead-reports'], ['bare']],
    digits: one('full'),
    folios: [['numerals'], ['numerals-circle'], ['glued-paper']],
  }),
  set('seventies', {
    contents: [['news', 'works', 'opinion']],
    measure: [null, 16, 20],
    indent: one('　　'),
    decade: [1960, 1970],
    leads: [['agency'], ['filed', 'none']],
    bylines: [['close-names'], ['correspondent'], ['lead-correspondent-reports']],
    digits: one('full'),
  }),
  set('archive-dump', {
    site: one('archive'),
    gaps: [AROUND, TIGHT, ALL],
    bylines: [['bare'], ['close-names']],
    decade: [1950, 1960, 1970, 1980, 1990],
    contents: one(MIXED),
    folios: [['glued-paper'], ['paper-edition']],
  }),
  set('e-edition', {
    site: one('buttons'),
    gaps: [ALL, PARAGRAPHS],
    bylines: [['dated'], ['reporter'], ['mixed']],
    captions: one(30),
    jumps: [0, 20],
  }),
  set('editors-lines', { site: one('editors'), bylines: LINE, jumps: one(25), indent: ['', '　　'] }),
  set('jumps', { jumps: one(40), bylines: LINE, measure: [null, 18, 22], indent: ['　　', ''] }),
  set('rubrics', { rubrics: one(50), bylines: LINE, gaps: [TIGHT, BETWEEN, ALL], contents: one(MIXED) }),
  set('pdf-columns', {
    measure: [10, 12, 15, 18, 24, 32, 40],
    lines: ['close', 'ragged'],
    lostIndent: [true, false],
    titleLines: ['broken', 'one'],
    bylines: LINE,
    captions: one(25),
    contents: one(MIXED),
    folios: [['split'], ['split-wide'], ['rule']],
  }),
  set('taiwan', {
    script: one('taiwan'),
    commas: ['full', 'half'],
    indent: ['　　', ''],
    bylines: [['slash-filed'], ['slash-report'], ['lead-tight']],
    leads: [['none'], ['square-filed']],
    folios: [['lettered-end'], ['republic'], ['republic-digits'], ['lettered']],
  }),
  set('taiwan-agency', {
    script: one('taiwan'),
    leads: [['central'], ['corner-filed'], ['square-filed']],
    bylines: one(['lead-tight']),
    gaps: [TIGHT, ALL, PARAGRAPHS],
    folios: [['republic-digits'], ['slashes'], ['lettered']],
  }),
  set('taiwan-site', {
    script: one('taiwan'),
    bylines: [['dated-paper'], ['slash-filed'], ['square-filed']],
    gaps: [PARAGRAPHS, TIGHT],
    site: ['buttons', 'none'],
    captions: one(30),
  }),
  set('hongkong', {
    script: one('hongkong'),
    lineEnd: one('\r\n'),
    measure: [null, 20, 24, 28],
    leads: [['square', 'none'], ['square']],
    bylines: [['bare'], ['text'], ['author'], []],
    folios: [['lettered'], ['lettered-end'], ['slashes'], ['letter-only']],
  }),
  set('hongkong-columns', {
    script: one('hongkong'),
    measure: [12, 14, 16],
    lostIndent: one(true),
    leads: [['square'], ['none']],
    bylines: [['lead-reports'], ['bracketed-reporter'], ['bracketed']],
    titleLines: one('broken'),
    contents: one(MIXED),
  }),
];

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
