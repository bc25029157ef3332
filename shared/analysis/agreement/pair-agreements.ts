import type { AgreementKnowledge } from './knowledge.ts';
import { likenessesOf } from './likeness.ts';
import { nearness } from './pair-likeness.ts';
import type { Parts } from './parts.ts';
import { partsOf } from './parts-and-wholes.ts';
import type { ArticleStatements, Statement } from './statement.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** A figure by its article and fact. */
export interface AgreementEnd {
  readonly article: string;
  readonly fact: string;
}

/** Two figures of one thing; ends by the articles' ids. */
export interface Agreement {
  readonly ends: readonly [AgreementEnd, AgreementEnd];
  readonly verdict: Verdict;
  /** How sure it is that both are of one thing, 0 to 1. */
  readonly score: number;
  /** How far they are apart: 0 where they are equal, 1 where one is four times the other or more. */
  readonly difference: number;
  /** What the score is made of; null where the words of the articles say that one is a part, and the score is that of what they say it by. */
  readonly parts: Parts | null;
}

/** A figure goes with others than its best only when they come as near as this. */
const MARGIN = 0.15;

/**
 * What two articles say of the same things; the order of the two does not matter to what is found.
 * @param looked counts the pairs of figures that were weighed.
 */
export function agreementsOf(
  first: ArticleStatements,
  second: ArticleStatements,
  knowledge: AgreementKnowledge,
  looked = { count: 0 },
): Agreement[] {
  const likenesses = likenessesOf(first, second, knowledge);
  looked.count += likenesses.length;
  const candidates = likenesses.filter(
    ({ likeness: { kind, score } }) => score >= knowledge.weighings[kind].floor,
  );
  const best = new Map<Statement, number>();
  const meeting = new Set<Statement>();
  for (const { a, b, likeness } of candidates)
    for (const statement of [a, b]) {
      // A whole has many parts.
      if (likeness.kind === 'scope') continue;
      best.set(statement, Math.max(best.get(statement) ?? 0, likeness.score));
      if (likeness.meeting !== 'apart') meeting.add(statement);
    }
  const told = candidates.flatMap(({ a, b, likeness }) => {
    if (likeness.kind !== 'scope' && likeness.score < Math.max(best.get(a)!, best.get(b)!) - MARGIN)
      return [];
    const verdict = verdictOf([first, a], [second, b], likeness, knowledge);
    // Who tells the other's figure as well does not contradict it.
    if (verdict === null || (verdict === 'differ' && (meeting.has(a) || meeting.has(b)))) return [];
    return [{ a, b, verdict, score: likeness.score, parts: likeness.parts }];
  });
  const same = told.filter(({ verdict }) => verdict !== 'other-scope');
  const known = new Set(told.map(({ a, b }) => `${a.claim.start} ${b.claim.start}`));
  const partsAndWholes = partsOf(first, second, same, knowledge)
    .filter(({ a, b }) => !known.has(`${a.claim.start} ${b.claim.start}`))
    .map((part) => ({ ...part, verdict: 'other-scope' as const, parts: null }));
  return [...told, ...partsAndWholes].map(({ a, b, verdict, score, parts }) => ({
    ends: [
      { article: first.article.id, fact: a.claim.fact.id },
      { article: second.article.id, fact: b.claim.fact.id },
    ],
    verdict,
    score,
    parts,
    difference: 1 - nearness(a.range.value, b.range.value),
  }));
}
