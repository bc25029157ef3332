import type { Selector } from '@shared/anchors/selector.ts';
import type { FigureTarget } from './act.ts';
import type { FactVerdict } from './state.ts';

/**
 * What the person says of the facts of one source once they have said one thing more. A verdict on a fact that
 * was spoken of before adds to it: what was corrected stays so when it is confirmed or corrected again.
 * @param said in the order in which each fact was last spoken of.
 */
export function judge(said: readonly FactVerdict[], verdict: FactVerdict): readonly FactVerdict[] {
  const before = findSpokenOf(said, verdict);
  if (before === undefined) return [...said, verdict];
  const others = said.filter((other) => other !== before);
  if (verdict.verdict === 'added') return [...others, verdict];
  return [
    ...others,
    {
      act: verdict.act,
      target: before.target,
      kind: before.kind,
      verdict: isOwn(before) ? (verdict.verdict === 'rejected' ? 'withdrawn' : 'added') : verdict.verdict,
      correction: { ...before.correction, ...verdict.correction },
    },
  ];
}

/** The person's own fact, not one that the program read. */
const isOwn = ({ verdict }: FactVerdict): boolean => verdict === 'added' || verdict === 'withdrawn';

/**
 * The fact that a verdict is about is the one that stands on its words as its kind now, after corrections of
 * words and kind; else the one that the program read there. A fact that is added takes the place of the
 * person's own alone.
 */
function findSpokenOf(said: readonly FactVerdict[], verdict: FactVerdict): FactVerdict | undefined {
  const stands = ({ target, kind, correction }: FactVerdict): boolean =>
    (correction.kind ?? kind) === verdict.kind && areSameWords(correction.span ?? target, verdict.target);
  if (verdict.verdict === 'added') return said.findLast((other) => isOwn(other) && stands(other));
  return (
    said.findLast(stands) ??
    said.findLast(({ target, kind }) => kind === verdict.kind && areSameWords(target, verdict.target))
  );
}

/** Two pages may have one text. */
export const areSameFigures = (a: FigureTarget, b: FigureTarget): boolean =>
  a.kind === b.kind && a.target.source === b.target.source && areSameWords(a.target, b.target);

/** Whether all figures of one list are in another. */
export const areAmong = (some: readonly FigureTarget[], all: readonly FigureTarget[]): boolean =>
  some.every((one) => all.some((other) => areSameFigures(one, other)));

/** Whether two selectors name the same units of the same text. */
export const areSameWords = (a: Selector, b: Selector): boolean =>
  a.textHash === b.textHash &&
  a.spans.length === b.spans.length &&
  a.spans.every(({ start, end }, i) => start === b.spans[i]?.start && end === b.spans[i]?.end);
