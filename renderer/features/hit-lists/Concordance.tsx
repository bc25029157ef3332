import { CONCORDANCE_ORDERS } from '@shared/search/concordance/keyword-line.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Select } from '../../ui/Field.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { ConcordanceLine } from '../../workers/lists-calls.ts';
import styles from './hit-lists.module.css';
import { WriteOut } from './WriteOut.tsx';

const LINE_HEIGHT = 30;
/** Lines kept ready on either side of those in sight. */
const BEYOND = 12;

/** Every place of the search with the words on either side of it, the places below each other. */
export function Concordance({ onClose }: { readonly onClose: () => void }) {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const query = useDeskState('search', (search) => search.query);
  const { concordance, order, working, failure } = useDeskState('hitLists', (lists) => lists);
  const lists = desk.hitLists.getState();
  useEffect(() => {
    owned(desk.log, desk.hitLists.getState().gatherLines());
    return () => desk.hitLists.getState().stop();
  }, [desk]);
  return (
    <Dialog title={say('lists.concordance.title', { query })} size="large" isOpen onClose={onClose}>
      {failure && (
        <p className={styles.wrong} role="alert">
          {explain(failure)}
        </p>
      )}
      {working && <Progress label={say('lists.concordance.working')} {...working} onStop={lists.stop} />}
      {concordance && (
        <>
          <div className={styles.tools}>
            <p role="status">
              {say('lists.concordance.count', {
                count: concordance.lines,
                articles: concordance.articles,
              })}
              {concordance.isCut && ` ${say('lists.concordance.cut')}`}
            </p>
            <Select
              label={say('lists.order')}
              value={order}
              choices={CONCORDANCE_ORDERS.map((id) => ({ id, label: say(`lists.order.${id}`) }))}
              onChange={lists.orderBy}
            />
            <WriteOut list="concordance" />
          </div>
          <Lines count={concordance.lines} onOpen={onClose} />
        </>
      )}
    </Dialog>
  );
}

/** The lines in sight. */
function Lines({ count, onOpen }: { readonly count: number; readonly onOpen: () => void }) {
  const { say } = useMessages();
  const desk = useDesk();
  const { lines, order } = useDeskState('hitLists', (lists) => lists);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => LINE_HEIGHT, []),
    overscan: BEYOND,
  });
  const items = list.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, (items.at(-1)?.index ?? 0) + 1];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order has other lines
  useEffect(() => {
    owned(desk.log, desk.hitLists.getState().need(from, to));
  }, [desk, from, to, order]);
  return (
    <div ref={scroller} className={styles.lines}>
      <ul style={{ position: 'relative', height: list.getTotalSize() }} aria-label={say('lists.concordance')}>
        {items.map(({ index, start }) => (
          <li
            key={index}
            style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)` }}
            aria-setsize={count}
            aria-posinset={index + 1}
          >
            <Line line={lines.get(index)} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ line, onOpen }: { readonly line: ConcordanceLine | undefined; readonly onOpen: () => void }) {
  const desk = useDesk();
  if (!line) return <span className={styles.line} />;
  const { left, words, right, article, title, published, newspaper, spans } = line;
  const open = (): void => {
    onOpen();
    desk.reader.getState().open(article, spans);
  };
  return (
    <button type="button" className={styles.line} data-line="" onClick={open}>
      <span className={styles.left} lang="zh-CN">
        <bdi>{left}</bdi>
      </span>
      <mark lang="zh-CN">{words}</mark>
      <span className={styles.right} lang="zh-CN">
        {right}
      </span>
      <small lang="zh-CN">{[published, newspaper, title].filter(Boolean).join(' · ')}</small>
    </button>
  );
}
