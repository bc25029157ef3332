import type { Act, Deed } from '@shared/journal/act.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { sourceHash } from '@shared/model/source.ts';
import fc from 'fast-check';

const SOURCES = ['a', 'b', 'c'].map((letter) => sourceHash(letter.repeat(64)));

const target = (source: number, start: number) => ({
  source: SOURCES[source] as (typeof SOURCES)[number],
  textHash: '0'.repeat(64),
  spans: [sourceSpan(start, start + 2)],
  quote: { exact: '十亩', prefix: '', suffix: '' },
});

/** One step of a history: a person on one of two machines does something, or one machine takes the other's acts. */
export type Step =
  | { readonly type: 'merge'; readonly into: 0 | 1 }
  | {
      readonly type: 'act';
      readonly on: 0 | 1;
      readonly deed: number;
      readonly at: number;
      readonly pick: number;
    };

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.record({ type: fc.constant('merge' as const), into: fc.constantFrom(0, 1) }) },
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('act' as const),
        on: fc.constantFrom(0, 1),
        deed: fc.nat(10),
        // Clocks of two machines that differ and are set back.
        at: fc.integer({ min: 0, max: 40 }),
        pick: fc.nat(1000),
      }),
    },
  ),
  { maxLength: 40 },
) as fc.Arbitrary<Step[]>;

/** The deed that a step names, over what its journal holds; null where there is nothing to do it to. */
function deedOf(
  { deed, pick }: Extract<Step, { type: 'act' }>,
  journal: readonly Act[],
  id: string,
): Deed | null {
  const source = SOURCES[pick % SOURCES.length] as (typeof SOURCES)[number];
  const bookmarks = journal.flatMap((act) => (act.deed.type === 'bookmark.add' ? [act.deed.bookmark] : []));
  const bookmark = bookmarks[pick % Math.max(1, bookmarks.length)];
  const undoable = journal[pick % Math.max(1, journal.length)];
  switch (deed) {
    case 0:
      return { type: 'source.add', source, name: `page ${pick}`, size: pick };
    case 1:
      return { type: 'source.describe', source, description: { newspaper: `报${pick % 3}` } };
    case 2:
      return { type: 'fact.confirm', target: target(pick % 3, pick % 5), kind: 'measurement' };
    case 3:
      return {
        type: 'fact.correct',
        target: target(pick % 3, pick % 5),
        kind: 'measurement',
        correction: { value: pick },
      };
    case 4:
      return { type: 'bookmark.add', bookmark: `b-${id}`, target: target(pick % 3, 0), note: '', tags: [] };
    case 5:
      return bookmark ? { type: 'bookmark.edit', bookmark, note: `note ${pick}`, tags: [] } : null;
    case 6:
      return bookmark ? { type: 'bookmark.remove', bookmark } : null;
    case 7:
      return undoable ? { type: 'undo', act: undoable.id } : null;
    case 9:
      return {
        type: pick % 2 === 0 ? 'figures.join' : 'figures.part',
        figures: [
          { target: target(0, pick % 5), kind: 'measurement' },
          { target: target(1, pick % 3), kind: 'measurement' },
        ],
      };
    case 8:
      return { type: 'source.tag', source, tags: [`tag${pick % 4}`] };
    default:
      return { type: 'name.join', nameType: 'org', forms: [`甲${pick % 3}`, '乙'], as: `甲${pick % 3}` };
  }
}

/**
 * Two journals that grew by the steps; `merge` takes the acts of the other side.
 * @returns both journals, and every act that was ever made.
 */
export function liveThrough(
  history: readonly Step[],
  merge: (mine: readonly Act[], theirs: readonly Act[]) => readonly Act[],
): { readonly journals: readonly [readonly Act[], readonly Act[]]; readonly made: readonly Act[] } {
  const journals: [readonly Act[], readonly Act[]] = [[], []];
  const made: Act[] = [];
  for (const [i, step] of history.entries()) {
    if (step.type === 'merge') {
      journals[step.into] = merge(journals[step.into], journals[step.into === 0 ? 1 : 0]);
      continue;
    }
    const id = `${step.on}-${i}`;
    const deed = deedOf(step, journals[step.on], id);
    if (deed === null) continue;
    const at = new Date(Date.UTC(2026, 0, 1, 0, step.at)).toISOString();
    const act: Act = { id, at, device: `device-${step.on}`, schema: 1, deed };
    made.push(act);
    journals[step.on] = [...journals[step.on], act];
  }
  return { journals, made };
}
