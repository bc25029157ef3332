import type { FactItem, NameItem } from '../../state/article-view.ts';

/** What can be done with a card. */
export interface FactActions {
  confirm(item: FactItem): void;
  correct(item: FactItem): void;
  reject(item: FactItem): void;
  openName(item: NameItem): void;
}
