import type { BylineForm } from './byline-forms.ts';
import type { FolioForm } from './folio-forms.ts';
import type { LeadForm } from './lead-forms.ts';
import type { Random } from './random.ts';

/** What may stand on a page. `digest`: untitled dispatches under a head; `group`: dispatches under one headline. */
export type ContentKind =
  | 'news'
  | 'feature'
  | 'short'
  | 'briefs'
  | 'untitled-briefs'
  | 'digest'
  | 'group'
  | 'photo'
  | 'verse'
  | 'notice'
  | 'letter'
  | 'opinion'
  | 'table'
  | 'school'
  | 'works';

/** Blank lines that a page sets between its blocks. */
export interface Gaps {
  readonly paragraph: number;
  readonly aboveTitle: number;
  readonly belowTitle: number;
  readonly belowByline: number;
  readonly heading: number;
  readonly caption: number;
  readonly furniture: number;
}

/** How one page is set: every choice that a paper or its dump makes. */
export interface PageForm {
  readonly script: 'simplified' | 'taiwan' | 'hongkong';
  /** Decades that the page may be of: 1950 to 2020. */
  readonly decade: number;
  readonly items: readonly [number, number];
  readonly contents: readonly ContentKind[];
  /** Columns of a line; null: a paragraph is one line. */
  readonly measure: number | null;
  /** `blank`: a blank line after every line; `narrowing`: round a picture; `ragged`: a column more or less. */
  readonly lines: 'close' | 'blank' | 'narrowing' | 'ragged';
  readonly indent: string;
  /** The first line is short by an indent that was lost. */
  readonly lostIndent: boolean;
  readonly gaps: Gaps;
  readonly digits: 'half' | 'full';
  readonly commas: 'full' | 'half';
  readonly lineEnd: '\n' | '\r\n';
  readonly titleMark: string;
  /** `broken`: into two or three lines; `parted`: a line for each part of a headline in two parts. */
  readonly titleLines: 'one' | 'broken' | 'parted';
  readonly titleIndent: string;
  /** Headlines of at most this many characters have blanks between them. */
  readonly spacedTitles: number;
  readonly kickers: boolean;
  readonly seconds: 'dashed' | 'bare' | 'none';
  readonly headingMark: string;
  readonly headingIndent: string;
  readonly bylines: readonly BylineForm[];
  /** Of a hundred articles, how many are unsigned. */
  readonly unsigned: number;
  readonly spacedNames: boolean;
  readonly leads: readonly LeadForm[];
  readonly separator: string;
  readonly briefMark: string;
  readonly folios: readonly FolioForm[];
  readonly folioAt: 'head' | 'foot' | 'both' | 'none';
  /** Of a hundred articles, how many have a caption, a rubric, a jump beside them. */
  readonly captions: number;
  readonly rubrics: number;
  readonly jumps: number;
  /** Lines of a site, of an archive or of editors that stand about. */
  readonly site: 'none' | 'buttons' | 'archive' | 'editors';
}

/** For each choice, what a layout allows; a page draws one of each. */
export type Choices = { readonly [K in keyof PageForm]: readonly PageForm[K][] };

export interface Layout {
  readonly name: string;
  readonly choices: Choices;
}

export function drawForm({ choices }: Layout, random: Random): PageForm {
  const entries = Object.entries(choices).map(([key, values]) => [
    key,
    random.pick(values as readonly unknown[]),
  ]);
  return Object.fromEntries(entries) as PageForm;
}
