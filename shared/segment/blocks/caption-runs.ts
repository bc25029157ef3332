import type { SegmentKnowledge } from '../knowledge.ts';
import { type Block, joinBlocks } from '../print/blocks.ts';
import type { OpeningScore } from '../print/openings.ts';
import { type PairCounts, seamScore } from '../print/seams.ts';
import { endsSentence, opensDispatch, startsInside } from '../print/sentences.ts';
import type { HeadReading } from '../stories/head-reading.ts';
import { captionForm, captionPlace, isBareCredit, isCredited } from './captions.ts';
import { type Item, isVerse, nextBody, opensStory } from './item-runs.ts';

/** How sure a caption is that the person should look at. */
const UNSURE = 0.45;

const asCaption = (it: Item, block: Block, sure: number): Item => ({ ...it, block, role: 'caption', sure });

/** Columns of the longest sentence that a credit below it makes a caption. */
const LONGEST_CREDITED = 30;

/** Whether a paragraph is one plain sentence, as a caption is: nobody speaks in it, and it has a pause at most. */
const mayBeCredited = ({ text, width }: Block): boolean =>
  width <= LONGEST_CREDITED &&
  endsSentence(text) &&
  !startsInside(text) &&
  !/[。！？].+|[，；].*[，；]|[“”：]|说，/u.test(text);

/** A caption that is all in brackets is whole: a note on who wrote the story above, whence a picture is. */
const isBracketed = (text: string): boolean => /^[（(].*[）)]$/u.test(text);

/** Who drew a cartoon stands below its name: 某某　作. */
const isDrawnBy = (text: string): boolean => /[ \u3000](?:作|画|畫|绘|繪)$/u.test(text);

/** A caption set in lines ends with the short line under it: 本报记者 某某 / 摄; a bare credit needs words above it. */
export function withWholeCaptions(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (const it of items) {
    const last = out.at(-1);
    const { block } = it;
    const isCredit = it.role === 'caption' && isBareCredit(block.text) && block.gap <= 1;
    const ends =
      last?.role === 'caption' &&
      !endsSentence(last.block.text) &&
      !isCredited(last.block.text) &&
      !isDrawnBy(last.block.text) &&
      !isBracketed(last.block.text) &&
      block.gap === 0 &&
      block.width <= 8 &&
      block.level === 0 &&
      !startsInside(block.text) &&
      it.role !== 'body' &&
      it.role !== 'byline' &&
      !endsSentence(block.text);
    const credits =
      isCredit &&
      ((last?.role === 'caption' && endsSentence(last.block.text)) ||
        (last?.role === 'body' && mayBeCredited(last.block)));
    if (last && (ends || credits)) out[out.length - 1] = asCaption(last, joinBlocks(last.block, block), 0.8);
    else out.push(it);
  }
  return out;
}

/** Columns of the longest line that names what a picture shows. */
const LONGEST_NAME = 12;

/** A line that names what a picture shows and tells nothing is its caption, under a headline and between paragraphs: 会议现场. */
export function withPictureNames(
  items: readonly Item[],
  { press, script }: SegmentKnowledge,
): readonly Item[] {
  return items.map((it, i) => {
    const below = items[i + 1];
    if (it.role !== 'short' || it.block.width > LONGEST_NAME || it.block.level > 0) return it;
    if (i === 0 || (below?.role !== 'body' && below?.role !== 'caption')) return it;
    const text = script.write(it.block.text);
    return press.pictureNames.some((name) => text.endsWith(name)) ? asCaption(it, it.block, 0.8) : it;
  });
}

/** Columns of the longest block that a missing indent makes a caption, and how near no open sentence may be. */
const LONGEST_APART = 70;
const OPEN_REACH = 5;

