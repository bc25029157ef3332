import type { Act } from './act.ts';

/**
 * Acts of several devices in the one order that all of them come to, whichever way their journals were merged.
 *
 * Each device's acts stay in the order in which it made them. Between devices the earlier goes first, by the
 * latest time that a device had told so far, so that a clock set back reorders nothing of its own; then by the
 * device's name. An act that names another (an undo, a change of a bookmark) comes after it whatever the clocks
 * say. Acts of one device come back as they are.
 */
export function inOrder(acts: readonly Act[]): readonly Act[] {
  const [first] = acts;
  if (first === undefined || acts.every(({ device }) => device === first.device)) return acts;
  const devices = groupByDevice(acts);
  const awaited = new Set(acts.flatMap((act) => makes(act)));
  const ordered: Act[] = [];
  while (true) {
    const open = devices.filter(({ next, queue }) => next < queue.length);
    if (open.length === 0) return ordered;
    const free = open.filter((device) => needs(headOf(device).act).every((key) => !awaited.has(key)));
    // All of them wait for one another only in a journal that no history made; the clocks decide there.
    const chosen = (free.length > 0 ? free : open).reduce((best, device) =>
      isBefore(device, best) ? device : best,
    );
    const { act } = headOf(chosen);
    ordered.push(act);
    for (const key of makes(act)) awaited.delete(key);
    chosen.next++;
  }
}

interface DeviceQueue {
  readonly device: string;
  /** `time`: the latest that the device had told when it made the act, in milliseconds. */
  readonly queue: { readonly act: Act; readonly time: number }[];
  next: number;
}

function groupByDevice(acts: readonly Act[]): DeviceQueue[] {
  const devices = new Map<string, DeviceQueue>();
  const seen = new Set<string>();
  for (const act of acts) {
    if (seen.has(act.id)) continue;
    seen.add(act.id);
    const found = devices.get(act.device) ?? { device: act.device, queue: [], next: 0 };
    devices.set(act.device, found);
    const before = found.queue.at(-1)?.time ?? 0;
    found.queue.push({ act, time: Math.max(Date.parse(act.at), before) });
  }
  return [...devices.values()];
}

const headOf = ({ queue, next }: DeviceQueue): DeviceQueue['queue'][number] =>
  queue[next] as DeviceQueue['queue'][number];

const isBefore = (one: DeviceQueue, other: DeviceQueue): boolean => {
  const [a, b] = [headOf(one).time, headOf(other).time];
  return a < b || (a === b && one.device < other.device);
};

/** What only an earlier act can have made. */
function needs({ deed }: Act): string[] {
  switch (deed.type) {
    case 'undo':
      return [`act ${deed.act}`];
    case 'bookmark.edit':
    case 'bookmark.place':
    case 'bookmark.remove':
      return [`bookmark ${deed.bookmark}`];
    case 'search.forget':
      return [`search ${deed.search}`];
    case 'word.forget':
      return [`word ${deed.word}`];
    case 'source.remove':
    case 'source.restore':
    case 'source.erase':
      return [`source ${deed.source}`];
    default:
      return [];
  }
}

/** What an act makes that others may need. */
function makes({ id, deed }: Act): string[] {
  switch (deed.type) {
    case 'bookmark.add':
      return [`act ${id}`, `bookmark ${deed.bookmark}`];
    case 'search.save':
      return [`act ${id}`, `search ${deed.search}`];
    case 'source.add':
      return [`act ${id}`, `source ${deed.source}`];
    case 'word.keep':
      return [`act ${id}`, `word ${deed.word}`];
    default:
      return [`act ${id}`];
  }
}
