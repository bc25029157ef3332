import { peelFrontMatter } from '@shared/segment/print/front-matter.ts';
import type { Line } from '@shared/segment/print/lines.ts';
import { splitLines } from '@shared/segment/print/lines.ts';
import { peelMarks } from '@shared/segment/print/marks.ts';
import type { LineRole } from '@shared/segment/roles.ts';

/** What a stretch of a page is. `mark`: a sign before a headline or an item, which says nothing of its line's role. */
export type LabelRole =
  | 'headline'
  | 'byline'
  | 'body'
  | 'heading'
  | 'caption'
  | 'furniture'
  | 'mark'
  | 'duplicate';

export interface Label {
  readonly start: number;
  readonly end: number;
  readonly role: LabelRole;
}

/** A page of which every stretch of ink is known. */
export interface LabelledPage {
  /** The layout that it is set in; those of one layout are held out together. */
  readonly layout: string;
  readonly text: string;
  readonly labels: readonly Label[];
  /** Where paragraphs begin; `opensStory`: the first of a story without a headline. */
  readonly paragraphs: readonly { readonly start: number; readonly opensStory: boolean }[];
  /** Where headlines begin that stand right under another story's headline. */
  readonly stories?: readonly number[];
}

/** The lines of a page as the model sees them. */
export const linesOf = (text: string): readonly Line[] =>
  peelMarks(peelFrontMatter(splitLines(text)).lines).lines;

/** What each line is; null where it is nothing that a model should learn from. */
export function rolesOf(page: LabelledPage, lines: readonly Line[]): (LineRole | null)[] {
  const owners: (LabelRole | undefined)[] = Array.from({ length: page.text.length });
  for (const { start, end, role } of page.labels) owners.fill(role, start, end);
  const opens = new Map(page.paragraphs.map(({ start, opensStory }) => [start, opensStory]));
  const roles = lines.map(({ runs }): LineRole | null => {
    const counts = new Map<LabelRole, number>();
    let begins: boolean | null = null;
    for (const { start, end } of runs)
      for (let i: number = start; i < end; i++) {
        const owner = owners[i];
        if (owner) counts.set(owner, (counts.get(owner) ?? 0) + 1);
        const opensStory = opens.get(i);
        if (opensStory !== undefined) begins = begins === true || opensStory;
      }
    const hasMark = counts.delete('mark');
    // An author on the headline's own line does not make it a byline, however short the headline.
    if (counts.has('headline') && counts.has('byline')) return 'headline';
    const [most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [hasMark ? 'furniture' : null];
    if (most === null || most === 'duplicate') return null;
    if (most === 'body') return begins === null ? 'continuation' : begins ? 'story-start' : 'paragraph';
    return most === 'mark' ? 'furniture' : most;
  });
  // A byline that closes a paragraph is a part of it, also where it was broken.
  roles.forEach((role, i) => {
    const start = lines[i]?.runs[0]?.start ?? 0;
    if (
      role === 'byline' &&
      page.labels.some((label) => label.role === 'byline' && label.start < start && start < label.end)
    )
      roles[i] = 'continuation';
  });
  for (let i = roles.length - 1; i > 0; i--)
    if (roles[i] === 'headline' && roles[i - 1] === 'headline' && !opensAnother(page, lines[i] as Line))
      roles[i] = 'headline-more';
  return roles;
}

/** Two headlines under each other are those of two stories where a label begins between them and says so. */
const opensAnother = (page: LabelledPage, line: Line): boolean =>
  page.stories?.includes(line.runs[0]?.start ?? -1) ?? false;
