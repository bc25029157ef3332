import type { SegmentStore } from '@shared/search/search-index.ts';
import type { Library } from './library.ts';

/** The search index's blobs, beside the articles they were made of. */
export function dexieSegmentStore(library: Library): SegmentStore {
  return {
    get: async (key) => (await library.segments.get(key))?.blob ?? null,
    put: async (key, blob) => {
      await library.segments.put({ key, blob });
    },
    delete: (key) => library.segments.delete(key),
  };
}
