import { BOUNDS, FACT_KINDS, type FactKind } from '@shared/model/fact.ts';
import type { ClaimArticle, ClaimedFact, NamesBeside } from '@shared/search/claims/claim.ts';
import { ClaimColumns } from '@shared/search/claims/claim-columns.ts';
import { packClaims } from '@shared/search/claims/packed-claims.ts';
import fc from 'fast-check';
import { searchKnowledge } from '../search-knowledge.ts';

const { units, folding } = searchKnowledge;

export interface MadeArticle {
  readonly about: ClaimArticle;
  readonly facts: readonly ClaimedFact[];
  readonly beside: readonly NamesBeside[];
}

export const emptyColumns = (): ClaimColumns => new ClaimColumns(units, folding);

export function columnsOf(articles: readonly MadeArticle[]): ClaimColumns {
  const columns = emptyColumns();
  for (const article of articles) put(columns, article);
  return columns;
}

export const put = (columns: ClaimColumns, { about, facts, beside }: MadeArticle): void =>
  columns.add(about, packClaims(about.id, facts, beside));

const words = (...texts: string[]) => fc.constantFrom(...texts);
const figure = fc.oneof(
  fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
  fc.integer({ min: -5, max: 5 }),
  fc.constant(-0),
);
const time = words('2021', '2021-03', '2019/2020', '../2018', '2024-10-18');
const timeKinds: readonly FactKind[] = ['date', 'period'];

const fact: fc.Arbitrary<ClaimedFact> = fc
  .record({
    kind: fc.constantFrom(...FACT_KINDS.filter((kind) => !timeKinds.includes(kind))),
    timeKind: fc.constantFrom(...timeKinds),
    value: fc.oneof(figure, time, fc.constant(null)),
    unit: fc.option(words('亩', '公顷', 'CNY', '%', '人', '囧')),
    more: fc.option(fc.nat(9)),
    bound: fc.constantFrom(...BOUNDS),
    measure: fc.option(words('种植面积', '總產量', '投入', '出工')),
    subject: fc.option(words('河湾县', '石桥乡')),
    when: fc.option(time),
    confidence: fc.constantFrom(0.5, 0.72, 1),
    verdict: fc.option(fc.constantFrom('confirmed', 'corrected', 'added'), { nil: undefined }),
  })
  .map(({ kind, timeKind, value, more, measure, subject, verdict, ...rest }) => ({
    ...rest,
    ...(verdict ? { verdict } : {}),
    value,
    kind: typeof value === 'string' ? timeKind : kind,
    ...(typeof value === 'number' && more !== null ? { valueMax: value + more } : {}),
    measure: measure === null ? null : { text: measure },
    subject: subject === null ? null : { text: subject },
  }));

const beside: fc.Arbitrary<NamesBeside> = fc.record({
  place: words('', '青石镇', '石橋鄉'),
  programme: words('', '安居工程'),
  person: words('', '周砚秋'),
});

const article = (id: string): fc.Arbitrary<MadeArticle> =>
  fc
    .record({
      title: words('', '渡口修好了', '码头'),
      newspaper: words('湖口日报', '清河时报', ''),
      published: fc.option(words('2021', '2021-03-04', '1987-06')),
      rows: fc.array(fc.tuple(fact, beside), { maxLength: 6 }),
    })
    .map(({ rows, ...about }) => ({
      about: { id, state: `${id} as read`, ...about },
      facts: rows.map(([one]) => one),
      beside: rows.map(([, names]) => names),
    }));

/** A library, and one article that takes the place of one of its own or comes to it. */
export const madeLibrary: fc.Arbitrary<readonly MadeArticle[]> = fc
  .array(fc.nat(7), { maxLength: 12 })
  .chain((ids) => fc.tuple(...ids.map((id) => article(`a${id}`))));

/** Articles as they are once each has been taken in, the last of each id alone, in the order of these. */
export function present(articles: readonly MadeArticle[]): MadeArticle[] {
  return articles.filter(
    ({ about }, i) => !articles.slice(i + 1).some((later) => later.about.id === about.id),
  );
}
