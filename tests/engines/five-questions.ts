import type { DuckDBConnection } from '@duckdb/node-api';

type Cells = Readonly<Record<string, string | number | null>>;

/** Rows by table, as NDJSON outputs hold them. */
export type Rows = Readonly<Record<'facts' | 'names' | 'quotes' | 'articles', readonly Cells[]>>;

/** A question that a data set answers in SQL, and that loops over rows answer too. */
export interface Question {
  readonly name: string;
  /** Of tables that are called as those of the data set are. */
  readonly sql: string;
  count(rows: Rows): readonly (readonly (string | number | null)[])[];
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

function group<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

const yearOf = ({ published }: Cells): string => String(published).slice(0, 4);

export const FIVE_QUESTIONS: readonly Question[] = [
  {
    name: 'the largest sums by programme',
    sql: `SELECT n.words, max(f.value), count(*) FROM facts f JOIN
            (SELECT DISTINCT article, words FROM names WHERE type = 'programme') n USING (article)
          WHERE f.kind = 'money' GROUP BY n.words`,
    count({ facts, names }) {
      const programmes = group(
        names.filter(({ type }) => type === 'programme'),
        ({ article }) => String(article),
      );
      const pairs = facts
        .filter(({ kind }) => kind === 'money')
        .flatMap(({ article, value }) =>
          [...new Set((programmes.get(String(article)) ?? []).map(({ words }) => String(words)))].map(
            (words) => [words, Number(value)] as const,
          ),
        );
      return [...group(pairs, ([words]) => words)].map(([words, of]) => [
        words,
        Math.max(...of.map(([, value]) => value)),
        of.length,
      ]);
    },
  },
  {
    name: 'one measure over the years',
    sql: `SELECT year, sum(value), count(*) FROM facts WHERE kind = 'money' AND measure IS NOT NULL GROUP BY year`,
    count: ({ facts }) =>
      [
        ...group(
          facts.filter(({ kind, measure }) => kind === 'money' && measure !== null),
          yearOf,
        ),
      ].map(([year, of]) => [year, sum(of.map(({ value }) => Number(value))), of.length]),
  },
  {
    name: 'who speaks of whom',
    sql: `SELECT q.speaker, n.words, count(*) FROM quotes q JOIN
            (SELECT DISTINCT article, words FROM names WHERE type = 'person') n
          ON q.article = n.article AND contains(q.words, n.words) GROUP BY q.speaker, n.words`,
    count({ quotes, names }) {
      const people = group(
        names.filter(({ type }) => type === 'person'),
        ({ article }) => String(article),
      );
      const said = quotes.flatMap(({ article, speaker, words }) =>
        [...new Set((people.get(String(article)) ?? []).map((name) => String(name.words)))]
          .filter((name) => String(words).includes(name))
          .map((name) => [speaker ?? null, name] as const),
      );
      return [...group(said, (pair) => JSON.stringify(pair))].map(([pair, of]) => [
        ...(JSON.parse(pair) as [string | null, string]),
        of.length,
      ]);
    },
  },
  {
    name: 'one measure of one subject with several values in a year',
    sql: `SELECT subject, measure, unit, year, count(DISTINCT value) FROM facts
          WHERE subject IS NOT NULL AND measure IS NOT NULL AND value IS NOT NULL
          GROUP BY subject, measure, unit, year HAVING count(DISTINCT value) > 1`,
    count: ({ facts }) =>
      [
        ...group(
          facts.filter(
            ({ subject, measure, value }) => subject !== null && measure !== null && value !== null,
          ),
          (fact) => JSON.stringify([fact.subject, fact.measure, fact.unit, yearOf(fact)]),
        ),
      ]
        .map(([key, of]) => [...JSON.parse(key), new Set(of.map(({ value }) => value)).size])
        .filter((row) => Number(row.at(-1)) > 1),
  },
  {
    name: 'names by article and type',
    sql: `SELECT a.headline, n.type, count(*) FROM articles a JOIN names n USING (article) GROUP BY a.headline, n.type`,
    count({ articles, names }) {
      const headlines = new Map(articles.map(({ article, headline }) => [article, headline]));
      const keyed = names.map(({ article, type }) =>
        JSON.stringify([headlines.get(article ?? '') ?? null, type]),
      );
      return [...group(keyed, (key) => key)].map(([key, of]) => [...JSON.parse(key), of.length]);
    },
  },
];

/** The answer of an engine in the shape of the loops; rows in an order of their own. */
export async function ask(connection: DuckDBConnection, { sql }: Question): Promise<string[]> {
  const rows = await (await connection.runAndReadAll(sql)).getRowsJson();
  return rows
    .map((row) =>
      JSON.stringify(
        row.map((cell) =>
          Number.isFinite(cell) || !/^\d+(\.\d+)?$/.test(String(cell)) ? cell : Number(cell),
        ),
      ),
    )
    .sort();
}

export const inOrder = (rows: readonly (readonly (string | number | null)[])[]): string[] =>
  rows
    .map((row) =>
      JSON.stringify(row.map((cell) => (/^\d+(\.\d+)?$/.test(String(cell)) ? Number(cell) : cell))),
    )
    .sort();
