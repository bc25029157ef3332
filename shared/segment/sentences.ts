import type { SegmentKnowledge } from './knowledge.ts';

const codes = (chars: string): ReadonlySet<number> => new Set([...chars].map((char) => char.charCodeAt(0)));
const CLOSERS = codes('”’」』）)】》〉"\'');
const ENDERS = codes('。！？!?…｡');

/** Whether a text ends where a sentence does, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && CLOSERS.has(text.charCodeAt(at))) at--;
  if (at < 0) return false;
  const last = text.charCodeAt(at);
  if (ENDERS.has(last)) return true;
  return last === 0x2e && at > 0 && /[\p{Script=Han}%）]/u.test(text[at - 1] as string);
}

/** Whether a text ends with a mark that closes a clause or a sentence. */
export const endsWithPause = (text: string): boolean => endsSentence(text) || /[，、；：,;:]$/.test(text);

/** Whether running text breaks off: it ends no sentence and announces no list. */
export const breaksOff = (text: string): boolean => !endsSentence(text) && !/[：:；;]$/.test(text);

/** Whether a text begins with a mark that no sentence begins with. */
export const startsInside = (text: string): boolean => /^[，。、；：！？）】》”’」』,;:!?)…%％]/.test(text);

/** Opening marks by their closing ones. */
const OPENER_OF = new Map(
  ['“”', '‘’', '「」', '『』', '（）', '《》', '【】'].map((pair) => [
    pair.charCodeAt(1),
    pair.charCodeAt(0),
  ]),
);
const OPENERS = new Set(OPENER_OF.values());

/** Marks that a text leaves open at its end, outermost first, and marks that it closes without opening. */
export function openMarks(text: string): { readonly open: number[]; readonly closed: number[] } {
  const open: number[] = [];
  const closed: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x2018 || (unit > 0x301f && unit < 0xff00)) continue;
    if (OPENERS.has(unit)) {
      open.push(unit);
      if (open.length > 8) open.shift();
      continue;
    }
    const opener = OPENER_OF.get(unit);
    if (opener === undefined) continue;
    const at = open.lastIndexOf(opener);
    if (at >= 0) open.length = at;
    else if (closed.length < 8) closed.push(opener);
  }
  return { open, closed };
}

/** Counts of the pairs of neighbouring characters of a page: what the page itself shows to be words. */
export interface PairCounts {
  /** How often two Han characters stand together, at most 255; a few pairs may share a count. */
  count(first: number, second: number): number;
}

const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;
const hashOf = (a: number, b: number): number => Math.imul(a * 0x10001 + b, 0x9e3779b1) >>> 8;

/** Pairs of Han characters inside the given texts, counted when they are first asked for. */
export function countPairs(texts: readonly string[]): PairCounts {
  let table: Uint8Array | null = null;
  const build = (): Uint8Array => {
    let slots = 1 << 14;
    const units = texts.reduce((sum, text) => sum + text.length, 0);
    while (slots < units * 64 && slots < 1 << 23) slots *= 2;
    const counts = new Uint8Array(slots);
    for (const text of texts) {
      let before = 0;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (isHan(unit) && isHan(before)) {
          const slot = hashOf(before, unit) & (slots - 1);
          if ((counts[slot] as number) < 255) counts[slot] = (counts[slot] as number) + 1;
        }
        before = unit;
      }
    }
    return counts;
  };
  return {
    count(first, second) {
      if (!isHan(first) || !isHan(second)) return 0;
      table ??= build();
      return table[hashOf(first, second) & (table.length - 1)] as number;
    },
  };
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
  if (open.length && closed.includes(open.at(-1) as number)) score += 3;
  else if (closed.length && !open.length) score -= 1.5;
  const seen = pairs.count(before.charCodeAt(before.length - 1), after.charCodeAt(0));
  score += seen >= 3 ? 2 : seen > 0 ? 1.5 : 0;
  if (/[0-9]$/.test(tail) && /^[0-9多余万亿个家人次名元年月日%％.]/.test(after)) score += 2;
  if (/[A-Za-z]$/.test(tail) && /^[a-z]/.test(after)) score += 1.5;
  const inList = /[，、；：“‘（《]$/.test(tail);
  if (inList && !startsInside(head)) score += 0.5;
  if (knowledge.press.sentenceStarts.some((word) => head.startsWith(word))) score -= inList ? 0.5 : 2;
  if (/^[“‘]/.test(head) && open.length === 0 && !inList) score -= 0.5;
  return score;
}
