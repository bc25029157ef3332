/**
 * Learns what each part of a likeness weighs, from the answers of `tests/analysis/answers` that may be looked at and from the
 * marked articles of `tests/analysis/marked`, and says how the weights do on events that they have not seen, a tenth of them
 * held out at a time.
 * Usage: npx node --import ./tests/aliases.mjs resources/models/agreement/train.ts [--write]
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Weighing } from '@shared/analysis/agreement/knowledge.ts';
import { likenessesOf, scoreOf } from '@shared/analysis/agreement/likeness.ts';
import type { PairKind, Parts } from '@shared/analysis/agreement/parts.ts';
import { type ArticleStatements, statementsOf } from '@shared/analysis/agreement/statement.ts';
import { verdictOf } from '@shared/analysis/agreement/verdict.ts';
import { knowledge, readAnswered } from '../../../tests/analysis/answered-figures.ts';
import { isTuned } from '../../../tests/analysis/answers/answers.ts';
import { readMarked, relationOf } from '../../../tests/analysis/marked/marked-articles.ts';
import { followsFrom } from '../../../tests/analysis/same-things.ts';
import { logisticRegression } from './logistic-regression.ts';

interface Example {
  readonly event: string;
  readonly parts: Parts;
  readonly isOne: boolean;
  readonly weight: number;
}

const KINDS = ['meeting', 'scope', 'parted'] as const satisfies readonly PairKind[];

/** An event as its articles tell it. */
interface Told {
  readonly name: string;
  readonly articles: readonly ArticleStatements[];
  /** Of two figures by `article fact`, the smaller first: whether they are of one thing; null where that is not to be learnt. */
  readonly isOne: (one: string, other: string) => boolean | null;
}

/** How strongly weights are held near 0. */
const RIDGE = 0.001;
/** Of the pairs of articles of two events one in so many is learnt from. */
const STRANGERS = 7;
/** Figures of two events: how much each counts, and how many of those that cannot both be true stand for one. */
const STRANGER_WEIGHT = { meeting: 1, scope: 0.25, parted: 0.25 } as const;
const PARTED_STRANGERS = 25;
/** Of all that is told of events that were not learnt from. */
const SHARE_RIGHT = 0.95;
const FOLDS = 10;

const events = [...(await answeredEvents()), ...(await markedEvents())];
const examples: Record<PairKind, Example[]> = { meeting: [], scope: [], parted: [] };
const told = events.flatMap((event) => event.articles.map((article) => ({ event, article })));
let strangers = 0;
for (const [i, { event, article: first }] of told.entries())
  for (const [j, { event: otherEvent, article: second }] of told.slice(i + 1).entries()) {
    const isOfEvent = event === otherEvent;
    if (!isOfEvent && (i * 7 + j) % STRANGERS !== 0) continue;
    const other = isOfEvent ? second : withNameOf(second, first);
    for (const { a, b, likeness } of likenessesOf(first, other, knowledge)) {
      // What rules put aside is not weighed.
      if (verdictOf([first, a], [other, b], { ...likeness, score: 1 }, knowledge) === null) continue;
      const { kind } = likeness;
      if (!isOfEvent) {
        if (kind !== 'meeting' && strangers % PARTED_STRANGERS !== 0) strangers++;
        else examples[kind].push({ event: event.name, ...asNeighbours(likeness.parts, strangers++, kind) });
        continue;
      }
      const facts = [
        `${first.article.id} ${a.claim.fact.id}`,
        `${second.article.id} ${b.claim.fact.id}`,
      ].sort() as [string, string];
      const isOne = event.isOne(...facts);
      if (isOne !== null) examples[kind].push({ event: event.name, parts: likeness.parts, isOne, weight: 1 });
    }
  }

async function answeredEvents(): Promise<Told[]> {
  const { articles, nameOf, pairs } = await readAnswered();
  const answers = new Map(
    pairs.flatMap(({ facts, answer }) => (facts ? [[facts.join('|'), answer] as const] : [])),
  );
  const follows = followsFrom(pairs);
  const isOne: Told['isOne'] = (one, other) => {
    const answer = answers.get(`${one}|${other}`);
    if (answer === undefined) return follows(one, other) ? null : false;
    return answer !== 'unrelated';
  };
  const byName = new Map<string, ArticleStatements[]>();
  for (const article of articles) {
    const name = nameOf.get(article.id)!;
    if (!isTuned(name)) continue;
    const event = name.slice(0, 2);
    byName.set(event, [...(byName.get(event) ?? []), statementsOf(article, knowledge)]);
  }
  return [...byName].map(([name, own]) => ({ name, articles: own, isOne }));
}

