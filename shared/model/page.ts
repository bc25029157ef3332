import type { Piece, ReadingOffset, ReadingSpan, SourceOffset, SourceSpan } from './offset.ts';
import type { PlacedCut } from './page-cut.ts';

/**
 * Text as a person reads it: wrapped lines joined, captions and furniture out, one paragraph a line.
 * `pieces` are ordered by `from` and do not overlap in either space; units that no piece covers
 * (the line feed between two paragraphs, a space put between two joined Latin words) are not in the source.
 */
export interface ReadingText {
  readonly text: string;
  readonly pieces: readonly Piece<ReadingOffset, SourceOffset>[];
}

export interface Byline {
  /** Names as a reader writes them: spaces inside a name are dropped. */
  readonly names: readonly string[];
  readonly spans: readonly SourceSpan[];
}

/**
 * `notice`: a small announcement (lost papers, tenders). `filler`: a slogan or advertisement that stands alone.
 * `photo`: a photograph that stands alone; its words are its captions.
 */
export const ARTICLE_KINDS = ['article', 'notice', 'filler', 'photo'] as const;

export type ArticleKind = (typeof ARTICLE_KINDS)[number];

/** One article as it was cut from a page. */
export interface CutArticle {
  readonly kind: ArticleKind;
  readonly title: ReadingText | null;
  readonly subtitle: ReadingText | null;
  readonly byline: Byline;
  readonly body: ReadingText;
  /** Spans of `body` in reading order; headings are not among the paragraphs. */
  readonly paragraphs: readonly ReadingSpan[];
  readonly headings: readonly ReadingSpan[];
  readonly captions: readonly ReadingText[];
}

/** The words that an article begins with, below its headline: its first paragraph, of a photograph its first caption. */
export const openingOf = ({ body, captions }: Pick<CutArticle, 'body' | 'captions'>): string =>
  (body.text || (captions[0]?.text ?? '')).split('\n', 1)[0] ?? '';

/** Why the segmenter is unsure of something it did; each has its words in the locales. */
export const DOUBT_REASONS = [
  'headline-below-story',
  'heading-after-text',
  'story-or-section',
  'order-unknown',
  'no-headline',
  'caption-or-paragraph',
  'spliced-column',
  'unfinished-sentence',
  'paragraph-end-unknown',
  'owner-unknown',
  'page-unknown',
] as const;

export type DoubtReason = (typeof DOUBT_REASONS)[number];

export interface Doubt {
  readonly reason: DoubtReason;
  /** Index into `Page.articles`, or null when it concerns the page. */
  readonly article: number | null;
  readonly span: SourceSpan;
  /** How likely the other reading is, 0 to 1; absent where nothing was learnt of such a place. */
  readonly probability?: number;
  /** The cut that would take the other reading. */
  readonly other?: PlacedCut;
}

/** What a page says of itself where it stands printed. */
export interface Imprint {
  readonly newspaper?: { readonly text: string; readonly span: SourceSpan };
  readonly edition?: { readonly text: string; readonly span: SourceSpan };
  /** `basis`: absent where the page prints its date; `inferred` where its front matter says that it is. */
  readonly date?: { readonly value: string; readonly span: SourceSpan; readonly basis?: 'inferred' };
  readonly pageTitle?: { readonly text: string; readonly span: SourceSpan };
}

/**
 * A page taken apart. Titles, subtitles, bylines, bodies, captions, furniture and the second span of each
 * duplicate together hold every non-blank unit of the source exactly once.
 */
export interface Page {
  readonly articles: readonly CutArticle[];
  readonly furniture: readonly SourceSpan[];
  readonly duplicates: readonly { readonly spans: readonly [SourceSpan, SourceSpan] }[];
  readonly imprint: Imprint;
  readonly doubts: readonly Doubt[];
}
