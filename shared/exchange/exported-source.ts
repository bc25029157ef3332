import type { AnchoredText } from '@shared/anchors/describe.ts';
import type { ExtractDocument } from '@shared/contracts/extract-document.ts';
import type { Bookmark, ContinuedStory, FactVerdict } from '@shared/journal/state.ts';
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
  /** Stories of which a part stands in it. */
  readonly continued?: readonly ContinuedStory[];
  /** Verdicts whose fact is not found any more. */
  readonly unattachedVerdicts?: readonly FactVerdict[];
}

/** A source with its document of the contract, for the form that prints it. */
export interface SourceToExport extends ExportedSource {
  readonly document: () => ExtractDocument;
}

const BY_HAND = ' by-hand';

/** What a person did to a page that makes it read otherwise than the stages alone read it. */
interface DoneByHand {
  readonly description?: SourceDescription;
  readonly cuts?: readonly unknown[];
  readonly verdicts?: readonly Pick<FactVerdict, 'verdict'>[];
  /** What they said of names on it, and the words of their own that it prints. */
  readonly names?: readonly unknown[];
  readonly words?: readonly unknown[];
}

/** The stages that derived a page, and whether a person had a hand in it: then nobody without their acts reads it alike. */
export function engineOf(
  stages: string,
  { description, cuts = [], verdicts = [], names = [], words = [] }: DoneByHand,
): string {
  const isByHand =
    cuts.length + names.length + words.length > 0 ||
    description?.reading !== undefined ||
    description?.region !== undefined ||
    verdicts.some(({ verdict }) => verdict !== 'confirmed');
  return isByHand ? stages + BY_HAND : stages;
}

export const isByHand = (engine: string): boolean => engine.endsWith(BY_HAND);

/** What is known of a source for citing its articles. */
export const citedPage = ({ extraction, description }: ExportedSource): CitedPage => ({
  imprint: extraction.imprint,
  publishedOn: extraction.source.publishedOn,
  description,
});
