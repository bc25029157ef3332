import type { Division } from './divisions.ts';
import type { Gazetteer } from './gazetteer.ts';

const LONGEST_UNIT = 15;

/** A unit that the register knows, as printed. */
interface PrintedUnit {
  readonly text: string;
  readonly divisions: readonly Division[];
}

/** Cuts 新疆阿克苏地区柯坪县 into units that the register knows, longest first; `rest` is what it does not know. */
export function cutUnits(text: string, gazetteer: Gazetteer): { units: PrintedUnit[]; rest: string } {
  const units: PrintedUnit[] = [];
  let at = 0;
  while (at < text.length) {
    let divisions: readonly Division[] = [];
    let length = Math.min(LONGEST_UNIT, text.length - at);
    for (; length >= 2; length--) {
      const piece = text.slice(at, at + length);
      divisions = [...(gazetteer.byName.get(piece) ?? []), ...(gazetteer.byShortName.get(piece) ?? [])];
      if (divisions.length > 0) break;
    }
    if (divisions.length === 0) break;
    units.push({ text: text.slice(at, at + length), divisions });
    at += length;
  }
  return { units, rest: text.slice(at) };
}
