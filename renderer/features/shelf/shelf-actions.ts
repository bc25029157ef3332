import type { SourceHash } from '@shared/model/source.ts';
import type { ArticleCommand } from '../../commands/shelf-commands.ts';
import type { ShelfOrder } from '../../state/settings.ts';

/** How an article was clicked: alone, to be added, or as the end of a range. */
export type Press = 'open' | 'toggle' | 'reach';

/** What can be done from the shelf. */
export interface ShelfActions {
  /** @param listOrder gives the ids of the articles as they stand, for ranges. */
  press(article: string, how: Press, listOrder: () => readonly string[]): void;
  narrow(filter: string): void;
  sort(order: ShelfOrder): void;
  chooseAll(order: readonly string[]): void;
  run(command: ArticleCommand, article: string): void;
  importFiles(): void;
  showTrash(): void;
  showIssues(): void;
  remove(source: SourceHash): void;
  /** Reads a page anew that was not read. */
  tryAgain(source: SourceHash): void;
  /** Puts a page on the shelf as the text it is, not taken apart. */
  keepPlain(source: SourceHash): void;
  /** Takes a page apart that was kept as plain text. */
  asPage(source: SourceHash): void;
}
