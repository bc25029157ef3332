import { findJumpNote } from '@shared/numerals/jump-note.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { type Block, sliceBlock } from '../print/blocks.ts';
import type { OpeningScore } from '../print/openings.ts';
import { endsOpen, type PairCounts, seamScore } from '../print/seams.ts';
import {
  breaksOff,
  endsSentence,
  isClosingDateline,
  openMarks,
  opensDispatch,
  startsInside,
} from '../print/sentences.ts';
import { CERTAIN, type HeadReading } from '../stories/head-reading.ts';
import { hasTwoHalves } from '../stories/headlines.ts';
import { isSpoken } from '../stories/opening-forms.ts';
import { isListItem, opensWithAgency } from '../stories/story-evidence.ts';
import { readBylineLine, readLetterSignature, readNameBehindUnit } from './bylines.ts';
import { captionForm } from './captions.ts';
import { hasDate, isDatedLine, isFurniture, isMasthead, isSiteImprint } from './furniture.ts';
import { bodiesBelow, type Item, type ItemRole, nextBody } from './item-runs.ts';
import { partSiteImprint } from './site-heads.ts';

const NOBODY: readonly string[] = [];

const item = (block: Block, role: ItemRole, sure = 1, names = NOBODY): Item => ({
  block,
  role,
  names,
  sure,
});

/** Says of each block what it is by its own shape; a note that a story goes on elsewhere becomes a block of its own. */
export function shapeItems(
  blocks: readonly Block[],
  heads: HeadReading,
  knowledge: SegmentKnowledge,
): readonly Item[] {
  return blocks
    .flatMap((block) => (findJumpNote(block.text) ? withoutNote(block) : partSiteImprint(block, knowledge)))
    .map((block, i, all) =>
      i === 0 && mayBeFolio(block, heads)
        ? item(block, 'furniture')
        : byShape(block, all[i + 1], heads, knowledge),
    );
}

/** Whether a line with the day on it is likelier the page's own than not: above all others it is the head of the page. */
const mayBeFolio = (block: Block, heads: HeadReading): boolean =>
  isDatedLine(block.text) && heads.likelihood(block, 'furniture') >= OWN;

/** Probability from which the first line of a page is its own. */
const OWN = 0.5;

