import type { PlaceReference } from '../../model/name.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { cutUnits } from './chain.ts';
import type { Division } from './divisions.ts';
import type { Gazetteer } from './gazetteer.ts';

/** An ambiguous place shows no more than this many readings. */
const MOST_READINGS = 6;

const pathOf = (division: Division): Division[] =>
  division.parent ? [...pathOf(division.parent), division] : [division];

const referenceTo = (division: Division): PlaceReference => ({
  code: division.code,
  path: pathOf(division).map(({ name }) => name),
});

/** The readings of each unit that a name is cut into. */
function readChain(text: string, gazetteer: Gazetteer): { units: (readonly Division[])[]; rest: string } {
  const { units, rest } = cutUnits(text, gazetteer);
  return { units: units.map(({ divisions }) => divisions), rest };
}

const isUnder = (division: Division, above: Division): boolean => {
  for (let up = division.parent; up; up = up.parent) if (up === above) return true;
  return false;
};

/** The last unit's readings that fit the units before it. */
function readingsOf(units: readonly (readonly Division[])[]): readonly Division[] {
  // 河北 before anything else is the province, not a district of Tianjin.
  const provinces = units.length > 1 ? (units[0] ?? []).filter(({ level }) => level === 1) : [];
  let possible = provinces.length > 0 ? provinces : (units[0] ?? []);
  for (const next of units.slice(1)) {
    const fitting = next.filter((division) => possible.some((above) => isUnder(division, above)));
    possible = fitting.length > 0 ? fitting : next;
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

/**
 * The divisions that the page's places mean: one where the page settles it, several where it does not.
 * The page settles it when one reading has the most units of its path named on the page.
 * @param bodies names of bodies, whose places count as context.
 */
export function resolvePlaces(
  places: readonly string[],
  bodies: readonly string[],
  knowledge: NamesKnowledge,
): Map<string, PlaceReference[]> {
  const { gazetteer } = knowledge;
  const names = [...new Set(places)].sort();
  const named = new Map<Division, number>();
  const sure = new Set<Division>();
  for (const text of [...names, ...[...new Set(bodies)].sort()]) {
    const { units } = readChain(text, gazetteer);
    const readings = readingsOf(units);
    for (const division of readings) {
      for (const above of pathOf(division)) named.set(above, (named.get(above) ?? 0) + 1 / readings.length);
    }
    if (readings.length === 1) for (const above of pathOf(readings[0]!)) sure.add(above);
  }
  const weigh = (division: Division): number =>
    pathOf(division)
      .slice(0, -1)
      .reduce(
        (sum, above) => sum + (sure.has(above) ? 4 * above.level : 0) + (named.get(above) ?? 0),
        division.level <= 2 ? 3 : 0,
      );
  const resolved = new Map<string, PlaceReference[]>();
  for (const text of names) {
    const { units, rest } = readChain(text, gazetteer);
    let readings: readonly Division[] = rest === '' ? readingsOf(units) : [];
    if (readings.length === 0 && TOWN.test(rest || text))
      readings = nearTowns(rest || text, units, sure, gazetteer);
    if (readings.length === 0 && units.length > 0 && rest.length > 0) {
      const above = readingsOf(units);
      readings = [above.find(({ level }) => level === 1) ?? above[0]!];
    }
    if (readings.length === 0) continue;
    const unique = [...new Set(readings)];
    const most = Math.max(...unique.map(weigh));
    const best = unique.filter((division) => weigh(division) === most);
    const shown = most > 3 || best.length === 1 ? best : unique;
    if (shown.length <= MOST_READINGS) resolved.set(text, shown.map(referenceTo));
  }
  return resolved;
}

/** Towns of the counties at hand whose transcription differs a little from the printed one. */
function nearTowns(
  town: string,
  units: readonly (readonly Division[])[],
  sure: ReadonlySet<Division>,
  gazetteer: Gazetteer,
): Division[] {
  const counties = units.length > 0 ? readingsOf(units) : [...sure].filter(({ level }) => level === 3);
  return counties.flatMap((county) =>
    (gazetteer.children.get(county) ?? []).filter(({ name }) => isNear(name, town)),
  );
}
