import type { AnchoredText } from '@shared/anchors/describe.ts';
import type { Bookmark, FactVerdict } from '@shared/journal/state.ts';
import type { Extraction } from '@shared/model/extraction.ts';
import type { SourceDescription } from '@shared/model/source.ts';
import type { CitedPage } from './citation/cited-article.ts';

/** One source as exports see it: what was derived from it, and what the person made on it. */
export interface ExportedSource {
  readonly extraction: Extraction;
  readonly anchored: AnchoredText;
  /** Reader and version that gave the source text: `text@1`. */
  readonly reader: string;
  /** Says which stages and which knowledge derived it; figures read by others are not compared field by field. */
  readonly engine: string;
  /** What the person said of the page; goes before what it prints. */
  readonly description: SourceDescription;
  readonly bookmarks: readonly Bookmark[];
  /** Verdicts whose fact is not found any more. */
  readonly unattachedVerdicts?: readonly FactVerdict[];
}

/** What is known of a source for citing its articles. */
export const citedPage = ({ extraction, description }: ExportedSource): CitedPage => ({
  imprint: extraction.imprint,
  publishedOn: extraction.source.publishedOn,
  description,
});
