import type { KeptSource } from '@shared/journal/state.ts';
import type { SourceHash } from '@shared/model/source.ts';

/** What can be done from the shelf. */
export interface ShelfActions {
  open(article: string): void;
  importFiles(): void;
  describe(source: SourceHash): void;
  remove(source: SourceHash): void;
  restore(source: SourceHash): void;
  erase(source: KeptSource): void;
}
