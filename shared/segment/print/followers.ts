/** A possible continuation of `from` in `to`; the greater `value`, the likelier. */
export interface Seam<Place> {
  readonly from: Place;
  readonly to: Place;
  readonly value: number;
}

/** Beyond this many seams the best ones are taken as they come. */
const MOST_WEIGHED = 2_000;
/** Rounds of putting right; each takes seams from one place to another where both gain. */
const ROUNDS = 4;

/**
 * Chooses for each place at most one follower, and each follower once, so that the values together are great:
 * the best seams first, then a seam gives way where its place has another that is nearly as good and somebody
 * gains more than it loses. No place follows itself, over however many others.
 */
export function chooseFollowers<Place>(seams: readonly Seam<Place>[]): Map<Place, Seam<Place>> {
  const chosen = new Map<Place, Seam<Place>>();
  const leaders = new Map<Place, Seam<Place>>();
  const chains = new Chains<Place>();
  const sorted = [...seams].sort((a, b) => b.value - a.value);
  for (const seam of sorted) {
    if (chosen.has(seam.from) || leaders.has(seam.to) || !chains.join(seam.from, seam.to)) continue;
    chosen.set(seam.from, seam);
    leaders.set(seam.to, seam);
  }
  if (seams.length <= MOST_WEIGHED)
    for (let round = 0; round < ROUNDS; round++) if (!giveWay(sorted, chosen, leaders)) break;
  return chosen;
}

/** One round of seams that give way to others; false when none did. */
function giveWay<Place>(
  seams: readonly Seam<Place>[],
  chosen: Map<Place, Seam<Place>>,
  leaders: Map<Place, Seam<Place>>,
): boolean {
  const closesRing = ({ from, to }: Seam<Place>): boolean => {
    for (let at = chosen.get(to); at; at = chosen.get(at.to)) if (at.to === from) return true;
    return false;
  };
  const put = (seam: Seam<Place>): void => {
    chosen.set(seam.from, seam);
    leaders.set(seam.to, seam);
  };
  const drop = (seam: Seam<Place>): void => {
    chosen.delete(seam.from);
    leaders.delete(seam.to);
  };
  let moved = false;
  for (const seam of seams) {
    const present = chosen.get(seam.from);
    const rival = leaders.get(seam.to);
    if (present === seam || !rival) continue;
    const other = seams.find(
      ({ from, to }) => from === rival.from && to !== seam.to && (!leaders.has(to) || to === present?.to),
    );
    if (seam.value + (other?.value ?? 0) <= rival.value + (present?.value ?? 0)) continue;
    if (present) drop(present);
    drop(rival);
    if (closesRing(seam)) {
      put(rival);
      if (present) put(present);
      continue;
    }
    put(seam);
    if (other && !closesRing(other)) put(other);
    moved = true;
  }
  return moved;
}

/** Which places are pieces of one paragraph already, so that no piece follows itself. */
class Chains<Place> {
  private readonly above = new Map<Place, Place>();

  private find(place: Place): Place {
    let root = place;
    for (let next = this.above.get(root); next !== undefined; next = this.above.get(root)) root = next;
    for (let at = place; at !== root; ) {
      const next = this.above.get(at) as Place;
      this.above.set(at, root);
      at = next;
    }
    return root;
  }

  /** False where both are pieces of one paragraph. */
  join(first: Place, second: Place): boolean {
    const from = this.find(second);
    const to = this.find(first);
    if (from === to) return false;
    this.above.set(from, to);
    return true;
  }
}
