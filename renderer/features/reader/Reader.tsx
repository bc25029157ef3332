import type { Doubt } from '@shared/model/page.ts';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { ArticleView } from '../../state/article-view.ts';
import type { Block, BlockSpan } from '../../state/blocks.ts';
import type { Focus } from '../../state/focus.ts';
import type { ReadingTarget } from '../../state/reader.ts';
import { useMessages } from '../../ui/messages.tsx';
import { Spoken } from '../../ui/Spoken.tsx';
import { partSheets, sheetOf } from '../../ui/sheets.ts';
import { useSheets } from '../../ui/use-sheets.ts';
import { ArticleText, countHead } from './ArticleText.tsx';
import { beginSelection } from './begin-selection.ts';
import { itemAt } from './hit.ts';
import { rangesOf, readBlock } from './paint.ts';
import styles from './reader.module.css';
import { beginAt, readPosition } from './scroll.ts';
import { type TextPlace, useFarSelection } from './use-far-selection.ts';
import { type MarkedSpans, useBookmarks, useLayer, usePaintedClaims } from './use-paint.ts';
import { useSame } from './use-same.ts';
import { useSelectedWords } from './use-selected-words.ts';
import { useShow } from './use-show.ts';

const NOTHING: readonly BlockSpan[] = [];
const NO_MARKS: MarkedSpans = {};
const POSITION_DELAY_MS = 250;

export interface ReaderProps {
  readonly view: ArticleView;
  readonly focus: Pick<Focus, 'hovered' | 'pinned' | 'from' | 'hover' | 'pin' | 'release'>;
  readonly imprint: ReactNode;
  /** Stands at the edge of the text, as high as the text, or as its pane where that is less. */
  readonly band?: ReactNode;
  /** What follows the text. */
  readonly after?: ReactNode;
  /** Passages the person has bookmarked. */
  readonly bookmarked?: MarkedSpans;
  /** Passages that a search found, and the one that is looked at. */
  readonly found?: readonly BlockSpan[];
  readonly foundNow?: readonly BlockSpan[] | undefined;
  /** Steps through what was found; stands below the text, as the tools for selected words do, and covers none of it. */
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
  /** What is selected, as it is copied. */
  readonly wordsToCopy?: () => string;
  readonly onDoubt: (doubt: Doubt) => void;
  /** What can be done with selected words. */
  readonly selectionTools?: ReactNode;
}

