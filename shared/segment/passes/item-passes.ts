import { withBareBylines } from '../blocks/bare-bylines.ts';
import { withCaptions, withPictureNames, withWholeCaptions } from '../blocks/caption-runs.ts';
import { withGroups } from '../blocks/groups.ts';
import type { Item } from '../blocks/item-runs.ts';
import {
  shapeItems,
  withCutPieces,
  withIndexLines,
  withMasthead,
  withOpenHeadlines,
} from '../blocks/items.ts';
import { withLetters } from '../blocks/letters.ts';
import { withPhotographs } from '../blocks/photographs.ts';
import { withAttributions } from '../blocks/pull-quotes.ts';
import { withRows } from '../blocks/rows.ts';
import { withRubrics } from '../blocks/rubrics.ts';
import { withSiteHeads } from '../blocks/site-heads.ts';
import { withVerse } from '../blocks/verse.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { readOpenings } from '../print/openings.ts';
import type { PageWork, Pass } from './pass.ts';

/** A pass over items: each sees what those before it have settled. */
const overItems = (
  name: string,
  why: string,
  run: (work: PageWork, knowledge: SegmentKnowledge) => readonly Item[],
  reads: Pass['reads'] = [],
): Pass => ({
  name,
  reads: ['items', ...reads],
  writes: ['items'],
  why,
  run: (work, knowledge) => ({ items: run(work, knowledge) }),
});

/** From paragraphs to items: what each block is, the surest first, since later ones see what is settled. */
export const ITEM_PASSES: readonly Pass[] = [
  {
    name: 'shapes',
    reads: ['blocks', 'heads'],
    writes: ['items'],
    why: 'What a block says by itself comes before what its neighbours say of it.',
    run: ({ blocks, heads }, knowledge) => ({ items: shapeItems(blocks, heads, knowledge) }),
  },
  overItems(
    'rows',
    'Rows of a list are short lines as those of a poem are, but made alike: they are told before it.',
    ({ items, heads }, knowledge) => withRows(items, heads, knowledge),
    ['heads'],
  ),
  overItems(
    'verse',
    'Short lines in a row look like headlines, captions and bylines: those of a poem are settled before these are sought.',
    ({ items, heads }, knowledge) => withVerse(items, heads, knowledge),
    ['heads'],
  ),
  overItems(
    'groups',
    'A sign before a line is a caption’s too: where it opens the items of a group they are taken out of the captions.',
    ({ items, heads }, knowledge) => withGroups(items, heads, knowledge),
    ['heads'],
  ),
  overItems(
    'letters',
    'The headlines of letters in a row are as wide as what stands around them; whom a letter greets tells them.',
    ({ items }, knowledge) => withLetters(items, knowledge),
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
    ({ items }, knowledge) => withSiteHeads(items, knowledge),
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
    ({ items, blocks, heads, openings, pairs }, knowledge) =>
      withCaptions(items, blocks, heads, openings, pairs, knowledge),
    ['blocks', 'heads', 'openings', 'pairs'],
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
];
