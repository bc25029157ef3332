import type { Doubt } from '@shared/model/page.ts';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ArticleView, BlockSpan } from '../../state/article-view.ts';
import type { Focus } from '../../state/focus.ts';
import type { ReadingTarget } from '../../state/reader.ts';
import { useMessages } from '../../ui/messages.tsx';
import { ArticleText } from './ArticleText.tsx';
import { itemAt } from './hit.ts';
import { type Owners, paintClaims, paintLayer, rangesOf } from './paint.ts';
import { readSelection } from './read-selection.ts';
import styles from './reader.module.css';
import { readPosition, reveal } from './scroll.ts';

const NOTHING: readonly BlockSpan[] = [];
const POSITION_DELAY_MS = 250;

export interface ReaderProps {
  readonly view: ArticleView;
  readonly focus: Pick<Focus, 'hovered' | 'pinned' | 'from' | 'hover' | 'pin' | 'release'>;
  readonly imprint: ReactNode;
  /** Passages the person has bookmarked. */
  readonly bookmarked?: readonly BlockSpan[];
  /** Passages that a search found, and the one that is looked at. */
  readonly found?: readonly BlockSpan[];
  readonly foundNow?: readonly BlockSpan[] | undefined;
  /** Stands at the top of the pane while the text goes by. */
  readonly bar?: ReactNode;
  /** Block to begin at. */
  readonly startAt?: number | null;
  /** Words to bring into view, once for each `turn`. */
  readonly target?: ReadingTarget | null;
  readonly onPosition?: (position: { readonly block: number; readonly progress: number }) => void;
  /** What is selected in either text; painted here where it was selected elsewhere. */
  readonly selected?: readonly BlockSpan[];
  /** Whether what is selected stays so when the person turns to another part of the desk. */
  readonly keepsSelection?: boolean;
  readonly onSelect?: (spans: readonly BlockSpan[]) => void;
  readonly onDoubt: (doubt: Doubt) => void;
  /** What can be done with selected words; shown beside them. */
  readonly selectionTools?: ReactNode;
}

