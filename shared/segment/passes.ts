import type { SourceSpan } from '@shared/model/offset.ts';
import type { Imprint } from '@shared/model/page.ts';
import type { Hint } from '@shared/model/read-source.ts';
import { withBareBylines } from './blocks/bare-bylines.ts';
import { withCaptions, withPictureNames, withWholeCaptions } from './blocks/caption-runs.ts';
import { takeSignsOut, withGroups } from './blocks/groups.ts';
import { readImprint } from './blocks/imprint.ts';
import { takeBylinesOut } from './blocks/inside-bylines.ts';
import type { Item } from './blocks/item-runs.ts';
import {
  shapeItems,
  withCutPieces,
  withIndexLines,
  withMasthead,
  withOpenHeadlines,
} from './blocks/items.ts';
import { partPhotographs, withPhotographs } from './blocks/photographs.ts';
import { withAttributions } from './blocks/pull-quotes.ts';
import { withRubrics } from './blocks/rubrics.ts';
import { withSiteHeads } from './blocks/site-heads.ts';
import { withVerse } from './blocks/verse.ts';
import { copyArticles, type Draft, type DraftArticle, type DraftDoubt, hullOf } from './draft.ts';
import type { SegmentKnowledge } from './knowledge.ts';
import { isEmpty } from './mending/cuts.ts';
import type { Block } from './print/blocks.ts';
import { joinCutParagraphs } from './print/continuations.ts';
import { type Repeat, takeOutRepeats } from './print/duplicates.ts';
import { tellLines } from './print/evidence.ts';
import { peelFrontMatter } from './print/front-matter.ts';
import { type Line, splitLines } from './print/lines.ts';
import { doubtPrint, partSplicedBlocks } from './print/loose-seams.ts';
import { peelMarks } from './print/marks.ts';
import { type OpeningScore, readOpenings } from './print/openings.ts';
import { countPairs, type PairCounts } from './print/seams.ts';
import { joinWrappedLines } from './print/wrapping.ts';
import { findStories } from './stories/boundaries.ts';
import { HeadReading } from './stories/head-reading.ts';
import { returnStrangers } from './stories/kinship.ts';
import { orderSections } from './stories/order.ts';
import { readRoles } from './stories/role-reading.ts';
import { findToldStories } from './stories/told-stories.ts';
import { partUntitled } from './stories/untitled.ts';

/** A page between two passes. */
export interface PageWork {
  readonly text: string;
  /** What the page's format knows of its words. */
  readonly hints: readonly Hint[];
  /** Whether the format says where each story begins. */
  readonly isTold: boolean;
  readonly lines: readonly Line[];
  /** What belongs to the page by its marks. */
  readonly marks: readonly SourceSpan[];
  /** The date that front matter gives. */
  readonly frontDate: Imprint['date'];
  readonly heads: HeadReading;
  /** Lines that were joined, before spliced columns are parted. */
  readonly joined: readonly Block[];
  readonly blocks: readonly Block[];
  readonly pairs: PairCounts;
  readonly repeats: readonly Repeat[];
  readonly items: readonly Item[];
  readonly openings: OpeningScore;
  readonly articles: readonly DraftArticle[];
  readonly furniture: readonly Block[];
  /** Doubts whose paragraphs may be another story's. */
  readonly strangers: readonly DraftDoubt[];
  readonly doubts: readonly DraftDoubt[];
  readonly imprint: Imprint;
}

type Part = keyof PageWork;

/** One step from text to articles: a function of what it reads that gives what it writes, and why it stands where it does. */
export interface Pass {
  readonly name: string;
  readonly reads: readonly Part[];
  readonly writes: readonly Part[];
  readonly why: string;
  /** Left out where the format says where stories begin: what it tells apart is as it should be. */
  readonly unlessTold?: true;
  run(work: PageWork, knowledge: SegmentKnowledge): Partial<PageWork>;
}

/** A pass over items: each sees what those before it have settled. */
const overItems = (
  name: string,
  why: string,
  run: (work: PageWork, knowledge: SegmentKnowledge) => readonly Item[],
  reads: readonly Part[] = [],
): Pass => ({
  name,
  reads: ['items', ...reads],
  writes: ['items'],
  why,
  run: (work, knowledge) => ({ items: run(work, knowledge) }),
});

