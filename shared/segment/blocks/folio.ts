import { findPrintedDate, foldPrint, type PrintedDate } from '@shared/numerals/printed-date.ts';
import type { SegmentKnowledge } from '../knowledge.ts';

/** A stretch of a line; `text` without blanks inside. */
export interface PrintedPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a folio line says; places are units of the line. */
export interface Folio {
  readonly date: PrintedDate | null;
  readonly edition: PrintedPart | null;
  readonly newspaper: PrintedPart | null;
  readonly section: PrintedPart | null;
  /** Whether more than a bare day says that the line is a folio. */
  readonly sure: boolean;
}

/** Units of ink of the longest folio. */
const LONGEST = 72;
/** Words of a folio that no list knows, and their units. */
const MOST_WORDS = 3;
const LONGEST_WORD = 8;

/** Stands for what was read; a word glued to it is known by it. */
const READ = '\ue000';
const GLUED = /\ue000/;

/** What a line needs to be looked at more closely. */
const HINT =
  /[年版頁页期号號]|星期|礼拜|禮拜|[周週][一二三四五六日天]|[\d０-９]{4}\s*[-./．－／]|[历曆]|^[A-ZＡ-Ｚ][\d０-９]/u;

const WEEKDAY =
  /[（(]?(?:(?:星期|礼拜|禮拜|[周週])[一二三四五六日天]|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?)[)）]?/giu;
