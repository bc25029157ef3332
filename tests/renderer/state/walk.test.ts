import { expect, it } from 'vitest';
import type { Item } from '../../../renderer/state/article-view.ts';
import { createFocus } from '../../../renderer/state/focus.ts';
import { longView } from '../views/long-view.ts';

/** Items that count how often one of them is looked at. */
function counted(items: readonly Item[]) {
  let looks = 0;
  const seen = new Proxy(items, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && /^\d/.test(key)) looks++;
      return Reflect.get(target, key, receiver);
    },
  });
  return { seen, looks: () => looks };
}

it('steps from claim to claim without looking at those before, however many there are', () => {
  for (const count of [300, 3000]) {
    const { seen, looks } = counted(longView(count).items);
    const focus = createFocus();
    focus.getState().pin('f200', 'text');
    focus.getState().walk(seen, 1);
    const before = looks();
    for (let key = 0; key < 50; key++) focus.getState().walk(seen, 1);
    for (let key = 0; key < 10; key++) focus.getState().walk(seen, -1);
    expect(focus.getState().pinned).toBe('f241');
    expect(looks() - before).toBeLessThanOrEqual(3 * 60);
  }
});

it('goes round at either end, and stays where nothing is shown', () => {
  const { items } = longView(5);
  const focus = createFocus();
  const walk = (step: 1 | -1): string | null => {
    focus.getState().walk(items, step);
    return focus.getState().pinned;
  };
  expect(walk(-1)).toBe('f5');
  expect(walk(1)).toBe('f1');
  expect(walk(-1)).toBe('f5');
  focus.getState().show('money');
  expect(walk(1)).toBe('f5');
});

it('goes on from what is pinned also where the panel no longer shows it', () => {
  const items = longView(6).items.map(
    (item, at): Item =>
      item.type === 'fact' && at % 2 === 0 ? { ...item, fact: { ...item.fact, kind: 'money' } } : item,
  );
  const focus = createFocus();
  focus.getState().pin('f2', 'text');
  focus.getState().show('money');
  focus.getState().walk(items, 1);
  expect(focus.getState().pinned).toBe('f3');
});

it.each([
  ['f3', 1, 'f4'],
  ['f3', -1, 'f2'],
  ['f1', -1, 'f5'],
  ['f5', 1, 'f1'],
  ['f5', -1, 'f4'],
] as const)('goes on from where %s stood when it was taken away, by %i to %s', (id, step, next) => {
  const { items } = longView(5);
  const focus = createFocus();
  focus.getState().pin(id, 'panel');
  focus.getState().keepPlace(items);
  focus.getState().walk(
    items.filter((item) => item.id !== id),
    step,
  );
  expect(focus.getState().pinned).toBe(next);
});