function byShape(
  block: Block,
  below: Block | undefined,
  heads: HeadReading,
  knowledge: SegmentKnowledge,
): Item {
  if (block.hint === 'title' || block.hint === 'heading') return item(block, 'short');
  if (block.hint === 'caption') return item(block, 'caption');
  if (isSiteImprint(block.text, knowledge)) {
    const names = readBylineLine(block.text, knowledge, false);
    if (names) return item(block, 'byline', 1, names);
  }
  if (block.hint !== 'paragraph' && isFurniture(block, knowledge, true)) return item(block, 'furniture');
  if (!/[\p{L}\p{N}]/u.test(block.text)) return item(block, 'furniture');
  if (isClosingDateline(block.text) && !readBylineLine(block.text, knowledge, false))
    return item(block, 'body');
  const sure = block.hint === undefined ? heads.surely(block) : null;
  if (sure === 'text' && (!isShort(block) || (heads.isBeyondDoubt(block, 'text') && !isQuotation(block))))
    return item(block, 'body');
  if (sure === 'byline') {
    const names = readBylineLine(block.text, knowledge, true);
    if (names) return item(block, 'byline', 1, names);
  }
  const isSigned = /^[（(]/u.test(block.text)
    ? !heads.heads(block, CERTAIN)
    : heads.likelihood(block, 'byline') >= CERTAIN;
  if (isSigned && block.lines === 1) {
    const name = readNameBehindUnit(block.text, knowledge);
    if (name) return item(block, 'byline', 1, [name]);
  }
  // A name of the page's own heads nothing, save a list of what it names.
  if (sure === 'furniture' && isShort(block) && !(below && isListItem(below)))
    return item(block, 'furniture');
  if ((sure === 'head' || sure === 'heading') && block.lines === 1 && !isSpoken(block))
    return item(block, 'short');
  if (block.lines === 1) {
    const names = readBylineLine(block.text, knowledge, false);
    if (names) return item(block, 'byline', 1, names);
    const writer = readLetterSignature(block.text, knowledge);
    if (writer) return item(block, 'byline', 1, [writer]);
  }
  if (opensWithAgency(block.text, knowledge)) return item(block, 'body');
  if (captionForm(block, knowledge) >= 3 && !heads.prefersText(block)) return item(block, 'caption');
  if (
    endsSentence(block.text) &&
    !isQuotation(block) &&
    heads.likelihood(block, 'paragraph', 'continuation') >= CERTAIN
  )
    return item(block, 'body');
  const heading =
    (heads.heads(block, CERTAIN) && !isSpoken(block)) || (isShort(block) && !isSentence(block, knowledge));
  return item(block, heading ? 'short' : 'body');
}

/** Columns of the longest quotation that is no heading by its length. */
const LONGEST_ANSWER = 8;

/** Whether a line is a quotation for itself: it may as well be a heading. */
const isQuotation = ({ text, width }: Block): boolean =>
  width > LONGEST_ANSWER && endsSentence(text) && /^[“「『]/u.test(text);

/** A kicker that leads over to its headline: 截至昨日……—— */
const KICKS = /^[^。！？]+[—―]{2}$/u;

/** Whether a short line is a whole sentence of running text by its first word: 最后，祝大家…！ */
const isSentence = ({ text, level }: Block, { press }: SegmentKnowledge): boolean =>
  level === 0 &&
  endsSentence(text) &&
  !KICKS.test(text) &&
  /[，,]/.test(text) &&
  press.sentenceStarts.some((word) => text.startsWith(word));

/** Whether a block has the shape of a headline: one short line that is not a sentence of running text. */
export function isShort(block: Block): boolean {
  const { text, width } = block;
  if (block.level > 0) return width <= 60;
  if (block.piece || block.lines > 1 || width > 50 || startsInside(text)) return false;
  if (KICKS.test(text) && width <= 60) return true;
  if (/[。；;，,、：]$/.test(text) || /。/.test(text.slice(0, -1))) return false;
  const pauses = (text.match(/[，,]/g) ?? []).length;
  // Who speaks, and what runs on over pauses, is a line of an interview.
  if (pauses > 2 || (pauses > 1 && /^\p{Script=Han}{2,6}[：:]/u.test(text))) return false;
  if (opensDispatch(text)) return false;
  if (!endsSentence(text)) return true;
  if (/^\S{1,6}[：:]/u.test(text)) return false;
  if (/[。…][”’」』）)]*$/.test(text)) return false;
  return width <= 30 && !/[：:][^：:“"\r\n]*[“"]|(?:说|道)[，：]/.test(text);
}

/** A note that the story goes on elsewhere is furniture, also inside a paragraph. */
function withoutNote(block: Block): Block[] {
  const note = findJumpNote(block.text);
  if (!note) return [block];
  const parts = [
    sliceBlock(block, 0, note.start),
    sliceBlock(block, note.start, note.end),
    sliceBlock(block, note.end, block.text.length),
  ];
  return parts.filter((part) => part !== null);
}

/** The first line of a page above its date is the paper's name, whatever it ends with. */
export function withMasthead(items: readonly Item[], knowledge: SegmentKnowledge): readonly Item[] {
  const [first, second] = items;
  if (first?.role !== 'short' || second?.role !== 'furniture') return items;
  if (!hasDate(second.block.text) || !isMasthead(first.block.text, knowledge)) return items;
  return [item(first.block, 'furniture'), ...items.slice(1)];
}

/** The page on which a headline of an index stands: 老渡口 A02, 老渡口……3版. */
const ON_PAGE = /(?<![\s·.…])[\s·.…]+(?:第?[A-Z]\d{1,2}版?|第?\d{1,2}版)$/u;

