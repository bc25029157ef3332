import { widthOf } from '@shared/segment/print/lines.ts';
import type { PageForm } from './page-form.ts';
import type { Block, PieceRole } from './printed-page.ts';
import type { Random } from './random.ts';

/** A piece where it was printed. */
export interface PlacedPiece {
  readonly role: PieceRole;
  readonly item: number;
  readonly k?: number;
  readonly from?: number;
  readonly copy?: boolean;
  readonly text: string;
  readonly span: readonly [number, number];
}

const NO_LINE_START = '，。、；：！？）》”’…%,;:!?)」』';
const NO_LINE_END = '（《“‘「『(';

/** Places where the lines of a text end, by columns that each line has. */
function breaksOf(text: string, columnsOf: (line: number) => number, indent: number): number[] {
  const breaks: number[] = [];
  let start = 0;
  let used = indent;
  for (let i = 0; i < text.length; i++) {
    const width = widthOf(text[i] as string);
    const room = columnsOf(breaks.length);
    const hangs = NO_LINE_START.includes(text[i] as string) && used + width <= room + 1;
    if (used + width > room && i > start && !hangs) {
      let at = i;
      while (at > start + 1 && NO_LINE_END.includes(text[at - 1] as string)) at--;
      breaks.push(at);
      start = at;
      used = widthOf(text.slice(at, i));
    }
    used += width;
  }
  return breaks;
}

function measureOf({ measure, lines }: PageForm, random: Random): (line: number) => number {
  const columns = measure as number;
  if (lines === 'narrowing') return (line) => Math.max(Math.ceil(columns * 0.6), columns - line);
  if (lines === 'ragged') {
    const drift = Array.from({ length: 64 }, () => random.below(2));
    return (line) => columns - (drift[line % drift.length] as number);
  }
  return () => columns;
}

const HEADLINE: ReadonlySet<PieceRole> = new Set(['title', 'kicker', 'second']);

/** Blank lines above a block by the page's habit. */
function blanksAbove(before: Block, block: Block, { gaps, lines }: PageForm): number {
  if (block.blanksAbove !== undefined) return block.blanksAbove;
  const own = gapOf(before, block, gaps);
  return lines === 'blank' ? Math.max(1, own) : own;
}

function gapOf(before: Block, block: Block, gaps: PageForm['gaps']): number {
  const [last, next] = [before.role, block.role];
  if (next === 'furniture' || last === 'furniture' || next === 'rubric' || last === 'rubric')
    return before.item !== block.item && HEADLINE.has(next)
      ? Math.max(gaps.furniture, gaps.aboveTitle)
      : gaps.furniture;
  if (block.item !== before.item) return gaps.aboveTitle;
  if (HEADLINE.has(last)) return HEADLINE.has(next) ? 0 : gaps.belowTitle;
  if (last === 'byline' || next === 'byline') return gaps.belowByline;
  if (last === 'heading' || next === 'heading') return gaps.heading;
  if (last === 'caption' || next === 'caption') return gaps.caption;
  return gaps.paragraph;
}

/** Prints blocks as the form says: the text, and where each piece of it stands. */
export function renderPage(
  blocks: readonly Block[],
  form: PageForm,
  random: Random,
): { readonly text: string; readonly pieces: readonly PlacedPiece[] } {
  let text = random.chance(8) ? form.lineEnd : '';
  const pieces: PlacedPiece[] = [];
  const lineEnd = form.lines === 'blank' ? form.lineEnd + form.lineEnd : form.lineEnd;
  blocks.forEach((block, i) => {
    const before = blocks[i - 1];
    if (before) text += form.lineEnd.repeat(1 + blanksAbove(before, block, form));
    const whole = block.pieces.map((piece) => piece.text).join('');
    const first = block.continues ? 0 : block.indent ? widthOf(block.indent) : form.lostIndent ? 2 : 0;
    const breaks =
      block.wraps && form.measure !== null ? breaksOf(whole, measureOf(form, random), first) : [];
    text += block.continues ? '' : block.indent;
    let at = 0;
    for (const piece of block.pieces) {
      const start = text.length;
      for (const char of piece.text) {
        if (breaks.includes(at)) text += lineEnd;
        text += char;
        at += char.length;
      }
      pieces.push({ ...piece, item: block.item, span: trimmed(text, start) });
    }
  });
  if (random.chance(70)) text += form.lineEnd;
  return { text, pieces };
}

/** The span from a place to the end of a text, without blanks at its ends. */
function trimmed(text: string, from: number): readonly [number, number] {
  let [start, end] = [from, text.length];
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return [start, end];
}
