import type { SourceSpan } from '@shared/model/offset.ts';
import type { DraftDoubt } from '../draft.ts';
import { type Repeat, takeOutRepeats } from '../print/duplicates.ts';
import { tellLines } from '../print/evidence.ts';
import { peelFrontMatter } from '../print/front-matter.ts';
import { splitLines } from '../print/lines.ts';
import { doubtPrint, partSplicedBlocks } from '../print/loose-seams.ts';
import { peelMarks } from '../print/marks.ts';
import { countPairs } from '../print/seams.ts';
import { joinWrappedLines } from '../print/wrapping.ts';
import { HeadReading } from '../stories/head-reading.ts';
import { readRoles } from '../stories/role-reading.ts';
import type { Pass } from './pass.ts';

/** From text to paragraphs: what the printer did is undone. */
export const PRINT_PASSES: readonly Pass[] = [
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
      heads: new HeadReading(lines, readRoles(lines, text.length, knowledge), knowledge.pages.doubts),
    }),
  },
  {
    name: 'wrapping',
    reads: ['lines', 'heads'],
    writes: ['joined', 'pairs'],
    why: 'Everything below speaks of paragraphs, not of lines that a measure broke.',
    run: ({ lines, heads }, knowledge) => {
      const joined = joinWrappedLines(lines, knowledge, {
        standsAlone: (line) => heads.standsAlone(line),
        opensStory: (line) => heads.beginsStory(line),
        goesOn: (above, below) => heads.goesOn(above, below),
      });
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
];

const splicedDoubt = ({ spans }: Repeat): DraftDoubt => ({
  reason: 'spliced-column',
  article: null,
  span: (spans[0] as readonly [SourceSpan, SourceSpan])[1],
});
