import type { Item } from '../blocks/item-runs.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { isEnumerated, pairsIn } from './headlines.ts';

/** A stack of short lines and the paragraphs under it. */
export interface Section {
  /** Index of the first short line. */
  readonly start: number;
  readonly end: number;
  readonly paragraphs: number;
  /** Whether it is one of several short news items printed one after the other. */
  digest: boolean;
  /** Lines at its head that name the column of items rather than the first item. */
  rubric: number;
}

/**
 * Finds columns of short news: at least three sections in a row of a headline and one paragraph that say
 * different things. Keyed by the index of each section's first line.
 */
export function findDigests(items: readonly Item[], knowledge: SegmentKnowledge): Map<number, Section> {
  const sections = readSections(items);
  for (let i = 0; i < sections.length; ) {
    let end = i;
    while (
      end < sections.length &&
      isShortNews(items, sections[end] as Section) &&
      (end === i || adjacent(items, sections, end))
    )
      end++;
    judge(items, sections.slice(i, end), knowledge);
    i = Math.max(end, i + 1);
  }
  return new Map(sections.map((section) => [section.start, section]));
}

function readSections(items: readonly Item[]): Section[] {
  const sections: Section[] = [];
  for (let i = 0; i < items.length; ) {
    if (items[i]?.role !== 'short') {
      i++;
      continue;
    }
    const start = i;
    while (items[i]?.role === 'short') i++;
    const end = i;
    let paragraphs = 0;
    while (i < items.length && items[i]?.role !== 'short' && items[i]?.role !== 'byline') {
      if (items[i]?.role === 'body') paragraphs++;
      i++;
    }
    sections.push({ start, end, paragraphs, digest: false, rubric: 0 });
  }
  return sections;
}

/** Whether nothing but the items' own paragraphs stands between a section and the one before. */
function adjacent(items: readonly Item[], sections: readonly Section[], i: number): boolean {
  const before = sections[i - 1] as Section;
  for (let k = before.end; k < (sections[i] as Section).start; k++)
    if (items[k]?.role === 'byline') return false;
  return true;
}

const isShortNews = (items: readonly Item[], section: Section): boolean =>
  (section.paragraphs === 1 || (section.paragraphs === 0 && section.end - section.start <= 2)) &&
  section.end - section.start <= 2 &&
  !isEnumerated((items[section.start] as Item).block.text);

/** Marks sections in a row as short news where there are three or more and their heads and words say so. */
function judge(items: readonly Item[], sections: readonly Section[], knowledge: SegmentKnowledge): void {
  const bodied = sections.filter((section) => section.paragraphs === 1);
  if (bodied.length < 3) return;
  const texts = bodied.map((section) => textOf(items, section.end));
  const heads = bodied.map((section) => (items[section.end - 1] as Item).block);
  const first = sections[0] as Section;
  const top = (items[first.start] as Item).block.text;
  const named = knowledge.press.digestWords.some((word) => top.includes(word)) && top.length <= 14;
  const dated = texts.filter((text) =>
    /^.{0,24}?(?:昨|今|近|日前|\d{1,2}月\d{1,2}日|本报|新华社)/.test(text),
  ).length;
  const wide = heads.filter((block) => block.width >= 11).length;
  let score = named ? 2 : 0;
  score += dated >= texts.length * 0.6 ? 1.5 : dated >= texts.length * 0.3 ? 0.5 : 0;
  score += wide >= heads.length * 0.7 ? 1 : -1;
  score += bodied.length >= 5 ? 1 : 0;
  score += kinship(texts) < 0.2 ? 1 : -1.5;
  if (score < 2) return;
  for (const section of sections) section.digest = true;
  if (first.paragraphs === 0) first.rubric = first.end - first.start;
  else if (first.end - first.start === 2 && named) first.rubric = 1;
}

const textOf = (items: readonly Item[], from: number): string => {
  for (let i = from; i < items.length; i++)
    if (items[i]?.role === 'body') return (items[i] as Item).block.text.slice(0, 600);
  return '';
};

/** Mean share of a text's pairs of characters that its neighbour has too: high where one story goes on. */
function kinship(texts: readonly string[]): number {
  let sum = 0;
  for (let i = 1; i < texts.length; i++) {
    const a = pairsIn(texts[i - 1] as string);
    const b = pairsIn(texts[i] as string);
    let shared = 0;
    for (const pair of b) if (a.has(pair)) shared++;
    sum += shared / Math.max(1, Math.min(a.size, b.size));
  }
  return texts.length > 1 ? sum / (texts.length - 1) : 0;
}
