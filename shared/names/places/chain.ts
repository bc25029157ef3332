import type { Division } from './divisions.ts';
import { type Gazetteer, unitsNamed } from './gazetteer.ts';

/** A unit that the register knows, as printed. */
export interface PrintedUnit {
  readonly text: string;
  readonly divisions: readonly Division[];
}

/** Whether `division` lies in `above`; none lies in itself. */
export const isUnder = (division: Division, above: Division): boolean => {
  for (let up = division.parent; up; up = up.parent) if (up === above) return true;
  return false;
};

/** 红旗|新村: what may stand before the last word of a village or road. */
const NEW_OR_OLD = /^[东西南北中新老大小前后上下]/;

/** 南京|路步行街, 延安|中路高架 */
const ON_ROAD = /^[东西南北中]?(?:[路街巷]|大道)\p{Script=Han}/u;

/** 新昌|路, 红旗|新村: a road, village or hill that is named like a unit lies anywhere. */
const isLandmark = (rest: string, { landmarks }: Gazetteer): boolean =>
  landmarks.has(rest) || (NEW_OR_OLD.test(rest) && landmarks.has(rest.slice(1)));

/**
 * Cuts 西藏那曲市比如县 into units that the register knows, longest first; `rest` is what it does not know.
 * Behind another unit a short name counts only where it lies in it: the 南昌 of 比如县南昌新村 is no city.
 */
export function cutUnits(text: string, gazetteer: Gazetteer): { units: PrintedUnit[]; rest: string } {
  const units: PrintedUnit[] = [];
  let at = 0;
  while (at < text.length) {
    const unit = readUnit(text, at, units.at(-1), gazetteer);
    if (!unit) break;
    units.push(unit);
    at += unit.text.length;
  }
  const rest = text.slice(at);
  if (
    units.length === 1 &&
    (isLandmark(rest, gazetteer) || ON_ROAD.test(rest)) &&
    !gazetteer.byName.has(units[0]!.text)
  )
    return { units: [], rest: text };
  return { units, rest };
}

/** 怒江州 for 怒江傈僳族自治州: the short name and the last character of the whole one. */
function contracted(piece: string, byShortName: Gazetteer['byShortName']): readonly Division[] {
  if (piece.length < 3 || !/[州县旗]$/.test(piece)) return [];
  return (byShortName.get(piece.slice(0, -1)) ?? []).filter(
    ({ name }) => name.endsWith(`自治${piece.at(-1)}`) && name !== piece,
  );
}

function readUnit(
  text: string,
  at: number,
  before: PrintedUnit | undefined,
  gazetteer: Gazetteer,
): PrintedUnit | null {
  const { byName, byShortName, longest } = gazetteer;
  const most = longest.get(text.slice(at, at + 2)) ?? 0;
  for (let length = Math.min(most, text.length - at); length >= 2; length--) {
    const piece = text.slice(at, at + length);
    const whole = byName.get(piece) ?? [];
    const divisions = [...unitsNamed(piece, gazetteer), ...contracted(piece, byShortName)];
    if (divisions.length === 0) continue;
    if (!before) return { text: piece, divisions };
    const within = divisions.filter((one) => before.divisions.some((above) => isUnder(one, above)));
    if (within.length > 0) return { text: piece, divisions: within };
    if (whole.length > 0) return { text: piece, divisions: whole };
  }
  return null;
}
