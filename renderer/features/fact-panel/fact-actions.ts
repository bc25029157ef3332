import type { FactItem, Item, NameItem } from '../../state/article-view.ts';

/** What can be done with a card. */
export interface FactActions {
  confirm(item: FactItem): unknown;
  /** Confirms every fact that the panel shows and that nobody has spoken of yet. */
  confirmShown(): void;
  correct(item: FactItem | NameItem): unknown;
  reject(item: FactItem | NameItem): unknown;
  /** Undoes the act that took a fact or a name away. */
  takeBack(act: string): unknown;
  /** Copies its words with their source. */
  cite(item: Item): unknown;
  /** Puts words on the clipboard. */
  copy(words: string): unknown;
  openName(item: NameItem): unknown;
}
