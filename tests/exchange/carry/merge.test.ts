import { mergeActs } from '@shared/exchange/carry/merge-acts.ts';
import { layBeside } from '@shared/exchange/carry/side-by-side.ts';
import type { Act } from '@shared/journal/act.ts';
import { fold } from '@shared/journal/fold.ts';
import { inOrder } from '@shared/journal/in-order.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveThrough, steps } from './two-machines.ts';

const merged = (mine: readonly Act[], theirs: readonly Act[]): readonly Act[] => [
  ...mine,
  ...mergeActs(mine, theirs).fresh,
];

const idsOf = (acts: readonly Act[]): string[] => acts.map(({ id }) => id).sort();

describe('histories of two machines', () => {
  it('lose no act and come to one state, whichever takes the other first', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { journals, made } = liveThrough(history, merged);
        const one = merged(journals[0], journals[1]);
        const other = merged(journals[1], journals[0]);
        expect(idsOf(one)).toEqual(idsOf(made));
        expect(idsOf(other)).toEqual(idsOf(made));
        expect(inOrder(one).map(({ id }) => id)).toEqual(inOrder(other).map(({ id }) => id));
        expect(fold(one)).toEqual(fold(other));
      }),
    );
  });

  it('take nothing twice', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { journals } = liveThrough(history, merged);
        const once = merged(journals[0], journals[1]);
        expect(mergeActs(once, journals[1]).fresh).toEqual([]);
        expect(mergeActs(once, once)).toEqual({ fresh: [], conflicts: [], differing: [] });
      }),
    );
  });

  it('keep the order of each machine, and what an act names before it', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { journals, made } = liveThrough(history, merged);
        const ordered = inOrder(merged(journals[0], journals[1]));
        for (const device of ['device-0', 'device-1'])
          expect(ordered.filter((act) => act.device === device)).toEqual(
            made.filter((act) => act.device === device),
          );
        for (const [i, { deed }] of ordered.entries())
          if (deed.type === 'undo') expect(ordered.findIndex(({ id }) => id === deed.act)).toBeLessThan(i);
      }),
    );
  });

  it('leave the journal of one machine as it is', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { journals } = liveThrough(
          history.filter((step) => step.type === 'merge' || step.on === 0),
          (mine) => mine,
        );
        expect(inOrder(journals[0])).toBe(journals[0]);
      }),
    );
  });
});

const act = (id: string, device: string, minute: number, deed: Act['deed']): Act => ({
  id,
  device,
  at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
  schema: 1,
  deed,
});

const SOURCE = 'a'.repeat(64) as never;

const judged = (id: string, device: string, minute: number, value: number): Act =>
  act(id, device, minute, {
    type: 'fact.correct',
    target: {
      source: SOURCE,
      textHash: '',
      spans: [{ start: 3, end: 5 } as never],
      quote: { exact: '十亩', prefix: '', suffix: '' },
    },
    kind: 'measurement',
    correction: { value },
  });

describe('what both changed', () => {
  it('is listed with what stands', () => {
    const { conflicts } = mergeActs([judged('m', 'x', 5, 10)], [judged('t', 'y', 4, 12)]);
    expect(conflicts).toMatchObject([{ mine: { id: 'm' }, theirs: { id: 't' }, stands: 'mine' }]);
  });

  it('is no conflict where both say the same', () => {
    expect(mergeActs([judged('m', 'x', 5, 10)], [judged('t', 'y', 4, 10)]).conflicts).toEqual([]);
  });

  it('can be laid side by side, with agreement counted', () => {
    const beside = layBeside(fold([judged('m', 'x', 5, 10)]), fold([judged('t', 'y', 4, 12)]));
    expect(beside).toMatchObject({ both: 1, agreeing: 0, rows: [{ words: '十亩', agree: false }] });
  });
});
