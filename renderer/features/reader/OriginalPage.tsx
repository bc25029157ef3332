import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import { openingOf } from '@shared/model/page.ts';
import { placeAt } from '@shared/model/place-at.ts';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { ArticleRow, SourceRow } from '../../library/rows.ts';
import type { ArticleView } from '../../state/article-view.ts';
import { useMessages } from '../../ui/messages.tsx';
import { paintLayer } from '../../ui/paint-layer.ts';
import { partSheets, sheetOf } from '../../ui/sheets.ts';
import { useSheets } from '../../ui/use-sheets.ts';
import { LineSheet } from './LineSheet.tsx';
import styles from './original-page.module.css';
import { findLines, LAYERS, lineAt, listParts, readSourceSelection, spansOfLayer } from './page-parts.ts';
import { useFarSelection } from './use-far-selection.ts';
import { useSame } from './use-same.ts';
import { useShow } from './use-show.ts';
import { walkLines } from './walk-lines.ts';

/** Units of its text that an article without a headline goes by. */
const START_LENGTH = 12;

export interface OriginalPageProps {
  readonly view: ArticleView;
  readonly source: SourceRow;
  readonly page: readonly ArticleRow[];
  /** What is selected in the reading text or here, in source offsets. */
  readonly selection: readonly SourceSpan[];
  /** Words pinned in the reader, to be shown here too. */
  readonly pinned: readonly SourceSpan[];
  /** What a search found in the open article, and the hit that is looked at. */
  readonly found: readonly SourceSpan[];
  readonly foundNow: readonly SourceSpan[];
  readonly onSelect: (spans: readonly SourceSpan[]) => void;
  /** What is selected, as it is copied. */
  readonly wordsToCopy: () => string;
  readonly onOpen: (article: string, at: readonly SourceSpan[]) => void;
  /** What can be done with selected words. */
  readonly tools: ReactNode;
  /** What is unsure of the page; stands above its lines. */
  readonly head: ReactNode;
}

