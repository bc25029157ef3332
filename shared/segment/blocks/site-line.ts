import { findPrintedDate, foldPrint } from '@shared/numerals/printed-date.ts';
import type { SegmentKnowledge } from '../knowledge.ts';

/** A stretch of a line. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Units of the longest such line, and of the name of a site that no list has. */
const LONGEST = 120;
const LONGEST_SITE = 14;

/** What a line needs to be looked at more closely: a day, a time of day or a label. */
const HINT = /\d[-./年]\d|\d:\d\d|[:/]/;
const SENTENCE = /[。；！？“”「」]/u;
/** 04-27 16:08: the day of a year that the line does not print. */
const DAY_AND_TIME = /(?<![\d-])\d{1,2}(?:[-/.]\d{1,2}|月\d{1,2}日)\s+\d{1,2}:\d{2}(?!\d)/;
const TIME_OF_DAY = /(?:星期[一二三四五六日天]\s*)?(?:[上下]午\s*)?(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/;
const AUTHORS =
  /(?<!\p{Script=Han})(?:作者|记者|撰文|文)\s*[:/]\s*\p{Script=Han}[\p{Script=Han}·]{1,5}(?:[\s、,]+\p{Script=Han}{2,4}(?![\p{Script=Han}:]))*/u;
const SITE = /(?:网|报|社|台|在线|客户端|频道|新闻|周刊|杂志|公众号)$/u;
const BETWEEN = /[\s|·•【】[\]():,、/—–\-_+]+/u;

/** Stands for what was read. */
const READ = '\ue000';

/**
 * Whether a line is nothing but a news site's own under a headline: 2010-04-02 08:36 来源：某某报 作者：某某 【大 中 小】.
 * A label alone makes none: 时间：3月5日 stands in a notice too.
 */
export function isSiteLine(text: string, knowledge: SegmentKnowledge): boolean {
  if (text.length > LONGEST || SENTENCE.test(text)) return false;
  let rest = knowledge.script.writeCharacters(foldPrint(text));
  if (!HINT.test(rest)) return false;
  const cover = ({ start, end }: Stretch): void => {
    rest = rest.slice(0, start) + READ.repeat(end - start) + rest.slice(end);
  };
  const take = (pattern: RegExp): boolean => {
    const found = pattern.exec(rest);
    if (found) cover({ start: found.index, end: found.index + found[0].length });
    return found !== null;
  };
  const { siteDates, siteLabels, siteWords, credits, furniture } = knowledge.press;
  const day = findPrintedDate(text, knowledge.eras);
  if (day) cover(day);
  const isDated = day !== null || take(DAY_AND_TIME);
  const isTimed = take(TIME_OF_DAY);
  const isSigned = take(AUTHORS);
  let labels = 0;
  while (take(labelled(siteLabels)) || take(labelled(credits))) labels++;
  const isPublished = take(published(siteDates));
  const words = rest
    .replaceAll(READ, ' ')
    .split(BETWEEN)
    .filter((word) => word !== '' && !siteWords.has(word) && !furniture.has(word) && !/^\d+次?$/.test(word));
  if (!words.every((word) => word.length <= LONGEST_SITE && SITE.test(word))) return false;
  if (!isDated) return labels > 0 && labels + Number(isSigned) > 1;
  return isTimed || isSigned || isPublished || labels > 0 || words.length > 0 || day === null;
}

/** Where a site's line says who wrote, the label with it; null where it names nobody. */
export const findAuthors = (text: string, knowledge: SegmentKnowledge): Stretch | null => {
  const found = AUTHORS.exec(knowledge.script.writeCharacters(foldPrint(text)));
  return found && { start: found.index, end: found.index + found[0].length };
};

const patterns = new WeakMap<readonly string[], RegExp>();

function kept(words: readonly string[], make: () => RegExp): RegExp {
  const pattern = patterns.get(words) ?? make();
  patterns.set(words, pattern);
  return pattern;
}

/** A label and what stands behind it, up to the next blank. */
const labelled = (labels: readonly string[]): RegExp =>
  kept(labels, () => new RegExp(`(?:${labels.join('|')})\\s*:\\s*[^\\s|:${READ}]{0,20}(?!:)`, 'u'));

/** A label before the day. */
const published = (labels: readonly string[]): RegExp =>
  kept(labels, () => new RegExp(`(?:${labels.join('|')})[\\s:]*(?=${READ})`, 'u'));
