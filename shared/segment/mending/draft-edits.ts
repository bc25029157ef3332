import type { SourceSpan } from '@shared/model/offset.ts';
import { blocksOf, type Draft, type DraftArticle, type Part } from '../draft.ts';
import { type Block, joinBlocks, joinTexts, NO_SEAMS, sliceBlock } from '../print/blocks.ts';
import { widthOf } from '../print/lines.ts';

/** A stretch of ink that was taken out of a draft, and where it stood. */
export interface Taken {
  readonly block: Block;
  readonly article: DraftArticle | null;
  /** Index of the part that now stands where it was; −1 when it was no part. */
  readonly part: number;
  readonly role: 'body' | 'heading' | 'other';
}

/** Where an offset of the source stands in the text of a block; −1 when the block does not hold it. */
export function placeIn(block: Block, offset: number): number {
  let at = 0;
  for (const run of block.runs) {
    if (at > 0 && block.text[at] === ' ') at++;
    if (offset >= run.start && offset < run.end) return at + offset - run.start;
    at += run.end - run.start;
  }
  return -1;
}

function blockOfSpan(source: string, span: SourceSpan): Block | null {
  let { start, end } = span as { start: number; end: number };
  while (start < end && /\s/.test(source[start] as string)) start++;
  while (end > start && /\s/.test(source[end - 1] as string)) end--;
  if (start >= end) return null;
  const text = source.slice(start, end);
  return {
    runs: [{ start, end } as SourceSpan],
    text,
    width: widthOf(text),
    gap: 1,
    indent: null,
    shortfall: null,
    level: 0,
    lines: 1,
    measure: 0,
    leading: -1,
    piece: false,
    looseSeams: NO_SEAMS,
    unsureEnds: NO_SEAMS,
  };
}

/**
 * The parts of a block that stand before, in and after some spans of the source, in reading order; what
 * stands between the spans counts as after them.
 */
export function divide(
  block: Block,
  spans: readonly SourceSpan[],
): { readonly before: Block | null; readonly inside: Block | null; readonly after: Block | null } {
  const runs: Record<'before' | 'inside' | 'after', SourceSpan[]> = { before: [], inside: [], after: [] };
  const texts: Record<'before' | 'inside' | 'after', string[]> = { before: [], inside: [], after: [] };
  let at = 0;
  for (const run of block.runs) {
    if (at > 0 && block.text[at] === ' ') at++;
    for (let from: number = run.start; from < run.end; ) {
      const span = spans.find(({ start, end }) => start <= from && from < end);
      const stops = span ? [span.end] : spans.map(({ start }) => start).filter((start) => start > from);
      const to = Math.min(run.end, ...stops);
      const where = span ? 'inside' : runs.inside.length > 0 ? 'after' : 'before';
      const printed = block.text.slice(at + from - run.start, at + to - run.start);
      const text = printed.trim();
      // A run neither begins nor ends with a blank.
      const start = from + printed.length - printed.trimStart().length;
      if (text) {
        runs[where].push({ start, end: start + text.length } as SourceSpan);
        texts[where].push(text);
      }
      from = to;
    }
    at += run.end - run.start;
  }
  return {
    before: rebuilt(block, runs.before, texts.before),
    inside: rebuilt(block, runs.inside, texts.inside),
    after: rebuilt(block, runs.after, texts.after),
  };
}

function rebuilt(block: Block, runs: readonly SourceSpan[], texts: readonly string[]): Block | null {
  if (runs.length === 0) return null;
  const text = joinTexts(texts);
  const whole = { ...block, runs, text, width: widthOf(text) };
  return sliceBlock(whole, 0, text.length);
}

/**
 * Takes the ink of some spans out of a draft, in the order in which it stands there. What stood before and
 * after it in one paragraph stays one paragraph when `heals`, else becomes two.
 */
export function takeOut(draft: Draft, source: string, spans: readonly SourceSpan[], heals: boolean): Taken[] {
  const taken: Taken[] = [];
  const fromList = (blocks: readonly Block[], article: DraftArticle): Block[] =>
    blocks.flatMap((block) => {
      const { before, inside, after } = divide(block, spans);
      if (!inside) return [block];
      taken.push({ block: inside, article, part: -1, role: 'other' });
      return before && after
        ? [joinBlocks(before, after)]
        : [before ?? after].filter((rest) => rest !== null);
    });
  for (const article of draft.articles) {
    article.title = fromList(article.title, article);
    article.subtitle = fromList(article.subtitle, article);
    article.captions = fromList(article.captions, article);
    article.bylines = article.bylines.flatMap((byline) => {
      const [block] = fromList([byline.block], article);
      return block ? [{ names: block === byline.block ? byline.names : [], block }] : [];
    });
    takeFromParts(article, spans, heals, taken);
  }
  for (const span of spans) {
    draft.furniture = takeFromSpans(draft.furniture, source, span, taken);
    draft.duplicates = draft.duplicates.flatMap(({ spans: [kept, copy] }) =>
      takeFromSpans([copy], source, span, taken).map((rest) => ({ spans: [kept, rest] as const })),
    );
  }
  return taken;
}

function takeFromParts(
  article: DraftArticle,
  spans: readonly SourceSpan[],
  heals: boolean,
  taken: Taken[],
): void {
  const parts: DraftArticle['parts'] = [];
  for (const part of article.parts) {
    const { before, inside, after } = divide(part.block, spans);
    if (!inside) {
      parts.push(part);
      continue;
    }
    if (before && after && heals) {
      parts.push({ ...part, block: joinBlocks(before, after) });
      taken.push({ block: inside, article, part: parts.length, role: part.role });
      continue;
    }
    if (before) parts.push({ ...part, block: before });
    taken.push({ block: inside, article, part: parts.length, role: part.role });
    if (after) parts.push({ ...part, block: after });
  }
  article.parts = parts;
}

function takeFromSpans(
  spans: readonly SourceSpan[],
  source: string,
  span: SourceSpan,
  taken: Taken[],
): SourceSpan[] {
  return spans.flatMap((one) => {
    const start = Math.max(one.start, span.start);
    const end = Math.min(one.end, span.end);
    const block = end > start ? blockOfSpan(source, { start, end } as SourceSpan) : null;
    if (!block) return [one];
    taken.push({ block, article: null, part: -1, role: 'other' });
    const rests = [
      { start: one.start, end: start },
      { start: end, end: one.end },
    ] as SourceSpan[];
    return rests.flatMap((rest) => blockOfSpan(source, rest)?.runs ?? []);
  });
}

export const holds = (block: Block, offset: number): boolean =>
  block.runs.some((run) => offset >= run.start && offset < run.end);

/** The article that holds an offset in any of its texts. */
export const holderOf = (draft: Draft, offset: number): DraftArticle | null =>
  draft.articles.find((article) => blocksOf(article).some((block) => holds(block, offset))) ?? null;

/** The paragraph or heading that holds an offset. */
export function findPart(
  draft: Draft,
  offset: number,
): { article: DraftArticle; index: number; part: Part } | null {
  for (const article of draft.articles) {
    const index = article.parts.findIndex((part) => holds(part.block, offset));
    if (index >= 0) return { article, index, part: article.parts[index] as Part };
  }
  return null;
}
