import type { Layout } from '../page-form.ts';
import { BRIEF_MARKS } from '../page-lines.ts';
import { ALL, BETWEEN, LINE, one, PARAGRAPHS, set, TIGHT } from './choices.ts';

/** Places of bylines, and what pages are made up of. */
export const CONTENT_LAYOUTS: readonly Layout[] = [
  set('names-at-end', {
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
  set('photographs', {
    contents: [['photo', 'photo', 'news', 'short']],
    gaps: [BETWEEN, ALL, TIGHT],
    bylines: [['open-square'], ['reporter']],
    captions: one(60),
  }),
  set('photograph-columns', {
    contents: [['photo', 'news', 'photo', 'school', 'feature']],
    measure: [14, 16, 20, 24],
    indent: ['　　', ''],
    gaps: [TIGHT, BETWEEN],
    bylines: [['close-names'], ['open-square'], ['bare']],
    captions: one(40),
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
];
