/**
 * Learns what each part of a likeness weighs, from the answers of `tests/analysis/answers` that may be looked at, and says how
 * the weights do on events that they have not seen, each held out in its turn.
 * Usage: npx node --import ./tests/aliases.mjs resources/models/agreement/train.ts [--write]
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Weighing } from '@shared/analysis/agreement/knowledge.ts';
import { likenessesOf, type Parts, scoreOf } from '@shared/analysis/agreement/likeness.ts';
import { type ArticleStatements, statementsOf } from '@shared/analysis/agreement/statement.ts';
import { verdictOf } from '@shared/analysis/agreement/verdict.ts';
import { knowledge, readAnswered } from '../../../tests/analysis/answered-figures.ts';
import { isTuned } from '../../../tests/analysis/answers/answers.ts';
import { followsFrom } from '../../../tests/analysis/same-things.ts';

interface Example {
  readonly event: string;
  readonly parts: Parts;
  readonly isOne: boolean;
  readonly weight: number;
}

const STEPS = 3000;
const RATE = 1;
/** How strongly weights are held near 0. */
const RIDGE = 0.001;
/** Figures of two events: how much each counts, and how many of those that cannot both be true stand for one. */
const STRANGER_WEIGHT = { meeting: 1, parted: 0.25 } as const;
const PARTED_STRANGERS = 25;
/** Standard deviations from what was found right to what is right in 95 of 100 cases, one side of it. */
const LIKELY = 1.645;

const { articles, nameOf, pairs } = await readAnswered();
const answers = new Map(
  pairs.flatMap(({ facts, answer }) => (facts ? [[facts.join('|'), answer] as const] : [])),
);
const follows = followsFrom(pairs);
const examples: { readonly meeting: Example[]; readonly parted: Example[] } = { meeting: [], parted: [] };
const read = articles.map((article) => statementsOf(article, knowledge));
const eventOf = ({ article }: ArticleStatements): string => nameOf.get(article.id)!.slice(0, 2);
let strangers = 0;
for (const [i, first] of read.entries())
  for (const second of read.slice(i + 1)) {
    if (!isTuned(nameOf.get(first.article.id)!) || !isTuned(nameOf.get(second.article.id)!)) continue;
    const event = eventOf(first);
    const other = eventOf(second) === event ? second : withNameOf(second, first);
    for (const { a, b, likeness } of likenessesOf(first, other, knowledge)) {
      // What rules put aside is not weighed.
      if (verdictOf([first, a], [other, b], { ...likeness, score: 1 }, knowledge) === null) continue;
      const kind = likeness.meeting === 'apart' ? 'parted' : 'meeting';
      if (eventOf(second) !== event) {
        if (kind === 'parted' && strangers % PARTED_STRANGERS !== 0) strangers++;
        else examples[kind].push({ event, ...asNeighbours(likeness.parts, strangers++, kind) });
        continue;
      }
      const facts = [
        `${first.article.id} ${a.claim.fact.id}`,
        `${second.article.id} ${b.claim.fact.id}`,
      ].sort() as [string, string];
      const answer = answers.get(facts.join('|'));
      if (answer === undefined && follows(...facts)) continue;
      const isOne = answer !== undefined && answer !== 'unrelated';
      examples[kind].push({ event, parts: likeness.parts, isOne, weight: 1 });
    }
  }

/** An article as though it carried a name of another: figures of articles without one are never compared. */
function withNameOf(article: ArticleStatements, { names }: ArticleStatements): ArticleStatements {
  const [name = ''] = [...names].sort();
  return { ...article, names: new Set([...article.names, name]), text: `${article.text}\n${name}` };
}

/** Figures of two events, as though the articles carried some names in common: most pairs of a library are such. */
function asNeighbours(
  parts: Parts,
  number: number,
  kind: keyof typeof STRANGER_WEIGHT,
): Pick<Example, 'parts' | 'isOne' | 'weight'> {
  const story = ((number * 7) % 11) / 20;
  return {
    parts: { ...parts, story, ownerUnknown: number % 3 === 0 ? 1 : 0, ownerForeign: 0 },
    isOne: false,
    weight: STRANGER_WEIGHT[kind],
  };
}

