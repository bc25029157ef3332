import { readJumpNote } from '@shared/numerals/jump-note.ts';
import { findPrintedDate } from '@shared/numerals/printed-date.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import type { Line } from '../print/lines.ts';
import { readFolio } from './folio.ts';
import { isSiteLine } from './site-line.ts';

const EDITION =
  /^(?:第?\s*[A-Z]?\d{1,3}\s*版|第[一二三四五六七八九十]{1,3}版|[A-Z]?\d{1,3}\s*版|[A-Z]\d{1,2}|版次[：:]\s*\S{1,12}|第[A-Z]?\d{1,3}[-—~至]\d{1,3}版)/;
/** Whether a line is a date and nothing else. */
export function isBareDate(text: string): boolean {
  const date = findPrintedDate(text);
  return date !== null && date.start === 0 && date.end === text.trim().length;
}

/** 首页 > 栏目 > 正文: where on its site a page stands. */
const CRUMBS =
  /^(?:(?:当前|您的?|現在)?(?:位置|所在位置)\s*[：:])?\s*\S{1,8}(?:\s*-?[>＞»](?:\s*\S{1,10})?){1,6}\s*$|^(?:(?:您的?)?当前|所在)?位置\s*[：:]$/u;
/** A picture's file, left where the picture stood. */
const FILE_NAME = /^\S+\.(?:jpe?g|png|gif|webp|bmp)$/i;
/** 来源：某某日报, alone in its line. */
const SOURCE_LINE =
  /^[（(【[]?\s*(?:文章|稿件|信息)?(?:来源|來源|稿源|出处)\s*[：:]\s*[^\s，。]{2,16}[）)】\]]?$/u;

/** 专栏:在竞赛中, 栏目：街谈: the label under which an archive files an article. */
const COLUMN_LABEL = /^[【[（(]?(?:专栏|專欄|栏目|欄目)[】\])）]?\s*[：:].{0,12}$/u;

