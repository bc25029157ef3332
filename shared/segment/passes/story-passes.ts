import type { Imprint } from '@shared/model/page.ts';
import { takeSignsOut } from '../blocks/groups.ts';
import { readImprint } from '../blocks/imprint.ts';
import { takeBylinesOut } from '../blocks/inside-bylines.ts';
import { partPhotographs } from '../blocks/photographs.ts';
import { type DraftArticle, type DraftDoubt, hullOf } from '../draft.ts';
import { isEmpty } from '../mending/cuts.ts';
import { joinCutParagraphs } from '../print/continuations.ts';
import { findStories } from '../stories/boundaries.ts';
import { returnStrangers } from '../stories/kinship.ts';
import { orderSections } from '../stories/order.ts';
import { findToldStories } from '../stories/told-stories.ts';
import { partUntitled } from '../stories/untitled.ts';
import type { Pass } from './pass.ts';

/** From items to articles, and what can be asked only of a story. */
export const STORY_PASSES: readonly Pass[] = [
  {
    name: 'stories',
    reads: ['items', 'heads', 'doubts', 'isTold'],
    writes: ['articles', 'furniture', 'doubts'],
    why: 'Every item is known: they are shared out in the order in which they stand.',
    run: ({ items, heads, doubts, isTold }, knowledge) => {
      const found = isTold ? findToldStories(items, knowledge) : findStories(items, heads, knowledge);
      return { ...found, doubts: [...doubts, ...found.doubts] };
    },
  },
  {
    name: 'pictures apart',
    unlessTold: true,
    reads: ['articles'],
    writes: ['articles'],
    why: 'Whether a caption shares anything with its story can be asked only of a story.',
    run: ({ articles }, knowledge) => ({ articles: partPhotographs(articles, knowledge) }),
  },
  {
    name: 'untitled',
    unlessTold: true,
    reads: ['articles', 'heads', 'doubts'],
    writes: ['articles', 'doubts'],
    why: 'A signature still stands in its paragraph, and says where a story ends.',
    run: ({ articles, heads, doubts }, knowledge) => {
      const own = [...articles];
      return { doubts: [...doubts, ...partUntitled(own, heads, knowledge)], articles: own };
    },
  },
  {
    name: 'inside bylines',
    reads: ['articles'],
    writes: ['articles'],
    why: 'Each story has its own end by now, where names in brackets sign it.',
    run: ({ articles }, knowledge) => {
      for (const article of articles) takeBylinesOut(article, knowledge);
      return { articles };
    },
  },
  {
    name: 'strangers',
    unlessTold: true,
    reads: ['articles', 'doubts'],
    writes: ['articles', 'strangers', 'doubts'],
    why: 'Paragraphs that another story’s words claim move before the cut ones are joined, or they would be joined at home.',
    run: ({ articles, doubts }, knowledge) => {
      const strangers = returnStrangers(articles, knowledge);
      return { articles, strangers, doubts: [...doubts, ...strangers] };
    },
  },
  {
    name: 'cut paragraphs',
    unlessTold: true,
    reads: ['articles', 'strangers', 'pairs', 'doubts'],
    writes: ['articles', 'doubts'],
    why: 'A paragraph that breaks off goes on in its own story, which is known by now.',
    run: ({ articles, strangers, pairs, doubts }, knowledge) => ({
      doubts: [...doubts, ...joinCutParagraphs(articles, strangers, pairs, knowledge)],
      articles,
    }),
  },
  {
    name: 'order',
    unlessTold: true,
    reads: ['articles', 'doubts'],
    writes: ['articles', 'doubts'],
    why: 'Sections move as wholes, so their paragraphs must be whole.',
    run: ({ articles, doubts }, knowledge) => ({
      doubts: [...doubts, ...articles.flatMap((article) => orderSections(article, knowledge))],
      articles,
    }),
  },
  {
    name: 'signs',
    reads: ['articles', 'furniture'],
    writes: ['articles', 'furniture'],
    why: 'A sign before a headline said what it could; it is the page’s.',
    run: ({ articles, furniture }) => ({
      furniture: [...furniture, ...takeSignsOut(articles)],
      articles: articles.filter((article) => !isEmpty(article)),
    }),
  },
  {
    name: 'no headline',
    reads: ['articles', 'doubts'],
    writes: ['doubts'],
    why: 'What has no headline after all others had their say may be the rest of something.',
    run: ({ articles, doubts }) => ({ doubts: [...doubts, ...articles.flatMap(missesHeadline)] }),
  },
  {
    name: 'whole page',
    reads: ['articles', 'doubts'],
    writes: ['doubts'],
    why: 'A page of which nearly every paragraph is doubted says so once, above all of its doubts.',
    run: ({ articles, doubts }) => ({ doubts: [...wholePage(articles, doubts), ...doubts] }),
  },
  {
    name: 'imprint',
    reads: ['furniture', 'frontDate'],
    writes: ['imprint'],
    why: 'The folio is known only when all furniture is.',
    run: ({ furniture, frontDate }, knowledge) => ({
      imprint: withFrontDate(readImprint(furniture, knowledge), frontDate),
    }),
  },
];

/** Doubts that a page has at least, and that it has for each of its paragraphs, where its order cannot be known. */
const MANY_DOUBTS = 8;
const NEARLY_EACH = 0.5;

/** The doubt of a whole page, at its first words. */
function wholePage(articles: readonly DraftArticle[], doubts: readonly DraftDoubt[]): DraftDoubt[] {
  const paragraphs = articles.reduce((sum, { parts }) => sum + parts.length, 0);
  if (doubts.length < Math.max(MANY_DOUBTS, NEARLY_EACH * paragraphs)) return [];
  const first = articles.flatMap(({ title, parts }) => [...title, ...parts.map(({ block }) => block)])[0];
  return first ? [{ reason: 'page-unknown', article: null, span: hullOf(first) }] : [];
}

/** Front matter knows the page's date best, save where it inferred one that the page prints. */
function withFrontDate(imprint: Imprint, date: Imprint['date']): Imprint {
  if (!date || (date.basis === 'inferred' && imprint.date)) return imprint;
  return { ...imprint, date };
}

const missesHeadline = (article: DraftArticle): DraftDoubt[] =>
  article.kind === 'article' && article.title.length === 0 && !article.isUntitled && article.parts[0]
    ? [{ reason: 'no-headline', article, span: hullOf(article.parts[0].block) }]
    : [];
