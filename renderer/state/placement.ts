import {
  type ReadingOffset,
  readingSpan,
  type SourceOffset,
  type SourceSpan,
  sourceSpan,
} from '@shared/model/offset.ts';
import type { ReadingText } from '@shared/model/page.ts';
import { type OffsetMap, readingMap } from '@shared/text/offset-map.ts';
import type { Block, BlockSpan } from './blocks.ts';
import { groupBy, lastAtOrBefore } from './sorted.ts';

interface PlacedReading {
  readonly toSource: OffsetMap<ReadingOffset, SourceOffset>;
  readonly toReading: OffsetMap<SourceOffset, ReadingOffset>;
  /** Source units from its first to behind its last. */
  readonly hull: SourceSpan;
  /** In the order of the reading, as all blocks of one reading are laid out. */
  readonly blocks: readonly Block[];
}

/** Ways between the blocks of one article and its source. One way costs as much as is shown of the words. */
export class Placement {
  private readonly readings: readonly PlacedReading[];
  private readonly blocks: readonly Block[];
  /** Ends in the source of all parts of all blocks, ascending; made when it is first asked for. */
  private ends: readonly { readonly end: number; readonly block: number }[] | null = null;

  constructor(readings: readonly ReadingText[], blocks: readonly Block[], sourceLength: number) {
    this.blocks = blocks;
    const blocksOf = groupBy(blocks, ({ reading }) => reading);
    this.readings = readings.map((reading, index) => {
      const toSource = readingMap(reading);
      const toReading = toSource.invert(sourceLength);
      const [first, last] = [toReading.pieces[0], toReading.pieces.at(-1)];
      return {
        toSource,
        toReading,
        hull: sourceSpan(first?.from ?? 0, last ? last.from + last.length : 0),
        blocks: blocksOf.get(index) ?? [],
      };
    });
  }

  /** Where words of the source are shown, in the order of the spans; what is shown nowhere is left out. */
  toBlocks(spans: readonly SourceSpan[]): BlockSpan[] {
    const shown: BlockSpan[] = [];
    for (const span of spans)
      for (const { toReading, hull, blocks } of this.readings) {
        if (span.end <= hull.start || span.start >= hull.end) continue;
        for (const { start, end } of toReading.mapSpan(span)) {
          const first = Math.max(
            0,
            lastAtOrBefore(blocks, start, ({ from }) => from),
          );
          for (let i = first; i < blocks.length; i++) {
            const block = blocks[i] as Block;
            if (block.from >= end) break;
            const from = Math.max(start, block.from) - block.from;
            const to = Math.min(end, block.from + block.text.length) - block.from;
            if (from < to) shown.push({ block: block.index, start: from, end: to });
          }
        }
      }
    return shown;
  }

  /** The block that shows the first of these words, else the one read nearest before their place on the page. */
  blockAt(span: SourceSpan): number {
    const shown = this.toBlocks([span])[0]?.block;
    if (shown !== undefined) return shown;
    this.ends ??= this.blocks
      .flatMap((block) =>
        this.toSource([{ block: block.index, start: 0, end: block.text.length }]).map(({ end }) => ({
          end: Number(end),
          block: block.index,
        })),
      )
      .sort((a, b) => a.end - b.end);
    return this.ends[lastAtOrBefore(this.ends, span.start, ({ end }) => end)]?.block ?? 0;
  }

  /** The source's spans under parts of blocks, in the order given; spans that touch are one. */
  toSource(spans: readonly BlockSpan[]): SourceSpan[] {
    const found: SourceSpan[] = [];
    for (const span of spans) {
      const block = this.blocks[span.block];
      const reading = block && this.readings[block.reading];
      if (!block || !reading) throw new RangeError(`no block ${span.block} among ${this.blocks.length}`);
      for (const part of reading.toSource.mapSpan(
        readingSpan(block.from + span.start, block.from + span.end),
      )) {
        const last = found.at(-1);
        if (last?.end === part.start) found[found.length - 1] = { start: last.start, end: part.end };
        else found.push(part);
      }
    }
    return found;
  }
}
