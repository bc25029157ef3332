import type { FactVerdict, LibraryState } from '@shared/journal/state.ts';
import type { SourceHash } from '@shared/model/source.ts';

/** What two people said of one figure; null where one said nothing. */
export interface JudgedTwice {
  readonly source: SourceHash;
  readonly spans: string;
  readonly words: string;
  readonly kind: string;
  readonly mine: FactVerdict | null;
  readonly theirs: FactVerdict | null;
  readonly agree: boolean;
}

export interface SideBySide {
  readonly rows: readonly JudgedTwice[];
  /** Figures that both judged, and of these the ones on which they agree. */
  readonly both: number;
  readonly agreeing: number;
}

/** Two people's verdicts on the same pages, figure by figure in the order of the pages. */
export function layBeside(mine: LibraryState, theirs: LibraryState): SideBySide {
  const rows: JudgedTwice[] = [];
  for (const source of new Set([...mine.verdicts.keys(), ...theirs.verdicts.keys()])) {
    const [own, other] = [byPlace(mine, source), byPlace(theirs, source)];
    for (const place of new Set([...own.keys(), ...other.keys()])) {
      const [a = null, b = null] = [own.get(place), other.get(place)];
      const { target, kind } = (a ?? b) as FactVerdict;
      rows.push({
        source,
        spans: target.spans.map(({ start, end }) => `${start}-${end}`).join('+'),
        words: target.quote.exact,
        kind,
        mine: a,
        theirs: b,
        agree: a !== null && b !== null && saysSame(a, b),
      });
    }
  }
  const judged = rows.filter((row) => row.mine !== null && row.theirs !== null);
  return {
    rows: rows.sort(
      (a, b) =>
        a.source.localeCompare(b.source) || Number.parseInt(a.spans, 10) - Number.parseInt(b.spans, 10),
    ),
    both: judged.length,
    agreeing: judged.filter(({ agree }) => agree).length,
  };
}

const byPlace = (state: LibraryState, source: SourceHash): Map<string, FactVerdict> =>
  new Map(
    (state.verdicts.get(source) ?? []).map((verdict) => [
      verdict.target.spans.map(({ start, end }) => `${start}-${end}`).join('+'),
      verdict,
    ]),
  );

/** The same verdict with the same corrections. */
function saysSame(a: FactVerdict, b: FactVerdict): boolean {
  const sorted = ({ correction }: FactVerdict): string =>
    JSON.stringify(Object.entries(correction).sort(([one], [other]) => (one < other ? -1 : 1)));
  return a.verdict === b.verdict && a.kind === b.kind && sorted(a) === sorted(b);
}
