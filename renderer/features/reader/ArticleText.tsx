import type { Doubt } from '@shared/model/page.ts';
import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import type { ArticleView } from '../../state/article-view.ts';
import type { Block, BlockRole } from '../../state/blocks.ts';
import { groupBy } from '../../state/sorted.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import type { Sheet } from '../../ui/sheets.ts';
import type { Sheets } from '../../ui/use-sheets.ts';
import styles from './reader.module.css';

const ELEMENTS: Record<BlockRole, 'h1' | 'h2' | 'p'> = {
  title: 'h1',
  subtitle: 'p',
  heading: 'h2',
  paragraph: 'p',
  caption: 'p',
};

/** Told the one text node of each block as it comes and goes. */
export type OnNode = (block: number, node: Text | null) => void;

export interface ArticleTextProps {
  readonly view: ArticleView;
  /** The blocks below the head, in sheets. */
  readonly parts: readonly Sheet[];
  readonly filled: Sheets['filled'];
  readonly watch: Sheets['watch'];
  /** What stands between the headline and the text. */
  readonly imprint: React.ReactNode;
  readonly onNode: OnNode;
  readonly onDoubt: (doubt: Doubt) => void;
}

/** Headline and subtitle stand above the imprint, all other blocks below it. */
const isHead = ({ role }: Block): boolean => role === 'title' || role === 'subtitle';

/** Blocks of an article that stand in its head. */
export const countHead = ({ blocks }: ArticleView): number => blocks.filter(isHead).length;

/** The blocks of an article, each one element with one run of text: what is painted never parts it. */
export const ArticleText = memo(function ArticleText(props: ArticleTextProps) {
  const { view, parts, filled, watch, onNode, onDoubt } = props;
  const doubts = useMemo(() => groupBy(view.doubts, ({ span }) => view.placement.blockAt(span)), [view]);
  const head = useMemo(() => view.blocks.filter(isHead), [view]);
  const own = { doubts, onNode, onDoubt };
  return (
    <>
      <header className={styles.head}>
        <BlockTexts blocks={head} {...own} />
        {props.imprint}
      </header>
      {parts.map((part) => (
        <SheetText
          key={part.index}
          part={part}
          blocks={view.blocks}
          isAlone={parts.length === 1}
          isFilled={filled.has(part.index)}
          watch={watch}
          skip={head.length}
          {...own}
        />
      ))}
    </>
  );
});

interface BlockTextsProps {
  readonly blocks: readonly Block[];
  /** By the block that shows their words, or that they interrupt. */
  readonly doubts: ReadonlyMap<number, readonly Doubt[]>;
  readonly onNode: OnNode;
  readonly onDoubt: ArticleTextProps['onDoubt'];
}

interface SheetTextProps extends BlockTextsProps {
  readonly part: Sheet;
  /** A text of one sheet is laid out as it is. */
  readonly isAlone: boolean;
  readonly isFilled: boolean;
  readonly watch: Sheets['watch'];
  /** Blocks before those that the sheets count from. */
  readonly skip: number;
}

const SheetText = memo(function SheetText(props: SheetTextProps) {
  const { part, isAlone, isFilled, watch, skip } = props;
  const { index, first, end } = part;
  const blocks = useMemo(
    () => props.blocks.slice(skip + first, skip + end),
    [props.blocks, skip, first, end],
  );
  const texts = isFilled && <BlockTexts {...props} blocks={blocks} />;
  if (isAlone) return texts;
  // Lines of some thirty units and a gap after each block; once laid out, its true height is remembered.
  const height = `calc(${Math.ceil(part.units / 30) + (end - first)} * 1lh)`;
  return (
    <div
      className={styles.sheet}
      data-sheet={index}
      style={{ containIntrinsicBlockSize: `auto ${height}` }}
      ref={(element) => {
        watch(index, element);
      }}
    >
      {texts}
    </div>
  );
});

function BlockTexts({ blocks, doubts, onNode, onDoubt }: BlockTextsProps) {
  const elements = useRef(new Map<number, HTMLElement>());
  useLayoutEffect(() => {
    for (const { index } of blocks) {
      const node = elements.current.get(index)?.firstChild;
      onNode(index, node instanceof Text ? node : null);
    }
    return () => {
      for (const { index } of blocks) onNode(index, null);
    };
  }, [blocks, onNode]);
  return blocks.map((block) => {
    const Element = ELEMENTS[block.role];
    const own = doubts.get(block.index);
    return (
      <div key={block.index} className={styles.block} data-role={block.role}>
        {own && <DoubtMark doubts={own} onDoubt={onDoubt} />}
        <Element
          className={styles[block.role]}
          data-block={block.index}
          ref={(element: HTMLElement | null) => {
            if (element) elements.current.set(block.index, element);
            else elements.current.delete(block.index);
          }}
        >
          {block.text}
        </Element>
      </div>
    );
  });
}

function DoubtMark({
  doubts,
  onDoubt,
}: {
  readonly doubts: readonly Doubt[];
  readonly onDoubt: ArticleTextProps['onDoubt'];
}) {
  const { say } = useMessages();
  const [first] = doubts;
  return (
    <div className={styles.doubt} data-doubt={doubts.map(({ reason }) => reason).join(' ')}>
      <IconButton
        icon="doubt"
        label={say('reader.doubt', {
          reason: doubts.map(({ reason }) => say(`mend.doubt.${reason}`)).join(' '),
        })}
        onPress={() => first && onDoubt(first)}
      />
    </div>
  );
}
