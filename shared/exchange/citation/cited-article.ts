import type { Article } from '@shared/model/extraction.ts';
import type { Imprint } from '@shared/model/page.ts';
import type { Publication, SourceDescription } from '@shared/model/source.ts';

/** How a part of a citation is known; readers see which, so that nobody takes an inference for print. */
export type Basis = 'given' | 'printed' | 'metadata' | 'inferred' | 'unknown';

export interface CitedPart {
  readonly text: string;
  readonly basis: Basis;
}

/** What a citation can say of an article. A part that is not known is null and is left out, never made up. */
export interface CitedArticle {
  readonly id: string;
  readonly title: string | null;
  readonly subtitle: string | null;
  /** As the byline has them. */
  readonly authors: readonly string[];
  readonly newspaper: CitedPart | null;
  /** ISO, as precise as it is known. */
  readonly date: CitedPart | null;
  readonly edition: CitedPart | null;
}

/** What is known of the page that an article stands on. */
export interface CitedPage {
  readonly imprint: Imprint;
  readonly publishedOn: Publication;
  /** What the person said of it. */
  readonly description: SourceDescription;
}

/** What is known of an article for citing it: what the person said goes before what the page prints. */
export function citeArticle(
  article: Article,
  { imprint, publishedOn, description }: CitedPage,
): CitedArticle {
  return {
    id: article.id,
    title: inOneLine(article.title?.text ?? '') || null,
    // Dashes before a second line are the page's way to set it apart; styles have their own.
    subtitle: inOneLine(article.subtitle?.text ?? '').replace(/^[—–―-]+\s*/u, '') || null,
    authors: article.byline.names,
    newspaper: part(description.newspaper, imprint.newspaper?.text),
    date: publishedOn.value === null ? null : { text: publishedOn.value, basis: publishedOn.basis },
    edition: part(description.edition, imprint.edition?.text),
  };
}

const inOneLine = (text: string): string => text.replace(/(?<!\s)\s*\n\s*/g, ' ').trim();

function part(given: string | undefined, printed: string | undefined): CitedPart | null {
  if (given) return { text: given, basis: 'given' };
  return printed ? { text: printed, basis: 'printed' } : null;
}

/** 第03版, 3版 and A3版 as the number that styles print: 03, 3, A3; other words stay as they are. */
export const editionNumber = (edition: string): string =>
  /^第?\s*([A-Za-z]?\d+|[一二三四五六七八九十]+)\s*版$/.exec(edition.normalize('NFKC'))?.[1] ??
  edition.normalize('NFKC');

/** True for names in Chinese characters, which styles neither invert nor shorten. */
export const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Where a citation stands: in a list of sources, in a footnote, or in brackets within the text. */
export type CitationPlace = 'entry' | 'footnote' | 'in-text';