/** The article with its claims: hover lights one, click pins it, and what is pinned elsewhere comes into view. */
export function Reader(props: ReaderProps) {
  const { view, focus, onPosition, onSelect, onDoubt, keepsSelection = false } = props;
  const { bookmarked = NOTHING, found = NOTHING, foundNow = NOTHING, selected = NOTHING } = props;
  const { say } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const nodes = useRef(new Map<number, Text>());
  const owners = useRef<Owners>(new Map());
  const [tools, setTools] = useState<{ readonly x: number; readonly y: number } | null>(null);

  const onNode = useCallback((block: number, node: Text | null) => {
    if (node) nodes.current.set(block, node);
    else nodes.current.delete(block);
  }, []);

  useLayoutEffect(() => {
    const painted = paintClaims(view, nodes.current);
    owners.current = painted.owners;
    return painted.clear;
  }, [view]);

  const spansOf = useMemo(() => {
    const spans = new Map(view.items.map((item) => [item.id, item.spans]));
    return (id: string | null) => (id === null ? NOTHING : (spans.get(id) ?? NOTHING));
  }, [view]);

  useLayer(view, nodes, 'bookmark', bookmarked, 2);
  useLayer(view, nodes, 'found', found, 3);
  useLayer(view, nodes, 'claim-hovered', spansOf(focus.hovered), 4);
  useLayer(view, nodes, 'claim-pinned', spansOf(focus.pinned), 5);
  useLayer(view, nodes, 'found-now', foundNow, 6);

  const showSpans = useCallback((spans: readonly BlockSpan[]) => {
    const [range] = rangesOf(nodes.current, spans);
    if (range && scroller.current) reveal(scroller.current, range.getBoundingClientRect());
  }, []);

  useEffect(() => {
    if (focus.pinned === null || focus.from === 'text') return;
    showSpans(spansOf(focus.pinned));
  }, [focus.pinned, focus.from, spansOf, showSpans]);

  useEffect(() => {
    showSpans(foundNow);
  }, [foundNow, showSpans]);

  useEffect(() => {
    if (props.target) showSpans(props.target.spans);
  }, [props.target, showSpans]);

  const { id } = view.article;
  // The place to begin at counts when the article opens, not each time the person scrolls.
  const start = useRef(props.startAt ?? 0);
  start.current = props.startAt ?? 0;
  useLayoutEffect(() => {
    const pane = scroller.current;
    const element = id ? nodes.current.get(start.current)?.parentElement : null;
    if (!pane) return;
    pane.scrollTop = 0;
    if (element && start.current > 0)
      pane.scrollTop = element.getBoundingClientRect().top - pane.getBoundingClientRect().top - 24;
  }, [id]);

  useEffect(() => {
    const pane = scroller.current;
    if (!pane || !onPosition) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = () => {
      setTools(null);
      clearTimeout(timer);
      timer = setTimeout(() => onPosition(readPosition(pane, nodes.current)), POSITION_DELAY_MS);
    };
    pane.addEventListener('scroll', listen, { passive: true });
    return () => {
      clearTimeout(timer);
      pane.removeEventListener('scroll', listen);
    };
  }, [onPosition]);

  const [isSelectedHere, setSelectedHere] = useState(false);
  useLayer(view, nodes, 'selected', isSelectedHere ? NOTHING : selected, 4);
  useEffect(() => {
    if (!isSelectedHere) showSpans(selected);
  }, [isSelectedHere, selected, showSpans]);

  useEffect(() => {
    const listen = () => {
      const isHere = scroller.current?.contains(document.getSelection()?.anchorNode ?? null) ?? false;
      setSelectedHere(isHere);
      const spans = readSelection(nodes.current);
      if (isHere || !keepsSelection) onSelect?.(spans);
      if (spans.length === 0) setTools(null);
    };
    document.addEventListener('selectionchange', listen);
    return () => document.removeEventListener('selectionchange', listen);
  }, [onSelect, keepsSelection]);

  const itemUnder = (event: React.PointerEvent | React.MouseEvent) =>
    itemAt(event.clientX, event.clientY, view, nodes.current, owners.current);

  function placeTools(): void {
    const pane = scroller.current;
    if (!pane || readSelection(nodes.current).length === 0) {
      setTools(null);
      return;
    }
    const box = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    if (!box) return;
    setTools({
      x: Math.min(Math.max(box.left + box.width / 2 - frame.left, 150), frame.width - 150),
      y: box.top - frame.top + pane.scrollTop - 48,
    });
  }

  const pinned = view.items.find((item) => item.id === focus.pinned);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys j, k and Esc do the same; see the commands
    <div
      ref={scroller}
      className={styles.reader}
      id="reading-text"
      tabIndex={-1}
      onPointerMove={(event) => {
        const item = itemUnder(event);
        if (scroller.current) scroller.current.dataset.over = item ? 'claim' : '';
        focus.hover(item?.id ?? null);
      }}
      onPointerLeave={() => focus.hover(null)}
      onPointerUp={placeTools}
      onKeyUp={(event) => event.shiftKey && placeTools()}
      onClick={(event) => {
        if (readSelection(nodes.current).length > 0) return;
        const item = itemUnder(event);
        if (item) focus.pin(item.id, 'text');
        else focus.release();
      }}
    >
      {props.bar && <div className={styles.hits}>{props.bar}</div>}
      <article className={styles.article} lang="zh-CN">
        <ArticleText view={view} imprint={props.imprint} onNode={onNode} onDoubt={onDoubt} />
      </article>
      {tools && props.selectionTools && (
        <div
          className={styles.tools}
          style={{ left: tools.x, top: tools.y }}
          onPointerUp={(event) => event.stopPropagation()}
        >
          {props.selectionTools}
        </div>
      )}
      <p className={styles.spoken} aria-live="polite">
        {pinned && say('reader.pinned', { words: wordsOf(pinned) })}
      </p>
    </div>
  );
}

const wordsOf = (item: ArticleView['items'][number]): string => {
  if (item.type === 'fact') return item.fact.text;
  return item.type === 'name' ? item.name.text : item.quote.text;
};

function useLayer(
  view: ArticleView,
  nodes: { readonly current: ReadonlyMap<number, Text> },
  layer: string,
  spans: readonly BlockSpan[],
  priority: number,
): void {
  useLayoutEffect(() => {
    // A new view has new text nodes under the same spans.
    if (view.blocks.length > 0) paintLayer(layer, rangesOf(nodes.current, spans), priority);
    return () => paintLayer(layer, [], priority);
  }, [view, nodes, layer, spans, priority]);
}
