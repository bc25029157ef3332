import { useMemo } from 'react';
import { owned } from '../../state/owned.ts';
import { nameOfPage, rowsById } from '../../state/shelf.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { sayPublication } from '../../ui/value-words.ts';
import { FigureValue, VerdictMark, Worded } from '../../ui/Worded.tsx';
import type { GroupedFigure, GroupRow } from '../../workers/compare-calls.ts';
import styles from './agreement.module.css';

interface ThingRowProps {
  readonly row: GroupRow;
  /** It was opened last. */
  readonly isLast: boolean;
  readonly onOpen: () => void;
  readonly onSettle: () => void;
}

/** One thing: the two figures that say most of each other, how many tell it, and the others folded below. */
export function ThingRow({ row, isLast, onOpen, onSettle }: ThingRowProps) {
  const { say } = useMessages();
  const { pairing, deeds, log } = useDesk();
  const { verdict, figures, shown, voices, articles, score, settled } = row;
  const [one, other] = shown.map((i) => figures[i]!) as [GroupedFigure, GroupedFigure];
  const others = figures.filter((_, i) => !shown.includes(i));
  return (
    <div className={styles.thing}>
      <button
        type="button"
        className={styles.pair}
        aria-current={isLast ? 'true' : undefined}
        onClick={onOpen}
      >
        <Told figure={one} />
        <VerdictMark verdict={verdict} />
        <Told figure={other} />
      </button>
      <p className={styles.about}>
        {say('agreement.voices', { voices, articles })}
        {voices < articles && ` · ${say('agreement.reprints')}`}
        {score === 1 && ` · ${say('agreement.joined')}`}
      </p>
      {settled && <Settled settled={settled} figures={figures} />}
      <p className={styles.actions}>
        <Button look="link" icon="check" onPress={onSettle}>
          {say('agreement.settle')}
        </Button>
        <Button look="link" icon="reject" onPress={() => owned(log, pairing.part([one, other]))}>
          {say('compare.part')}
        </Button>
        {settled && (
          <Button look="link" icon="undo" onPress={() => owned(log, deeds.undoAct(settled.act))}>
            {say('agreement.reopen')}
          </Button>
        )}
      </p>
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{say('agreement.others', { count: others.length })}</summary>
          {others.map((figure) => (
            <Told key={`${figure.article} ${figure.fact.id}`} figure={figure} />
          ))}
        </details>
      )}
    </div>
  );
}

/** What the person decided, and whether figures came since. */
function Settled({
  settled: { use, note, isOld },
  figures,
}: {
  readonly settled: NonNullable<GroupRow['settled']>;
  readonly figures: readonly GroupedFigure[];
}) {
  const { say } = useMessages();
  const used = use === null ? undefined : figures[use];
  const title = used && (used.title || say('compare.untitled'));
  return (
    <p className={styles.settled}>
      {used && title
        ? say('agreement.useFigure', { words: used.fact.text, title })
        : say('agreement.allStand')}
      {note && ` · ${note}`}
      {isOld && ` · ${say('agreement.cameSince')}`}
    </p>
  );
}

/** A figure in its words, and who prints it. */
function Told({ figure }: { readonly figure: GroupedFigure }) {
  const messages = useMessages();
  const row = useDeskState('shelf', ({ rows }) => rowsById(rows).get(figure.article));
  const from = useMemo(
    () => (row ? [nameOfPage(row), sayPublication(row.published, messages)] : []),
    [row, messages],
  );
  return (
    <span className={styles.told}>
      <FigureValue fact={figure.fact} />
      <Worded wording={figure.wording} changed={figure.wording.changed} />
      <small>
        <span lang="zh-CN">{figure.title || messages.say('compare.untitled')}</span>
        {from.filter(Boolean).map((part) => ` · ${part}`)}
      </small>
    </span>
  );
}