/** Headlines listed at the head of a page, which stand above their stories again or name their page, are furniture. */
export function withIndexLines(items: readonly Item[]): Item[] {
  const last = new Map<string, number>();
  items.forEach((it, i) => {
    if (it.role === 'short' && it.block.width >= 6) last.set(it.block.text, i);
  });
  let listed = false;
  return items.map((it, i) => {
    const again = it.role === 'short' ? (last.get(it.block.text.replace(ON_PAGE, '')) ?? i) : i;
    const next = items[i + 1]?.role;
    const names = it.role === 'short' && ON_PAGE.test(it.block.text) && (listed || again > i);
    listed = names || it.role === 'furniture';
    return names || (again > i + 1 && (next === 'short' || next === 'furniture'))
      ? item(it.block, 'furniture')
      : it;
  });
}

/** A headline broken after its colon goes on in the short line under it. */
export function withOpenHeadlines(items: readonly Item[]): Item[] {
  return items.map((it, i) => {
    const next = items[i + 1];
    const opens =
      it.role === 'body' &&
      it.block.lines === 1 &&
      it.block.width <= 24 &&
      /[^说道：][：:]$/.test(it.block.text) &&
      next?.role === 'short' &&
      next.block.gap === 0;
    return opens ? item(it.block, 'short') : it;
  });
}

/** Columns from which a line is long for a heading inside a story. */
const LONGEST_HEADING = 16;
const LONG_HEADING = 20;
/** How sure an item is that the person should look at. */
const UNSURE = 0.45;

/** What it is worth less when another block stands between a line and what it goes on in. */
const FURTHER = 1;

/** Of how many short lines an indent is said to be the headings' too. */
const INDENTED_HEADS = 0.2;

/** Whether the page indents headings as it does paragraphs: only where hardly any is does an indent tell them apart. */
function indentsHeads(items: readonly Item[]): boolean {
  const heads = items.filter(({ role, block }) => role === 'short' && block.level === 0);
  const indented = heads.filter(({ block }) => (block.indent ?? 0) >= 1.5).length;
  return indented > 1 && indented > INDENTED_HEADS * heads.length;
}

/** A short line that a paragraph's other half follows is a piece of the paragraph, no headline. */
export function withCutPieces(
  items: readonly Item[],
  heads: HeadReading,
  openings: OpeningScore,
  pairs: PairCounts,
  knowledge: SegmentKnowledge,
): Item[] {
  const out = [...items];
  let headsIndented: boolean | null = null;
  for (let i = 0; i < out.length; i++) {
    const it = out[i] as Item;
    const { block } = it;
    if (it.role !== 'short' || it.opens || block.level > 0 || endsSentence(block.text) || heads.heads(block))
      continue;
    // Where paragraphs alone are indented, what has an indent and a pause is one that was cut.
    if (openings(block) < 0 && /[，：；]./u.test(block.text)) {
      headsIndented ??= indentsHeads(items);
      if (!headsIndented) {
        out[i] = item(block, 'body');
        continue;
      }
    }
    const after = nextBody(out, i + 1, 0);
    if (!after && !/[，,]/.test(block.text)) continue;
    const over = (other: Block): number =>
      openings(other) > 0 || startsInside(other.text)
        ? seamScore(block.text, other.text, pairs, knowledge) + openings(other) - FURTHER
        : 0;
    let score = after
      ? Math.max(
          seamScore(block.text, after.text, pairs, knowledge) + openings(after),
          ...bodiesBelow(out, i + 1).map((other) => (other === after ? 0 : over(other))),
        )
      : 0;
    if (openMarks(block.text).open.length > 0) score += 2;
    score += Math.min(2, (block.text.match(/[，,]/g) ?? []).length);
    if (block.width >= LONG_HEADING && /[，,]/.test(block.text)) score += 0.75;
    if (block.width >= LONGEST_HEADING && endsOpen(block.text, knowledge.words)) score += 1;
    if (knowledge.press.sentenceStarts.some((word) => block.text.startsWith(word))) score += 1.5;
    if (hasTwoHalves(block.text)) score -= 2;
    if (/^[—―]/.test(block.text)) score -= 3;
    const before = out[i - 1];
    if (before?.role === 'short') score -= 1;
    if (before?.role === 'body' && breaksOff(before.block.text))
      score += Math.max(0, seamScore(before.block.text, block.text, pairs, knowledge));
    if (score >= 2.2) out[i] = item(block, 'body');
    else if (after && score >= 1.75) out[i] = item(block, 'short', UNSURE);
  }
  return out;
}
