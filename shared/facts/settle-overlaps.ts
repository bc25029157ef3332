import type { FoundFact } from '@shared/model/fact.ts';

/**
 * One claim per word: where a time and a figure overlap the longer span stays, and the time where both are
 * equally long, but a ratio over a clock time (两年多来 over 两年, 1.2亿年 over 1.2亿, 第12天 over 12天).
 * @param times in order, none overlapping another; the same holds for `figures`.
 */
export function settleOverlaps(times: readonly FoundFact[], figures: readonly FoundFact[]): FoundFact[] {
  const settled: FoundFact[] = [];
  let next = 0;
  for (const figure of figures) {
    let kept: FoundFact | null = figure;
    while (next < times.length && times[next]!.start < figure.end) {
      const time = times[next]!;
      if (time.end > figure.start) {
        if (kept === null || !outdoes(figure, time)) kept = null;
        else {
          next += 1;
          continue;
        }
        if (time.end > figure.end) break;
      }
      settled.push(time);
      next += 1;
    }
    if (kept !== null) settled.push(kept);
  }
  for (; next < times.length; next += 1) settled.push(times[next]!);
  return settled.sort((a, b) => a.start - b.start);
}

const outdoes = (figure: FoundFact, time: FoundFact): boolean =>
  figure.end - figure.start > time.end - time.start || (figure.kind === 'ratio' && time.rule === 'clock');