async function markedEvents(): Promise<Told[]> {
  return (await readMarked()).map(({ name, articles, things }) => ({
    name,
    articles: articles.map((article) => statementsOf(article, knowledge)),
    isOne: (one, other) => relationOf(things.get(one), things.get(other)) !== null,
  }));
}

/** An article as though it carried a name of another: figures of articles without one are never compared. */
function withNameOf(article: ArticleStatements, { names }: ArticleStatements): ArticleStatements {
  const [name = ''] = [...names].sort();
  return { ...article, names: new Set([...article.names, name]), text: `${article.text}\n${name}` };
}

/** Figures of two events, as though the articles were of one place, half of them of one time: most pairs of a library are such. */
function asNeighbours(
  parts: Parts,
  number: number,
  kind: PairKind,
): Pick<Example, 'parts' | 'isOne' | 'weight'> {
  const story = ((number * 7) % 11) / 20;
  const apart = number % 2 === 0 ? {} : { boundApart: 0, freeApart: 0 };
  return {
    parts: {
      ...parts,
      ...apart,
      story,
      focusOther: number % 5 === 0 ? 1 : 0,
      ownerUnknown: number % 3 === 0 ? 1 : 0,
      ownerForeign: 0,
    },
    isOne: false,
    weight: STRANGER_WEIGHT[kind],
  };
}

interface Unseen {
  readonly score: number;
  readonly isOne: boolean;
  readonly weight: number;
}

/** The scores of all pairs by weights that were learnt without the events that they are of. */
function scoreUnseen(all: readonly Example[]): Unseen[] {
  const names = [...new Set(all.map(({ event }) => event))].sort();
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const held = new Set(names.filter((_, i) => i % FOLDS === fold));
    const weighing = weigh(all.filter(({ event }) => !held.has(event)));
    return all
      .filter(({ event }) => held.has(event))
      .map(({ parts, isOne, weight }) => ({ score: scoreOf(parts, weighing), isOne, weight }));
  });
}

interface Step {
  readonly floor: number;
  readonly right: number;
  readonly told: number;
}

/** How many are told from each score on, and how many of them are right, the highest score first; one step for each that is right. */
function toldFrom(unseen: readonly Unseen[]): Step[] {
  let right = 0;
  let told = 0;
  return [...unseen]
    .sort((a, b) => b.score - a.score)
    .flatMap(({ score, isOne, weight }) => {
      told += weight;
      if (isOne) right += weight;
      return isOne ? [{ floor: Math.floor(score * 1000) / 1000, right, told }] : [];
    });
}

/** The scores from which most pairs are found while of all that are told so many in a hundred are right. */
function floorsFor(steps: Readonly<Record<PairKind, readonly Step[]>>): Record<PairKind, number> {
  const best = { right: 0, meeting: 1, scope: 1, parted: 1 };
  for (const meeting of steps.meeting)
    for (const parted of steps.parted)
      for (const scope of steps.scope) {
        const right = meeting.right + parted.right + scope.right;
        if (right > best.right && right >= SHARE_RIGHT * (meeting.told + parted.told + scope.told))
          Object.assign(best, { right, meeting: meeting.floor, parted: parted.floor, scope: scope.floor });
      }
  return best;
}

function weigh(from: readonly Example[]): Weighing {
  const names = Object.keys(from[0]!.parts) as (keyof Parts)[];
  const weights = logisticRegression(
    from.map(({ parts, isOne, weight }) => ({ row: names.map((name) => parts[name]), isOne, weight })),
    RIDGE,
  );
  const hundredths = (weight: number): number => Math.round(weight * 100) / 100;
  return {
    bias: hundredths(weights[names.length]!),
    weights: Object.fromEntries(
      names.map((name, part) => [name, hundredths(weights[part]!)]),
    ) as Weighing['weights'],
    floor: 0,
  };
}

const each = <Value>(make: (kind: PairKind) => Value): Record<PairKind, Value> => ({
  meeting: make('meeting'),
  scope: make('scope'),
  parted: make('parted'),
});
const steps = each((kind) => toldFrom(scoreUnseen(examples[kind])));
const floors = floorsFor(steps);
for (const kind of KINDS) {
  const at = steps[kind].find(({ floor }) => floor === floors[kind]);
  console.log(
    `${kind}: ${examples[kind].length} pairs; unseen, from ${floors[kind]}: ${at?.right} of ${at?.told.toFixed(1)} right, ${at?.right} of ${examples[kind].filter(({ isOne }) => isOne).length} found`,
  );
}
if (process.argv.includes('--write')) {
  const learnt = each((kind) => ({ ...weigh(examples[kind]), floor: floors[kind] }));
  writeFileSync(resolve(import.meta.dirname, 'weights.json'), `${JSON.stringify(learnt, null, 2)}\n`);
}
