import { sourceSpan } from '@shared/model/offset.ts';
import type { Hint } from '@shared/model/read-source.ts';
import { findPrintedDate } from '@shared/numerals/printed-date.ts';
import { ABOUT_STORY, BELOW_STORY } from './boilerplate.ts';
import { namesOf, type PageElement } from './element.ts';
import { type FoundStory, findStory, weigh } from './find-story.ts';
import { findTitle, headingOf } from './find-title.ts';
import { type LinkedStory, readLinkedData } from './linked-data.ts';
import { readMetaDate } from './page-dates.ts';
import type { PageLine } from './page-lines.ts';
import type { Markup } from './read-markup.ts';

/** Ink of a line that stands about a story: its source, its day, who wrote it. */
const LONGEST_ABOUT = 120;
/** Lines around a story among which such are looked for. */
const ABOVE = 12;
const BELOW = 6;
/** Share of links from which a page without a story is an index. */
const INDEX = 0.5;
/** Linked headlines within what looks like a story, from which it is an index, and how many to a paragraph. */
const TEASERS = 3;
const TEASERS_TO_PARAGRAPHS = 0.5;
const LONGEST_SUBHEADING = 30;

const AUTHOR_METAS = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'sailthru.author',
] as const;
const SOURCE_METAS = ['source', 'og:site_name', 'mediaid', 'dc.publisher', 'article:publisher'] as const;
const CAPTION =
  /(?:^|[\s_-])(?:caption|cap|tuzhu|tushuo|pictext|pic[_-]?(?:info|desc|txt|text|title)|img[_-]?(?:info|desc|txt|text|title|note)|photo[_-]?(?:info|desc|text))(?:$|[\s_-])/i;
const CAPTION_WORDS = /^\s*(?:图注|圖註|图说|圖說|图片说明|图为|圖為)\s*[:：]?/u;
const SIGNATURE =
  /(?:责任?编辑|責任編輯|责编|責編|编辑|編輯|作者|记者|記者|校对|审核|来源|來源|通讯员|出品|撰文|监制)\s*[:：/︱|｜]/u;
