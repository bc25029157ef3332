import type { Doubt } from '@shared/model/page.ts';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ArticleView } from '../../state/article-view.ts';
import type { BlockSpan } from '../../state/blocks.ts';
import type { Focus } from '../../state/focus.ts';
import type { ReadingTarget } from '../../state/reader.ts';
import { useMessages } from '../../ui/messages.tsx';
import { partSheets, sheetOf } from '../../ui/sheets.ts';
import { useSheets } from '../../ui/use-sheets.ts';
import { ArticleText, countHead } from './ArticleText.tsx';
import { itemAt } from './hit.ts';
import { type Owners, paintClaims, paintLayer, rangesOf, storeysOf } from './paint.ts';
import { readSelection } from './read-selection.ts';
import styles from './reader.module.css';
import { beginAt, readPosition } from './scroll.ts';
import { useSame } from './use-same.ts';
import { useShow } from './use-show.ts';

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
  const { blocks } = view;
  const { bookmarked = NOTHING, found = NOTHING } = props;
  const foundNow = useSame(props.foundNow ?? NOTHING);
  const selected = useSame(props.selected ?? NOTHING);
  const { say } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const nodes = useRef(new Map<number, Text>());
  const owners = useRef<Owners>(new Map());
  const [tools, setTools] = useState<{ readonly x: number; readonly y: number } | null>(null);

  const onNode = useCallback((block: number, node: Text | null) => {
    if (node) nodes.current.set(block, node);
    else nodes.current.delete(block);
  }, []);

  const { id } = view.article;
  const head = countHead(view);
  const parts = useMemo(
    () => partSheets(view.blocks.slice(head).map(({ text }) => text.length)),
    [view, head],
  );
  // The place to begin at counts when the article opens, not each time the person scrolls.
  const start = useRef({ id: '', block: 0 });
  if (start.current.id !== id) start.current = { id, block: props.startAt ?? 0 };
  const sheets = useSheets(id, parts.length, sheetOf(parts, start.current.block - head), scroller);
  const { filled, near } = sheets;
  const litSheets = [...near].filter((sheet) => filled.has(sheet)).join();

  // Paint costs with each range that is alive, so that only what can be seen soon is painted.
  const lit = useRef<ReadonlyMap<number, Text>>(new Map());
  const storeys = useMemo(() => storeysOf(view), [view]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheets that are lit say which nodes are there
  useLayoutEffect(() => {
    const isNear = (block: number) => block < head || near.has(sheetOf(parts, block - head));
    lit.current =
      parts.length <= 1 ? nodes.current : new Map([...nodes.current].filter(([block]) => isNear(block)));
    const painted = paintClaims(view, lit.current, storeys);
    owners.current = painted.owners;
    return painted.clear;
  }, [view, storeys, parts, head, litSheets]);

  const spansOf = (item: string | null) =>
    item === null ? NOTHING : (view.itemById.get(item)?.spans ?? NOTHING);
  const pinnedSpans = useSame(spansOf(focus.pinned));

  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these puts other nodes under the same spans
  const shown = useMemo(() => ({ lit }), [view, litSheets]);
  useLayer(shown, 'bookmark', bookmarked, 2);
  useLayer(shown, 'found', found, 3);
  useLayer(shown, 'claim-hovered', spansOf(focus.hovered), 4);
  useLayer(shown, 'claim-pinned', pinnedSpans, 5);
  useLayer(shown, 'found-now', foundNow, 6);

  const show = useShow(scroller, sheets);
  const laidOut = useRef({ parts, head });
  laidOut.current = { parts, head };
  const showSpans = useCallback(
    ([first]: readonly BlockSpan[]) => {
      if (!first) return;
      const { parts, head } = laidOut.current;
      show({
        sheet: sheetOf(parts, Math.max(0, first.block - head)),
        find: () => rangesOf(nodes.current, [first])[0]?.getBoundingClientRect() ?? null,
      });
    },
    [show],
  );

  useEffect(() => {
    if (focus.pinned !== null && focus.from !== 'text') showSpans(pinnedSpans);
  }, [focus.pinned, focus.from, pinnedSpans, showSpans]);

  // A pane that becomes smaller, as beside a drawer, keeps in sight what is pinned.
  const latestPinned = useRef(pinnedSpans);
  latestPinned.current = pinnedSpans;
  useEffect(() => {
    const pane = scroller.current;
    if (!pane) return;
    const watching = new ResizeObserver(() => showSpans(latestPinned.current));
    watching.observe(pane);
    return () => watching.disconnect();
  }, [showSpans]);

  useEffect(() => {
    showSpans(foundNow);
  }, [foundNow, showSpans]);

  useEffect(() => {
    if (props.target) showSpans(props.target.spans);
  }, [props.target, showSpans]);

  useLayoutEffect(() => {
    const pane = scroller.current;
    if (!pane) return;
    pane.scrollTop = 0;
    const { block } = start.current;
    if (id && block > 0)
      beginAt(pane, () => nodes.current.get(block)?.parentElement?.getBoundingClientRect() ?? null);
  }, [id]);

  useEffect(() => {
    const pane = scroller.current;
    if (!pane || !onPosition) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = () => {
      setTools(null);
      clearTimeout(timer);
      timer = setTimeout(
        () => onPosition(readPosition(pane, nodes.current, blocks.length)),
        POSITION_DELAY_MS,
      );
    };
    pane.addEventListener('scroll', listen, { passive: true });
    return () => {
      clearTimeout(timer);
      pane.removeEventListener('scroll', listen);
    };
  }, [onPosition, blocks.length]);

  const [isSelectedHere, setSelectedHere] = useState(false);
  useLayer(shown, 'selected', isSelectedHere ? NOTHING : selected, 4);
  useEffect(() => {
    if (!isSelectedHere) showSpans(selected);
  }, [isSelectedHere, selected, showSpans]);

  const tellSelection = useCallback(() => {
    const isHere = scroller.current?.contains(document.getSelection()?.anchorNode ?? null) ?? false;
    setSelectedHere(isHere);
    const spans = readSelection(nodes.current, blocks);
    if (isHere || !keepsSelection) onSelect?.(spans);
    if (spans.length === 0) setTools(null);
  }, [onSelect, keepsSelection, blocks]);
  useEffect(() => {
    document.addEventListener('selectionchange', tellSelection);
    return () => document.removeEventListener('selectionchange', tellSelection);
  }, [tellSelection]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is filled under a selection belongs to it
  useEffect(() => {
    if (readSelection(nodes.current, blocks).length > 0) tellSelection();
  }, [filled]);

  const itemUnder = (event: React.PointerEvent | React.MouseEvent) =>
    itemAt(event.clientX, event.clientY, view, owners.current);

  function placeTools(): void {
    const pane = scroller.current;
    if (!pane || readSelection(nodes.current, blocks).length === 0) {
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

  const pinned = focus.pinned === null ? undefined : view.itemById.get(focus.pinned);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys j, k and Esc do the same; see the commands
    <div
      ref={scroller}
      className={styles.reader}
      id="reading-text"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
      onPointerMove={(event) => {
        const item = itemUnder(event);
        if (scroller.current) scroller.current.dataset.over = item ? 'claim' : '';
        focus.hover(item?.id ?? null);
      }}
      onPointerLeave={() => focus.hover(null)}
      onPointerUp={placeTools}
      onKeyUp={(event) => event.shiftKey && placeTools()}
      onClick={(event) => {
        if (readSelection(nodes.current, blocks).length > 0) return;
        const item = itemUnder(event);
        if (item) focus.pin(item.id, 'text');
        else focus.release();
      }}
    >
      {props.bar && <div className={styles.hits}>{props.bar}</div>}
      <article className={styles.article} lang="zh-CN">
        <ArticleText
          view={view}
          parts={parts}
          filled={filled}
          watch={sheets.watch}
          imprint={props.imprint}
          onNode={onNode}
          onDoubt={onDoubt}
        />
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

/** Paints spans on the blocks that can be seen soon; other blocks, or others of them near, are another `shown`. */
function useLayer(
  shown: { readonly lit: { readonly current: ReadonlyMap<number, Text> } },
  layer: string,
  spans: readonly BlockSpan[],
  priority: number,
): void {
  useLayoutEffect(() => {
    paintLayer(layer, rangesOf(shown.lit.current, spans), priority);
    return () => paintLayer(layer, [], priority);
  }, [shown, layer, spans, priority]);
}
