import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import type { Imprint } from '@shared/model/page.ts';
import { readJumpNote } from '@shared/numerals/jump-note.ts';
import { findPrintedDate, type PrintedDate } from '@shared/numerals/printed-date.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import { type Folio, readFolio } from './folio.ts';
import { isMasthead } from './furniture.ts';

/** Columns of the longest line of furniture that says something of the page. */
const LONGEST = 60;
/** Lines over which a day may be set: year and month, the day, the weekday. */
const MOST_LINES = 4;

interface Line {
  readonly block: Block;
  readonly run: SourceSpan;
  readonly folio: Folio | null;
}

/**
 * Reads paper, edition, date and page title off the page's furniture. The date is a folio's before any other line's,
 * and of several lines only where none prints it whole.
 */
export function readImprint(furniture: readonly Block[], knowledge: SegmentKnowledge): Imprint {
  const lines = furniture.flatMap((block): Line[] => {
    const [run] = block.runs;
    if (!run || block.runs.length > 1 || block.width > LONGEST || readJumpNote(block.text)) return [];
    return [{ block, run, folio: readFolio(block.text, knowledge) }];
  });
  const found: { -readonly [K in keyof Imprint]: Imprint[K] } = {};
  const newspaper = mastheadOf(furniture, lines, knowledge) ?? paperOf(lines, knowledge);
  if (newspaper) found.newspaper = newspaper;
  const date = folioDate(lines) ?? partedDate(lines, knowledge) ?? anyDate(lines, knowledge);
  if (date) found.date = date;
  for (const { run, folio } of lines)
    if (folio?.edition && !found.edition)
      found.edition = { text: folio.edition.text, span: spanIn(run, folio.edition) };
  for (const { block, run, folio } of lines) {
    if (found.pageTitle) break;
    const section = folio?.section;
    if (section) found.pageTitle = { text: section.text, span: spanIn(run, section) };
    else {
      const title = pageTitleIn(block.text, knowledge);
      if (title)
        found.pageTitle = {
          text: title[0],
          span: spanIn(run, { start: title[1], end: title[1] + title[0].length }),
        };
    }
  }
  return found;
}

const spanIn = (
  run: SourceSpan,
  { start, end }: { readonly start: number; readonly end: number },
): SourceSpan => sourceSpan(run.start + start, run.start + end);

const placed = ({ run }: Line, { value, start, end }: PrintedDate): NonNullable<Imprint['date']> => ({
  value,
  span: spanIn(run, { start, end }),
});

/** The day of a folio that more than the day says to be one, else of one that prints the day alone. */
function folioDate(lines: readonly Line[]): Imprint['date'] {
  const dated = lines.filter(({ folio }) => folio?.date);
  const line = dated.find(({ folio }) => folio?.sure) ?? dated[0];
  return line?.folio?.date ? placed(line, line.folio.date) : undefined;
}

function anyDate(lines: readonly Line[], knowledge: SegmentKnowledge): Imprint['date'] {
  for (const line of lines) {
    const date = findPrintedDate(line.block.text, knowledge.eras);
    if (date) return placed(line, date);
  }
  return undefined;
}

/** A day set over several lines: 2024年5月 / 6 / 星期一. */
function partedDate(lines: readonly Line[], knowledge: SegmentKnowledge): Imprint['date'] {
  for (let from = 0; from < lines.length; from++)
    for (let count = 2; count <= MOST_LINES && from + count <= lines.length; count++) {
      const own = lines.slice(from, from + count);
      const text = own.map(({ block }) => block.text).join(' ');
      const date = findPrintedDate(text, knowledge.eras);
      const first = own[0]?.block.text.length ?? 0;
      if (!date || date.start >= first || date.end <= first) continue;
      const last = own.at(-1) as Line;
      return { value: date.value, span: sourceSpan((own[0] as Line).run.start + date.start, last.run.end) };
    }
  return undefined;
}

/** The first line of the page where it is a paper's name by its place. */
function mastheadOf(
  [head]: readonly Block[],
  [first]: readonly Line[],
  knowledge: SegmentKnowledge,
): Imprint['newspaper'] {
  if (!head || first?.block !== head || !isMasthead(head.text, knowledge) || first.folio) return undefined;
  const name = head.text.match(knowledge.newspaper.every)?.[0];
  const text = name && head.text.startsWith(name) ? name : head.text;
  return { text, span: spanIn(first.run, { start: 0, end: text.length }) };
}

function paperOf(lines: readonly Line[], knowledge: SegmentKnowledge): Imprint['newspaper'] {
  for (const { run, folio } of lines)
    if (folio?.newspaper) return { text: folio.newspaper.text, span: spanIn(run, folio.newspaper) };
  for (const { block, run } of lines) {
    const name = knowledge.newspaper.first.exec(block.text);
    if (name)
      return { text: name[0], span: spanIn(run, { start: name.index, end: name.index + name[0].length }) };
  }
  return undefined;
}

function pageTitleIn(text: string, knowledge: SegmentKnowledge): [string, number] | null {
  const bare = text.trim();
  return knowledge.press.furniture.has(bare) &&
    bare.length <= 6 &&
    !/[分享返回下载上一扫码打印朗读放大缩小默认查看阅读点击]/.test(bare)
    ? [bare, text.indexOf(bare)]
    : null;
}
