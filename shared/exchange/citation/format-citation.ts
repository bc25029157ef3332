import { formatApa } from './apa.ts';
import { formatChicago } from './chicago.ts';
import type { CitationPlace, CitedArticle } from './cited-article.ts';
import { FULL_WIDTH, formatGbt, HALF_WIDTH } from './gbt.ts';

export const CITATION_STYLES = ['gbt7714-2025', 'gbt7714-2015', 'chicago', 'apa'] as const;

export type CitationStyle = (typeof CITATION_STYLES)[number];

/**
 * A citation of a newspaper's article; a part that is not known is left out, or said to be unknown where the
 * style says so.
 * @param number of the source in its list, from 1; only GB/T's numbers in the text need it.
 */
export function formatCitation(
  cited: CitedArticle,
  style: CitationStyle,
  place: CitationPlace = 'entry',
  number = 1,
): string {
  switch (style) {
    case 'gbt7714-2025':
      return formatGbt(cited, FULL_WIDTH, place, number);
    case 'gbt7714-2015':
      return formatGbt(cited, HALF_WIDTH, place, number);
    case 'chicago':
      return formatChicago(cited, place);
    case 'apa':
      return formatApa(cited, place);
  }
}
