import { forBoth, type LoneFigure } from '@shared/analysis/comparison/compare-two.ts';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ComparisonStart } from '../../state/comparing.ts';
import { nameOfPage, rowsById } from '../../state/shelf.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Chip, IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { sayPublication } from '../../ui/value-words.ts';
import type { ComparedPair, ComparedSide } from '../../workers/compare-calls.ts';
import { alignTexts } from './align.ts';
import { ComparedFigures } from './ComparedFigures.tsx';
import { ComparedText } from './ComparedText.tsx';
import styles from './compare.module.css';
import { type Line, partLines } from './lines.ts';
import { PassageSteps } from './PassageSteps.tsx';
import { type Looked, useComparedPaint } from './use-compared-paint.ts';
import { useTogether } from './use-together.ts';

type Shown = 'first' | 'second' | 'figures';
const TAB_PARTS = {
  tabs: styles.tabs ?? '',
  list: styles.tabList ?? '',
  tab: styles.tab ?? '',
  panel: styles.tabPanel ?? '',
};

interface SideBySideProps {
  readonly pair: ComparedPair;
  /** What is brought into view once. */
  readonly startsAt: ComparisonStart;
}

/** Two texts that scroll together, what both print marked in them, and their figures of one thing in line. */
export function SideBySide({ pair, startsAt }: SideBySideProps) {
  const { say } = useMessages();
  const { comparing } = useDesk();
  const isNarrow = useMedia('(max-width: 760px)');
  const { sides, comparison } = pair;
  const { passages, figures } = comparison;
  const lines = useMemo(() => forBoth((side) => linesOf(sides[side])), [sides]);
  const anchors = useMemo(() => anchorsOf(pair), [pair]);
  const [isTogether, setTogether] = useState(true);
  // An index is one of the pair that it was taken from: a corrected page gives another.
  const [mark, setMark] = useState<{ readonly pair: ComparedPair; readonly looked: Looked } | null>(null);
  const looked = mark?.pair === pair ? mark.looked : null;
  const setLooked = useCallback((now: Looked) => setMark({ pair, looked: now }), [pair]);
  const [shown, setShown] = useState<Shown>('first');
  const { panes, hold, follow, bring } = useTogether(anchors, isTogether);
  useComparedPaint(pair, panes, looked, isNarrow ? shown : 'both');

  const showPassage = useCallback(
    (i: number) => {
      const { ends } = passages[i]!;
      setLooked({ type: 'passage', index: i });
      bring([ends[0].start, ends[1].start]);
    },
    [passages, bring, setLooked],
  );
  const showFigures = useCallback(
    (i: number) => {
      const { wordings } = figures[i]!;
      setLooked({ type: 'figures', index: i });
      bring([wordings[0].at + wordings[0].figure.start, wordings[1].at + wordings[1].figure.start]);
    },
    [figures, bring, setLooked],
  );
  const start = useRef(startsAt);
  useEffect(() => {
    const { current } = start;
    start.current = null;
    if (current === null) return;
    if ('passage' in current) {
      const first = passages.findIndex(({ ends }) => ends[0].end > current.passage);
      if (first >= 0) showPassage(first);
      return;
    }
    const at = figures.findIndex(({ claims }) =>
      current.every((fact, side) => sides[side]?.facts[claims[side] ?? -1]?.id === fact),
    );
    if (at >= 0) showFigures(at);
  }, [passages, figures, sides, showPassage, showFigures]);
  const showAlone = (side: 0 | 1, { wording: { at, figure } }: LoneFigure): void => {
    setLooked({ type: 'alone', side, start: at + figure.start, end: at + figure.end });
    setShown(side === 0 ? 'first' : 'second');
    bring(side === 0 ? [at + figure.start, null] : [null, at + figure.start]);
  };
  const point = (side: 0 | 1, at: number): void => {
    const isAt = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
      start <= at && at < end;
    const pointed = figures.findIndex(({ wordings }) => {
      const { at: from, figure } = wordings[side];
      return isAt({ start: from + figure.start, end: from + figure.end });
    });
    const passage = passages.findIndex(({ ends }) => isAt(ends[side]));
    if (pointed >= 0) showFigures(pointed);
    else if (passage >= 0) showPassage(passage);
  };
  // Bound to a side once, so that a text is not drawn anew for each mark.
  const latest = useRef(point);
  latest.current = point;
  const handlers = useMemo(
    () =>
      forBoth((side) => ({
        onHold: () => hold(side),
        onScroll: () => follow(side),
        onPoint: (at: number) => latest.current(side, at),
      })),
    [hold, follow],
  );

  const text = (side: 0 | 1): ReactNode => (
    <ComparedText
      lines={lines[side]}
      label={sides[side].title || say('compare.untitled')}
      pane={panes[side]}
      {...handlers[side]}
    />
  );
  const list = (
    <ComparedFigures
      pair={pair}
      now={looked?.type === 'figures' ? looked.index : null}
      onShow={(i) => {
        if (isNarrow) setShown('first');
        showFigures(i);
      }}
      onShowAlone={showAlone}
    />
  );
  return (
    <section className={styles.compare} aria-label={say('compare.title')}>
      <div className={styles.bar}>
        <PassageSteps
          count={passages.length}
          now={looked?.type === 'passage' ? looked.index : null}
          onShow={showPassage}
        />
        {!isNarrow && (
          <Chip isSelected={isTogether} onChange={setTogether}>
            {say('compare.together')}
          </Chip>
        )}
        <IconButton icon="swap" label={say('compare.swap')} onPress={() => comparing.getState().swap()} />
        <IconButton
          icon="close"
          label={say('compare.close')}
          shortcut="Esc"
          onPress={() => comparing.getState().close()}
        />
      </div>
      <div className={styles.heads}>
        <SideHead side={sides[0]} />
        <SideHead side={sides[1]} />
      </div>
      {isNarrow ? (
        <Tabs<Shown>
          className={TAB_PARTS}
          label={say('compare.title')}
          chosen={shown}
          onChoose={setShown}
          tabs={[
            { id: 'first', label: say('compare.first'), content: text(0) },
            { id: 'second', label: say('compare.second'), content: text(1) },
            { id: 'figures', label: say('compare.figuresShort'), content: list },
          ]}
        />
      ) : (
        <>
          <div className={styles.texts}>
            {text(0)}
            {text(1)}
          </div>
          {list}
        </>
      )}
    </section>
  );
}

