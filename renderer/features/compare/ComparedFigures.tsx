import type { ComparedFigures as Figures, LoneFigure } from '@shared/analysis/comparison/compare-two.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { useEffect, useRef } from 'react';
import { owned } from '../../state/owned.ts';
import { useDesk } from '../../state/use-desk.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { FigureValue, VerdictMark, Worded } from '../../ui/Worded.tsx';
import type { ComparedPair } from '../../workers/compare-calls.ts';
import { AloneFigures } from './AloneFigures.tsx';
import styles from './compare.module.css';

interface ComparedFiguresProps {
  readonly pair: ComparedPair;
  /** The pair of figures that is looked at, by index; null for none. */
  readonly now: number | null;
  readonly onShow: (figures: number) => void;
  readonly onShowAlone: (side: 0 | 1, lone: LoneFigure) => void;
}

/** Figures of one thing in line with what they say of each other, and below them those that one article alone tells. */
export function ComparedFigures({ pair, now, onShow, onShowAlone }: ComparedFiguresProps) {
  const { say } = useMessages();
  const { sides, comparison } = pair;
  const { figures } = comparison;
  return (
    <div className={styles.figures}>
      <h3>{say('compare.figures')}</h3>
      {figures.length === 0 ? (
        <p className={styles.none}>{say('compare.noFigures')}</p>
      ) : (
        <>
          <p className={styles.caution}>{say('compare.caution')}</p>
          <ul>
            {figures.map((one, i) => (
              <FiguresRow
                key={one.claims.join()}
                facts={[sides[0].facts[one.claims[0]]!, sides[1].facts[one.claims[1]]!]}
                figures={one}
                sources={[sides[0].source, sides[1].source]}
                isNow={now === i}
                onShow={() => onShow(i)}
              />
            ))}
          </ul>
        </>
      )}
      <AloneFigures pair={pair} onShow={onShowAlone} />
    </div>
  );
}
function FiguresRow({
  facts,
  figures: { verdict, wordings },
  sources,
  isNow,
  onShow,
}: {
  readonly facts: readonly [Fact, Fact];
  readonly figures: Figures;
  readonly sources: readonly [SourceHash, SourceHash];
  readonly isNow: boolean;
  readonly onShow: () => void;
}) {
  const { say } = useMessages();
  const { pairing, log } = useDesk();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNow) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isNow]);
  return (
    <li ref={row} className={styles.line}>
      <button type="button" className={styles.row} aria-current={isNow ? 'true' : undefined} onClick={onShow}>
        <span className={styles.said}>
          <FigureValue fact={facts[0]} />
          <Worded wording={wordings[0]} changed={wordings[0].changed} />
        </span>
        <VerdictMark verdict={verdict} />
        <span className={styles.said}>
          <FigureValue fact={facts[1]} />
          <Worded wording={wordings[1]} changed={wordings[1].changed} />
        </span>
      </button>
      <IconButton
        icon="reject"
        isSmall
        label={say('compare.part')}
        onPress={() =>
          owned(
            log,
            pairing.part([
              { fact: facts[0], source: sources[0] },
              { fact: facts[1], source: sources[1] },
            ]),
          )
        }
      />
    </li>
  );
}
