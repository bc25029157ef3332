import { readDispatch } from '../blocks/datelines.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import { isBoxLabel, opensWithAgency } from './story-evidence.ts';

/** Short lines above a paragraph, and the story that they stand in or after. */
export interface OpeningPlace {
  readonly stack: readonly Block[];
  readonly below: Block;
  /** Whether nobody signed the story above, it has no heading, and no short line stands below that may be one. */
  readonly isLone: boolean;
  /** Whether somebody signed it, and it would be the only heading of it. */
  readonly isOnly: boolean;
  /** Whether nobody signed it and it has headings, or the next short line is one, on a page with hardly another headline. */
  readonly isAmongSections: boolean;
  /** Whether the next short line is a heading in two halves, of which the first is as long as that of these lines. */
  readonly isParallel: boolean;
  /** Whether a byline has closed the story above. */
  readonly isSigned: boolean;
  /** Whether the next page of the paper has begun right above. */
  readonly onNewPage: boolean;
  /** Whether the last of the lines stands as a heading right under a headline above. */
  readonly headsAgain: boolean;
  /** The level of Markdown headings that titles have on this page; 0 where none has. */
  readonly titleLevel: number;
}

const levelOf = (stack: readonly Block[]): number => Math.min(...stack.map((block) => block.level || 9));

/** The number of a section: 一、关于教室, （二）. */
const NUMBERED = /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,2}[章节部])/u;
/** A question or an answer of an interview. */
const SPEAKS = /^(?:问|答|問|记者|記者|主持人)[：:]/u;
/** Whether somebody speaks in a line of an interview. */
export const isSpoken = ({ text }: Pick<Block, 'text'>): boolean => SPEAKS.test(text);
/** Whether somebody answers in a paragraph: the question stands above it in its story. */
export const answers = ({ text }: Pick<Block, 'text'>): boolean => /^答[：:]/u.test(text);

/** Whether two short lines are headings in two halves, of which the first are as long: 关键聚焦 ……, 队伍建设 ……. */
export function isParallel(a: Block, b: Block | null): boolean {
  const [own, other] = [a, b].map((block) => /^(\S{2,8})[ \u3000]+\S{4}/u.exec(block?.text ?? '')?.[1]);
  return own !== undefined && own.length === other?.length;
}

/** To whom a letter is written. */
const GREETS = /^.{0,6}(?:同志|先生|女士|老师|朋友|编辑部|編輯部)(?:们|們)?[：:]$/u;

/**
 * What form and place of short lines are worth beside what the model says of them, as logarithms of odds: forms that
 * leave little doubt and that are too rare for it to have learnt.
 */
const FORMS: readonly {
  readonly holds: (place: OpeningPlace, first: Block, knowledge: SegmentKnowledge) => boolean;
  readonly worth: number;
}[] = [
  { holds: (_, { text }) => NUMBERED.test(text), worth: -2 },
  { holds: (_, first) => isSpoken(first) || GREETS.test(first.text), worth: -5 },
  { holds: ({ stack }, _, knowledge) => stack.some((block) => isBoxLabel(block, knowledge)), worth: -5 },
  { holds: ({ onNewPage }) => onNewPage, worth: 3 },
  { holds: ({ headsAgain }) => headsAgain, worth: 6 },
  { holds: ({ isLone }) => isLone, worth: 3 },
  { holds: ({ isOnly }) => isOnly, worth: 1 },
  { holds: ({ isAmongSections }) => isAmongSections, worth: -2 },
  { holds: ({ isAmongSections, isParallel }) => isAmongSections && isParallel, worth: -5 },
  { holds: ({ isSigned }) => isSigned, worth: 2 },
  { holds: ({ stack, titleLevel }) => levelOf(stack) < 9 && levelOf(stack) <= titleLevel, worth: 3 },
  { holds: ({ below }) => GREETS.test(below.text), worth: 3 },
  {
    holds: ({ below }, _, knowledge) =>
      readDispatch(below.text, knowledge) !== null || opensWithAgency(below.text, knowledge),
    worth: 6,
  },
  {
    holds: ({ stack, titleLevel }) => levelOf(stack) < 9 && titleLevel > 0 && levelOf(stack) > titleLevel,
    worth: -4,
  },
];

/** As sure as the model may be where a form speaks against it. */
const SUREST = 0.99;

/** How likely short lines open a story, 0 to 1: `likely` by what the model says, and by their form. */
export function weighOpening(likely: number, place: OpeningPlace, knowledge: SegmentKnowledge): number {
  const first = place.stack[0] as Block;
  const odds = Math.min(SUREST, Math.max(1 - SUREST, likely));
  let logit = Math.log(odds / (1 - odds));
  for (const { holds, worth } of FORMS) if (holds(place, first, knowledge)) logit += worth;
  return 1 / (1 + Math.exp(-logit));
}
