import { findAgreements } from '@shared/analysis/agreement/agreements.ts';
import type { Agreement } from '@shared/analysis/agreement/pair-agreements.ts';
import { knowledge, readAnswered } from './answered-figures.ts';
import { isTuned } from './answers/answers.ts';
import { followsFrom } from './same-things.ts';

export interface AgreementScore {
  readonly half: 'tuned' | 'held out';
  /** Pairs brought together, over all pairs of all articles, and how many of them are of one thing. */
  readonly grouped: { readonly told: number; readonly right: number };
  /** Pairs of the answers that are of one thing, and how many of them were brought together. */
  readonly told: { readonly asked: number; readonly right: number };
  readonly differs: { readonly told: number; readonly asked: number; readonly right: number };
  /** Pairs brought together that the answers list as of one thing, and how many have their verdict. */
  readonly verdicts: { readonly asked: number; readonly right: number };
  /** What went wrong, a line each. */
  readonly wrong: readonly string[];
}

/** How the engine answers the answers; what it brings together that nobody was asked about is wrong, unless it follows. */
export async function scoreAgreements(): Promise<AgreementScore[]> {
  const { articles, nameOf, pairs } = await readAnswered();
  const found = findAgreements(articles, knowledge);
  const keyOf = ({ ends }: Agreement): string =>
    ends
      .map(({ article, fact }) => `${article} ${fact}`)
      .sort()
      .join('|');
  const byKey = new Map(found.map((agreement) => [keyOf(agreement), agreement]));
  const follows = followsFrom(pairs);
  const wordsOf = new Map(
    articles.flatMap((article) =>
      article.claims.map(({ fact, start, end }) => [
        `${article.id} ${fact.id}`,
        `${nameOf.get(article.id)} …${article.body.text.slice(Math.max(0, start - 9), start)}〔${fact.text}〕${article.body.text.slice(end, end + 5)}`,
      ]),
    ),
  );
  const describe = (key: string): string =>
    key
      .split('|')
      .map((end) => wordsOf.get(end))
      .join('  ~  ')
      .replace(/\n/g, '');
  return ([true, false] as const).map((isOfTuned): AgreementScore => {
    const own = pairs.filter(({ group }) => isTuned(group.figures[0].article) === isOfTuned);
    const answered = new Map(
      own.flatMap((pair) => (pair.facts ? [[pair.facts.join('|'), pair] as const] : [])),
    );
    const wrong: string[] = [];
    const brought = found.filter(({ ends }) => isTuned(nameOf.get(ends[0].article)!) === isOfTuned);
    const rightlyBrought = brought.filter((agreement) => {
      const key = keyOf(agreement);
      const answer = answered.get(key)?.answer;
      const isRight =
        answer === undefined ? follows(...(key.split('|') as [string, string])) : answer !== 'unrelated';
      if (!isRight)
        wrong.push(
          `together, ${answer ?? 'unasked'}: ${agreement.verdict} ${agreement.score.toFixed(2)} ${describe(key)}`,
        );
      return isRight;
    });
    const ofOne = own.filter(({ answer }) => answer !== 'unrelated');
    const foundPairs = ofOne.filter(({ facts, answer, group }) => {
      const isFound = facts !== null && byKey.has(facts.join('|'));
      if (!isFound)
        wrong.push(`missed, ${answer}: ${group.id} ${facts ? describe(facts.join('|')) : 'no figure'}`);
      return isFound;
    });
    const rightVerdicts = foundPairs.filter(({ facts, answer }) => {
      const { verdict } = byKey.get(facts!.join('|'))!;
      if (verdict !== answer) wrong.push(`${verdict} for ${answer}: ${describe(facts!.join('|'))}`);
      return verdict === answer;
    });
    const differs = brought.filter(({ verdict }) => verdict === 'differ');
    const asksDiffer = own.filter(({ answer }) => answer === 'differ');
    const rightDiffers = differs.filter((agreement) => {
      const key = keyOf(agreement);
      const answer = answered.get(key)?.answer;
      const isRight = answer === 'differ';
      if (!isRight) wrong.push(`differ for ${answer ?? 'unasked'}: ${describe(key)}`);
      return isRight;
    });
    return {
      half: isOfTuned ? 'tuned' : 'held out',
      grouped: { told: brought.length, right: rightlyBrought.length },
      told: { asked: ofOne.length, right: foundPairs.length },
      differs: { told: differs.length, asked: asksDiffer.length, right: rightDiffers.length },
      verdicts: { asked: foundPairs.length, right: rightVerdicts.length },
      wrong,
    };
  });
}
