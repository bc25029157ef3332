import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createChosen } from '../../../renderer/state/chosen.ts';
import type { Shelf } from '../../../renderer/state/shelf.ts';
import { createVisited } from '../../../renderer/state/visited.ts';

it('goes back and forward among what was visited as a browser does', () => {
  const step = fc.oneof(
    fc.record({ open: fc.constantFrom('甲', '乙', '丙') }),
    fc.record({ go: fc.constantFrom(1 as const, -1 as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const visited = createVisited();
      let behind: string[] = [];
      let ahead: string[] = [];
      let open: string | null = null;
      for (const one of steps) {
        if ('open' in one) {
          visited.getState().visit(one.open);
          if (one.open === open) continue;
          if (open !== null) behind = [...behind, open];
          [open, ahead] = [one.open, []];
          continue;
        }
        const by = visited.getState().stepsTo(one.go, () => true);
        visited.getState().stand(visited.getState().at + by);
        const next = one.go === 1 ? ahead[0] : behind.at(-1);
        if (next === undefined || open === null) expect(by).toBe(0);
        else if (one.go === 1) [behind, open, ahead] = [[...behind, open], next, ahead.slice(1)];
        else [behind, open, ahead] = [behind.slice(0, -1), next, [open, ...ahead]];
      }
      const { articles, at } = visited.getState();
      expect([articles.slice(0, Math.max(at, 0)), articles[at] ?? null, articles.slice(at + 1)]).toEqual([
        behind,
        open,
        ahead,
      ]);
    }),
  );
});

it('passes over what is not there any more', () => {
  const visited = createVisited();
  for (const article of ['甲', '乙', '丙']) visited.getState().visit(article);
  expect(visited.getState().stepsTo(-1, (article) => article !== '乙')).toBe(-2);
  expect(visited.getState().stepsTo(-1, () => false)).toBe(0);
});

it('chooses one by one and by ranges, and lets go of what left the shelf', () => {
  const order = ['甲', '乙', '丙', '丁'];
  const shelf = createStore(() => ({ rows: order.map((id) => ({ id })) }) as unknown as Shelf);
  const chosen = createChosen(shelf);
  const ids = () => [...chosen.getState().ids].sort((a, b) => order.indexOf(a) - order.indexOf(b)).join('');
  chosen.getState().reach('丙', order, '乙');
  expect(ids()).toBe('乙丙');
  chosen.getState().reach('甲', order, '丁');
  expect(ids()).toBe('甲乙');
  chosen.getState().toggle('丁');
  chosen.getState().toggle('甲');
  expect(ids()).toBe('乙丁');
  shelf.setState({ rows: [{ id: '丁' }] } as never);
  expect(ids()).toBe('丁');
});
