import { MAX_ORIGINAL_BYTES } from '@shared/contracts/host.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { type SourceHash, sourceHash } from '@shared/model/source.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { ConnectedHost } from '../host/connection.ts';
import type { ImportEntry } from '../library/import-queue.ts';
import type { Library } from '../library/library.ts';
import type { Inspected } from '../workers/derive-calls.ts';
import { type PageReaders, ReaderFailure } from '../workers/page-readers.ts';
import type { Derivation } from './derivation.ts';
import type { Session } from './session.ts';
import { isWanted } from './wanted-sources.ts';

/** What a file takes to come in. */
export interface BringInTools {
  readonly host: ConnectedHost;
  readonly library: Library;
  readonly readers: PageReaders;
  readonly session: StoreApi<Session>;
  readonly derivation: StoreApi<Derivation>;
  /** Told of each step of an entry. */
  readonly change: (id: number, part: Partial<ImportEntry>) => void;
}

/** How far a file came before it is derived. */
export type BroughtIn =
  /** Its original is kept and in the journal. */
  | { readonly to: 'shelf'; readonly source: SourceHash; readonly isKnown: boolean }
  /** The page is on the shelf in other bytes, and the person is asked. */
  | { readonly to: 'twin'; readonly twin: string; readonly firstArticle: string | null }
  /** It is to be unpacked. */
  | { readonly to: 'archive' };

/** The one way a page comes in: its original is kept and named in the journal before anything is derived. */
export function createBringIn({ host, library, readers, session, derivation, change }: BringInTools) {
  /** What the pages print that were taken here: one that is still being read is no twin in the library yet. */
  const printed = new Map<string, SourceHash>();

  /** Whether the bytes are no page at all; one whose reading fails is kept, for it may be read another day. */
  async function inspect(name: string, bytes: Uint8Array): Promise<Result<Inspected | null>> {
    try {
      const inspected = await readers.call('derive.inspect', name, bytes);
      const isPage = inspected.ok && inspected.value.what === 'page';
      const before = isPage ? printed.get(inspected.value.printHash) : undefined;
      if (before === undefined) return inspected;
      await derivation.getState().whenEnded(before);
      return await readers.call('derive.inspect', name, bytes);
    } catch (error) {
      return error instanceof ReaderFailure ? error.failure : success(null);
    }
  }

  return async (entry: ImportEntry, content: Blob): Promise<Result<BroughtIn>> => {
    const { id, name, takesTwin, origin } = entry;
    // Larger than any original that is kept: only an archive may be.
    if (content.size > MAX_ORIGINAL_BYTES) return success({ to: 'archive' });
    change(id, { step: 'inspecting' });
    const bytes = await readBytes(content);
    if (bytes === null) return failure('file-unreadable');
    const inspected = await inspect(name, bytes);
    if (!inspected.ok) return inspected;
    if (inspected.value?.what === 'archive') return success({ to: 'archive' });
    const twin = inspected.value?.twin ?? null;
    // The rows of one that was taken off the shelf may be there for a moment.
    if (twin !== null && isWanted(session.getState(), twin) && !takesTwin) {
      const row = await library.sources.get(twin);
      return success({
        to: 'twin',
        twin: row?.record.name ?? '',
        firstArticle: row?.articles[0]?.id ?? null,
      });
    }
    change(id, { step: 'keeping' });
    const kept = await host.call('originals.keep', bytes);
    if (!kept.ok) return kept;
    const source = sourceHash(kept.value.sha256);
    const isKnown = isWanted(session.getState(), source);
    if (!isKnown) {
      const status = session.getState().state.sources.get(source)?.status;
      const written = await session
        .getState()
        .perform(
          status === 'removed'
            ? { type: 'source.restore', source }
            : { type: 'source.add', source, name, size: bytes.length, ...(origin ? { origin } : {}) },
        );
      if (!written.ok) return written;
    }
    if (inspected.value) printed.set(inspected.value.printHash, source);
    return success({ to: 'shelf', source, isKnown });
  };
}

/** Null where the file went away, or was changed, since it was given. */
async function readBytes(content: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch {
    return null;
  }
}
