import type { WordList } from '@shared/text/word-list.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

/** Marks of quotation, opening to closing; the inner ones quote inside speech. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
]);
const LONGEST_QUOTED = 24;
/** 五个一, 1+6, 十百千: names made of numbers; 四小, 六统服务: a number and what there are so many of. */
export const NUMBERED =
  /^(?:[一二三四五六七八九十两双\d]+[个大项张支位]|[\dA-Z+.]{2,}|[一二三四五六七八九十百千]{2,}|[二三四五六七八九十](?![点手次话年月天])\p{Script=Han}(?:管理|服务|治理|联动|机制|工作法|模式)?$)/u;
const COUNTED_LIST = /^(?:[一二三四五六七八九十百千万亿]\p{Script=Han}){2,}/u;
const SENTENCE = /[。！？；?!…]/;
const SPEECH_BEFORE = /(?:说|道|问|称|表示|：|:)$/;
const YEAR = /[^一二三四五六七八九十百周]年$/;
/** A scheme's kind behind 的: “…”的工作机制. */
const KIND_BEHIND = /^的\p{Script=Han}{0,4}?(?:机制|体系|模式|工作法)/u;

/** A string in quotation marks; `start` and `end` hold the marks. */
export interface Quoted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Quotations short enough for a name, in time linear in the text. */
export function findQuoted(text: string): Quoted[] {
  const found: Quoted[] = [];
  const open = new Map<string, number>();
  for (let i = 0; i < text.length; i++) {
    const closing = MARKS.get(text[i]!);
    if (closing !== undefined) open.set(closing, i);
    const start = open.get(text[i]!);
    if (start === undefined) continue;
    open.delete(text[i]!);
    if (i - start - 1 <= LONGEST_QUOTED && i - start > 1)
      found.push({ text: text.slice(start + 1, i), start, end: i + 1 });
  }
  return found.sort((a, b) => a.start - b.start);
}

const NEAR_HOST = 4;
const FARTHEST_HOST = 6;
const FAR_HOST = /^(?:体系|平台|小分队)/;

/** A scheme's kind right behind the quotation, or behind a word or two that tell no deed: “…”试点工作机制. */
function hasHost(
  { text, words }: Reading,
  end: number,
  { words: { schemeHosts, deedVerbs } }: NamesKnowledge,
): boolean {
  for (let at = end; at <= end + FARTHEST_HOST; ) {
    if (at <= end + NEAR_HOST ? schemeHosts.startingAt(text, at) : FAR_HOST.test(text.slice(at, at + 3)))
      return true;
    if (!/\p{Script=Han}/u.test(text[at] ?? '') || text[at] === '的') return false;
    if (deedVerbs.has(text.slice(at, words.wordEnd[at]!))) return false;
    at = Math.max(at + 1, words.wordEnd[at]!);
  }
  return false;
}

/** “…”工程|提质版五年行动计划 */
const GOES_ON =
  /^(?:\p{Script=Han}{2}版|[二三四]期)?(?:[\d一二三四五六七八九十]+年)?(?:行动计划|实施计划|专项行动|行动方案)/u;

/** The end of 行动, 计划 and their like behind a quotation, also behind one word more: “…”助学计划; 0 where none is. */
export function endOfTail({ text, words }: Reading, end: number, tails: WordList): number {
  const direct = tails.startingAt(text, end);
  if (direct !== '') {
    const stop = end + direct.length;
    return stop + (GOES_ON.exec(text.slice(stop, stop + 14))?.[0].length ?? 0);
  }
  const next = words.wordEnd[end] ?? 0;
  if (next - end !== 2 || !/^\p{Script=Han}{2}$/u.test(text.slice(end, next))) return 0;
  const tail = tails.startingAt(text, next);
  return tail === '' || tail === '理念' ? 0 : next + tail.length;
}

const isSpokenBefore = ({ text, words }: Reading, start: number): boolean =>
  SPEECH_BEFORE.test(text.slice(Math.max(0, start - 3), start)) &&
  // 街道“…”: the last character of a longer word is no verb of saying.
  !(text[start - 1] === '道' && words.wordStart[start - 1]! < start - 1);

/**
 * What each sign says for a quoted string being a scheme's name, or against it where negative. The signs of one
 * mention are added up; `CERTAIN` is what makes a name. The strong ones are enough by themselves, the weak ones only
 * together, and each of those against outweighs a weak one.
 */
const SCORES = {
  /** A scheme of the list. */
  listed: 4,
  /** 行动, 计划 and their like behind the marks. */
  tail: 4,
  /** 工程, 机制 and their like behind 的, where a verb of schemes stands before the marks. */
  kindBehindOf: 2.7,
  /** A last word of schemes inside the marks, or a year that something is made: “强基拓新年”. */
  ownTail: 2.5,
  /** A scheme's kind behind the marks, with a word or two between. */
  host: 2.5,
  /** 五个一, 1+6 */
  numbered: 2.5,
  /** In a row with a scheme: “甲”“乙”. */
  inRow: 2.5,
  /** The same behind 等. */
  hostBehindEtc: 1.5,
  /** A verb of schemes before the marks has nothing else for its object. */
  whole: 1.3,
  /** A verb of schemes before the marks. */
  done: 1.2,
  comesToBe: 1.2,
  /** Quoted more than once on the page. */
  repeated: 1,
  linked: 0.5,
  /** A sentence ends inside. */
  sentence: -4,
  spoken: -2,
  /** A list of things that no number sums up. */
  list: -2,
  /** 用“…”, 建成“…”, “…”为: what something is made or called. */
  becomes: -1.5,
  /** “…”的 */
  of: -1.5,
  short: -1.5,
  /** Commas inside. */
  clauses: -1,
  /** 的, 了 and their like inside. */
  functionWord: -1,
} as const;

