import type { SegmentKnowledge } from './knowledge.ts';

const CLOSERS = '”’」』）)】》〉"\'';
const ENDERS = '。！？!?…｡';

/** Whether a text ends where a sentence does, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && CLOSERS.includes(text[at] as string)) at--;
  if (at < 0) return false;
  const last = text[at] as string;
  if (ENDERS.includes(last)) return true;
  return last === '.' && at > 0 && /[\p{Script=Han}%）]/u.test(text[at - 1] as string);
}

/** Whether a text ends with a mark that closes a clause or a sentence. */
export const endsWithPause = (text: string): boolean => endsSentence(text) || /[，、；：,;:]$/.test(text);

/** Whether running text breaks off: it ends no sentence and announces no list. */
export const breaksOff = (text: string): boolean => !endsSentence(text) && !/[：:；;]$/.test(text);

/** Whether a text begins with a mark that no sentence begins with. */
export const startsInside = (text: string): boolean => /^[，。、；：！？）】》”’」』,;:!?)…%％]/.test(text);

const PAIRS = new Map([
  ['”', '“'],
  ['’', '‘'],
  ['」', '「'],
  ['』', '『'],
  ['）', '（'],
  ['》', '《'],
  ['】', '【'],
]);
const OPENERS = new Set(PAIRS.values());

/** Marks that a text leaves open at its end, outermost first, and marks that it closes without opening. */
export function openMarks(text: string): { readonly open: string[]; readonly closed: string[] } {
  const open: string[] = [];
  const closed: string[] = [];
  for (const char of text) {
    if (OPENERS.has(char)) open.push(char);
    else {
      const opener = PAIRS.get(char);
      if (opener === undefined) continue;
      const at = open.lastIndexOf(opener);
      if (at >= 0) open.length = at;
      else if (closed.length < 8) closed.push(opener);
    }
    if (open.length > 8) open.shift();
  }
  return { open, closed };
}

/** Counts of the pairs of neighbouring characters of a page: what the page itself shows to be words. */
export type PairCounts = ReadonlyMap<number, number>;

const pairOf = (a: number, b: number): number => a * 0x10000 + b;
const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;

/** Pairs of Han characters inside the given texts. */
export function countPairs(texts: Iterable<string>): PairCounts {
  const counts = new Map<number, number>();
  for (const text of texts) {
    for (let i = 1; i < text.length; i++) {
      const a = text.charCodeAt(i - 1);
      const b = text.charCodeAt(i);
      if (isHan(a) && isHan(b)) counts.set(pairOf(a, b), (counts.get(pairOf(a, b)) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * How well `after` goes on where `before` breaks off; 0 is no evidence, above it speaks for, below against.
 * Evidence: the pair that the seam makes stands elsewhere on the page, quotes left open are closed, a mark
 * that begins no sentence; against it, words that open a sentence.
 */
export function seamScore(
  before: string,
  after: string,
  pairs: PairCounts,
  knowledge: SegmentKnowledge,
): number {
  let score = 0;
  const tail = before.slice(-400);
  const head = after.slice(0, 400);
  if (startsInside(head)) score += 3;
  else if (/^(?:的|了|们|們|等(?![待到候])|吗|呢|吧)/.test(head)) score += 2;
  const { open } = openMarks(tail);
  const { closed } = openMarks(head);
  if (open.length && closed.includes(open.at(-1) as string)) score += 3;
  else if (closed.length && !open.length) score -= 1.5;
  const last = before.charCodeAt(before.length - 1);
  const first = after.charCodeAt(0);
  if (isHan(last) && isHan(first)) {
    const seen = pairs.get(pairOf(last, first)) ?? 0;
    score += seen >= 3 ? 2 : seen > 0 ? 1.5 : 0;
  }
  if (/[0-9]$/.test(before) && /^[0-9多余万亿个家人次名元年月日%％.]/.test(after)) score += 2;
  if (/[A-Za-z]$/.test(before) && /^[a-z]/.test(after)) score += 1.5;
  const inList = /[，、；：“‘（《]$/.test(before);
  if (inList && !startsInside(head)) score += 0.5;
  if (knowledge.press.sentenceStarts.some((word) => head.startsWith(word))) score -= inList ? 0.5 : 2;
  if (/^[“‘]/.test(head) && open.length === 0 && !inList) score -= 0.5;
  return score;
}
