import { type Segmentation, segment } from '@shared/segment/segment.ts';
import { KNOWLEDGE } from '../knowledge.ts';
import { type CleanArticle, readCleanArticles } from './clean-article.ts';
import { type Fault, type PrintedBlock, printClean } from './faults.ts';
import type { Layout } from './layouts.ts';
import { Random } from './random.ts';

/** A page made of clean stories, and what a reader should get back from it. */
export interface MadePage {
  readonly text: string;
  readonly articles: readonly CleanArticle[];
}

/** How much of a made page came back. */
export interface Outcome {
  /** Paragraphs of the clean stories. */
  readonly paragraphs: number;
  /** Those that came back whole, in the article that holds most of their story. */
  readonly returned: number;
  /** Titles that came back. */
  readonly titles: number;
  readonly articles: number;
  /** Articles beyond those that were put in. */
  readonly extra: number;
  readonly doubted: boolean;
  readonly doubts: number;
  /** Paragraphs that did not come back. */
  readonly missing: readonly string[];
  /** Those of them that no doubt and no duplicate touches. */
  readonly unmarked: readonly string[];
}

const ARTICLES = readCleanArticles();

/** Makes a page of two to four stories; the same seed makes the same page. */
export function makePage(layout: Layout, faults: readonly Fault[], seed: number): MadePage {
  const random = new Random(seed * 7919 + 17);
  const pool = [...ARTICLES];
  const articles: CleanArticle[] = [];
  for (let count = random.between(2, 4); count > 0; count--)
    articles.push(...pool.splice(random.below(pool.length), 1));
  let blocks: PrintedBlock[] = printClean(articles);
  for (const fault of faults) blocks = fault.apply(blocks, random);
  return { text: layout.render(blocks), articles };
}

const squash = (text: string): string => text.replace(/\s/g, '');

/** The paragraphs of a clean story as they are returned. */
const paragraphsOf = (article: CleanArticle): string[] =>
  article.blocks.filter((block) => block.kind === 'paragraph').map((block) => squash(block.text));

/** Characters that a mark must share with a paragraph to speak of it. */
const TOUCH = 6;

const touches = (mark: string, paragraph: string): boolean => {
  for (let i = 0; i + TOUCH <= mark.length; i++)
    if (paragraph.includes(mark.slice(i, i + TOUCH))) return true;
  return false;
};

function judge(made: MadePage, { page }: Segmentation): Outcome {
  const found = page.articles.map((article) => ({
    title: squash(article.title?.text ?? ''),
    paragraphs: new Set(
      article.paragraphs.map((span) => squash(article.body.text.slice(span.start, span.end))),
    ),
  }));
  let paragraphs = 0;
  let returned = 0;
  let titles = 0;
  const missing: string[] = [];
  const used = new Set<number>();
  for (const article of made.articles) {
    const own = paragraphsOf(article);
    const counts = found.map((one) => own.filter((text) => one.paragraphs.has(text)).length);
    const best = counts.indexOf(Math.max(...counts));
    paragraphs += own.length;
    used.add(best);
    returned += counts[best] ?? 0;
    for (const text of own) if (!found[best]?.paragraphs.has(text)) missing.push(text);
    const title = article.blocks.find((block) => block.kind === 'title');
    if (title && found[best]?.title === squash(title.text)) titles++;
  }
  const marks = [
    ...page.doubts.map(({ span }) => span),
    ...page.duplicates.flatMap(({ spans }) => spans),
  ].map((span) => squash(made.text.slice(span.start, span.end)));
  const stories = page.articles.filter((article) => article.kind === 'article').length;
  return {
    paragraphs,
    returned,
    titles,
    articles: made.articles.length,
    extra: Math.max(0, stories - made.articles.length),
    doubted: marks.length > 0,
    doubts: page.doubts.length,
    missing,
    unmarked: missing.filter((text) => !marks.some((mark) => touches(mark, text))),
  };
}

export const tryPage = (layout: Layout, faults: readonly Fault[], seed: number): Outcome => {
  const made = makePage(layout, faults, seed);
  return judge(made, segment(made.text, KNOWLEDGE));
};

/** Sums the outcomes of several pages of one kind. */
export function sumOutcomes(outcomes: readonly Outcome[]): {
  readonly paragraphs: number;
  readonly titles: number;
  readonly extra: number;
  readonly silent: number;
  readonly unmarked: number;
  readonly doubts: number;
} {
  const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((all, one) => all + of(one), 0);
  return {
    paragraphs:
      sum((one) => one.returned) /
      Math.max(
        1,
        sum((one) => one.paragraphs),
      ),
    titles:
      sum((one) => one.titles) /
      Math.max(
        1,
        sum((one) => one.articles),
      ),
    extra: sum((one) => one.extra),
    silent: outcomes.filter((one) => one.missing.length > 0 && !one.doubted).length,
    unmarked: sum((one) => one.unmarked.length),
    doubts:
      sum((one) => one.doubts) /
      Math.max(
        1,
        sum((one) => one.articles),
      ),
  };
}