/** Whose text it is: headline, paper and date. */
function SideHead({ side }: { readonly side: ComparedSide }) {
  const messages = useMessages();
  const { say } = messages;
  const { reader } = useDesk();
  const row = useDeskState('shelf', ({ rows }) => rowsById(rows).get(side.id));
  const date = row && sayPublication(row.published, messages);
  return (
    <header className={styles.head}>
      <h2 lang="zh-CN">{side.title || say('compare.untitled')}</h2>
      <p>{row && [nameOfPage(row), date].filter(Boolean).join(' · ')}</p>
      <IconButton
        icon="forward"
        label={say('compare.open')}
        isSmall
        onPress={() => reader.getState().open(side.id)}
      />
    </header>
  );
}

const linesOf = ({ text, headings }: ComparedSide): Line[] => partLines(text, headings);

/** Passages hold the texts together at both ends, figures where they stand. */
function anchorsOf({ sides, comparison: { passages, figures } }: ComparedPair) {
  return alignTexts(
    [
      ...passages.flatMap(({ ends: [a, b] }) => [[a.start, b.start] as const, [a.end, b.end] as const]),
      ...figures.map(({ wordings: [a, b] }) => [a.at + a.figure.start, b.at + b.figure.start] as const),
    ],
    [sides[0].text.length, sides[1].text.length],
  );
}
