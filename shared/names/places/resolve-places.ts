import type { PlaceReference } from '../../model/name.ts';
import type { NamesKnowledge } from '../knowledge.ts';

import { cutUnits, isUnder, type PrintedUnit } from './chain.ts';
import { type Division, shortDivisionName } from './divisions.ts';
import type { Gazetteer } from './gazetteer.ts';

/** An ambiguous place shows no more than this many readings. */
const MOST_READINGS = 6;
/** Provinces before prefectures (海南), and these before counties, unless the page is about what lies above those. */
const WEIGHT_OF_LEVEL: Readonly<Record<Division['level'], number>> = { 1: 7, 2: 3, 3: 0, 4: 0 };
/** 天山, 嘉陵江: never a county of that name, even where the page prints the county. */
const NATURAL = /[山江河湖海岭川]$/;

const pathOf = (division: Division): Division[] =>
  division.parent ? [...pathOf(division.parent), division] : [division];

const referenceTo = (division: Division): PlaceReference => ({
  code: division.code,
  path: pathOf(division).map(({ name }) => name),
});

/** The last unit's readings that fit the units before it. */
function readingsOf(units: readonly PrintedUnit[], rest = ''): readonly Division[] {
  const first = units[0]?.divisions ?? [];
  // 河北 before anything else is the province, not a district of Tianjin.
  const provinces = units.length > 1 || rest !== '' ? first.filter(({ level }) => level === 1) : [];
  let possible = provinces.length > 0 ? provinces : first;
  for (const { divisions } of units.slice(1)) {
    const fitting = divisions.filter((division) => possible.some((above) => isUnder(division, above)));
    possible = fitting.length > 0 ? fitting : divisions;
  }
  return possible;
}

const TOWN = /(?:镇|乡|街道)$/;
/** One character changed, added or dropped; two where the name has five or more. */
function isNear(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length) >= 5 ? 2 : 1;
  if (Math.abs(a.length - b.length) > most || a[0] !== b[0]) return false;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]! <= most;
}

/** A printed place: the units it begins with, what follows them, and the divisions it may lie in. */
interface ReadPlace {
  readonly units: readonly PrintedUnit[];
  readonly rest: string;
  readonly readings: readonly Division[];
}

/**
 * Reads a place by the whole names and accepted short forms that it begins with. A short form with more behind it
 * counts only where the page names that unit by itself, for parks and sites are named like far counties; a mountain
 * or a part of the world is no county of its name unless the page prints the county whole.
 * @param printed units that the page names by themselves.
 */
function readPlace(text: string, printed: ReadonlyMap<string, number>, knowledge: NamesKnowledge): ReadPlace {
  const { byName } = knowledge.gazetteer;
  const { units, rest } = cutUnits(text, knowledge.gazetteer);
  const [first] = units;
  if (!first) return { units, rest, readings: [] };
  const readings = readingsOf(units, rest);
  if (units.length > 1 || byName.has(first.text)) return { units, rest, readings };
  const beyond = knowledge.words.worldPlaces.startingAt(text, 0);
  const mayMean = ({ level, name }: Division): boolean => {
    if (level === 1) return true;
    if (NATURAL.test(beyond)) return level === 2 && rest === '';
    if (printed.has(name)) return true;
    return rest === '' ? beyond !== text || level === 2 : beyond === '' && printed.has(first.text);
  };
  const meant = readings.filter(mayMean);
  return meant.length > 0 || rest === ''
    ? { units, rest, readings: meant }
    : { units: [], rest: text, readings: [] };
}

/**
 * The divisions that the page's places mean: one where the page settles it, several where it does not.
 * The page settles it when one reading has the most units of its path named on the page.
 * @param mentions places as printed, one for each mention.
 * @param bodies names of bodies, whose places count as context.
 */
export function resolvePlaces(
  mentions: readonly string[],
  bodies: readonly string[],
  knowledge: NamesKnowledge,
): Map<string, PlaceReference[]> {
  const { gazetteer } = knowledge;
  const names = [...new Set(mentions)].sort();
  const printed = countUnits([...mentions, ...bodies], gazetteer);
  const places = new Map(
    [...names, ...[...new Set(bodies)].sort()].map((text) => [text, readPlace(text, printed, knowledge)]),
  );
  const named = new Map<Division, number>();
  const sure = new Set<Division>();
  for (const { readings } of places.values()) {
    for (const division of readings)
      for (const above of pathOf(division)) named.set(above, (named.get(above) ?? 0) + 1 / readings.length);
    if (readings.length === 1) for (const above of pathOf(readings[0]!)) sure.add(above);
  }
  const weigh = (division: Division): number =>
    pathOf(division)
      .slice(0, -1)
      .reduce(
        (sum, above) => sum + (sure.has(above) ? 4 * above.level : 0) + (named.get(above) ?? 0),
        WEIGHT_OF_LEVEL[division.level],
      );
  const resolved = new Map<string, PlaceReference[]>();
  for (const text of names) {
    const { units, rest, readings: own } = places.get(text)!;
    let readings = own;
    if (rest !== '' && TOWN.test(rest)) {
      const near = nearTowns(rest, units, sure, gazetteer);
      if (near.length > 0) readings = near;
    }
    if (readings.length === 0) continue;
    const unique = withoutSeats([...new Set(readings)], printed);
    const most = Math.max(...unique.map(weigh));
    const best = unique.filter((division) => weigh(division) === most);
    const shown = most > 3 || best.length === 1 ? best : unique;
    if (shown.length <= MOST_READINGS) resolved.set(text, shown.map(referenceTo));
  }
  return resolved;
}

/** How often the page prints each unit, by itself or before others. */
function countUnits(texts: readonly string[], gazetteer: Gazetteer): Map<string, number> {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [text, count] of times) {
    const { units, rest } = cutUnits(text, gazetteer);
    for (const unit of units)
      if (rest === '' || gazetteer.byName.has(unit.text))
        counts.set(unit.text, (counts.get(unit.text) ?? 0) + count);
  }
  return counts;
}

/** 喀什 is the prefecture and not the city of that name in it, unless the page names the city more often. */
function withoutSeats(
  divisions: readonly Division[],
  printed: ReadonlyMap<string, number>,
): readonly Division[] {
  const times = ({ name }: Division): number => printed.get(name) ?? 0;
  const alike = (a: Division, b: Division): boolean =>
    a.name !== b.name && shortDivisionName(a.name) === shortDivisionName(b.name);
  return divisions.filter(
    (one) =>
      !divisions.some(
        (other) =>
          alike(one, other) &&
          ((isUnder(one, other) && times(other) >= times(one)) ||
            (isUnder(other, one) && times(other) > times(one))),
      ),
  );
}

/** Towns of the counties at hand whose transcription differs a little from the printed one. */
function nearTowns(
  town: string,
  units: readonly PrintedUnit[],
  sure: ReadonlySet<Division>,
  gazetteer: Gazetteer,
): Division[] {
  const counties = units.length > 0 ? readingsOf(units) : [...sure].filter(({ level }) => level === 3);
  return counties.flatMap((county) =>
    (gazetteer.children.get(county) ?? []).filter(({ name }) => isNear(name, town)),
  );
}
