import type { Doubt } from '@shared/model/page.ts';
import { memo } from 'react';
import type { ArticleView, Block, BlockRole } from '../../state/article-view.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import styles from './reader.module.css';

const ELEMENTS: Record<BlockRole, 'h1' | 'h2' | 'p'> = {
  title: 'h1',
  subtitle: 'p',
  heading: 'h2',
  paragraph: 'p',
  caption: 'p',
};

export interface ArticleTextProps {
  readonly view: ArticleView;
  /** What stands between the headline and the text. */
  readonly imprint: React.ReactNode;
  /** Told the one text node of each block as it comes and goes. */
  readonly onNode: (block: number, node: Text | null) => void;
  readonly onDoubt: (doubt: Doubt) => void;
}

/** The blocks of an article, each one element with one run of text: what is painted never parts it. */
export const ArticleText = memo(function ArticleText({ view, imprint, onNode, onDoubt }: ArticleTextProps) {
  const doubts = doubtsByBlock(view);
  const isHead = ({ role }: Block) => role === 'title' || role === 'subtitle';
  const show = (block: Block) => (
    <BlockText
      key={block.index}
      block={block}
      doubts={doubts.get(block.index) ?? []}
      onNode={onNode}
      onDoubt={onDoubt}
    />
  );
  return (
    <>
      <header className={styles.head}>
        {view.blocks.filter(isHead).map(show)}
        {imprint}
      </header>
      {view.blocks.filter((block) => !isHead(block)).map(show)}
    </>
  );
});

interface BlockTextProps {
  readonly block: Block;
  readonly doubts: readonly Doubt[];
  readonly onNode: ArticleTextProps['onNode'];
  readonly onDoubt: ArticleTextProps['onDoubt'];
}

function BlockText({ block, doubts, onNode, onDoubt }: BlockTextProps) {
  const { say } = useMessages();
  const Element = ELEMENTS[block.role];
  const [first] = doubts;
  return (
    <div className={styles.block} data-role={block.role}>
      {first && (
        <div className={styles.doubt} data-doubt={doubts.map(({ reason }) => reason).join(' ')}>
          <IconButton
            icon="doubt"
            label={say('reader.doubt', {
              reason: doubts.map(({ reason }) => say(`mend.doubt.${reason}`)).join(' '),
            })}
            onPress={() => onDoubt(first)}
          />
        </div>
      )}
      <Element
        className={styles[block.role]}
        data-block={block.index}
        ref={(element) => {
          const node = element?.firstChild;
          onNode(block.index, node instanceof Text ? node : null);
        }}
      >
        {block.text}
      </Element>
    </div>
  );
}

/** A doubt stands beside the block that shows its words, or that they interrupt. */
function doubtsByBlock(view: ArticleView): Map<number, Doubt[]> {
  const placed = new Map<number, Doubt[]>();
  for (const doubt of view.doubts) {
    const block = view.placement.blockAt(doubt.span);
    placed.set(block, [...(placed.get(block) ?? []), doubt]);
  }
  return placed;
}
