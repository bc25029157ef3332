import type { Act } from './act.ts';

/**
 * Ids of the acts that count. An undo names an earlier act; an undo that is itself undone does not count,
 * so that undoing an undo brings the act back.
 */
export function effectiveActs(acts: readonly Act[]): ReadonlySet<string> {
  const effective = new Set<string>();
  const undone = new Set<string>();
  for (let i = acts.length - 1; i >= 0; i--) {
    const { id, deed } = acts[i] as Act;
    if (undone.has(id)) continue;
    effective.add(id);
    if (deed.type === 'undo') undone.add(deed.act);
  }
  return effective;
}

/** The act that the next undo names: the last one that counts and is no undo itself. */
export function nextToUndo(acts: readonly Act[]): Act | null {
  const effective = effectiveActs(acts);
  return acts.findLast(({ id, deed }) => deed.type !== 'undo' && effective.has(id)) ?? null;
}

/** The undo that the next redo names; null once something new was done after it. */
export function nextToRedo(acts: readonly Act[]): Act | null {
  const effective = effectiveActs(acts);
  const deeds = new Map(acts.map(({ id, deed }) => [id, deed.type]));
  for (let i = acts.length - 1; i >= 0; i--) {
    const act = acts[i] as Act;
    if (act.deed.type !== 'undo') return null;
    if (effective.has(act.id) && deeds.get(act.deed.act) !== 'undo') return act;
  }
  return null;
}