/** One sign that alone on a line says nothing: a figure, a rule, a mark. */
const LONE_SIGN = /[\d.,，、/\-—·•|｜*=_~#%【】[\]（）()<>《》“”：:→]/;

/** Whether a line belongs to the page rather than to a story: page heads, editors' lines, buttons, sections. */
export function isFurniture(
  block: Pick<Block, 'text' | 'width'>,
  knowledge: SegmentKnowledge,
  alone: boolean,
): boolean {
  if (block.width > LONGEST_FURNITURE) return false;
  const known = rememberedOf(knowledge)[alone ? 1 : 0];
  // The same text is asked for in the width that it was printed in and in that of its halves.
  const key = `${block.width} ${block.text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = hasFurnitureForm(block, knowledge, alone);
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, found);
  return found;
}

/** Columns of the longest line of the page's own, and of one with a pause in it. */
const LONGEST_FURNITURE = 60;
const LONGEST_PAUSED = 30;

/** Lines whose answer is kept: one is asked for as a line of print, as a line that is measured and as a block. */
const REMEMBERED = 4096;
type Remembered = readonly [Map<string, boolean>, Map<string, boolean>];
const remembered = new WeakMap<SegmentKnowledge, Remembered>();

function rememberedOf(knowledge: SegmentKnowledge): Remembered {
  const known = remembered.get(knowledge) ?? [new Map(), new Map()];
  remembered.set(knowledge, known);
  return known;
}

function hasFurnitureForm(
  block: Pick<Block, 'text' | 'width'>,
  knowledge: SegmentKnowledge,
  alone: boolean,
): boolean {
  const text = knowledge.script.write(block.text.trim());
  if (text.length === 1) return knowledge.press.furniture.has(text) || LONE_SIGN.test(text);
  if (block.width > LONGEST_PAUSED && /[，。！？；]/.test(text)) return false;
  if (readJumpNote(text)) return true;
  const bare = text.replace(/[\s·•|｜【】[\]（）()<>《》“”：:→>]/g, '');
  if (bare === '' || /^[\d\s.,，、/\-—·•|｜*=_~#%]+$/.test(text))
    return !/^[一二三四五六七八九十]$/.test(bare);
  if (knowledge.press.furniture.has(bare)) return true;
  const buttons = text.split(/[\s|｜·]+/u).filter(Boolean);
  if (buttons.length > 1 && buttons.every((word) => isButton(word, knowledge))) return true;
  if (/^[（(]?(?:版权声明|版权所有|免责声明|©)/.test(text)) return true;
  if (isCreditLine(text, knowledge) || [CRUMBS, SOURCE_LINE, FILE_NAME].some((form) => form.test(text)))
    return true;
  if (/^[（(]?0?\d{2,4}[）)]?[-—]?\d{7,8}$|^1\d{10}$/.test(text)) return true;
  if (COLUMN_LABEL.test(text) || readFolio(block.text, knowledge)) return true;
  if ((SOURCE.test(text) && isDatedLine(text)) || isSiteLine(text, knowledge)) return true;
  if (alone && /[讯訊电電息](?:[（(][^（）()]{1,20}[）)])?[：:]$/.test(text)) {
    return knowledge.press.agencies.some((word) => text.startsWith(word)) && block.width <= 24;
  }
  if (knowledge.newspaper.alone.test(text)) return true;
  // The paper's name with what the page of its site is: 某某日报数字报.
  const rest = bare.length <= 14 ? bare.replace(knowledge.newspaper.every, '') : bare;
  return rest !== bare && knowledge.press.furniture.has(rest);
}

/** Watches for the heads of the paper's next pages among what a dump holds. */
export class PageTurns {
  private edition: string | null = null;
  /** Whether another page has begun and no text was met on it yet. */
  atHead = false;
  /** Whether a folio stands between the text and what was met before it. */
  belowFolio = false;

  /** Text is met. */
  seeText(): void {
    this.atHead = false;
    this.belowFolio = false;
  }

  /** Sees a line of the page's own. */
  see(text: string): void {
    const edition = EDITION.exec(text)?.[0] ?? null;
    if (edition === null) return;
    this.belowFolio = true;
    if (this.edition !== null && edition !== this.edition) this.atHead = true;
    this.edition = edition;
  }
}

const BUTTON_START = /^[\d<>《》«»◀▶+-]+/u;
const BUTTON_END = /(?<![\d<>《》«»◀▶+\-○OＯ])[\d<>《》«»◀▶+\-○OＯ]+$/u;

/** Whether a word is a button of an e-edition, with the sign or the page's number that stands on it, or two run together. */
function isButton(word: string, knowledge: SegmentKnowledge): boolean {
  const bare = word.replace(BUTTON_START, '').replace(BUTTON_END, '');
  if (bare === '' || knowledge.press.furniture.has(bare)) return true;
  for (let at = 2; at <= bare.length - 2; at++)
    if (knowledge.press.furniture.has(bare.slice(0, at)) && knowledge.press.furniture.has(bare.slice(at)))
      return true;
  return false;
}

const PAUSE = /[，。；！？“”]/;
/** Columns of the longest line of the page's own, and of one that is known by more than its day. */
const LONGEST_PAGE_LINE = 48;
const LONGEST_INSIDE = 30;

/**
 * Whether a printed line belongs to the page wherever it stands. `inside`: it stands after a line that ends no
 * sentence, where a bare word or figure may be a line of running text.
 */
export function isPageLine(line: Line, inside: boolean, knowledge: SegmentKnowledge): boolean {
  const { text } = line;
  if (line.width > LONGEST_PAGE_LINE || PAUSE.test(text)) return false;
  if (line.width > LONGEST_INSIDE) return readFolio(text, knowledge)?.date != null;
  if (inside && (/^[\p{Script=Han}]+$/u.test(text) || /^[\d\s.]+$/.test(text))) return false;
  return isFurniture(line, knowledge, false);
}

/** 责任编辑：某某, 联系电话…: a label of the editors' or the contact line, with what it labels. */
function isCreditLine(text: string, knowledge: SegmentKnowledge): boolean {
  if (text.length > 60 || /[，。；！？]/.test(text)) return false;
  const bare = text.replace(/\s|^[（(【[]|[）)】\]]$/g, '');
  const label = knowledge.press.credits.find((word) => bare.startsWith(word));
  if (!label) return false;
  const rest = bare.slice(label.length);
  return (
    rest === '' ||
    /^[：:/／（(\d|｜]/.test(rest) ||
    (/\s/.test(text) && rest.length <= 9 && label.length >= 2)
  );
}

/** Whether a short line above a date is the name of the paper. */
export const isMasthead = (text: string, knowledge: SegmentKnowledge): boolean =>
  /^\p{Script=Han}{2,8}$/u.test(text) &&
  !knowledge.press.furniture.has(text) &&
  !isCreditLine(text, knowledge);

/** Whether a line carries a full date. */
export const hasDate = (text: string): boolean => text.length <= 60 && findPrintedDate(text) !== null;

/** What a news site prints under a headline: the date with its time of day, or the paper that it comes from. */
const TIME_OF_DAY = /(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)/;
const SOURCE = /(?:来源|來源|稿源|出处)\s*[：:]|(?:发布|發布|发表|更新)(?:时间|時間|日期|于)/;
const LONGEST_IMPRINT = 80;

/** Whether a line is short, without a clause, and has a printed date. */
export const isDatedLine = (text: string): boolean =>
  text.length <= LONGEST_IMPRINT && !/[，。！？；]/.test(text) && findPrintedDate(text) !== null;

/** Whether a line is a site's line of date and source, under the headline of its article. */
export const isSiteImprint = (text: string, knowledge: SegmentKnowledge): boolean =>
  ((TIME_OF_DAY.test(text) || SOURCE.test(text)) && isDatedLine(text)) || isSiteLine(text, knowledge);
