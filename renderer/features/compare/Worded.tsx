import type { Stretch } from '@shared/analysis/comparison/differences.ts';
import type { Wording } from '@shared/analysis/comparison/wording.ts';
import styles from './compare.module.css';

const NONE: readonly Stretch[] = [];

/** The words of a figure: the figure strong, and marked what the other article does not say. */
export function Worded({
  wording: { text, figure },
  changed = NONE,
}: {
  readonly wording: Wording;
  readonly changed?: readonly Stretch[];
}) {
  const cuts = [
    ...new Set([0, figure.start, figure.end, ...changed.flatMap(({ start, end }) => [start, end])]),
  ]
    .sort((a, b) => a - b)
    .filter((cut) => cut < text.length);
  return (
    <span className={styles.wording} lang="zh-CN">
      {cuts.map((start, i) => {
        const words = text.slice(start, cuts[i + 1] ?? text.length);
        const isFigure = start >= figure.start && start < figure.end;
        const isChanged = changed.some((stretch) => start >= stretch.start && start < stretch.end);
        const Element = isChanged ? 'mark' : 'span';
        return <Element key={start}>{isFigure ? <b>{words}</b> : words}</Element>;
      })}
    </span>
  );
}
