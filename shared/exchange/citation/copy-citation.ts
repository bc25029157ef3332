import type { CitedArticle } from './cited-article.ts';
import { type CitationStyle, formatCitation } from './format-citation.ts';

export const CITATION_MANNERS = ['reference', 'in-text', 'quotation'] as const;

/** What is copied: the source as a note or list has it, the mark in the text, or words with both. */
export type CitationManner = (typeof CITATION_MANNERS)[number];

/** Chicago has a form of its own for notes; GB/T's list entry is its note, and APA has no notes. */
const NOTE_PLACE = {
  'gbt7714-2025': 'entry',
  'gbt7714-2015': 'entry',
  chicago: 'footnote',
  apa: 'entry',
} as const;

/**
 * A citation to be pasted into a text of the person's own, in plain text.
 * @param words that are quoted; only a quotation needs them.
 */
export function copyCitation(
  cited: CitedArticle,
  style: CitationStyle,
  manner: CitationManner,
  words = '',
): string {
  if (manner === 'in-text') return formatCitation(cited, style, 'in-text');
  const reference = formatCitation(cited, style, NOTE_PLACE[style]);
  if (manner === 'reference') return reference;
  const quoted = quoteWords(words);
  switch (style) {
    case 'gbt7714-2025':
    case 'gbt7714-2015':
      return `${quoted}[1]\n[1] ${reference}`;
    case 'chicago':
      return `${quoted} (${reference.replace(/\.$/, '')})`;
    case 'apa':
      return `${quoted} ${formatCitation(cited, style, 'in-text')}\n${reference}`;
  }
}

/** Words between quotation marks; those within become single ones. A pair that holds all of the words is not doubled. */
export function quoteWords(words: string): string {
  const whole = /^[“「](.*)[”」]$/su.exec(words)?.[1];
  const inner = whole !== undefined && !/[“”「」]/u.test(whole) ? whole : words;
  return `“${inner.replace(/[“「]/gu, '‘').replace(/[”」]/gu, '’')}”`;
}
