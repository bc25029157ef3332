import type { ComparedArticle } from '../compared-article.ts';
import type { AgreementKnowledge } from './knowledge.ts';
import { type Likeness, likenessesOf, type Parts } from './likeness.ts';
import { type ArticleStatements, type Statement, statementsOf } from './statement.ts';
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
  readonly parts: Parts;
}

interface Candidate {
  readonly a: Statement;
  readonly b: Statement;
  readonly likeness: Likeness;
}

/** A figure goes with others than its best only when they come as near as this. */
const MARGIN = 0.15;

/**
 * What articles say of the same things. Two articles are compared when one carries a name that stands in the other; what is
 * said of a pair depends on these two alone, so that one more article changes nothing that was said before, in whatever order
 * they come. A country, a province or a body of state in common is none: with it all would be compared with all, and the
 * work would not grow with the stories that are told.
 * @param steps counts the pairs of figures that are looked at.
 */
export function findAgreements(
  articles: readonly ComparedArticle[],
  knowledge: AgreementKnowledge,
  steps: { count: number } = { count: 0 },
): Agreement[] {
  const sorted = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const read = sorted.map((article) => statementsOf(article, knowledge));
  return pairsWithNames(read, knowledge).flatMap(([first, second]) => {
    steps.count += first.statements.length * second.statements.length;
    return agreementsOf(first, second, knowledge);
  });
}

/** Names begin alike in their long and short forms: 石牛岭水库 and 石牛岭. */
const BEGINNING = 2;

/** Pairs of articles of which one carries a name that begins as words of the other do; each once, in their order. */
function pairsWithNames(
  read: readonly ArticleStatements[],
  { wideNames }: AgreementKnowledge,
): (readonly [ArticleStatements, ArticleStatements])[] {
  const carriers = new Map<string, number[]>();
  for (const [number, { names }] of read.entries())
    for (const beginning of new Set([...names].flatMap((name) => beginningOf(name, wideNames))))
      putUnder(carriers, beginning, number);
  const lengths = new Set([...carriers.keys()].map(({ length }) => length));
  const others = read.map(() => new Set<number>());
  for (const [number, { text }] of read.entries()) {
    const seen = new Set<string>();
    for (const length of lengths)
      for (let at = 0; at + length <= text.length; at++) seen.add(text.slice(at, at + length));
    for (const beginning of seen)
      for (const carrier of carriers.get(beginning) ?? [])
        if (carrier !== number) others[Math.min(carrier, number)]!.add(Math.max(carrier, number));
  }
  return read.flatMap((first, number) =>
    [...others[number]!].sort((a, b) => a - b).map((other) => [first, read[other]!] as const),
  );
}

/** Ranks of places, which follow the province or stand alone: 湖南省青石县 is 青石县 elsewhere. */
const PLACE_RANK = /[市县区州盟旗镇乡村]$/;

/** How a name begins where it is told from others; none of a country, a province or a body of state. */
function beginningOf(name: string, wideNames: ReadonlySet<string>): string[] {
  if (wideNames.has(name)) return [];
  let wide = name.length - BEGINNING;
  while (wide > 0 && !wideNames.has(name.slice(0, wide))) wide--;
  const from = wide > 0 && PLACE_RANK.test(name) ? wide : 0;
  return [name.slice(from, Math.max(0, wide) + BEGINNING)];
}

function putUnder(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** What two articles say of the same things; the order of the two does not matter to what is found. */
function agreementsOf(
  first: ArticleStatements,
  second: ArticleStatements,
  knowledge: AgreementKnowledge,
): Agreement[] {
  const candidates = candidatesOf(first, second, knowledge);
  const best = new Map<Statement, number>();
  const meeting = new Set<Statement>();
  for (const { a, b, likeness } of candidates)
    for (const statement of [a, b]) {
      best.set(statement, Math.max(best.get(statement) ?? 0, likeness.score));
      if (likeness.meeting !== 'apart') meeting.add(statement);
    }
  return candidates.flatMap(({ a, b, likeness }) => {
    if (likeness.score < Math.max(best.get(a)!, best.get(b)!) - MARGIN) return [];
    const verdict = verdictOf([first, a], [second, b], likeness, knowledge);
    // Who tells the other's figure as well does not contradict it.
    if (verdict === null || (verdict === 'differ' && (meeting.has(a) || meeting.has(b)))) return [];
    return [
      {
        ends: [
          { article: first.article.id, fact: a.claim.fact.id },
          { article: second.article.id, fact: b.claim.fact.id },
        ],
        verdict,
        score: likeness.score,
        parts: likeness.parts,
      },
    ];
  });
}

function candidatesOf(
  first: ArticleStatements,
  second: ArticleStatements,
  knowledge: AgreementKnowledge,
): Candidate[] {
  const { meeting, parted } = knowledge.weighings;
  return likenessesOf(first, second, knowledge).filter(
    ({ likeness }) => likeness.score >= (likeness.meeting === 'apart' ? parted : meeting).floor,
  );
}
