import type { Folding } from '@shared/text/folding.ts';
import { AgreementIndex } from '../agreement/agreement-index.ts';
import type { AgreementKnowledge } from '../agreement/knowledge.ts';
import { agreementsAsSaid, NOTHING_SAID, type SaidOfPairs } from '../agreement/said-agreements.ts';
import type { Statement } from '../agreement/statement.ts';
import type { Verdict } from '../agreement/verdict.ts';
import type { ComparedArticle } from '../compared-article.ts';
import { ReuseIndex } from '../reuse/reuse-index.ts';
import { differencesOf, type Stretch } from './differences.ts';
import { type Wording, wordingOf } from './wording.ts';

/** One thing for each of two articles, in their order. */
export type Both<Value> = readonly [Value, Value];

/** The index of one of two. */
export type Side = 0 | 1;

export const forBoth = <Value>(make: (side: Side) => Value): Both<Value> => [make(0), make(1)];

/** A passage that both print: where it stands in each body, and what each words otherwise there; reading offsets. */
export interface ComparedPassage {
  readonly ends: Both<Stretch>;
  readonly changed: Both<readonly Stretch[]>;
}

/** How one article tells a figure, and what of its words the other does not say. */
export interface ComparedWording extends Wording {
  /** Stretches of its text. */
  readonly changed: readonly Stretch[];
}

/** Two figures of one thing. */
export interface ComparedFigures {
  /** Indexes into the articles' claims. */
  readonly claims: Both<number>;
  readonly verdict: Verdict;
  /** How sure it is that both are of one thing, 0 to 1. */
  readonly score: number;
  readonly wordings: Both<ComparedWording>;
}

/** A figure that only one of two articles tells. */
export interface LoneFigure {
  readonly claim: number;
  readonly wording: Wording;
  /** What it is measured in, by which it can be compared with others; null where it is of a kind that is not compared. */
  readonly measured: Pick<Statement, 'dimension' | 'isBareYuan'> | null;
}

/** What two articles have in common and in what they part; never which of them is right. */
export interface Comparison {
  /** By their place in the first. */
  readonly passages: readonly ComparedPassage[];
  /** By their place in the first. */
  readonly figures: readonly ComparedFigures[];
  readonly alone: Both<readonly LoneFigure[]>;
}

export function compareTwo(
  articles: Both<ComparedArticle>,
  knowledge: AgreementKnowledge,
  said: SaidOfPairs = NOTHING_SAID,
): Comparison {
  const index = new AgreementIndex(knowledge);
  for (const article of articles) index.put(article);
  index.settle();
  const figures = figuresOf(articles, index, said, knowledge);
  return {
    passages: passagesOf(articles, knowledge.folding),
    figures,
    alone: forBoth((side) => {
      const { claims, body } = articles[side];
      const told = new Set(figures.map((figure) => figure.claims[side]));
      return claims.flatMap((claim, i): LoneFigure[] => {
        if (told.has(i) || claim.fact.value === null) return [];
        const figure = index.figure({ article: articles[side].id, fact: claim.fact.id });
        const measured = figure && {
          dimension: figure.statement.dimension,
          isBareYuan: figure.statement.isBareYuan,
        };
        return [{ claim: i, wording: wordingOf(body.text, claim), measured }];
      });
    }),
  };
}

function passagesOf([first, second]: Both<ComparedArticle>, folding: Folding): ComparedPassage[] {
  const index = new ReuseIndex(folding);
  index.put(second.id, second.body.text);
  const bodies = [first.body.text, second.body.text] as const;
  return index.add(first.id, bodies[0]).map(({ ends }) => {
    const differences = differencesOf(
      bodies[0].slice(ends[0].start, ends[0].end),
      bodies[1].slice(ends[1].start, ends[1].end),
      folding,
    );
    return {
      ends: forBoth((side) => ({ start: ends[side].start, end: ends[side].end })),
      changed: forBoth((side) =>
        differences[side].map(({ start, end }) => ({
          start: start + ends[side].start,
          end: end + ends[side].start,
        })),
      ),
    };
  });
}

function figuresOf(
  articles: Both<ComparedArticle>,
  index: AgreementIndex,
  said: SaidOfPairs,
  knowledge: AgreementKnowledge,
): ComparedFigures[] {
  const places = forBoth(
    (side) => new Map(articles[side].claims.map(({ fact }, i) => [fact.id, i] as const)),
  );
  return agreementsAsSaid(index, said, knowledge)
    .map(({ ends, verdict, score }): ComparedFigures => {
      const claims = forBoth((side) => {
        const end = ends.find(({ article }) => article === articles[side].id)!;
        return places[side].get(end.fact)!;
      });
      const wordings = forBoth((side) =>
        wordingOf(articles[side].body.text, articles[side].claims[claims[side]]!),
      );
      const changed = differencesOf(wordings[0].text, wordings[1].text, knowledge.folding);
      return {
        claims,
        verdict,
        score,
        wordings: forBoth((side) => ({ ...wordings[side], changed: changed[side] })),
      };
    })
    .sort((a, b) => a.claims[0] - b.claims[0] || a.claims[1] - b.claims[1]);
}
