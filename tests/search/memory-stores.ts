import type { DocumentText, IndexedDocument, SegmentStore, TextStore } from '@shared/search/search-index.ts';

/** Blobs in memory, open to be damaged. */
export class MemorySegments implements SegmentStore {
  readonly blobs = new Map<string, Uint8Array>();

  async get(key: string): Promise<Uint8Array | null> {
    return this.blobs.get(key)?.slice() ?? null;
  }

  async put(key: string, blob: Uint8Array): Promise<void> {
    this.blobs.set(key, blob.slice());
  }

  async delete(key: string): Promise<void> {
    this.blobs.delete(key);
  }
}

/** Texts in memory, with a count of how many were read. */
export class MemoryTexts implements TextStore {
  readonly documents = new Map<string, DocumentText>();
  reads = 0;

  put(documents: readonly IndexedDocument[]): void {
    for (const document of documents) this.documents.set(document.id, document);
  }

  async read(ids: readonly string[]): Promise<(DocumentText | null)[]> {
    this.reads += ids.length;
    return ids.map((id) => this.documents.get(id) ?? null);
  }
}
