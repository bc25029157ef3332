import { unitsMeet } from '@shared/analysis/agreement/pair-likeness.ts';
import type { LoneFigure } from '@shared/analysis/comparison/compare-two.ts';
import { useState } from 'react';
import type { FactOfPage } from '../../state/describe-facts.ts';
import { owned } from '../../state/owned.ts';
import { useDesk } from '../../state/use-desk.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { FigureValue, Worded } from '../../ui/Worded.tsx';
import type { ComparedPair } from '../../workers/compare-calls.ts';
import styles from './compare.module.css';

interface Picked {
  readonly pair: ComparedPair;
  readonly side: 0 | 1;
  readonly lone: LoneFigure;
}

interface AloneFiguresProps {
  readonly pair: ComparedPair;
  readonly onShow: (side: 0 | 1, lone: LoneFigure) => void;
}

/** The figures that one article alone tells; two of them that are of one thing after all are paired by hand. */
export function AloneFigures({ pair, onShow }: AloneFiguresProps) {
  const { say } = useMessages();
  const { pairing, log } = useDesk();
  const { sides, comparison } = pair;
  const { alone } = comparison;
  // What was picked is of the pair that it was picked in: a corrected page gives another.
  const [chosen, setChosen] = useState<Picked | null>(null);
  const picked = chosen?.pair === pair ? chosen : null;
  const figureOf = (side: 0 | 1, { claim }: LoneFigure): FactOfPage => ({
    fact: sides[side].facts[claim]!,
    source: sides[side].source,
  });
  const press = (side: 0 | 1, lone: LoneFigure): void => {
    setChosen(picked === null ? { pair, side, lone } : null);
    if (picked !== null && picked.side !== side)
      owned(log, pairing.join([figureOf(picked.side, picked.lone), figureOf(side, lone)]));
  };
  const canPair = (side: 0 | 1, { measured }: LoneFigure): boolean => {
    if (measured === null) return false;
    if (picked === null) return alone[side === 0 ? 1 : 0].length > 0;
    return picked.side !== side && picked.lone.measured !== null && unitsMeet(measured, picked.lone.measured);
  };
  return (
    <>
      {picked && (
        <p className={styles.picked} role="status">
          {say('compare.picked', { words: figureOf(picked.side, picked.lone).fact.text })}
        </p>
      )}
      <div className={styles.alone}>
        {([0, 1] as const).map((side) => (
          <section key={side}>
            <h3>
              {say('compare.alone', { title: sides[side].title || say('compare.untitled') })}
              <small>{alone[side].length}</small>
            </h3>
            <ul>
              {alone[side].map((lone) => {
                const { fact } = figureOf(side, lone);
                const isPicked = picked?.side === side && picked.lone === lone;
                return (
                  <li key={lone.claim} className={styles.line}>
                    <button
                      type="button"
                      className={styles.lone}
                      aria-current={isPicked ? 'true' : undefined}
                      onClick={() => onShow(side, lone)}
                    >
                      <FigureValue fact={fact} />
                      <Worded wording={lone.wording} />
                    </button>
                    <IconButton
                      icon={isPicked ? 'close' : 'plus'}
                      isSmall
                      isDisabled={!isPicked && !canPair(side, lone)}
                      label={say(`compare.${isPicked ? 'drop' : picked ? 'pairWith' : 'pick'}`, {
                        words: fact.text,
                      })}
                      onPress={() => press(side, lone)}
                    />
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
