/**
 * Asks all engines in one process, each query of one after the other, so that what else the machine does falls on
 * all alike; prints one line of JSON: `measure-answers.ts COUNT NAME=FOLDER…`.
 */
import { performance } from 'node:perf_hooks';
import type { LoadedEngine } from './engine.ts';
import { ENGINES } from './engines.ts';
import { type MadeQuery, makeLibrary } from './made-library.ts';

/** Times that each query is asked; the median of them counts. */
const PASSES = 3;
/** Articles that are looked through for what an answer should hold, and queries of a kind in libraries larger than that. */
const MOST_TRUTHS = 100_000;
const MOST_QUERIES = 100;

const [count, ...places] = process.argv.slice(2) as [string, ...string[]];
const engines = await Promise.all(
  places.map(async (place): Promise<readonly [string, LoadedEngine]> => {
    const [name, folder] = place.split('=') as [string, string];
    const engine = ENGINES.find((each) => each.name === name);
    if (!engine) throw new Error(`no engine ${name}`);
    return [name, await engine.load(folder)];
  }),
);
const library = makeLibrary(Number(count));

/** Items at even distances, so many of them at most. */
function sample<Item>(items: readonly Item[], most: number): readonly Item[] {
  const step = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_, at) => at % step === 0);
}

const proved = sample(library.articles, MOST_TRUTHS);
const isProved = new Set(proved.map(({ id }) => id));
const mostQueries = proved.length < library.articles.length ? MOST_QUERIES : Infinity;

type Ask = (engine: LoadedEngine) => Promise<readonly string[]>;

/** What `keep` leaves of the answers of each engine, and the spread of the times it took. */
async function askAll(
  asked: readonly Ask[],
  keep: (answer: readonly string[]) => readonly string[] = (answer) => answer,
) {
  const times = engines.map(() => asked.map((): number[] => []));
  const answers = engines.map(() => asked.map((): readonly string[] => []));
  for (let pass = 0; pass < PASSES; pass++)
    for (const [query, ask] of asked.entries())
      for (const [number, [, engine]] of engines.entries()) {
        const start = performance.now();
        const answer = await ask(engine);
        times[number]![query]!.push(performance.now() - start);
        answers[number]![query] = keep(answer);
      }
  return engines.map((_, number) => ({
    answers: answers[number] ?? [],
    ...spread((times[number] ?? []).map((each) => each.sort((a, b) => a - b)[PASSES >> 1] as number)),
  }));
}

function spread(times: number[]) {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] as number;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

async function rank(all: readonly MadeQuery[]) {
  const queries = sample(all, mostQueries);
  const asked = await askAll(
    queries.map(
      ({ query }): Ask =>
        (engine) =>
          engine.best(query),
    ),
  );
  return asked.map(({ answers, ...times }) => {
    const places = answers.map((answer, i) => answer.indexOf((queries[i] as MadeQuery).id));
    const sum = places.reduce((total, place) => total + (place < 0 ? 0 : 1 / (place + 1)), 0);
    return { mrr: sum / queries.length, ...times };
  });
}

async function hold(all: readonly string[]) {
  const phrases = sample(all, mostQueries);
  const asked = await askAll(
    phrases.map(
      (phrase): Ask =>
        (engine) =>
          engine.holding(phrase),
    ),
    (answer) => answer.filter((id) => isProved.has(id)),
  );
  const truths = phrases.map(
    (phrase) => new Set(proved.filter(({ text }) => text.includes(phrase)).map(({ id }) => id)),
  );
  const wanted = truths.reduce((sum, { size }) => sum + size, 0);
  return asked.map(({ answers, ...times }) => {
    const given = answers.reduce((sum, { length }) => sum + length, 0);
    const right = answers.reduce(
      (sum, answer, i) => sum + answer.filter((id) => truths[i]?.has(id)).length,
      0,
    );
    return { recall: right / wanted, precision: right / Math.max(1, given), ...times };
  });
}

const questions = await rank(library.questions);
const headlines = await rank(library.headlines);
const names = await hold(library.names);
const phrases = await hold(library.phrases.filter((phrase) => /^[\u3400-\u9fff]+$/.test(phrase)));
const characters = await hold(library.characters);
console.log(
  JSON.stringify({
    proved: proved.length,
    most: mostQueries === Infinity ? null : mostQueries,
    engines: engines.map((_, i) => ({
      questions: questions[i],
      headlines: headlines[i],
      names: names[i],
      phrases: phrases[i],
      characters: characters[i],
    })),
  }),
);