/** The article with its claims: hover lights one, click pins it, and what is pinned elsewhere comes into view. */
export function Reader(props: ReaderProps) {
  const { view, focus, onPosition, onSelect, onDoubt, keepsSelection = false } = props;
  const { blocks } = view;
  const { bookmarked = NO_MARKS, found = NOTHING } = props;
  const foundNow = useSame(props.foundNow ?? NOTHING);
  const selected = useSame(props.selected ?? NOTHING);
  const { say } = useMessages();
  const pane = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLElement>(null);
  const beside = useRef<HTMLDivElement>(null);
  const after = useRef<HTMLDivElement>(null);
  const nodes = useRef(new Map<number, Text>());

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
  const { lit, owners } = usePaintedClaims(view, nodes, parts, head, sheets);

  const spansOf = (item: string | null) =>
    item === null ? NOTHING : (view.itemById.get(item)?.spans ?? NOTHING);
  const pinnedSpans = useSame(spansOf(focus.pinned));

  useBookmarks(lit, bookmarked, 2);
  useLayer(lit, 'found', found, 3);
  useLayer(lit, 'claim-hovered', spansOf(focus.hovered), 4);
  useLayer(lit, 'claim-pinned', pinnedSpans, 5);
  useLayer(lit, 'found-now', foundNow, 6);

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
    if (!pane.current) return;
    const watching = new ResizeObserver(() => showSpans(latestPinned.current));
    watching.observe(pane.current);
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

  const { isFar, far, onKeyDown, onMouseDown } = useFarSelection({
    of: id,
    rows: blocks.length,
    lengthOf: (block) => blocks[block]?.text.length ?? 0,
    sheetOf: (block) => sheetOf(parts, Math.max(0, block - head)),
    nodeOf: (block) => nodes.current.get(block) ?? null,
    rowOf: (node) => (node instanceof Text && scroller.current?.contains(node) ? readBlock(node) : null),
    isMain: true,
    onBegin: () => {
      if (!scroller.current) return false;
      const first = readPosition(scroller.current, nodes.current, blocks.length).block;
      return beginSelection(scroller.current, rangesOf(nodes.current, pinnedSpans), nodes.current.get(first));
    },
    onSelect: (from, to) => onSelect?.(spansBetween(blocks, from, to)),
    onRelease: () => onSelect?.([]),
    words: () => props.wordsToCopy?.() ?? '',
    tail: () => (after.current?.querySelector('[data-role]') ? after.current : null),
  });
  const words = useSelectedWords(scroller, nodes, {
    blocks,
    filled: sheets.filled,
    keepsSelection,
    onSelect,
    far,
  });
  useLayer(lit, 'selected', words.isHere ? NOTHING : selected, 4);
  useEffect(() => {
    if (!words.isHere && !isFar) showSpans(selected);
  }, [words.isHere, isFar, selected, showSpans]);

  const hasBand = Boolean(props.band);
  useLayoutEffect(() => {
    if (!hasBand || !article.current) return;
    const watching = new ResizeObserver(([entry]) => {
      const box = entry?.contentRect;
      if (box) beside.current?.style.setProperty('--text-height', `${box.top + box.height}px`);
    });
    watching.observe(article.current);
    return () => watching.disconnect();
  }, [hasBand]);

  const itemUnder = (event: React.PointerEvent | React.MouseEvent) =>
    itemAt(event.clientX, event.clientY, view, owners.current);

  const hasTools = (words.hasEnded || (isFar && selected.length > 0)) && Boolean(props.selectionTools);
  const pinned = focus.pinned === null ? undefined : view.itemById.get(focus.pinned);
  return (
    <div ref={pane} className={styles.pane}>
      <div className={styles.text}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys j, k and Esc do the same; see the commands */}
        <div
          ref={scroller}
          className={styles.reader}
          id="reading-text"
          data-context="text"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
          tabIndex={0}
          onPointerMove={(event) => {
            const item = itemUnder(event);
            if (scroller.current) scroller.current.dataset.over = item ? 'claim' : '';
            focus.hover(item?.id ?? null);
          }}
          onPointerLeave={() => focus.hover(null)}
          onPointerDown={words.press}
          onPointerUp={words.end}
          onKeyDown={onKeyDown}
          onKeyUp={(event) => event.shiftKey && words.end()}
          onMouseDown={onMouseDown}
          onContextMenu={(event) => {
            if (words.isAny() || far.current) return;
            const item = itemUnder(event);
            if (item) focus.pin(item.id, 'text');
            // The menu key has no pointer: what is pinned stays.
            else if (event.button === 2) focus.release();
          }}
          onClick={(event) => {
            if (words.isEndedBy(event) || far.current) return;
            const item = itemUnder(event);
            if (item) focus.pin(item.id, 'text');
            else focus.release();
          }}
        >
          <article ref={article} className={styles.article} lang="zh-CN">
            <ArticleText
              view={view}
              parts={parts}
              filled={sheets.filled}
              watch={sheets.watch}
              imprint={props.imprint}
              onNode={onNode}
              onDoubt={onDoubt}
            />
            <div ref={after}>{props.after}</div>
          </article>
        </div>
        {/* What is said here is asked for here alone: said of the pane, each of its paragraphs would be styled anew. */}
        {hasBand && (
          <div ref={beside} className={styles.beside}>
            {props.band}
          </div>
        )}
      </div>
      {(props.bar || hasTools) && (
        <div className={styles.dock}>
          {props.bar}
          {hasTools && props.selectionTools}
        </div>
      )}
      <Spoken isLive>
        {isFar && say('reader.selected', { count: selected.length })}
        {pinned && !isFar && say('reader.pinned', { words: wordsOf(pinned) })}
      </Spoken>
    </div>
  );
}

function spansBetween(blocks: readonly Block[], from: TextPlace, to: TextPlace): BlockSpan[] {
  return blocks.slice(from.row, to.row + 1).flatMap(({ index: block, text }) => {
    const start = block === from.row ? from.offset : 0;
    const end = block === to.row ? to.offset : text.length;
    return start < end ? [{ block, start, end }] : [];
  });
}

const wordsOf = (item: ArticleView['items'][number]): string => {
  if (item.type === 'fact') return item.fact.text;
  return item.type === 'name' ? item.name.text : item.quote.text;
};
