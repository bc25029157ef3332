import type { Failure } from '@shared/contracts/results.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { ConnectedHost } from '../host/connection.ts';
import type { HostWait } from '../host/host-wait.ts';
import type { Library } from '../library/library.ts';
import { failureOfStorage } from '../library/storage-failure.ts';
import type { Derivation } from './derivation.ts';
import type { ImportList } from './import-list.ts';

/** Tells in the list how the reading of each page that came in went. */
export interface ImportReading {
  /** @param isKnown the page was on the shelf before. */
  follow(id: number, source: SourceHash, isKnown: boolean): void;
  /** Settles when all that are followed now are read or have failed. */
  whenRead(): Promise<void>;
}

export interface ImportReadingTools {
  readonly host: ConnectedHost;
  readonly wait: HostWait;
  readonly library: Library;
  readonly derivation: StoreApi<Derivation>;
  readonly change: ImportList['change'];
}

export function createImportReading({
  host,
  wait,
  library,
  derivation,
  change,
}: ImportReadingTools): ImportReading {
  const reading = new Set<Promise<void>>();

  async function awaitReading(id: number, source: SourceHash, isKnown: boolean): Promise<void> {
    try {
      const failed = await derivation.getState().whenEnded(source);
      const gone = host.connection.getState().failure;
      if (!failed && gone && !(await library.sources.get(source))) {
        change(id, { step: 'held' });
        await wait.untilHere();
        if (wait.isHere()) await awaitReading(id, source, isKnown);
        else change(id, { step: 'unread', failure: gone });
        return;
      }
      const unread: Failure | null = failed ?? (await library.unread.get(source))?.reason ?? null;
      if (unread) change(id, { step: 'unread', failure: unread });
      else await tellRead(id, source, isKnown);
    } catch (error) {
      change(id, { step: 'unread', failure: failureOfStorage(error) });
    }
  }

  async function tellRead(id: number, source: SourceHash, isKnown: boolean): Promise<void> {
    const row = await library.sources.get(source);
    change(id, {
      step: isKnown ? 'known' : 'done',
      failure: null,
      articles: row?.articles.length ?? 0,
      facts: row?.articles.reduce((sum, article) => sum + article.facts, 0) ?? 0,
      firstArticle: row?.articles[0]?.id ?? null,
    });
  }

  return {
    follow: (id, source, isKnown) => {
      const read = awaitReading(id, source, isKnown).finally(() => reading.delete(read));
      reading.add(read);
    },
    whenRead: async () => {
      await Promise.all(reading);
    },
  };
}
