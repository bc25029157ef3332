import { type SourceOffset, type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import type { Page } from '@shared/model/page.ts';
import type { PlacedCut } from '@shared/model/page-cut.ts';
import type { Hint, Sheet } from '@shared/model/read-source.ts';
import type { SegmentKnowledge } from '@shared/segment/knowledge.ts';
import type { Segmentation } from '@shared/segment/segment.ts';
import { OffsetMap } from '@shared/text/offset-map.ts';
import { mapCut, mapPage, segmentAsSeen } from './see-page.ts';

/** The pages of a source, one a sheet, and which article stands on which. */
export interface CutSheets extends Segmentation {
  /** Imprints of the sheets, in their order. */
  readonly imprints: readonly Page['imprint'][];
  /** For each article of the page the index of its sheet. */
  readonly sheetOf: readonly number[];
}

/**
 * Takes each sheet of a source apart by itself and puts them together in their order. A cut whose words do not
 * stand on one sheet is not placed.
 */
export function cutSheets(
  source: string,
  sheets: readonly Sheet[],
  hints: readonly Hint[],
  knowledge: SegmentKnowledge,
  cuts: readonly PlacedCut[],
): CutSheets {
  const [only] = sheets;
  if (only && sheets.length === 1 && only.start === 0 && only.end === source.length) {
    const { page, unplaced } = segmentAsSeen(source, knowledge, cuts, hints);
    return { page, unplaced, imprints: [page.imprint], sheetOf: page.articles.map(() => 0) };
  }
  const unplaced = new Set(cuts.keys());
  const pages = sheets.map((sheet, place) => {
    const text = source.slice(sheet.start, sheet.end);
    const own = [...cuts.entries()].filter(([, cut]) =>
      spansOfCut(cut).every((span) => isWithin(span, sheet)),
    );
    const shift = (span: SourceSpan): SourceSpan =>
      sourceSpan(span.start - sheet.start, span.end - sheet.start);
    const here = hints.filter((hint) => belongs(hint, sheet, place === sheets.length - 1));
    const cut = segmentAsSeen(
      text,
      knowledge,
      own.map(([, one]) => mapCut(one, shift)),
      here.map((hint) => ({ ...hint, ...shift(hint) })),
    );
    const failed = new Set(cut.unplaced.map((i) => own[i]?.[0]));
    for (const [i] of own) if (!failed.has(i)) unplaced.delete(i);
    const back = (span: SourceSpan): SourceSpan =>
      sourceSpan(span.start + sheet.start, span.end + sheet.start);
    return mapPage(cut.page, { map: shiftOf(text.length, sheet.start), regionOf: back });
  });
  return { page: joinPages(pages), unplaced: [...unplaced], ...sheetsOf(pages) };
}

const isWithin = (span: SourceSpan, sheet: Sheet): boolean =>
  span.start >= sheet.start && span.end <= sheet.end;

/** Whether a hint is of a sheet; an empty one at the seam of two is of the later. */
const belongs = (hint: Hint, sheet: Sheet, isLast: boolean): boolean =>
  isWithin(hint, sheet) && (hint.start < sheet.end || isLast);

const shiftOf = (length: number, by: number): OffsetMap<SourceOffset, SourceOffset> =>
  OffsetMap.of([{ from: 0 as SourceOffset, to: by as SourceOffset, length }], length);

function spansOfCut(cut: PlacedCut): readonly SourceSpan[] {
  switch (cut.type) {
    case 'merge':
      return [cut.first, cut.second];
    case 'arrange':
      return [cut.what, ...(cut.after ? [cut.after] : [])];
    case 'reorder':
      return [...cut.what, ...(cut.after ? [cut.after] : [])];
    case 'mark':
      return cut.what;
    case 'split':
      return cut.at;
    default:
      return [cut.at];
  }
}

function joinPages(pages: readonly Page[]): Page {
  let before = 0;
  const doubts = pages.flatMap((page) => {
    const first = before;
    before += page.articles.length;
    return page.doubts.map((doubt) => ({
      ...doubt,
      article: doubt.article === null ? null : doubt.article + first,
    }));
  });
  return {
    articles: pages.flatMap((page) => page.articles),
    furniture: pages.flatMap((page) => page.furniture),
    duplicates: pages.flatMap((page) => page.duplicates),
    // What stands first speaks for the whole.
    imprint: Object.assign({}, ...pages.map((page) => page.imprint).reverse()),
    doubts,
  };
}

const sheetsOf = (pages: readonly Page[]): Pick<CutSheets, 'imprints' | 'sheetOf'> => ({
  imprints: pages.map((page) => page.imprint),
  sheetOf: pages.flatMap((page, sheet) => page.articles.map(() => sheet)),
});
