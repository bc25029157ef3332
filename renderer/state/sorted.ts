/**
 * Index of the last item whose key is at or before `key`, −1 when there is none.
 * @param items ascending by `keyOf`.
 */
export function lastAtOrBefore<Item>(
  items: readonly Item[],
  key: number,
  keyOf: (item: Item) => number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(items[middle] as Item) <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Items by their keys, each group in the order of `items`. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
