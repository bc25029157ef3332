import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import type { Hint } from '@shared/model/read-source.ts';
import { joinTexts } from './blocks.ts';
import { type Line, type LineHint, widthOf } from './lines.ts';

/** Lines with what the format says of them; what it sets aside, as the page's furniture. */
export interface TellingLines {
  readonly lines: Line[];
  readonly aside: readonly SourceSpan[];
}

/** The hints that bear on a line; a later one goes before an earlier. */
const ORDER = ['paragraph', 'list-item', 'cell', 'footnote', 'verse', 'caption', 'heading', 'title'] as const;

const LINE_HINT: Readonly<Record<(typeof ORDER)[number], LineHint>> = {
  paragraph: 'paragraph',
  'list-item': 'paragraph',
  cell: 'paragraph',
  footnote: 'paragraph',
  verse: 'paragraph',
  caption: 'caption',
  heading: 'heading',
  title: 'title',
};

type Told = Hint & { readonly kind: (typeof ORDER)[number] };

const isTold = (hint: Hint): hint is Told => (ORDER as readonly string[]).includes(hint.kind);

/** Tells the lines of `source` what a format knows of them, and takes out what it sets aside. */
export function tellLines(lines: readonly Line[], hints: readonly Hint[], source: string): TellingLines {
  if (hints.length === 0) return { lines: [...lines], aside: [] };
  const aside = hints.filter((hint) => hint.kind === 'furniture' && hint.end > hint.start);
  const told = hints
    .filter(isTold)
    .sort((a, b) => a.start - b.start || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const hasTitle = told.some(({ kind }) => kind === 'title');
  const out: Line[] = [];
  const taken: SourceSpan[] = [];
  let [next, from, gap] = [0, 0, 0];
  for (const line of lines) {
    const { start, end } = hullOfRuns(line);
    while (from < aside.length && (aside[from] as Hint).end <= start) from++;
    const rest = withoutAside(line, aside, from, taken, source);
    if (rest === null) {
      gap += line.gap;
      continue;
    }
    while (next < told.length && (told[next] as Told).end <= start) next++;
    let best: Told | null = null;
    for (let i = next; i < told.length && (told[i] as Told).start < end; i++) {
      const hint = told[i] as Told;
      // What a hint covers a part of is not what it says.
      const covers =
        hint.start <= (rest.runs[0]?.start ?? start) && hint.end >= (rest.runs.at(-1)?.end ?? end);
      if (covers && (best === null || ORDER.indexOf(hint.kind) >= ORDER.indexOf(best.kind))) best = hint;
    }
    out.push({ ...rest, gap: rest.gap + gap, ...(best ? toldLine(best, hasTitle) : {}) });
    gap = 0;
  }
  return { lines: out, aside: taken };
}

const hullOfRuns = ({ runs }: Line): { readonly start: number; readonly end: number } => ({
  start: runs[0]?.start ?? 0,
  end: runs.at(-1)?.end ?? 0,
});

function toldLine(hint: Told, hasTitle: boolean): Pick<Line, 'hint'> & Partial<Pick<Line, 'level'>> {
  const kind = LINE_HINT[hint.kind];
  if (hint.kind === 'title') return { hint: kind, level: 1 };
  // Below a title every heading is a section's, whatever rank its format gives it.
  if (hint.kind === 'heading') return { hint: kind, level: hasTitle ? Math.max(2, hint.level) : hint.level };
  return { hint: kind };
}

/** A line without what is set aside in it; null where nothing is left. Adds what was taken to `taken`. */
function withoutAside(
  line: Line,
  aside: readonly SourceSpan[],
  from: number,
  taken: SourceSpan[],
  source: string,
): Line | null {
  if (from >= aside.length || (aside[from] as SourceSpan).start >= hullOfRuns(line).end) return line;
  const runs: SourceSpan[] = [];
  for (const run of line.runs) {
    let at: number = run.start;
    for (let i = from; i < aside.length && (aside[i] as SourceSpan).start < run.end; i++) {
      const cut = aside[i] as SourceSpan;
      const [start, end] = [Math.max(at, cut.start), Math.min(run.end, cut.end)];
      if (end <= start) continue;
      if (start > at) runs.push(sourceSpan(at, start));
      taken.push(sourceSpan(start, end));
      at = end;
    }
    if (at < run.end) runs.push(sourceSpan(at, run.end));
  }
  const inked = runs.flatMap((run) => withoutBlanks(run, source));
  if (inked.length === 0) return null;
  const text = joinTexts(inked.map(({ start, end }) => source.slice(start, end)));
  return { ...line, runs: inked, text, width: widthOf(text) };
}

function withoutBlanks({ start, end }: SourceSpan, source: string): SourceSpan[] {
  const ink = source.slice(start, end);
  const from = start + ink.length - ink.trimStart().length;
  const to = start + ink.trimEnd().length;
  return to > from ? [sourceSpan(from, to)] : [];
}