/** How much speaks for a quoted string being a scheme's name where it stands. */
function scoreOf(reading: Reading, quoted: Quoted, knowledge: NamesKnowledge): number {
  const { text } = reading;
  const { contexts } = knowledge;
  const { schemes, schemeVerbs, schemeTails, schemeOwnTails } = knowledge.words;
  if (schemes.has(quoted.text)) return SCORES.listed;
  if (SENTENCE.test(quoted.text)) return SCORES.sentence;
  const before = text[quoted.start - 1] ?? '';
  const after = text[quoted.end] ?? '';
  const isNumbered = NUMBERED.test(quoted.text) || COUNTED_LIST.test(quoted.text);
  const isShort = quoted.text.length <= 2;
  const parts = quoted.text.split(/[、，,]/).length;
  let score = 0;
  if (endOfTail(reading, quoted.end, schemeTails)) score += SCORES.tail;
  const tail = schemeOwnTails.endingAt(quoted.text, quoted.text.length).length;
  if (!isShort && tail < quoted.text.length) {
    // 社, 团 and their like end ordinary words too: “旅行社”.
    if (tail > 1 || (tail === 1 && quoted.text.length > 4)) score += SCORES.ownTail;
    else if (YEAR.test(quoted.text) && /[\d进展是]/.test(before)) score += SCORES.ownTail;
  }
  const formally = text.startsWith('正式', quoted.end) ? 2 : 0;
  if (hasHost(reading, quoted.end, knowledge)) score += SCORES.host;
  else if (after === '等' && hasHost(reading, quoted.end + 1, knowledge)) score += SCORES.hostBehindEtc;
  else if (contexts['comes-to-be'].startingAt(text, quoted.end + formally) !== '') score += SCORES.comesToBe;
  const isDone = schemeVerbs.endingAt(text, quoted.start) !== '';
  if (isDone) {
    score += SCORES.done;
    // 开展“…”， with nothing behind: the name is what is done.
    const isWhole =
      contexts['done-scheme'].endingAt(text, quoted.start) !== '' && /^[，。；、等“\n]?$/.test(after);
    if (isWhole && !isShort) score += SCORES.whole;
  }
  if (isNumbered) score += SCORES.numbered;
  if (after === '的') {
    const isKind = isDone && KIND_BEHIND.test(text.slice(quoted.end, quoted.end + 8));
    score += isKind ? SCORES.kindBehindOf : SCORES.of;
  }
  if (isSpokenBefore(reading, quoted.start)) score += SCORES.spoken;
  // 用“…”, but not 利用“…”; 建成“…”.
  const isAlone = reading.words.wordStart[quoted.start - 1] === quoted.start - 1;
  if (
    (isAlone && /[变从向到由用为]/.test(before)) ||
    contexts.becoming.endingAt(text, quoted.start) !== '' ||
    /[到向为]/.test(after)
  )
    score += SCORES.becomes;
  if (isShort) score += SCORES.short;
  if (/[，,]/.test(quoted.text) && parts > 2) score += SCORES.clauses;
  if (parts > 2 && !isNumbered) score += SCORES.list;
  if (/[的了吗呢吧让把]/.test(quoted.text)) score += SCORES.functionWord;
  return score;
}

/**
 * What stands beside a quoted string where it is mentioned, added to the best that the page says of it.
 * @param best what `gatherEvidence` says of the string.
 * @param neighbours the quotations that touch it, or that only 、 parts from it.
 */
export function scoreInPlace(
  best: number,
  isRepeated: boolean,
  neighbours: readonly (number | undefined)[],
  isLinked: boolean,
): number {
  let score = best;
  if (score > 0 && isRepeated) score += SCORES.repeated;
  for (const neighbour of neighbours) if ((neighbour ?? 0) >= CERTAIN) score += SCORES.inRow;
  return isLinked && score > 0 ? score + SCORES.linked : score;
}

/** Score from which a quoted string is a scheme's name. */
export const CERTAIN = 2.4;

/**
 * The best that the page says of each quoted string, how often it is quoted, and which are sure only because a
 * longer name holds them.
 */
export function gatherEvidence(
  readings: readonly Reading[],
  quoted: readonly (readonly Quoted[])[],
  knowledge: NamesKnowledge,
) {
  const evidence = new Map<string, number>();
  const times = new Map<string, number>();
  quoted.forEach((list, index) => {
    for (const item of list) {
      const score = scoreOf(readings[index]!, item, knowledge);
      evidence.set(item.text, Math.max(evidence.get(item.text) ?? -9, score));
      times.set(item.text, (times.get(item.text) ?? 0) + 1);
    }
  });
  const derived = new Set<string>();
  // “强基拓新” is as sure as “强基拓新年”.
  for (const [text, score] of [...evidence]) {
    const tail = knowledge.words.schemeOwnTails.endingAt(text, text.length) || (YEAR.test(text) ? '年' : '');
    const own = text.slice(0, text.length - tail.length);
    if (score < CERTAIN || tail === '' || own.length < 4 || (evidence.get(own) ?? CERTAIN) >= CERTAIN)
      continue;
    evidence.set(own, CERTAIN);
    derived.add(own);
  }
  return { evidence, times, derived };
}
