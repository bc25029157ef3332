import { type SourceHash, sourceHash } from '@shared/model/source.ts';
import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Library } from '../../../renderer/library/library.ts';
import type { ArticleSummary, SourceRow } from '../../../renderer/library/rows.ts';
import type { ArticleTargets } from '../../../renderer/state/article-targets.ts';
import type { Derivation } from '../../../renderer/state/derivation.ts';
import { openSession } from '../../../renderer/state/session.ts';
import { createShelf } from '../../../renderer/state/shelf.ts';
import { listWantedSources } from '../../../renderer/state/wanted-sources.ts';
import { createMemoryHost } from '../memory-host.ts';
import { createMemoryOutbox } from '../memory-outbox.ts';

const STORIES = 10;

/** Stands for a row of the library, and notes each article that is looked at. */
function newRow(sha256: SourceHash, walked: Set<string>): SourceRow {
  const articles = Array.from({ length: STORIES }, (_, at): ArticleSummary => {
    const id = `${sha256}-${at}`;
    return {
      get id() {
        walked.add(id);
        return id;
      },
    } as unknown as ArticleSummary;
  });
  return {
    articles,
    sha256,
    origin: 'vault',
    imprint: { newspaper: null, edition: null, pageTitle: null },
    record: { name: sha256, publishedOn: { value: null } },
  } as unknown as SourceRow;
}

const hashOf = (number: number): SourceHash => sourceHash(number.toString(16).padStart(64, '0'));

/** A shelf over a library that is read by hand. */
async function openShelf() {
  const session = await openSession(createMemoryHost(), [], {
    outbox: createMemoryOutbox(),
    now: () => new Date(0),
    newId: () => crypto.randomUUID(),
    fail: (error) => {
      throw error;
    },
  });
  if (!session.ok) throw new Error(session.reason);
  let take: (rows: ReadonlyMap<string, SourceRow>) => void = () => undefined;
  const shelf = createShelf(
    { sources: null } as unknown as Library,
    session.value,
    createStore<Derivation>()(() => ({ failures: new Map() }) as unknown as Derivation),
    {
      watch: () => () => undefined,
      follow: (...[, , , taking]) => {
        take = taking as unknown as typeof take;
        return () => undefined;
      },
    },
    { place: () => ({ of: new Map(), loose: [] }) } as ArticleTargets,
  );
  return { session: session.value, shelf, take };
}

it.each([100, 1000])('looks at the articles of one page more, not of all %i', async (count) => {
  const { session, shelf, take } = await openShelf();
  const walked = new Set<string>();
  const rows = new Map<string, SourceRow>();
  const add = async (number: number): Promise<void> => {
    const source = hashOf(number);
    await session.getState().perform({ type: 'source.add', source, name: '页.txt', size: 1 });
    rows.set(source, newRow(source, walked));
    take(new Map(rows));
  };
  for (let number = count; number > 0; number--) {
    const source = hashOf(2 * number);
    rows.set(source, newRow(source, walked));
  }
  take(new Map(rows));
  expect(shelf.getState().rows).toHaveLength(count * STORIES);

  walked.clear();
  await add(count + 1);
  expect(shelf.getState().rows).toHaveLength((count + 1) * STORIES);
  expect([...walked].every((id) => id.startsWith(hashOf(count + 1)))).toBe(true);
  expect(walked.size).toBe(STORIES);
  // It stands where its hash belongs, however rows came.
  const order = shelf.getState().sources.map(({ sha256 }) => sha256);
  expect(order).toEqual([...order].sort());

  // What is wanted of the others stays the same object, so that nothing of it is written down or asked about again.
  const before = listWantedSources(session.getState());
  await add(count + 3);
  const after = listWantedSources(session.getState());
  expect(before).toHaveLength(1);
  expect(after).toHaveLength(2);
  expect(after[0]).toBe(before[0]);
});

it('no longer shows a page that was taken away, and holds it until the library has let go of it', async () => {
  const { session, shelf, take } = await openShelf();
  const source = hashOf(1);
  await session.getState().perform({ type: 'source.add', source, name: '页.txt', size: 1 });
  take(new Map([[source, newRow(source, new Set())]]));
  await session.getState().perform({ type: 'source.remove', source });
  expect(shelf.getState()).toMatchObject({ sources: [], rows: [] });
  expect(shelf.getState().held).toHaveLength(1);
  take(new Map());
  expect(shelf.getState().held).toEqual([]);
});
