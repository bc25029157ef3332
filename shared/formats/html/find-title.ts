import { namesOf, type PageElement } from './element.ts';
import { HEADINGS } from './elements.ts';
import type { LinkedStory } from './linked-data.ts';
import type { PageLine } from './page-lines.ts';

/** Where a page says what its story is called. */
export interface FoundTitle {
  readonly line: number;
  /** Part of the line, where it is the page's `title` with the site's name. */
  readonly start: number;
  readonly end: number;
}

const SHORTEST = 4;
const LONGEST = 80;
/** Lines below the story's first among which its headline may stand. */
const WITHIN = 3;
/** What a line needs to be the headline. */
const ENOUGH = 4;

const TITLE_METAS = ['og:title', 'twitter:title', 'dc.title', 'title', 'headline'] as const;
const NAMED_TITLE =
  /(?:^|[\s_-])(?:h1|title|headline|biaoti|bt|tit|arti[_-]?title|article[_-]?title)(?:$|[\s_-]|\d)/i;

/** The site's name behind a headline: _新华网, - BBC中文网, | 光明日报. */
const SITE = /(?<!\s)\s*(?:(?<![-_|｜–—·])[-_|｜–—·]+|\s[-–—]\s)\s*[^-_|｜–—]{1,20}$/u;

const bare = (text: string): string => text.replace(/[\s\p{P}\p{S}]+/gu, '').toLowerCase();

/**
 * Finds the line that is the headline: one that the page's own names for the story agree with, and that it sets as
 * one; the nearest above the story where several are. Where none is, what stands before the site's name in `title`.
 * @param first the story's first line.
 */
export function findTitle(
  lines: readonly PageLine[],
  first: number,
  metas: ReadonlyMap<string, readonly string[]>,
  linked: LinkedStory | null,
): FoundTitle | null {
  const window = lines.findIndex(({ block }) => block?.name === 'title');
  const said = [
    ...(linked?.headline ? [linked.headline] : []),
    ...TITLE_METAS.flatMap((name) => metas.get(name) ?? []),
  ];
  const whole = window < 0 ? '' : (lines[window] as PageLine).text;
  const named = new Set(said.map(bare));
  let best = -1;
  let most = ENOUGH - 1;
  for (let i = 0; i < Math.min(lines.length, first + WITHIN); i++) {
    const line = lines[i] as PageLine;
    if (i === window || line.ink < SHORTEST || line.ink > LONGEST) continue;
    const worth = weighTitle(line, named, whole);
    if (worth >= most && worth >= ENOUGH) [best, most] = [i, worth];
  }
  if (best >= 0) return { line: best, ...trimmed(lines[best] as PageLine) };
  if (window < 0) return null;
  const line = lines[window] as PageLine;
  const { start, end } = trimmed(line);
  const title = withoutSite(line.text.trim(), named);
  return bare(title) === ''
    ? { line: window, start, end }
    : { line: window, start, end: start + title.length };
}

function weighTitle({ text, block }: PageLine, named: ReadonlySet<string>, whole: string): number {
  const words = bare(text);
  let worth = 0;
  if (named.has(words)) worth += 6;
  else if (words.length >= SHORTEST && bare(whole).startsWith(words)) worth += 5;
  else if (words.length >= 8 && bare(whole).includes(words)) worth += 3;
  const level = headingOf(block);
  if (level > 0) worth += level === 1 ? 4 : level === 2 ? 2 : 1;
  if (
    block !== null &&
    (NAMED_TITLE.test(namesOf(block)) || (block.parent && NAMED_TITLE.test(namesOf(block.parent))))
  )
    worth += 2;
  return worth;
}

/** Level of the heading that an element is or stands in, 0 for none. */
export function headingOf(block: PageElement | null): number {
  for (let at = block, up = 0; at !== null && up < 3; at = at.parent, up++) {
    const level = HEADINGS.get(at.name);
    if (level !== undefined) return level;
  }
  return 0;
}

const trimmed = ({ start, text }: PageLine): { readonly start: number; readonly end: number } => {
  const lead = text.length - text.trimStart().length;
  return { start: start + lead, end: start + text.trimEnd().length };
};

/** A window's title without what names the site; whole where nothing would be left. */
function withoutSite(title: string, named: ReadonlySet<string>): string {
  for (let rest = title; ; ) {
    if (named.has(bare(rest))) return rest;
    const site = SITE.exec(rest);
    if (site === null || site.index < SHORTEST) return rest;
    rest = rest.slice(0, site.index).trimEnd();
  }
}
