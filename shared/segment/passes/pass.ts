import type { SourceSpan } from '@shared/model/offset.ts';
import type { Imprint } from '@shared/model/page.ts';
import type { Hint } from '@shared/model/read-source.ts';
import type { Item } from '../blocks/item-runs.ts';
import type { DraftArticle, DraftDoubt } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import type { Repeat } from '../print/duplicates.ts';
import type { Line } from '../print/lines.ts';
import type { OpeningScore } from '../print/openings.ts';
import type { PairCounts } from '../print/seams.ts';
import type { HeadReading } from '../stories/head-reading.ts';

/** A page between two passes. */
export interface PageWork {
  readonly text: string;
  /** What the page's format knows of its words. */
  readonly hints: readonly Hint[];
  /** Whether the format says where each story begins. */
  readonly isTold: boolean;
  readonly lines: readonly Line[];
  /** What belongs to the page by its marks. */
  readonly marks: readonly SourceSpan[];
  /** The date that front matter gives. */
  readonly frontDate: Imprint['date'];
  readonly heads: HeadReading;
  /** Lines that were joined, before spliced columns are parted. */
  readonly joined: readonly Block[];
  readonly blocks: readonly Block[];
  readonly pairs: PairCounts;
  readonly repeats: readonly Repeat[];
  readonly items: readonly Item[];
  readonly openings: OpeningScore;
  readonly articles: readonly DraftArticle[];
  readonly furniture: readonly Block[];
  /** Doubts whose paragraphs may be another story's. */
  readonly strangers: readonly DraftDoubt[];
  readonly doubts: readonly DraftDoubt[];
  readonly imprint: Imprint;
}

type Part = keyof PageWork;

/** One step from text to articles: a function of what it reads that gives what it writes, and why it stands where it does. */
export interface Pass {
  readonly name: string;
  readonly reads: readonly Part[];
  readonly writes: readonly Part[];
  readonly why: string;
  /** Left out where the format says where stories begin: what it tells apart is as it should be. */
  readonly unlessTold?: true;
  run(work: PageWork, knowledge: SegmentKnowledge): Partial<PageWork>;
}