/** The passes in their order. */
export const PASSES: readonly Pass[] = [
  {
    name: 'lines',
    reads: ['text'],
    writes: ['lines', 'marks', 'frontDate'],
    why: 'Front matter and the marks of converters are no print: nothing below may measure them.',
    run: ({ text }) => {
      const front = peelFrontMatter(splitLines(text));
      const { lines, marks } = peelMarks(front.lines);
      return { lines, marks: [...front.spans, ...marks], frontDate: front.date };
    },
  },
  {
    name: 'evidence',
    reads: ['text', 'hints', 'lines', 'marks'],
    writes: ['lines', 'marks', 'isTold'],
    why: 'What the format knows of a line goes before what it looks like.',
    run: ({ text, hints, lines, marks }) => {
      const { lines: told, aside } = tellLines(lines, hints, text);
      return {
        lines: told,
        marks: [...marks, ...aside],
        isTold: told.some(({ hint }) => hint === 'title'),
      };
    },
  },
  {
    name: 'roles',
    reads: ['text', 'lines'],
    writes: ['heads'],
    why: 'The model reads lines as printed, before any are joined: a headline is to be kept out of the columns around it.',
    run: ({ text, lines }, knowledge) => ({
      heads: new HeadReading(lines, readRoles(lines, text.length, knowledge), knowledge.pages.doubts.story),
    }),
  },
  {
    name: 'wrapping',
    reads: ['lines', 'heads'],
    writes: ['joined', 'pairs'],
    why: 'Everything below speaks of paragraphs, not of lines that a measure broke.',
    run: ({ lines, heads }, knowledge) => {
      const joined = joinWrappedLines(lines, knowledge, (line) => heads.standsAlone(line));
      return { joined, pairs: countPairs(joined.map((block) => block.text)) };
    },
  },
  {
    name: 'splices',
    reads: ['joined', 'pairs', 'doubts', 'isTold'],
    writes: ['blocks', 'doubts'],
    why: 'Two columns that a dump ran together are parted while their seams still stand in one block.',
    run: ({ joined, pairs, doubts, isTold }, knowledge) => {
      const blocks = isTold ? joined : partSplicedBlocks(joined, pairs, knowledge);
      return { blocks, doubts: [...doubts, ...doubtPrint(joined, blocks, pairs, knowledge)] };
    },
  },
  {
    name: 'repeats',
    reads: ['blocks', 'pairs', 'doubts'],
    writes: ['blocks', 'repeats', 'doubts'],
    why: 'What stands twice is set aside first, or it would be taken for a story of its own.',
    run: ({ blocks, pairs, doubts }, knowledge) => {
      const { repeats, ...rest } = takeOutRepeats(blocks, pairs, knowledge);
      return {
        ...rest,
        repeats,
        doubts: [...doubts, ...repeats.filter((repeat) => repeat.spliced).map(splicedDoubt)],
      };
    },
  },
  {
    name: 'shapes',
    reads: ['blocks', 'heads'],
    writes: ['items'],
    why: 'What a block says by itself comes before what its neighbours say of it.',
    run: ({ blocks, heads }, knowledge) => ({ items: shapeItems(blocks, heads, knowledge) }),
  },
  overItems(
    'verse',
    'Short lines in a row look like headlines, captions and bylines: those of a poem are settled before these are sought.',
    ({ items, heads }) => withVerse(items, heads),
    ['heads'],
  ),
  overItems(
    'groups',
    'A sign before a line is a caption’s too: where it opens the items of a group they are taken out of the captions.',
    ({ items }, knowledge) => withGroups(items, knowledge),
  ),
  overItems('whole captions', 'A credit in a line of its own ends the caption above it.', ({ items }) =>
    withWholeCaptions(items),
  ),
  overItems('open headlines', 'A headline broken after its colon is no list.', ({ items }) =>
    withOpenHeadlines(items),
  ),
  overItems(
    'site heads',
    'A site’s line of date and source proves the headline above it, and what stands above that.',
    ({ items }) => withSiteHeads(items),
  ),
  overItems(
    'index lines',
    'Headlines listed at the head of the page head nothing there; those over sites’ lines are known by now.',
    ({ items }) => withIndexLines(items),
  ),
  overItems(
    'masthead',
    'The first line that is left above a date is the paper’s name.',
    ({ items }, knowledge) => withMasthead(items, knowledge),
  ),
  overItems(
    'picture names',
    'A line that names what a picture shows would be taken for a second line of the headline.',
    ({ items }, knowledge) => withPictureNames(items, knowledge),
  ),
  overItems(
    'bare bylines',
    'Names without a role sign only where a byline may stand: between what is a headline and a paragraph by now.',
    ({ items, heads }, knowledge) => withBareBylines(items, heads, knowledge),
    ['heads'],
  ),
  {
    name: 'openings',
    reads: ['items'],
    writes: ['openings'],
    why: 'How paragraphs begin on this page is learnt from those that are known.',
    run: ({ items }) => ({
      openings: readOpenings(items.filter(({ role }) => role === 'body').map(({ block }) => block)),
    }),
  },
  overItems(
    'cut pieces',
    'A short line that goes on below is a piece of a paragraph; bylines and captions can be none by now.',
    ({ items, heads, openings, pairs }, knowledge) => withCutPieces(items, heads, openings, pairs, knowledge),
    ['heads', 'openings', 'pairs'],
  ),
  overItems(
    'captions',
    'A caption is known by where it stands once it is known which paragraphs break off.',
    ({ items, blocks, openings, pairs }, knowledge) =>
      withCaptions(items, blocks, openings, pairs, knowledge),
    ['blocks', 'openings', 'pairs'],
  ),
  overItems(
    'photographs',
    'A photograph that stands alone is a headline over nothing but captions.',
    ({ items, heads }, knowledge) => withPhotographs(items, heads, knowledge),
    ['heads'],
  ),
  overItems('rubrics', 'The name of a column of dispatches heads none of them.', ({ items }, knowledge) =>
    withRubrics(items, knowledge),
  ),
  overItems('attributions', 'Who said the quotation above heads nothing.', ({ items }) =>
    withAttributions(items),
  ),
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
    reads: ['articles', 'doubts'],
    writes: ['articles', 'doubts'],
    why: 'A signature still stands in its paragraph, and says where a story ends.',
    run: ({ articles, doubts }, knowledge) => {
      const own = [...articles];
      return { doubts: [...doubts, ...partUntitled(own, knowledge)], articles: own };
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
    name: 'imprint',
    reads: ['furniture', 'frontDate'],
    writes: ['imprint'],
    why: 'The folio is known only when all furniture is.',
    run: ({ furniture, frontDate }, knowledge) => ({
      imprint: withFrontDate(readImprint(furniture, knowledge), frontDate),
    }),
  },
];