/** What stands below a story and signs none. */
const EDITORS = /^[\s【[（(]*(?:责任?编辑|責任編輯|责编|責編|编辑|編輯|校对|审核)\s*[:：]/u;
const UNSIGNED = [EDITORS, BELOW_STORY];

/** What a page says of its lines, in order. */
export function readHints(lines: readonly PageLine[], markup: Markup): Hint[] {
  const linked = readLinkedData(markup.linkedData);
  const found = findStory(lines, markup.elements);
  const story = found !== null && isIndex(lines, found) ? null : found;
  const hints =
    story === null ? hintsOfIndex(lines, found !== null) : hintsOfStory(lines, story, markup, linked);
  for (const reading of markup.readings) hints.push({ kind: 'reading', ...reading });
  return hints.sort((a, b) => a.start - b.start || b.end - a.end);
}

const spanOf = ({ start, end, text }: PageLine) =>
  sourceSpan(start + text.length - text.trimStart().length, end - text.length + text.trimEnd().length);

/** What a chapter of a book says of its lines, in order: all of it is the story. */
export function readChapterHints(lines: readonly PageLine[], { elements, readings }: Markup): Hint[] {
  const bold = boldLines(elements);
  const levels = lines.map(({ block }) => headingOf(block));
  const [first = 0, ...others] = levels;
  const hasTitle = first > 0 && others.every((level) => level === 0 || level > first);
  const hints = lines.flatMap((line, i): Hint[] => {
    if (i === 0 && hasTitle) return [{ kind: 'title', ...spanOf(line) }];
    const kind = kindOf(line, bold);
    const isWhole = line.block !== null && line.block.start >= line.start && line.block.end <= line.end;
    return kind ? [kind] : isWhole ? [{ kind: 'paragraph', ...spanOf(line) }] : [];
  });
  for (const reading of readings) hints.push({ kind: 'reading', ...reading });
  return hints.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether what looks like a story is a list of stories, each with a line or two of its own. */
function isIndex(lines: readonly PageLine[], { isStory }: FoundStory): boolean {
  const own = lines.filter((_, i) => isStory[i]);
  const teasers = own.filter(({ ink, linked }) => ink >= 8 && linked > 0.8 * ink).length;
  const paragraphs = own.filter((line) => weigh(line) > 0).length;
  return teasers >= TEASERS && teasers >= TEASERS_TO_PARAGRAPHS * paragraphs;
}

/** A page without a story: what leads elsewhere is furniture and, where that is most of it, everything is. */
function hintsOfIndex(lines: readonly PageLine[], isList: boolean): Hint[] {
  const ink = lines.reduce((sum, line) => sum + line.ink, 0);
  const links = lines.reduce((sum, line) => sum + line.linked, 0);
  const isWhole = isList || links > INDEX * ink;
  return furniture(
    lines.map((line) => isWhole || line.linked > 0.5 * line.ink || line.block?.name === 'title'),
    lines,
  );
}

/** One hint for lines that follow one another. */
function furniture(isFurniture: readonly boolean[], lines: readonly PageLine[]): Hint[] {
  const hints: Hint[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!isFurniture[i]) continue;
    let last = i;
    while (isFurniture[last + 1]) last++;
    const { start } = spanOf(lines[i] as PageLine);
    hints.push({ kind: 'furniture', ...sourceSpan(start, spanOf(lines[last] as PageLine).end) });
    i = last;
  }
  return hints;
}

function hintsOfStory(
  lines: readonly PageLine[],
  story: FoundStory,
  { metas, elements }: Markup,
  linked: LinkedStory | null,
): Hint[] {
  const hints: Hint[] = [];
  const title = findTitle(lines, story.first, metas, linked);
  const isKept = lines.map(
    (line, i) => story.isStory[i] === true || isAbout(line, i, story, title?.line ?? null),
  );
  const bold = boldLines(elements);
  if (title !== null) {
    isKept[title.line] = true;
    const line = lines[title.line] as PageLine;
    hints.push({ kind: 'title', ...sourceSpan(title.start, title.end) });
    if (title.end < spanOf(line).end)
      hints.push({ kind: 'furniture', ...sourceSpan(title.end, spanOf(line).end) });
  }
  // Above its first paragraph stands what tells of a story; nothing says what each such line is.
  const head = title === null || title.line > story.last ? -1 : title.line;
  const opening = lines.findIndex((line, i) => i > head && story.isStory[i] === true && weigh(line) > 0);
  lines.forEach((line, i) => {
    if (!isKept[i] || i === title?.line) return;
    const imprint = i < opening ? imprintOf(line) : null;
    if (imprint !== null) hints.push(imprint);
    const kind = kindOf(line, bold);
    if (kind !== null) hints.push(kind);
    const isWhole = line.block !== null && line.block.start >= line.start && line.block.end <= line.end;
    if (isWhole && i >= opening && i <= story.last) hints.push({ kind: 'paragraph', ...spanOf(line) });
  });
  hints.push(
    ...furniture(
      isKept.map((kept) => !kept),
      lines,
    ),
  );
  hints.push(...datesOf(lines, isKept, story, title?.line ?? null, metas, linked));
  for (const name of new Set([
    ...(linked?.authors ?? []),
    ...AUTHOR_METAS.flatMap((meta) => metas.get(meta) ?? []),
  ]))
    hints.push({ kind: 'byline', ...sourceSpan(0, 0), value: name.trim() });
  const [newspaper] = SOURCE_METAS.flatMap((meta) => metas.get(meta) ?? []);
  if (newspaper !== undefined) hints.push({ kind: 'newspaper', ...sourceSpan(0, 0), value: newspaper });
  return hints;
}

/** Whether a line beside the story tells of it: between its headline and its words, or right below them. */
function isAbout(line: PageLine, i: number, { first, last }: FoundStory, title: number | null): boolean {
  if (line.ink > LONGEST_ABOUT || line.linked > 0.5 * line.ink || line.block?.name === 'title') return false;
  if (i > last)
    return i <= last + BELOW && SIGNATURE.test(line.text) && !UNSIGNED.some((form) => form.test(line.text));
  if (i > first || i < Math.max(title ?? first - 3, first - ABOVE)) return false;
  return ABOUT_STORY.test(line.text) || headingOf(line.block) > 1 || weigh(line) > 0;
}

/** Lines above a story that say themselves what they are; segment reads them. */
const SAYS_SO = /[来來]源|出处|发布|發布|發佈|时间|時間|更新/u;
const PAPER = /(?:报|報|刊|网|網|社|台|臺|在线|新闻|新聞|资讯|資訊|频道)/u;
const SIGNED = /(?:本报|本刊|本网)?(?:记者|記者|作者|通讯员|特派员|撰文|文[/:：])/u;

/** A paper's name beside its day, above a story and before who wrote it: no words of the story. */
function imprintOf(line: PageLine): Hint | null {
  if (SAYS_SO.test(line.text) || findPrintedDate(line.text) === null || weigh(line) > 0) return null;
  const { start, end } = spanOf(line);
  const signed = SIGNED.exec(line.text);
  if (signed === null) return PAPER.test(line.text) ? { kind: 'furniture', ...sourceSpan(start, end) } : null;
  const at = line.start + signed.index;
  return at > start ? { kind: 'furniture', ...sourceSpan(start, at) } : null;
}

/** Starts of lines that are set in bold from end to end. */
function boldLines(elements: readonly PageElement[]): ReadonlyMap<number, number> {
  return new Map(
    elements
      .filter(({ name, start, end }) => (name === 'strong' || name === 'b') && end > start)
      .map(({ start, end }) => [start, end]),
  );
}

function kindOf(line: PageLine, bold: ReadonlyMap<number, number>): Hint | null {
  const span = spanOf(line);
  const level = headingOf(line.block);
  if (level > 0) return { kind: 'heading', level, ...span };
  for (let at = line.block, up = 0; at !== null && up < 3; at = at.parent, up++) {
    const isCaption = at.name === 'figcaption' || at.name === 'caption' || CAPTION.test(namesOf(at));
    if (isCaption || CAPTION_WORDS.test(line.text)) return { kind: 'caption', ...span };
    if (at.name === 'li') return { kind: 'list-item', ...span };
    if (at.name === 'td' || at.name === 'th') return { kind: 'cell', ...span };
  }
  const isBold = bold.get(span.start) === span.end;
  const isShort =
    line.ink <= LONGEST_SUBHEADING && !/[，。；：:,]/.test(line.text) && !SIGNATURE.test(line.text);
  return isBold && isShort ? { kind: 'heading', level: 3, ...span } : null;
}

function datesOf(
  lines: readonly PageLine[],
  isKept: readonly boolean[],
  { first, last }: FoundStory,
  title: number | null,
  metas: Markup['metas'],
  linked: LinkedStory | null,
): Hint[] {
  const hints: Hint[] = [];
  const near = (line: PageLine, i: number): boolean =>
    line.ink <= LONGEST_ABOUT && weigh(line) < 4 && i >= (title ?? first) - 4 && i <= first + 2;
  const order = lines.map((_, i) => i).filter((i) => near(lines[i] as PageLine, i) && i <= last);
  for (const i of order.sort((a, b) => Number(isKept[b]) - Number(isKept[a]) || a - b)) {
    const line = lines[i] as PageLine;
    const day = findPrintedDate(line.text);
    if (day === null) continue;
    hints.push({
      kind: 'date',
      basis: 'printed',
      value: day.value,
      ...sourceSpan(line.start + day.start, line.start + day.end),
    });
    break;
  }
  const stated = readMetaDate(metas, linked?.datePublished);
  if (stated !== null) hints.push({ kind: 'date', basis: 'metadata', value: stated, ...sourceSpan(0, 0) });
  return hints;
}
