/** How many numbers two lists that ascend have in common. */
export function commonOf(first: Uint32Array, second: Uint32Array): number {
  let [i, j, common] = [0, 0, 0];
  while (i < first.length && j < second.length) {
    const [a, b] = [first[i]!, second[j]!];
    if (a === b) common++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return common;
}

const HAN = /\p{Script=Han}{3,}/gu;
const RUN = 3;

/** The runs of three Chinese characters of a folded text, each once, as numbers that ascend. */
export function runsOf(text: string): Uint32Array {
  const runs = new Set<number>();
  for (const [words] of text.matchAll(HAN))
    for (let at = 0; at + RUN <= words.length; at++) {
      const [a, b, c] = [words.charCodeAt(at), words.charCodeAt(at + 1), words.charCodeAt(at + 2)];
      runs.add((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> 0);
    }
  return Uint32Array.from(runs).sort();
}