/** The gap that most blocks keep from the one before. */
function usualGapOf(blocks: readonly Block[]): number {
  const counts = [0, 0, 0, 0];
  for (let i = 1; i < blocks.length; i++) {
    const gap = Math.min(3, (blocks[i] as Block).gap);
    counts[gap] = (counts[gap] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}

/** Finds captions by where they stand: between two halves of a sentence, set apart, beside other captions. */
export function withCaptions(
  items: readonly Item[],
  blocks: readonly Block[],
  heads: HeadReading,
  openings: OpeningScore,
  pairs: PairCounts,
  knowledge: SegmentKnowledge,
): Item[] {
  const out = [...items];
  const usualGap = usualGapOf(blocks);
  let open: Block | null = null;
  let lastOpen = -OPEN_REACH - 1;
  for (let i = 0; i < out.length; i++) {
    const it = out[i] as Item;
    if (it.role === 'caption' || it.role === 'furniture' || it.role === 'byline') continue;
    const { block } = it;
    if (it.keepsLine || isVerse(out, i)) {
      open = null;
      continue;
    }
    if (it.opens === 'story' || (it.role === 'body' && opensDispatch(block.text))) {
      open = it.role === 'body' && !endsSentence(block.text) ? block : null;
      continue;
    }
    // What interrupts no sentence and is not set apart below a caption is what the model is sure of; what does, beyond doubt.
    const isApart = out[i - 1]?.role === 'caption' && block.gap > usualGap;
    const said = heads.surely(block);
    const sure = said && ((open === null && !isApart) || heads.isBeyondDoubt(block, said)) ? said : null;
    if (it.role === 'short' && (sure === 'head' || sure === 'heading')) continue;
    if (it.role === 'body' && sure === 'text') {
      open = endsSentence(block.text) ? null : block;
      if (open) lastOpen = i;
      continue;
    }
    const after = out[i + 1];
    const goesOn = open ? nextBody(out, i + 1, usualGap) : null;
    const form = heads.prefersText(block) ? 0 : captionForm(block, knowledge);
    if (block.hint !== undefined && form === 0) {
      open = null;
      continue;
    }
    const interrupts = open !== null && goesOn !== null;
    let lacksIndent = false;
    let score = form + captionPlace(block, usualGap, interrupts, after?.block.gap ?? usualGap + 1);
    if (open && goesOn) {
      const here = it.role === 'short' ? -1 : seamScore(open.text, block.text, pairs, knowledge);
      const there = seamScore(open.text, goesOn.text, pairs, knowledge);
      score += Math.max(-3, Math.min(2.5, there - here));
      if (it.role === 'body' && !endsSentence(block.text) && block.width > 36) score -= 2;
    } else if (open && it.role === 'body') score -= 3;
    else if (it.role === 'short' && opensStory(out, i)) score -= 3;
    else if (it.role === 'body' && form === 0) {
      // Where paragraphs are indented, a whole block without an indent that continues nothing is none of them.
      const apart = block.width <= LONGEST_APART && endsSentence(block.text) && i - lastOpen > OPEN_REACH;
      lacksIndent = apart && openings(block) >= 2.5;
      score += lacksIndent ? 2.5 : block.measure > 0 ? -3 : -0.5;
    }
    if (it.role === 'body' && !open && !endsSentence(block.text) && out[i - 1]?.role === 'caption')
      score += 1.5;
    // A line that the next goes on from without a gap is no block of its own.
    if (!endsSentence(block.text) && block.gap > 0 && after?.role === 'body' && after.block.gap === 0)
      score -= 2;
    if (block.level > 0) score -= 4;
    if (score >= 3) {
      // Where the words do not say so, only a block set apart, or beside what is no paragraph, is one beyond doubt.
      const apart = block.gap >= usualGap + 2 && score >= 3.5;
      const beside =
        lacksIndent && mayBeCredited(block) && (out[i - 1]?.role === 'caption' || after?.role !== 'body');
      out[i] = asCaption(it, block, apart || beside || form >= 1.5 ? 0.8 : UNSURE);
      continue;
    }
    if (it.role !== 'body') continue;
    open = endsSentence(block.text) ? null : block;
    if (open) lastOpen = i;
  }
  return out;
}
