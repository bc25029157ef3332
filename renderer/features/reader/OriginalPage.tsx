import type { SourceSpan } from '@shared/model/offset.ts';
import { openingOf } from '@shared/model/page.ts';
import { placeAt } from '@shared/model/place-at.ts';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { ArticleRow, SourceRow } from '../../library/rows.ts';
import type { ArticleView } from '../../state/article-view.ts';
import { useMessages } from '../../ui/messages.tsx';
import styles from './original-page.module.css';
import { findLines, LAYERS, listParts, readSourceSelection, spansOfLayer } from './page-parts.ts';
import { paintLayer } from './paint.ts';
import { reveal } from './scroll.ts';
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
  readonly onOpen: (article: string, at: readonly SourceSpan[]) => void;
  /** What can be done with selected words. */
  readonly tools: ReactNode;
  /** What is unsure of the page; stands above its lines. */
  readonly head: ReactNode;
}

/** The page as it came, line for line, with the parts of the open article marked. */
export function OriginalPage(props: OriginalPageProps) {
  const { view, source, page, selection, pinned, found, foundNow, onSelect } = props;
  const { say } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const nodes = useRef<(Text | null)[]>([]);
  const lines = useMemo(() => findLines(view.sourceText), [view.sourceText]);
  const parts = useMemo(() => listParts(view, source), [view, source]);

  const rangesOf = useMemo(
    () => (spans: readonly SourceSpan[]) =>
      spans.flatMap((span) =>
        lines.flatMap((line, index) => {
          const node = nodes.current[index];
          const start = Math.max(span.start, line.start) - line.start;
          const end = Math.min(span.end, line.end) - line.start;
          if (!node || start >= end || end > node.length) return [];
          const range = new Range();
          range.setStart(node, start);
          range.setEnd(node, end);
          return [range];
        }),
      ),
    [lines],
  );

  useLayoutEffect(() => {
    for (const layer of LAYERS)
      paintLayer(layer, rangesOf(spansOfLayer(parts, layer)), layer === 'part-doubt' ? 3 : 1);
    return () => {
      for (const layer of LAYERS) paintLayer(layer, [], 0);
    };
  }, [parts, rangesOf]);

  const shown = selection.length > 0 ? selection : pinned;
  const place = shown[0] ? placeAt(view.places, shown[0]) : null;
  useLayoutEffect(() => {
    const ranges = rangesOf(shown);
    paintLayer('part-selected', ranges, 4);
    const isHere = scroller.current?.contains(document.getSelection()?.anchorNode ?? null);
    if (ranges[0] && scroller.current && !isHere) reveal(scroller.current, ranges[0].getBoundingClientRect());
    return () => paintLayer('part-selected', [], 0);
  }, [shown, rangesOf]);

  useLayoutEffect(() => {
    paintLayer('part-found', rangesOf(found), 5);
    return () => paintLayer('part-found', [], 0);
  }, [found, rangesOf]);

  const { id } = view.article;
  useLayoutEffect(() => {
    const [first] = rangesOf(spansOfLayer(parts, 'part-title').concat(spansOfLayer(parts, 'part-text')));
    if (id && first && scroller.current) reveal(scroller.current, first.getBoundingClientRect());
  }, [id, parts, rangesOf]);

  // After the effect above, so that a hit comes into view where the article is opened at one.
  useLayoutEffect(() => {
    const ranges = rangesOf(foundNow);
    paintLayer('part-found-now', ranges, 6);
    if (ranges[0] && scroller.current) reveal(scroller.current, ranges[0].getBoundingClientRect());
    return () => paintLayer('part-found-now', [], 0);
  }, [foundNow, rangesOf]);

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
        onKeyDown={(event) => walkLines(event, nodes.current)}
      >
        {lines.map((line, index) => (
          <div key={line.start} className={styles.line} data-blank={line.end === line.start}>
            <span className={styles.number} aria-hidden="true" data-number={index + 1} />
            <span
              className={styles.text}
              data-line={index + 1}
              ref={(element) => {
                const node = element?.firstChild;
                nodes.current[index] = node instanceof Text ? node : null;
              }}
            >
              {view.sourceText.slice(line.start, line.end)}
            </span>
          </div>
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
