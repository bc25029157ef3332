import type { SaidOfFigures } from '@shared/analysis/agreement/said-figures.ts';
import type { Both } from '@shared/analysis/comparison/compare-two.ts';
import type { FigureTarget } from '@shared/journal/act.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Library } from '../library/library.ts';
import type { Deeds } from './deeds.ts';
import { describeFacts, type FactOfPage } from './describe-facts.ts';
import type { Session } from './session.ts';

/** What the person says of figures of several articles. */
export interface Pairing {
  /** Two figures are of one thing. */
  join(figures: Both<FactOfPage>): Promise<boolean>;
  /** Two figures are of different things. */
  part(figures: Both<FactOfPage>): Promise<boolean>;
  /**
   * Of figures of one thing, which is to be used.
   * @param use its index; null: all of them stand.
   */
  settle(figures: readonly FactOfPage[], use: number | null, note: string): Promise<boolean>;
}

export function createPairing(library: Library, deeds: Deeds): Pairing {
  const describe = async (figures: readonly FactOfPage[]): Promise<FigureTarget[] | null> => {
    const targets = await describeFacts(library, figures);
    return targets.every((target) => target !== null) ? targets : null;
  };
  const pair = async (type: 'figures.join' | 'figures.part', figures: Both<FactOfPage>): Promise<boolean> => {
    const [one, other] = (await describe(figures)) ?? [];
    return one !== undefined && other !== undefined && (await deeds.perform({ type, figures: [one, other] }));
  };
  return {
    join: (figures) => pair('figures.join', figures),
    part: (figures) => pair('figures.part', figures),
    settle: async (figures, use, note) => {
      const targets = await describe(figures);
      return (
        targets !== null && (await deeds.perform({ type: 'figures.settle', figures: targets, use, note }))
      );
    },
  };
}

/** What was said of figures so far. */
export function saidOfFigures(session: StoreApi<Session>): SaidOfFigures {
  const { pairedFigures, settledFigures } = session.getState().state;
  return { paired: pairedFigures, settled: settledFigures };
}

/** Tells when it is another; @returns how to end that. */
export const followSaid = (session: StoreApi<Session>, tell: () => void): (() => void) =>
  session.subscribe(({ state }, before) => {
    const isSame =
      state.pairedFigures === before.state.pairedFigures &&
      state.settledFigures === before.state.settledFigures;
    if (!isSame) tell();
  });