/** Front matter knows the page's date best, save where it inferred one that the page prints. */
function withFrontDate(imprint: Imprint, date: Imprint['date']): Imprint {
  if (!date || (date.basis === 'inferred' && imprint.date)) return imprint;
  return { ...imprint, date };
}

const splicedDoubt = ({ spans }: Repeat): DraftDoubt => ({
  reason: 'spliced-column',
  article: null,
  span: (spans[0] as readonly [SourceSpan, SourceSpan])[1],
});

const missesHeadline = (article: DraftArticle): DraftDoubt[] =>
  article.kind === 'article' && article.title.length === 0 && !article.isUntitled && article.parts[0]
    ? [{ reason: 'no-headline', article, span: hullOf(article.parts[0].block) }]
    : [];

/** A page of which nothing was read yet. */
const unread = (text: string, hints: readonly Hint[], knowledge: SegmentKnowledge): PageWork => ({
  text,
  hints,
  isTold: false,
  lines: [],
  marks: [],
  frontDate: undefined,
  heads: new HeadReading(
    [],
    { roles: [], inHead: [], probabilities: new Float32Array() },
    knowledge.pages.doubts.story,
  ),
  joined: [],
  blocks: [],
  pairs: countPairs([]),
  repeats: [],
  items: [],
  openings: () => 0,
  articles: [],
  furniture: [],
  strangers: [],
  doubts: [],
  imprint: {},
});

/** Runs one pass: what it writes into the articles it writes into copies, so that no earlier page changes. */
export function runPass(pass: Pass, work: PageWork, knowledge: SegmentKnowledge): PageWork {
  if (pass.unlessTold && work.isTold) return work;
  const own = pass.reads.includes('articles') ? { ...work, ...copyArticles(work) } : work;
  return { ...own, ...pass.run(own, knowledge) };
}

/** The page as recognised, before the person's mending. */
export function readPage(text: string, hints: readonly Hint[], knowledge: SegmentKnowledge): Draft {
  let work = unread(text, hints, knowledge);
  for (const pass of PASSES) work = runPass(pass, work, knowledge);
  return {
    articles: [...work.articles],
    furniture: [...work.marks, ...work.furniture.flatMap((block) => block.runs)],
    duplicates: work.repeats.flatMap((repeat) => repeat.spans.map((spans) => ({ spans }))),
    imprint: work.imprint,
    doubts: [...work.doubts],
  };
}
