import type { AgreementKnowledge } from './knowledge.ts';
import { countersAlike, unitsMeet } from './pair-likeness.ts';
import { isPartOf } from './scope-order.ts';
import type { ArticleStatements, Statement } from './statement.ts';
import { meetingOf } from './value-range.ts';
import type { Verdict } from './verdict.ts';

/** A figure of each of two articles, of one thing or of a part of what the other is of. */
export interface FigurePairing {
  readonly a: Statement;
  readonly b: Statement;
  /** How sure that is, 0 to 1. */
  readonly score: number;
}

/**
 * Figures of two articles of which one is of a part of what the other is of, as the words of either say: what an article
 * says is a part of something is a part of it in the other article too, and so is what lies in it by place, time or kind.
 * @param same the figures of both that are of one thing.
 */
export function partsOf(
  first: ArticleStatements,
  second: ArticleStatements,
  same: readonly (FigurePairing & { readonly verdict: Verdict })[],
  knowledge: AgreementKnowledge,
): FigurePairing[] {
  const found = new Map<string, FigurePairing>();
  const add = (a: Statement, b: Statement, score: number): void => {
    if (!unitsMeet(a, b) || countersAlike(a.counter, b.counter, knowledge) === 0) return;
    if (meetingOf(a.range, b.range) !== 'apart') return;
    const key = `${a.claim.start} ${b.claim.start}`;
    if ((found.get(key)?.score ?? 0) < score) found.set(key, { a, b, score });
  };
  for (const { a, b, score, verdict } of same) {
    if (verdict === 'later-figure') continue;
    const isLess = (part: Statement, whole: Statement) =>
      Math.abs(part.range.value) < Math.abs(whole.range.value);
    for (const [i, wholes] of wholesOf(first, knowledge).entries()) {
      const part = first.statements[i]!;
      if (wholes.includes(a) && isLess(part, b)) add(part, b, score);
      if (part === a) for (const whole of wholes) if (isLess(b, whole)) add(whole, b, score);
    }
    for (const [i, wholes] of wholesOf(second, knowledge).entries()) {
      const part = second.statements[i]!;
      if (wholes.includes(b) && isLess(part, a)) add(a, part, score);
      if (part === b) for (const whole of wholes) if (isLess(a, whole)) add(a, whole, score);
    }
  }
  const areOfEvent = same.some(({ verdict }) => verdict === 'agree' || verdict === 'within-bounds');
  for (const a of first.statements)
    for (const b of second.statements) {
      if (!unitsMeet(a, b)) continue;
      const isLess = Math.abs(a.range.value) < Math.abs(b.range.value);
      const isPart = isLess
        ? isPartOf([first, a], [second, b], knowledge, areOfEvent)
        : isPartOf([second, b], [first, a], knowledge, areOfEvent);
      if (isPart) add(a, b, AS_SAID);
    }
  return [...found.values()];
}

/** Found once for each article that shares a figure with another. */
const known = new WeakMap<ArticleStatements, readonly (readonly Statement[])[]>();

/** For each statement of an article those that it is a part of: as the page says (其中, of these), else by their words. */
function wholesOf(told: ArticleStatements, knowledge: AgreementKnowledge): readonly (readonly Statement[])[] {
  const own = known.get(told) ?? findWholes(told, knowledge);
  known.set(told, own);
  return own;
}

function findWholes(told: ArticleStatements, knowledge: AgreementKnowledge): Statement[][] {
  const { statements } = told;
  const own = statements.map((part, i) =>
    statements.flatMap((whole, j) => {
      if (i === j) return [];
      if (part.whole === j && isSaidPart(told, part, whole)) return [j];
      const isLess = Math.abs(part.range.value) < Math.abs(whole.range.value);
      if (!isLess || !unitsMeet(part, whole) || countersAlike(part.counter, whole.counter, knowledge) === 0)
        return [];
      return isPartOf([told, part], [told, whole], knowledge, true) ? [j] : [];
    }),
  );
  return own.map((direct, i) => {
    const all = new Set(direct);
    for (const index of all) for (const above of own[index]!) if (above !== i) all.add(above);
    return [...all].map((index) => statements[index]!);
  });
}

/** Units before a part in which the figure that it is a part of stands. */
const CLOSE = 60;
/** How sure is what only the words of two articles together say. */
const AS_SAID = 0.7;

/** Whether the page says so with a word (其中), and no figure between is of the part's own measure. */
function isSaidPart({ article, statements }: ArticleStatements, part: Statement, whole: Statement): boolean {
  const between = article.body.text.slice(whole.claim.end, part.claim.start);
  const at = between.lastIndexOf('其中');
  if (at < 0 || between.slice(0, Math.max(0, at - 1)).includes('。') || between.slice(at).includes('。'))
    return false;
  return (
    part.core === whole.core ||
    !statements.some(
      (other) =>
        other !== part &&
        part.core !== '' &&
        other.core.endsWith(part.core) &&
        other.claim.start < part.claim.start &&
        part.claim.start - other.claim.end < CLOSE,
    )
  );
}
