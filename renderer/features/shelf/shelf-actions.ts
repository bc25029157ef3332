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
  /** Reads a page anew that was not read. */
  tryAgain(source: SourceHash): void;
  /** Puts a page on the shelf as the text it is, not taken apart. */
  keepPlain(source: SourceHash): void;
  /** Takes a page apart that was kept as plain text. */
  asPage(source: SourceHash): void;
}
