import { type RefObject, useLayoutEffect, useState } from 'react';
import { CardFace, type CardViewProps } from './CardView.tsx';
import { type Card, familyOfCard } from './cards.ts';
import styles from './fact-panel.module.css';

export interface AwayTipProps extends Pick<CardViewProps, 'sum'> {
  /** The card that the pointer lights from the text; null while it lights none. */
  readonly card: Card | null;
  /** Holds the scrolled list of cards. */
  readonly panel: RefObject<HTMLElement | null>;
}

/** What a hovered card says where it is scrolled out of sight: nothing scrolls that was only pointed at. */
export function AwayTip({ card, sum, panel }: AwayTipProps) {
  const [isAway, setAway] = useState(false);
  useLayoutEffect(() => {
    setAway(card !== null && panel.current !== null && !isInSight(panel.current));
  }, [card, panel]);
  if (!card || !isAway) return null;
  return (
    <div className={styles.tip} data-family={familyOfCard(card)} role="tooltip">
      <div className={styles.card} data-family={familyOfCard(card)}>
        <div className={styles.face}>
          <CardFace card={card} sum={sum} />
        </div>
      </div>
    </div>
  );
}

/** Whether the lit card stands within the list's own box, by a line of it at least. */
function isInSight(panel: HTMLElement): boolean {
  const lit = panel.querySelector('[data-hovered="true"]');
  const box = lit?.closest('ul')?.parentElement?.getBoundingClientRect();
  const place = lit?.getBoundingClientRect();
  return (
    box !== undefined && place !== undefined && place.bottom > box.top + 20 && place.top < box.bottom - 20
  );
}
