import type { Fact } from '@shared/model/fact.ts';
import type { ArticleView, Trust } from '../../state/article-view.ts';
import type { Block, BlockSpan } from '../../state/blocks.ts';

/** A fact with the number of its note; its mark stands where its words end. */
export interface NumberedFact {
  readonly number: number;
  readonly fact: Fact;
  readonly trust: Trust;
  readonly mark: Pick<BlockSpan, 'block' | 'end'>;
}

/**
 * The facts of an article that stand in its text, numbered in the order in which they are read.
 * @param before facts that are numbered before its own.
 */
export function numberFacts(view: ArticleView, before = 0): NumberedFact[] {
  return view.items
    .flatMap((item) => {
      const mark = item.type === 'fact' ? item.spans.at(-1) : undefined;
      return item.type === 'fact' && mark ? [{ fact: item.fact, trust: item.trust, mark }] : [];
    })
    .sort((a, b) => a.mark.block - b.mark.block || a.mark.end - b.mark.end)
    .map((note, i) => ({ number: before + i + 1, ...note }));
}

/** The text of a block, parted behind the words of each fact; the last part has the number 0. */
export function partBlock(
  { index, text }: Block,
  notes: readonly NumberedFact[],
): { readonly text: string; readonly number: number }[] {
  const parts: { text: string; number: number }[] = [];
  let from = 0;
  for (const { number, mark } of notes) {
    if (mark.block !== index) continue;
    parts.push({ text: text.slice(from, mark.end), number });
    from = mark.end;
  }
  return [...parts, { text: text.slice(from), number: 0 }];
}
