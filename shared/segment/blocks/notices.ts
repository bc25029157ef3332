import type { PressWords, SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import { readBylineLine, readNameBehindUnit } from './bylines.ts';
import { isBareDate } from './furniture.ts';

/** Longer lines that end like an announcement's headline are news about one. */
const LONGEST_TITLE = 8;
/** Units of the longest one that names who gives it and what it is: 某某公司招聘启事. */
const LONGEST_WITH_UNIT = 24;
/** Columns of the longest line that signs a notice. */
const LONGEST_SIGNATURE = 20;

/** Whether a line is the headline of a small announcement. */
export function isNoticeTitle(block: Block, { press }: SegmentKnowledge): boolean {
  const text = block.text.replace(/\s/g, '');
  return (
    press.noticeTitles.has(text) ||
    (text.length <= LONGEST_TITLE && press.noticeTails.some((tail) => text.endsWith(tail))) ||
    (text.length <= LONGEST_WITH_UNIT && (ABOUT.test(text) || isUnitsNotice(text, press)))
  );
}

/** 关于……的通知: what an office makes known. */
const ABOUT = /^[关關][于於].{2,}的(?:通知|通告|公告|公示|[启啟]事)$/u;

/** Whether a line is a unit's name and what it announces, with nothing between. */
const isUnitsNotice = (text: string, { noticeTitles, unitTails }: PressWords): boolean =>
  [...noticeTitles].some(
    (title) =>
      text.endsWith(title) &&
      unitTails.some((tail) => tail.length > 1 && text.slice(0, -title.length).endsWith(tail)),
  );

/** Where to ask: a telephone, an address, somebody's name. */
const CONTACT = /(?:电话|電話|地址|联系人|聯絡人|热线|熱線|传真|傳真|邮编|邮箱|信箱|電郵|网址|網址)[：:]/u;
/** Columns of the longest line that says where to ask. */
const LONGEST_CONTACT = 40;

/** Whether a short line says where to ask. */
const isContact = ({ text, width }: Block): boolean =>
  width <= LONGEST_CONTACT && CONTACT.test(text) && !/[。！？]/u.test(text);

/** Whether a short line may be who signs a notice, when, or where to ask. */
export const isSignature = (block: Block): boolean =>
  (block.width <= LONGEST_SIGNATURE && !/[，。！？；：]/u.test(block.text)) || isContact(block);

/** How whoever gives a notice signs off: 某某公司　谨启. */
const SIGNED_OFF = /\p{Script=Han}[ \u3000]+(?:[谨謹敬同拜泣][启啟告訂订]|[启啟])$/u;

/** Whether a line is who gives a notice, with the word that one signs off with. */
export const isSignedOff = ({ text, width }: Block): boolean =>
  width <= LONGEST_CONTACT && SIGNED_OFF.test(text);

/** Whether a line below a notice can only be its end: who signs off, where to ask, the day. */
export const closesNotice = (block: Block): boolean => isSignedOff(block) || isContact(block) || isDay(block);

/** Whether a line that might be the page's own ends a notice: its day, where to ask, or who gives it above the day. */
export const endsNotice = (block: Block, below: Block | undefined): boolean =>
  isBareDate(block.text) ||
  isContact(block) ||
  (below !== undefined && isSignature(block) && isBareDate(below.text));

/** Whether a line says who gives a notice and where they live or work, and not that they report. */
export const signsNotice = (text: string, knowledge: SegmentKnowledge): boolean =>
  readNameBehindUnit(text, knowledge) !== null && readBylineLine(text, knowledge, false) === null;

/** Whether a line is a day and nothing else, as one under a signature. */
export const isDay = ({ text }: Block): boolean => /^(?:\d{4}年)?\d{1,2}月\d{1,2}日$/.test(text);
