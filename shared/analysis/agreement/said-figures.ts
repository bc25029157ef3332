import type { AnchoredText } from '@shared/anchors/describe.ts';
import { resolveSelector } from '@shared/anchors/resolve.ts';
import type { FigureTarget } from '@shared/journal/act.ts';
import type { PairedFigures, SettledFigures } from '@shared/journal/state.ts';
import { type Fact, isTimeKind } from '@shared/model/fact.ts';
import { hullOf, overlapOf } from '@shared/model/offset.ts';
import type { AgreementEnd } from './pair-agreements.ts';
import { type FigurePair, keyOfFigure, type SaidOfPairs } from './said-agreements.ts';

/** What a person said of figures, as the journal has it. */
export interface SaidOfFigures {
  readonly paired: readonly PairedFigures[];
  readonly settled: readonly SettledFigures[];
}

/** A source as figures are found in it again. */
export interface FigureSource extends AnchoredText {
  readonly facts: readonly Fact[];
}

/** What a person decided of figures of one thing. */
export interface Settlement {
  readonly act: string;
  readonly at: string;
  readonly figures: readonly AgreementEnd[];
  /** The one that is to be used; null: all of them stand. */
  readonly use: AgreementEnd | null;
  readonly note: string;
}

/** What was said of figures of which one is not found any more. */
export interface LooseSaid {
  readonly act: string;
  readonly what: 'join' | 'part' | 'settle';
  /** The words of all its figures, as they were. */
  readonly words: readonly string[];
}

export interface PlacedSaid extends SaidOfPairs {
  readonly settled: readonly Settlement[];
  readonly loose: readonly LooseSaid[];
}

/** What was decided of a group, and whether all of its figures were known then. */
export interface GroupSettlement {
  readonly settlement: Settlement;
  readonly isWhole: boolean;
}

/** The last that was decided of two figures or more of a group; null where nothing was. */
export function settlementOf(
  figures: readonly AgreementEnd[],
  settled: readonly Settlement[],
): GroupSettlement | null {
  for (const settlement of [...settled].reverse()) {
    const known = new Set(settlement.figures.map(keyOfFigure));
    const common = figures.filter((end) => known.has(keyOfFigure(end))).length;
    if (common > 1) return { settlement, isWhole: common === figures.length };
  }
  return null;
}

/**
 * What a person said, by the facts that stand on those words now. What is said of a page that is not there has nothing to do
 * until it is back; where a figure of a page that is there is not found, what was said is loose.
 * @param sourceOf null where it is not in the library.
 */
export function placeSaid(
  { paired, settled }: SaidOfFigures,
  sourceOf: (target: FigureTarget) => FigureSource | null,
): PlacedSaid {
  const joined: FigurePair[] = [];
  const parted: FigurePair[] = [];
  const settlements: Settlement[] = [];
  const loose: LooseSaid[] = [];
  const place = (figures: readonly FigureTarget[], act: string, what: LooseSaid['what']) => {
    const sources = figures.map(sourceOf);
    if (sources.some((source) => source === null)) return null;
    const ends = figures.map((figure, i) => placeFigure(figure, sources[i]!));
    if (ends.every((end) => end !== null)) return ends;
    loose.push({ act, what, words: figures.map(({ target }) => target.quote.exact) });
    return null;
  };
  for (const { act, figures, isOne } of paired) {
    const ends = place(figures, act, isOne ? 'join' : 'part');
    if (ends) (isOne ? joined : parted).push([ends[0]!, ends[1]!]);
  }
  for (const { act, at, figures, use, note } of settled) {
    const ends = place(figures, act, 'settle');
    if (ends)
      settlements.push({ act, at, figures: ends, use: use && (ends[figures.indexOf(use)] ?? null), note });
  }
  return { joined, parted, settled: settlements, loose };
}

/** Overlap over union from which a fact keeps what was said of it, as `layVerdicts` has it for corrections. */
const SAME_FIGURE = 0.5;

/** The fact on a figure's words: the one of its family that overlaps them most, of those that do so alike the one of its kind. */
function placeFigure({ target, kind }: FigureTarget, source: FigureSource): AgreementEnd | null {
  const found = resolveSelector(target, source);
  if (!found.ok) return null;
  const words = hullOf(found.value.spans);
  const isOfKind = (fact: Fact): number => (fact.kind === kind ? 1 : 0);
  const [best] = source.facts
    .filter((fact) => isTimeKind(fact.kind) === isTimeKind(kind))
    .map((fact) => ({ fact, common: overlapOf(hullOf(fact.spans ?? [fact]), words) }))
    .filter(({ common }) => common >= SAME_FIGURE)
    .sort((a, b) => b.common - a.common || isOfKind(b.fact) - isOfKind(a.fact));
  return best ? { article: best.fact.article, fact: best.fact.id } : null;
}
