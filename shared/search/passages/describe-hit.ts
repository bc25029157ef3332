import type { Folding } from '@shared/text/folding.ts';
import { type RankedTerms, rankedTermsOf } from '../ranking/needle.ts';
import type { QueryNeedles, SoughtNeedle } from '../ranking/query-needles.ts';
import type { DocumentText, Mark, SearchHit } from '../search-index.ts';
import { chooseSnippets } from './choose-snippets.ts';
import { marksOf, settleMarks } from './find-units.ts';
import { markNumber, markTerms } from './mark-terms.ts';

/** Passages of a hit. */
const PASSAGES = 3;

/** Shows where the words of a query stand in documents. */
export class HitDescriber {
  private readonly folding: Folding;
  private readonly needles: QueryNeedles;
  private readonly terms: RankedTerms;

  constructor(needles: QueryNeedles, folding: Folding) {
    this.folding = folding;
    this.needles = needles;
    this.terms = rankedTermsOf(needles.words.map(({ needle }) => needle));
  }

  /** @param text null when the document is gone, or is not to be shown in full. */
  describe(
    { id, score, exact }: Pick<SearchHit, 'id' | 'score' | 'exact'>,
    document: DocumentText | null,
    withSnippets: boolean,
  ): SearchHit {
    if (!document) return { id, score, exact, marks: [], titleMarks: [], snippets: [] };
    const { phrases, words } = this.needles;
    const marks = this.marks(
      document.text,
      exact,
      [...phrases, ...words].filter(({ inTitle }) => !inTitle),
    );
    const titleMarks = this.marks(document.title, exact, [...phrases, ...words]);
    const snippets = withSnippets ? chooseSnippets(document.text, marks, PASSAGES) : [];
    return { id, score, exact, marks, titleMarks, snippets };
  }

  private marks(text: string, exact: boolean, needles: readonly SoughtNeedle[]): Mark[] {
    const folded = this.folding.fold(text);
    const asTyped = needles.flatMap(({ needle, find }) => marksOf(folded, needle.units, find));
    if (exact) return settleMarks(asTyped);
    const numbers = this.needles.words.flatMap(({ needle }) =>
      needle.number === null ? [] : markNumber(folded, needle.number),
    );
    return settleMarks([...asTyped, ...numbers, ...markTerms(folded, this.terms)]);
  }
}