/** A day of the moon's calendar that says so for itself, and what else may stand of one beside a date. */
const LUNAR_DAY =
  /(?:农|農|夏|阴|陰|旧|舊)[历曆](?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?[闰閏]?[正元冬腊臘一二三四五六七八九十]{1,2}月(?:[初十廿卅]?[一二三四五六七八九十]|[大小])日?/gu;
const LUNAR =
  /(?:农|農|夏|阴|陰|旧|舊)[历曆]\S{2,14}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\S{0,9}/gu;
const PRICE =
  /(?:零售(?:价|價)?|售(?:价|價)|定(?:价|價)|每份)[：:]?\s?(?:[港澳台]?(?:币|幣)\s?)?[\d.一二三四五六七八九十百千]{1,6}(?:[元角分]|圆|圓|毛)(?:[\d一二三四五六七八九]?[角分])?/gu;
const ISSUE =
  /(?:总|總)?第\s*[\d〇零一二三四五六七八九十百千]+\s*[期号號]|(?:今日|本期|共)\s*\d+\s*[版頁页]|第\s*[A-Z]?\d{1,3}\s*[-—~至]\s*[A-Z]?\d{1,3}\s*[版頁页]|(?:国内|國內)(?:统一|統一)\S{2,30}|(?:邮发|郵發)(?:代号|代號)\S{2,10}/gu;
const EDITION =
  /第\s*(?:[A-Z]\s*)?\d{1,3}\s*[版頁页]|第[一二三四五六七八九十]{1,3}[版頁页]|(?<![A-Za-z\d])[A-Z]{0,2}\d{1,3}\s*[版頁页]|(?<![A-Za-z\d])[A-Z]\d{1,2}(?![A-Za-z\d])|版次[：:]?\s*[A-Z]?\d{1,3}/gu;
const TIME = /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g;
const CONTACT =
  /[\w.+-]{1,64}@[\w.-]+|(?:https?:\/\/|www\.)[\w./?=&-]+|(?<!\d)(?:0\d{2,3}[-—]?)?\d{7,8}(?!\d)|(?<!\d)1\d{10}(?!\d)/giu;
const SPACED_PAPER = /(?<!\p{Script=Han})(?:\p{Script=Han}[ \u3000]){2,}[报報](?!\p{Script=Han})/u;
const PAPER_WORD = /^\p{Script=Han}{1,9}[报報刊讯訊苑]$/u;
const SEPARATOR = /[\s·‧•|｜/／—–\-―,，.。:：()（）【】[\]<>《》「」『』…_*■□●○◆◇▲△★☆▪◎~～=+]/u;

/** Reads a line that is nothing but a folio: day, weekday, edition, paper, section, editors; null for any other line. */
export function readFolio(text: string, knowledge: SegmentKnowledge): Folio | null {
  if (text.replace(/\s+/g, '').length > LONGEST || !HINT.test(text) || /[！？；“”]|。./u.test(text))
    return null;
  const folded = knowledge.script.write(foldPrint(text));
  let rest = folded;
  const cover = (start: number, end: number): void => {
    rest = rest.slice(0, start) + READ.repeat(end - start) + rest.slice(end);
  };
  const takeAll = (pattern: RegExp): PrintedPart[] => {
    const parts = [...rest.matchAll(pattern)].map((match) =>
      partOf(text, match.index, match.index + match[0].length),
    );
    for (const { start, end } of parts) cover(start, end);
    return parts;
  };
  const date = findPrintedDate(text, knowledge.eras);
  if (date) cover(date.start, date.end);
  const issues = takeAll(ISSUE).length;
  const editions = takeAll(EDITION);
  const weekdays = takeAll(WEEKDAY).length;
  const lunars = takeAll(LUNAR_DAY).length;
  if (!date && editions.length + weekdays + issues + lunars === 0) return null;
  takeAll(LUNAR);
  takeAll(PRICE);
  takeAll(TIME);
  const credits = takeCredits(rest, knowledge);
  for (const { start, end } of credits) cover(start, end);
  takeAll(CONTACT);
  const newspaper = findPaper(text, rest, knowledge);
  if (newspaper) cover(newspaper.start, newspaper.end);
  const words = wordsOf(folded, rest);
  const numbers = words.filter((word) => /^\d{1,3}$/.test(word.text));
  const unknown = words.filter(
    (word) => !numbers.includes(word) && !knowledge.press.furniture.has(word.text),
  );
  const sure = weekdays + editions.length + issues + lunars + credits.length > 0 || newspaper !== null;
  const isGlued = words.some(
    ({ text: word, start }) => GLUED.test(rest[start - 1] ?? '') && !knowledge.press.furniture.has(word),
  );
  if (isGlued || numbers.length > 1 || (numbers.length === 1 && !date)) return null;
  if (!fits(unknown, date !== null, editions.length > 0, sure)) return null;
  const own = words.find((word) => !numbers.includes(word));
  const section = own ? partOf(text, own.start, own.end) : null;
  return { date, edition: editions[0] ?? numbers[0] ?? null, newspaper, section, sure };
}

/** Whether words that no list knows may be sections or the paper's name. */
function fits(unknown: readonly PrintedPart[], dated: boolean, edited: boolean, sure: boolean): boolean {
  if (unknown.length === 0) return true;
  if (!sure || (!dated && !edited)) return false;
  const most = dated ? MOST_WORDS : 1;
  const longest = dated ? LONGEST_WORD : LONGEST_WORD - 2;
  return (
    unknown.length <= most && unknown.every(({ text }) => text.length <= longest && /^\p{L}+$/u.test(text))
  );
}

const partOf = (text: string, start: number, end: number): PrintedPart => ({
  text: text.slice(start, end).replace(/\s/g, ''),
  start,
  end,
});

function wordsOf(text: string, rest: string): PrintedPart[] {
  const words: PrintedPart[] = [];
  let start = -1;
  for (let i = 0; i <= rest.length; i++) {
    const char = rest[i];
    const parts = char === undefined || char === READ || SEPARATOR.test(char);
    if (!parts && start < 0) start = i;
    if (parts && start >= 0) {
      words.push(partOf(text, start, i));
      start = -1;
    }
  }
  return words;
}

/** The paper's name: by how names of papers end, set with blanks, or a word of its own that ends as one. */
function findPaper(text: string, rest: string, knowledge: SegmentKnowledge): PrintedPart | null {
  const spaced = SPACED_PAPER.exec(rest);
  if (spaced) return partOf(text, spaced.index, spaced.index + spaced[0].length);
  const known = rest.match(knowledge.newspaper.every)?.[0];
  const words = wordsOf(text, rest);
  const own = words.find((word) => PAPER_WORD.test(word.text) && !knowledge.press.furniture.has(word.text));
  if (own) return own;
  if (!known) return null;
  const at = rest.indexOf(known);
  return partOf(text, at, at + known.length);
}

/** 责任编辑：某某 版式：某某: labels of the editors' line with what they label. */
const takeCredits = (rest: string, { credited }: SegmentKnowledge): { start: number; end: number }[] =>
  [...rest.matchAll(credited)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