/** The page as it came, line for line, with the parts of the open article marked. */
export function OriginalPage(props: OriginalPageProps) {
  const { view, source, page, selection, found, onSelect } = props;
  const pinned = useSame(props.pinned);
  const foundNow = useSame(props.foundNow);
  const { say } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const nodes = useRef<(Text | null)[]>([]);
  const lines = useMemo(() => findLines(view.sourceText), [view.sourceText]);
  const parts = useMemo(() => listParts(view, source), [view, source]);

  const { id } = view.article;
  const begin = useMemo(
    () => spansOfLayer(parts, 'part-title').concat(spansOfLayer(parts, 'part-text'))[0],
    [parts],
  );
  const sheetsOfLines = useMemo(() => partSheets(lines.map(lengthOf)), [lines]);
  const sheetAt = useCallback(
    (offset: number) => sheetOf(sheetsOfLines, Math.max(0, lineAt(lines, offset))),
    [lines, sheetsOfLines],
  );
  const sheets = useSheets(view.sourceText, sheetsOfLines.length, begin ? sheetAt(begin.start) : 0, scroller);
  const { filled, near } = sheets;
  const litSheets = [...near].filter((sheet) => filled.has(sheet)).join();
  const onNode = useCallback((line: number, node: Text | null) => {
    nodes.current[line] = node;
  }, []);

  const rangeOn = useCallback(
    (span: SourceSpan, index: number): Range[] => {
      const line = lines[index];
      const node = nodes.current[index];
      if (!line || !node) return [];
      const start = Math.max(span.start, line.start) - line.start;
      const end = Math.min(span.end, line.end) - line.start;
      if (start >= end || end > node.length) return [];
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      return [range];
    },
    [lines],
  );
  // Paint costs with each range that is alive, so that only what can be seen soon is painted.
  const rangesOf = useMemo(() => {
    const lit =
      sheetsOfLines.length <= 1
        ? sheetsOfLines
        : litSheets.split(',').flatMap((at) => sheetsOfLines[Number(at)] ?? []);
    const [from, to] = [
      Math.min(...lit.map(({ first }) => lines[first]?.start ?? 0)),
      Math.max(...lit.map(({ end }) => lines[end - 1]?.end ?? 0)),
    ];
    return (spans: readonly SourceSpan[]) =>
      spans.flatMap((span) => {
        if (span.end <= from || span.start >= to) return [];
        const [first, last] = [lineAt(lines, span.start), lineAt(lines, span.end)];
        return lit.flatMap((sheet) => {
          const ranges: Range[] = [];
          for (let line = Math.max(first, sheet.first); line <= last && line < sheet.end; line++)
            ranges.push(...rangeOn(span, line));
          return ranges;
        });
      });
  }, [lines, sheetsOfLines, litSheets, rangeOn]);

  const show = useShow(scroller, sheets);
  const showSpan = useCallback(
    (span: SourceSpan | undefined) => {
      if (!span) return;
      const first = Math.max(0, lineAt(lines, span.start));
      const find = (): DOMRect | null => {
        // A blank line has no words of its own, the next one has.
        for (let line = first; line <= first + 1; line++) {
          const [range] = rangeOn(span, line);
          if (range) return range.getBoundingClientRect();
        }
        return null;
      };
      show({ sheet: sheetAt(span.start), find });
    },
    [show, lines, rangeOn, sheetAt],
  );

  useLayoutEffect(() => {
    for (const layer of LAYERS)
      paintLayer(layer, rangesOf(spansOfLayer(parts, layer)), layer === 'part-doubt' ? 3 : 1);
    return () => {
      for (const layer of LAYERS) paintLayer(layer, [], 0);
    };
  }, [parts, rangesOf]);

  const lineOf = (node: Node | null): number | null => {
    if (!(node instanceof Text) || !scroller.current?.contains(node)) return null;
    const line = node.parentElement?.closest<HTMLElement>('[data-line]')?.dataset.line;
    return line === undefined ? null : Number(line) - 1;
  };
  const { isFar, far, onKeyDown, onMouseDown } = useFarSelection({
    of: view.sourceText,
    rows: lines.length,
    lengthOf: (line) => (lines[line] ? lengthOf(lines[line]) : 0),
    sheetOf: (line) => sheetOf(sheetsOfLines, line),
    nodeOf: (line) => nodes.current[line] ?? null,
    rowOf: lineOf,
    isMain: false,
    onSelect: (from, to) => {
      const [first, last] = [lines[from.row], lines[to.row]];
      if (first && last) onSelect([sourceSpan(first.start + from.offset, last.start + to.offset)]);
    },
    onRelease: () => onSelect([]),
    words: props.wordsToCopy,
  });

  const shown = selection.length > 0 ? selection : pinned;
  const place = shown[0] ? placeAt(view.places, shown[0]) : null;
  useLayoutEffect(() => {
    paintLayer('part-selected', rangesOf(shown), 4);
    return () => paintLayer('part-selected', [], 0);
  }, [shown, rangesOf]);
  useLayoutEffect(() => {
    const isHere = scroller.current?.contains(document.getSelection()?.anchorNode ?? null);
    if (!isHere && !far.current) showSpan(shown[0]);
  }, [shown, showSpan, far]);

  useLayoutEffect(() => {
    paintLayer('part-found', rangesOf(found), 5);
    return () => paintLayer('part-found', [], 0);
  }, [found, rangesOf]);

  useLayoutEffect(() => {
    paintLayer('part-found-now', rangesOf(foundNow), 6);
    return () => paintLayer('part-found-now', [], 0);
  }, [foundNow, rangesOf]);
  // After the effect above, so that a hit comes into view where the article is opened at one.
  useLayoutEffect(() => showSpan(foundNow[0]), [foundNow, showSpan]);
  // After both, so that it opens at what is selected, as the words of a doubt, and else at the hit or the beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once when it is opened; what mending makes of it stays where the person looks
  useLayoutEffect(() => showSpan(selection[0] ?? foundNow[0] ?? pinned[0] ?? begin), []);

  useEffect(() => {
    const listen = () => {
      const chosen = document.getSelection();
      if (!chosen?.anchorNode || !scroller.current?.contains(chosen.anchorNode)) return;
      onSelect(readSourceSelection(chosen, lines, nodes.current));
    };
    document.addEventListener('selectionchange', listen);
    return () => document.removeEventListener('selectionchange', listen);
  }, [lines, onSelect]);

  const titleOf = ({ article }: ArticleRow): string =>
    article.title?.text ?? say('shelf.untitled', { start: openingOf(article).slice(0, START_LENGTH) });

  return (
    <section className={styles.original} aria-label={say('reader.original')}>
      {props.head}
      {selection.length > 0 && props.tools && <div className={styles.tools}>{props.tools}</div>}
      <section
        ref={scroller}
        className={styles.lines}
        lang="zh-CN"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows choose lines, as a pointer does
        tabIndex={0}
        aria-label={say('reader.originalLines')}
        onKeyDown={(event) => {
          onKeyDown(event);
          if (!isFar) walkLines(event, nodes.current);
        }}
        onMouseDown={onMouseDown}
      >
        {sheetsOfLines.map((sheet) => (
          <LineSheet
            key={sheet.index}
            sheet={sheet}
            isAlone={sheetsOfLines.length === 1}
            isFilled={filled.has(sheet.index)}
            lines={lines}
            text={view.sourceText}
            watch={sheets.watch}
            onNode={onNode}
          />
        ))}
      </section>
      <footer className={styles.foot}>
        <span>
          {place ? say('reader.place', { where: place.where }) : say('reader.lines', { count: lines.length })}
        </span>
        <PageLegend />
        {page.length > 1 && (
          <nav className={styles.others} aria-label={say('reader.pageArticles', { count: page.length })}>
            <span aria-hidden="true">{say('reader.pageArticles', { count: page.length })}</span>
            {page.map((row) => (
              <button
                key={row.id}
                type="button"
                lang="zh-CN"
                aria-current={row.id === id}
                title={titleOf(row)}
                onClick={() => props.onOpen(row.id, [])}
              >
                {titleOf(row)}
              </button>
            ))}
          </nav>
        )}
      </footer>
    </section>
  );
}

const lengthOf = ({ start, end }: SourceSpan): number => end - start;

const LEGEND = ['title', 'byline', 'text', 'caption'] as const;

/** What the washes on the page mean. */
function PageLegend() {
  const { say } = useMessages();
  return (
    <ul className={styles.legend}>
      {LEGEND.map((part) => (
        <li key={part} data-part={part}>
          {say(`reader.part.${part}`)}
        </li>
      ))}
    </ul>
  );
}
