import type { Fact } from './fact.ts';
import type { NameMention } from './name.ts';
import type { CutArticle, Page } from './page.ts';
import type { Quotation } from './quotation.ts';
import type { Place, Sheet } from './read-source.ts';
import type { SourceRecord } from './source.ts';

/** An article with its derived identity: source hash and first body offset. */
export interface Article extends CutArticle {
  readonly id: string;
}

/** Everything the pipeline derives from one source; all offsets outside reading texts are source offsets. */
export interface Extraction {
  readonly source: SourceRecord;
  /** Parts that were cut by themselves; of several each with the date that its times were resolved by. */
  readonly sheets: readonly Sheet[];
  readonly places: readonly Place[];
  readonly articles: readonly Article[];
  readonly furniture: Page['furniture'];
  readonly duplicates: Page['duplicates'];
  readonly imprint: Page['imprint'];
  readonly doubts: Page['doubts'];
  readonly facts: readonly Fact[];
  readonly names: readonly NameMention[];
  readonly quotes: readonly Quotation[];
}
