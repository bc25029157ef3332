import type { Verdict } from '@shared/analysis/agreement/verdict.ts';
import type { Stretch } from '@shared/analysis/comparison/differences.ts';
import type { Wording } from '@shared/analysis/comparison/wording.ts';
import type { Fact } from '@shared/model/fact.ts';
import { useMessages } from './messages.tsx';
import { sayValue } from './value-words.ts';
import styles from './worded.module.css';

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

/** A figure's value as it is said elsewhere on the desk. */
export function FigureValue({ fact }: { readonly fact: Fact }) {
  const { bound, number, unit } = sayValue(fact, useMessages());
  return (
    <span className={styles.value}>
      {bound} {number} {unit}
    </span>
  );
}

/** What two figures of one thing say of each other. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const { say } = useMessages();
  return (
    <span className={styles.verdict} data-verdict={verdict}>
      {say(`compare.verdict.${verdict}`)}
    </span>
  );
}
