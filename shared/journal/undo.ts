import type { Selector } from '@shared/anchors/selector.ts';
import type { Act, Deed } from './act.ts';

/**
 * Ids of the acts that count. An undo names an earlier act; an undo that is itself undone does not count,
 * so that undoing an undo brings the act back. What was erased stays erased, since its bytes are gone: an
 * undo that names an erasure does not count.
 */
export function effectiveActs(acts: readonly Act[]): ReadonlySet<string> {
  const final = new Set(acts.flatMap(({ id, deed }) => (deed.type === 'source.erase' ? [id] : [])));
  const effective = new Set<string>();
  const undone = new Set<string>();
  for (let i = acts.length - 1; i >= 0; i--) {
    const { id, deed } = acts[i] as Act;
    if (undone.has(id) || (deed.type === 'undo' && final.has(deed.act))) continue;
    effective.add(id);
    if (deed.type === 'undo') undone.add(deed.act);
  }
  return effective;
}

/** Whether undoing an act would change anything: it counts and is no erasure. */
export const isUndoable = (id: string, acts: readonly Act[]): boolean =>
  acts.some((act) => act.id === id && act.deed.type !== 'source.erase') && effectiveActs(acts).has(id);

/**
 * The act that the next undo names: the last one that counts and is no undo itself. Passed over is what undoing
 * would not change: an erasure, and what befell its source before.
 */
export function nextToUndo(acts: readonly Act[]): Act | null {
  const effective = effectiveActs(acts);
  const erased = new Set<string>();
  for (let i = acts.length - 1; i >= 0; i--) {
    const act = acts[i] as Act;
    const { deed } = act;
    if (deed.type === 'undo' || !effective.has(act.id)) continue;
    if (deed.type === 'source.erase') erased.add(deed.source);
    else if (!(movesSource(deed) && erased.has(deed.source))) return act;
  }
  return null;
}

/** Whether a deed says that a source is on the shelf or off it. */
const movesSource = (deed: Deed): deed is Extract<Deed, { type: `source.${'add' | 'remove' | 'restore'}` }> =>
  deed.type === 'source.add' || deed.type === 'source.remove' || deed.type === 'source.restore';

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

/**
 * The acts that were done at once with one, itself among them, in their order: descriptions, tags and removals of many
 * pages, labels of many articles, facts of which many were confirmed, corrected or said to be none, mentions and forms of
 * a name, and undos of these. They stand beside each other, are of one device and moment, and each is about something else.
 */
export function doneTogether(act: Act, acts: readonly Act[]): readonly Act[] {
  const byId = new Map(acts.map((other) => [other.id, other]));
  const kind = subjectOfMany(followUndos(act, byId).deed)?.of;
  const subjects = new Set<string>();
  const belongs = (other: Act | undefined): other is Act => {
    if (other === undefined || other.device !== act.device || other.at !== act.at) return false;
    const { deed } = followUndos(other, byId);
    const subject = subjectOfMany(deed);
    const isSameKind = (other.deed.type === 'undo') === (act.deed.type === 'undo') && subject?.of === kind;
    if (subject === null || !isSameKind || subjects.has(subject.what)) return false;
    subjects.add(subject.what);
    return true;
  };
  const at = acts.findIndex(({ id }) => id === act.id);
  if (!belongs(acts[at])) return [act];
  let [from, to] = [at, at + 1];
  while (belongs(acts[from - 1])) from--;
  while (belongs(acts[to])) to++;
  return acts.slice(from, to);
}

/**
 * What a deed that can be done to many things at once is about, null for any other. `of` is the same for deeds that
 * one command may do together: a name that gets another type and another form is kept as a word and joined.
 */
function subjectOfMany(deed: Deed): { readonly of: string; readonly what: string } | null {
  switch (deed.type) {
    case 'source.describe':
    case 'source.tag':
    case 'source.remove':
    case 'source.restore':
      return { of: deed.type, what: deed.source };
    case 'fact.confirm':
    case 'fact.reject':
    case 'fact.correct':
      return { of: deed.type, what: `${deed.kind} ${placeOf(deed.target)}` };
    case 'article.label':
      return { of: deed.type, what: placeOf(deed.target) };
    // Both parts of an article that is split keep its labels.
    case 'page.cut':
      return deed.cut.type === 'split'
        ? { of: 'article.label', what: `split ${placeOf(deed.cut.at)}` }
        : null;
    case 'word.keep':
      return { of: 'names', what: `word ${deed.word}` };
    case 'name.join':
      return { of: 'names', what: `join ${deed.nameType} ${deed.as}` };
    default:
      return null;
  }
}

const placeOf = ({ source, spans }: Selector): string =>
  `${source} ${spans.map(({ start, end }) => `${start}-${end}`).join()}`;

/** What an act means to the person: a deed that it does, undoes or, undoing an undo, does again. */
export interface Meaning {
  readonly deed: Deed;
  readonly manner: 'done' | 'undone' | 'redone';
}

/** @param acts the journal that holds `act` and what it names. */
export const meaningOf = (act: Act, acts: readonly Act[]): Meaning =>
  followUndos(act, new Map(acts.map((other) => [other.id, other])));

function followUndos(act: Act, byId: ReadonlyMap<string, Act>): Meaning {
  let { deed } = act;
  let undos = 0;
  // Undos of a file from elsewhere may name each other.
  while (deed.type === 'undo' && undos < byId.size) {
    const named = byId.get(deed.act);
    if (named === undefined) break;
    deed = named.deed;
    undos++;
  }
  return { deed, manner: undos === 0 ? 'done' : undos % 2 === 1 ? 'undone' : 'redone' };
}
