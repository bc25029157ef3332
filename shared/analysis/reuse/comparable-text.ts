import { type Folding, placeOf } from '@shared/text/folding.ts';

/**
 * A text as copies are sought in it: script, width and case folded, blanks and line ends gone, since a paper that
 * reprints sets its own lines. `starts` and `ends`: what each unit stands for in the text as given.
 */
export interface ComparableText {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const SPACE = 0x20;

export function comparableText(text: string, folding: Folding): ComparableText {
  const folded = folding.fold(text);
  const kept: number[] = [];
  for (let at = 0; at < folded.length; at++) if (folded.units[at] !== SPACE) kept.push(at);
  return {
    units: Uint16Array.from(kept, (at) => folded.units[at] as number),
    starts: Uint32Array.from(kept, (at) => placeOf(folded, at, at + 1)[0]),
    ends: Uint32Array.from(kept, (at) => placeOf(folded, at, at + 1)[1]),
  };
}
