/** Things brought together two by two, each in one set alone. A set goes by one of its things. */
export class DisjointSets<Thing> {
  private readonly parents = new Map<Thing, Thing>();

  /** What the set of a thing goes by: the thing itself, where it was brought together with none. */
  rootOf(thing: Thing): Thing {
    let root = thing;
    while (this.parents.has(root)) root = this.parents.get(root)!;
    // All on the way lead there at once from now on.
    for (let at = thing; at !== root; ) {
      const next = this.parents.get(at)!;
      this.parents.set(at, root);
      at = next;
    }
    return root;
  }

  /** Makes the sets of two things one, which goes by what the second's went by. */
  join(one: Thing, other: Thing): void {
    const [from, to] = [this.rootOf(one), this.rootOf(other)];
    if (from !== to) this.parents.set(from, to);
  }
}