function learn(kind: 'meeting' | 'parted'): Weighing {
  const all = examples[kind];
  const events = [...new Set(all.map(({ event }) => event))].sort();
  const unseen = events.flatMap((held) => {
    const weighing = descend(all.filter(({ event }) => event !== held));
    return all
      .filter(({ event }) => event === held)
      .map(({ parts, isOne, weight }) => ({ score: scoreOf(parts, weighing), isOne, weight }));
  });
  const floor = floorFor(unseen);
  const right = unseen.filter(({ score, isOne }) => score >= floor && isOne).length;
  const told = Math.round(weightOf(unseen.filter(({ score }) => score >= floor)));
  const asked = unseen.filter(({ isOne }) => isOne).length;
  console.log(
    `${kind}: ${all.length} pairs, ${asked} of one thing; unseen, from ${floor}: ${right} of ${told} right, ${right} of ${asked} found`,
  );
  return { ...descend(all), floor };
}

const weightOf = (scored: readonly { readonly weight: number }[]): number =>
  scored.reduce((sum, { weight }) => sum + weight, 0);

/**
 * The score from which a pair is most surely right, by the pairs that were not learnt from: where the lower end of what their
 * share can be is highest. Lower, more are wrong; higher, too few are left to tell by.
 */
function floorFor(
  scored: readonly { readonly score: number; readonly isOne: boolean; readonly weight: number }[],
): number {
  const sorted = [...scored].sort((a, b) => b.score - a.score);
  const best = { floor: 1, share: 0 };
  let right = 0;
  let told = 0;
  for (const { score, isOne, weight } of sorted) {
    told += weight;
    if (isOne) right += weight;
    const share = leastShare(right, told);
    if (share > best.share) Object.assign(best, { floor: score, share });
  }
  return Math.floor(best.floor * 1000) / 1000;
}

/** The lower end of Wilson's interval of a share. */
function leastShare(right: number, told: number): number {
  const share = right / told;
  const spread = LIKELY ** 2 / told;
  const reach = LIKELY * Math.sqrt((share * (1 - share)) / told + spread / (4 * told));
  return (share + spread / 2 - reach) / (1 + spread);
}

/** Logistic regression by gradient descent from zero; the same for the same examples. */
function descend(from: readonly Example[]): Weighing {
  const names = Object.keys(from[0]!.parts) as (keyof Parts)[];
  const rows = from.map(({ parts }) => Float64Array.from([...names.map((name) => parts[name]), 1]));
  const all = weightOf(from);
  const weights = new Float64Array(names.length + 1);
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(weights.length);
    for (const [i, row] of rows.entries()) {
      let sum = 0;
      for (let part = 0; part < row.length; part++) sum += weights[part]! * row[part]!;
      const miss = from[i]!.weight * (1 / (1 + Math.exp(-sum)) - (from[i]!.isOne ? 1 : 0));
      for (let part = 0; part < row.length; part++) slope[part]! += miss * row[part]!;
    }
    for (let part = 0; part < weights.length; part++)
      weights[part]! -= RATE * (slope[part]! / all + (part < names.length ? RIDGE * weights[part]! : 0));
  }
  const hundredths = (weight: number): number => Math.round(weight * 100) / 100;
  return {
    bias: hundredths(weights[names.length]!),
    weights: Object.fromEntries(names.map((name, part) => [name, hundredths(weights[part]!)])),
    floor: 0,
  };
}

const learnt = { meeting: learn('meeting'), parted: learn('parted') };
if (process.argv.includes('--write'))
  writeFileSync(resolve(import.meta.dirname, 'weights.json'), `${JSON.stringify(learnt, null, 2)}\n`);
