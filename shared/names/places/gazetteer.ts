import type { WordList } from '@shared/text/word-list.ts';
import { type Division, shortDivisionName } from './divisions.ts';

/** The register by name: full names of all levels, short names down to counties. */
export interface Gazetteer {
  readonly byName: ReadonlyMap<string, readonly Division[]>;
  readonly byShortName: ReadonlyMap<string, readonly Division[]>;
  /** First characters of provinces and prefectures, by which universities call themselves: 川师大. */
  readonly initials: ReadonlySet<string>;
  /** The length of the longest name by its first two characters. */
  readonly longest: ReadonlyMap<string, number>;
  /** Last words of roads, villages and hills, which are named like units and lie anywhere. */
  readonly landmarks: WordList;
  readonly children: ReadonlyMap<Division, readonly Division[]>;
}

/** Whether the register has a unit of this name, whole or short; short ones down to counties. */
export const isUnit = (name: string, { byName, byShortName }: Gazetteer): boolean =>
  byName.has(name) || byShortName.has(name);

/** The units of this name: those that have it whole before those that have it short. */
export const unitsNamed = (name: string, { byName, byShortName }: Gazetteer): readonly Division[] => [
  ...(byName.get(name) ?? []),
  ...(byShortName.get(name) ?? []),
];

const append = <Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void => {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
};

/** @param landmarks last words of roads, villages and hills. */
export function buildGazetteer(divisions: readonly Division[], landmarks: WordList): Gazetteer {
  const byName = new Map<string, Division[]>();
  const byShortName = new Map<string, Division[]>();
  const children = new Map<Division, Division[]>();
  for (const division of divisions) {
    // A zone whose remark in brackets is dropped may be left with a country's name; towns have an ending.
    if (division.level < 4 || division.name.length > 2) append(byName, division.name, division);
    if (division.parent) append(children, division.parent, division);
    if (division.level > 3) continue;
    const short = shortDivisionName(division.name);
    if (short !== division.name) append(byShortName, short, division);
  }
  const initials = new Set(divisions.filter(({ level }) => level <= 2).map(({ name }) => name[0]!));
  const longest = new Map<string, number>();
  for (const names of [byName, byShortName])
    for (const name of names.keys()) {
      const key = name.slice(0, 2);
      // 怒江州: a short name may carry the whole one's last character.
      if ((longest.get(key) ?? 0) <= name.length) longest.set(key, name.length + 1);
    }
  return { byName, byShortName, initials, longest, landmarks, children };
}
