import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isSlogan } from './dressings.ts';
import type { Label, LabelledPage, LabelRole } from './labelled-page.ts';

/** Pages composed of real articles, which lie beside the checkout and are none of the project's: shapes and measures are learnt from them, no words. */
const COMPOSED =
  process.env.DUIDU_COMPOSED ?? resolve(import.meta.dirname, '../../../../shared/pages-composed');

type Spans = readonly (readonly [number, number])[];

export interface ComposedPart {
  readonly k: number;
  readonly text: string;
  readonly spans: Spans;
}

export interface ComposedArticle extends AnsweredArticle {
  readonly source: string;
}

export interface AnsweredArticle {
  readonly title: string;
  readonly kicker: string | null;
  readonly second: string | null;
  readonly byline: readonly string[];
  readonly paragraphs: readonly ComposedPart[];
  readonly headings: readonly ComposedPart[];
  readonly titleSpans: Spans;
  readonly kickerSpans: Spans;
  readonly secondSpans: Spans;
  readonly bylineSpans: Spans;
  readonly leadSpans: Spans;
  readonly markSpans: Spans;
  readonly captions: Spans;
}

/** The answer to a page, as the composed pages and the generator of pages have it. */
export interface AnsweredPage {
  readonly style: string;
  readonly articles: readonly AnsweredArticle[];
  readonly furniture: Spans;
  readonly rubrics: Spans;
  readonly duplicates: Spans;
}

export interface ComposedPage extends AnsweredPage {
  readonly file: string;
  readonly faults: readonly string[];
  readonly articles: readonly ComposedArticle[];
}

/** The composed pages; none where the folder is not there. */
export function readComposed(folder: string = COMPOSED): readonly ComposedPage[] {
  const truth = resolve(folder, 'truth.ndjson');
  if (!existsSync(truth)) return [];
  return readFileSync(truth, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ComposedPage);
}

export const textOf = (page: ComposedPage, folder: string = COMPOSED): string =>
  readFileSync(resolve(folder, page.file), 'utf8').replace(/^\uFEFF/, '');

export function labelComposed(page: AnsweredPage, text: string): LabelledPage {
  const labels: Label[] = [];
  const put = (role: LabelRole, spans: Spans): void => {
    for (const [start, end] of spans) labels.push({ start, end, role });
  };
  const paragraphs: { start: number; opensStory: boolean }[] = [];
  for (const article of page.articles) {
    put('headline', [...article.titleSpans, ...article.kickerSpans, ...article.secondSpans]);
    put('byline', article.bylineSpans);
    put('caption', article.captions);
    put('mark', article.markSpans);
    for (const { spans } of article.headings) put('heading', spans);
    put('body', article.leadSpans);
    const ordered = [...article.paragraphs].sort((a, b) => a.k - b.k);
    ordered.forEach(({ spans }, i) => {
      put('body', spans);
      let start = spans[0]?.[0] ?? 0;
      if (i === 0) for (const [from, to] of article.leadSpans) if (to <= start) start = Math.min(start, from);
      paragraphs.push({ start, opensStory: i === 0 && article.titleSpans.length === 0 });
    });
  }
  for (const span of [...page.furniture, ...page.rubrics])
    put(isSlogan(text.slice(...span)) ? 'headline' : 'furniture', [span]);
  put('duplicate', page.duplicates);
  return { layout: page.style, text, labels, paragraphs };
}
