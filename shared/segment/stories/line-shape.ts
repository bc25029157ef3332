import { readBylineLine } from '../blocks/bylines.ts';
import { captionForm } from '../blocks/captions.ts';
import { isFurniture } from '../blocks/furniture.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import type { Line } from '../print/lines.ts';
import { endsOpen } from '../print/seams.ts';
import { endsSentence, openMarks, startsInside } from '../print/sentences.ts';
import { isEnumerated, isSecondLine } from './headlines.ts';
import { opensWithAgency } from './story-evidence.ts';

/** What a line shows by itself, in the order of its columns. */
export const LINE_SHAPE = [
  'width',
  'relative',
  'full',
  'over',
  'indent',
  'gapAbove',
  'gapBelow',
  'end',
  'mark',
  'lenticular',
  'bracket',
  'quote',
  'closesBracket',
  'reporter',
  'dateline',
  'captionWords',
  'pageWords',
  'date',
  'digestHead',
  'digits',
  'blanks',
  'pauses',
  'colon',
  'nameShare',
  'names',
  'saysReporter',
  'byline',
  'enumerated',
  'dash',
  'startsInside',
  'stops',
  'asks',
  'leavesOpen',
  'endsOpen',
  'sentenceStart',
  'caption',
  'furniture',
  'level',
  'agency',
  'pageNumber',
  'timeFirst',
  'newsHead',
  'authorBehind',
] as const;

export type LineMeasure = (typeof LINE_SHAPE)[number];
/** The column of each measure of a line. */
export const SHAPE = Object.fromEntries(LINE_SHAPE.map((name, i) => [name, i])) as Readonly<
  Record<LineMeasure, number>
>;

/** How the lines of the page are set. */
export interface Setting {
  /** Columns of a full line where lines are broken at a measure, else of a long one. */
  readonly measure: number;
  readonly wrapped: boolean;
}

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/;
const HALF = /[０-９Ａ-Ｚａ-ｚ]/g;

/** Figures and Latin letters of full width as those of half width. */
const halfWidth = (text: string): string =>
  FULL_WIDTH.test(text)
    ? text.replace(HALF, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    : text;

/** Full lines by which a page is thought to be broken at one measure, and the share of them that breaks off. */
const FULL_SHARE = 0.33;
const BROKEN_SHARE = 0.5;
const NEAR = 1.6;

/** The columns that most lines of a page fill, where they do so because a measure broke them. */
export function readSetting(lines: readonly Line[]): Setting {
  const counts = new Map<number, number>();
  for (const { width, indent } of lines) {
    const columns = Math.round(width + indent);
    if (columns >= 8 && columns < 60) counts.set(columns, (counts.get(columns) ?? 0) + 1);
  }
  let measure = 30;
  let most = 0;
  for (const [columns, count] of counts) {
    const near = count + (counts.get(columns - 1) ?? 0) + 0.5 * (counts.get(columns + 1) ?? 0);
    if (near > most) {
      most = near;
      measure = columns;
    }
  }
  let full = 0;
  let broken = 0;
  for (const { width, indent, text } of lines) {
    if (Math.abs(width + indent - measure) > NEAR) continue;
    full++;
    if (!endsSentence(text)) broken++;
  }
  const wrapped = most > FULL_SHARE * lines.length && broken > BROKEN_SHARE * full;
  if (wrapped) return { measure, wrapped };
  const long = lines.map(({ width }) => width).filter((width) => width > 30);
  return { measure: long.length > 0 ? Math.max(30, middleOf(long)) : 40, wrapped };
}

export const middleOf = (numbers: number[]): number => {
  const sorted = numbers.sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
};

const MARKS = new Set([...'■□▲△●○◆◇◎★☆※#*•·▶►▌◢◣—-–=｜|>＞◤◥♦▪▼▽①②③④⑤⑥⑦⑧⑨⑩']);
const CLOSERS = new Set([...'”’」』）)》】"\'']);
const REPORTER =
  /本报记者|本報記者|本社记者|特约记者|实习记者|见习记者|记者|通讯员|記者|通訊員|实习生|文\/|\/文|文／|／文|图文|圖文|作者|撰文|撰稿|｜文|文｜|\/報道|\/报道|／報道|／报道|特派员|評論員|评论员/;
const DATELINE =
  /^[^\p{L}\p{N}]{0,3}(?:[据據])?(?:本报|本報|新华社|新華社|中新社|中新网|本刊|本站|本网|本校|.{0,8}(?:新闻网|日报|日報|晚报|晚報|校报))[^，。]{0,22}?(?:讯|訊|电|電|报道|報道|报导|報導|消息)|^[^\p{L}\p{N}]{0,2}【本.{1,4}】|^.{0,4}(?:讯|訊)[ 　（(]/u;
/** What every dateline has. */
const DISPATCH = /[讯訊电電息】]|[报報][道导導]/u;
const CAPTION =
  /图为|圖為|供图|供圖|资料图|資料圖|摄[）)]?\s*$|攝[）)]?\s*$|图片来源|圖片來源|上图|下图|左图|右图|本报记者.{0,8}摄|新华社发|影像|摄影|攝影|圖片|数据来源|資料來源|^[图圖][:：]|^[^\p{L}\p{N}]?[图圖]\d?[:：]/u;
const PAGE =
  /责编|責編|责任编辑|責任編輯|版式|美编|星期|周[一二三四五六日]|週[一二三四五六日]|第.{1,3}版|\d版|版[:：]|校对|日报|日報|校报|晚报|晚報|^[A-Z]\d{1,2}|版\s*$|本版|上一篇|下一篇|下转|上接|下轉|编辑|編輯/;
/** A page that is named by a letter: A3. */
const LETTERED = /^[A-Z]/;
const DATE = /(?:19|20)\d\d[年.\-/]|二〇|二○|一九|月\d{1,2}日/;
const DIGEST =
  /^[^\p{L}\p{N}]{0,2}(?:简讯|快讯|短讯|简报|一句话|要闻|快报|一周|本周|短波|信息|简明|國內|動態|动态|簡訊|快訊|短訊|簡報|要聞|消息|资讯|速览|速递|集锦)/u;
/** The time with which news begins: 3月4日清晨, 昨天下午, 近日. */
const TIME_FIRST =
  /^.{0,14}?(?:\d{1,2}月\d{1,2}日|\d{1,2}日[，上下晚凌在]|昨[天日晨晚]|今[天日晨晚]|日前|近日|前日|前天|本周|上周|本月|当地时间|當地時間)/u;
const SAYS = /记者|記者|通讯员|通訊員|[（(].{2,16}[）)]/;
/** Who reports, in the brackets of a dateline. */
const SAYS_NAMES = /[（(【](?:[本特见实见習實]\S{0,4})?(?:记者|記者|通讯员|通訊員)/u;
const NUMBER = /^[^\p{L}]*$/u;
const ROLES =
  /本报记者|本報記者|记者|記者|通讯员|通訊員|实习生|特约|见习|作者|撰文|撰稿|文\/|\/文|文／|／文|图文|[（(）)[\]【】■□◎▲●◆★—\-·:：/／｜|、，,]/g;

/** Characters of which one stands in every text that a form fits: a line without them is not tried. */
const NEEDED = {
  reporter: '记記讯訊习文作撰派道论論',
  caption: '图圖摄攝影源发',
  page: '责責版编編星周週校报報篇转轉接',
  time: '日昨今前本上当當',
  says: '记記讯訊（(',
  names: '记記讯訊习特作撰文（()）[]【】□■◎▲●◆★—-·:：/／｜|、，, \u3000\t\u00a0\ufeff',
} as const;
const NEEDS = Object.keys(NEEDED) as (keyof typeof NEEDED)[];
/** For each UTF-16 unit the forms that need it, a bit a form. */
const FORMS_OF_UNIT = new Uint8Array(0x10000);
NEEDS.forEach((form, i) => {
  for (const char of NEEDED[form])
    FORMS_OF_UNIT[char.charCodeAt(0)] = (FORMS_OF_UNIT[char.charCodeAt(0)] as number) | (1 << i);
});
const BIT = Object.fromEntries(NEEDS.map((form, i) => [form, 1 << i])) as Record<keyof typeof NEEDED, number>;

/** Of the forms of `NEEDED`, those that a text may fit, a bit a form. */
function formsIn(text: string): number {
  let forms = 0;
  for (let i = 0; i < text.length; i++) forms |= FORMS_OF_UNIT[text.charCodeAt(i)] as number;
  return forms;
}

/** Units of the longest line whose tokens are asked for names. */
const LONGEST_NAMES = 24;

/** The share of a short line's tokens that are built like names, and how many there are. */
function nameScore(text: string, surnames: ReadonlySet<string>, forms: number): readonly [number, number] {
  // One token that is no name by its length.
  if (!(forms & BIT.names) && text.length > 3 && !/\s/u.test(text))
    return [0, Number(text.length <= LONGEST_NAMES)];
  const tokens = text.replace(ROLES, ' ').split(/\s+/u).filter(Boolean);
  if (tokens.length === 0 || tokens.reduce((sum, token) => sum + token.length, 0) > LONGEST_NAMES)
    return [0, 0];
  const names: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string;
    const next = tokens[i + 1];
    if (token.length === 1 && next?.length === 1) {
      names.push(token + next);
      i++;
    } else names.push(token);
  }
  const built = names.filter(
    (name) =>
      name.length >= 2 && name.length <= 3 && surnames.has(name[0] as string) && !/[\dA-Za-z]/.test(name),
  ).length;
  return [built / names.length, names.length];
}

/** Characters of the words before an author on their line, at least. */
const SHORTEST_HEAD = 3;
const BEHIND = /[ \u3000]+|[（(]/gu;

/** 2: names stand behind other words with a word for who wrote, or in brackets; 1: behind a blank; 0: neither. */
function authorBehind(text: string, surnames: ReadonlySet<string>): number {
  for (const { 0: sign, index } of text.matchAll(BEHIND)) {
    if (index < SHORTEST_HEAD) continue;
    const tail = text.slice(index + sign.length);
    if (nameScore(tail, surnames, formsIn(tail))[0] < 1) continue;
    return REPORTER.test(tail) || /[（(]$/u.test(sign) ? 2 : 1;
  }
  return 0;
}

/** 3: a sentence's end, 2: one behind a closing mark, 1: a closing mark, 0: nothing, −1: a pause. */
function endOf(text: string): number {
  const last = text[text.length - 1] as string;
  if ('。！？!?…；;.'.includes(last)) return 3;
  if (CLOSERS.has(last)) return '。！？!?…；;.'.includes(text[text.length - 2] ?? '　') ? 2 : 1;
  return '，、,：:'.includes(last) ? -1 : 0;
}

/** Columns beyond which a line is no byline and no line of the page's own. */
const LONGEST_BYLINE = 30;
const LONGEST_PAGE_LINE = 45;

const LONGEST_RUN = 9;

/** Whether a line is worth reading for names: short, with a word, a sign or a blank that a byline has. */
const mayBeByline = (width: number, end: number, share: number, reporter: boolean, text: string): boolean =>
  width < LONGEST_BYLINE &&
  end < 3 &&
  (reporter || share >= 0.5 || text.length <= LONGEST_RUN || MARKS.has(text[0] as string));

/** Measures one line into `out`, which has a place for each of `LINE_SHAPE`. */
export function measureLine(
  line: Line,
  gapBelow: number,
  setting: Setting,
  knowledge: SegmentKnowledge,
  out: Float32Array,
): void {
  const { width, indent, gap } = line;
  const text = halfWidth(line.text);
  const whole = width + indent;
  const first = text[0] as string;
  const end = endOf(text);
  const isShort = width < LONGEST_PAGE_LINE;
  const head = text.slice(0, 40);
  const forms = formsIn(text);
  const [share, names] = width < LONGEST_BYLINE ? nameScore(text, knowledge.surnames, forms) : [0, 0];
  const reporter = (forms & BIT.reporter) > 0 && REPORTER.test(isShort ? text : head);
  let pauses = 0;
  let digits = 0;
  let colon = 0;
  let stops = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xff0c || unit === 0x2c || unit === 0xff1b) pauses++;
    else if (unit === 0x3002) {
      pauses++;
      if (i < text.length - 2) stops++;
    } else if (unit >= 0x30 && unit <= 0x39) digits++;
    else if (unit === 0xff1a || unit === 0x3a) colon = 1;
  }
  const signed =
    reporter && width < LONGEST_PAGE_LINE && end < 3 && readBylineLine(line.text, knowledge, false) !== null;
  const bylineNames =
    !signed && mayBeByline(width, end, share, reporter, line.text)
      ? readBylineLine(line.text, knowledge, true)
      : null;
  const isFull = setting.wrapped ? Math.abs(whole - setting.measure) <= NEAR : whole > 45;
  const agency = opensWithAgency(text, knowledge);
  const isDated = DISPATCH.test(head) && DATELINE.test(head);
  const news = agency || isDated;
  out[SHAPE.width] = Math.min(width, 60);
  out[SHAPE.relative] = Math.min(whole / setting.measure, 1.5);
  out[SHAPE.full] = Number(isFull);
  out[SHAPE.over] = Number(setting.wrapped && whole > setting.measure + 2);
  out[SHAPE.indent] = Math.min(indent, 4);
  out[SHAPE.gapAbove] = Math.min(gap, 3);
  out[SHAPE.gapBelow] = Math.min(gapBelow, 3);
  out[SHAPE.end] = end;
  out[SHAPE.mark] = Number(MARKS.has(first));
  out[SHAPE.lenticular] = Number('【［〔['.includes(first));
  out[SHAPE.bracket] = Number('（('.includes(first));
  out[SHAPE.quote] = Number('“「"'.includes(first));
  out[SHAPE.closesBracket] = Number('）)'.includes(text.at(-1) as string));
  out[SHAPE.reporter] = Number(reporter);
  out[SHAPE.dateline] = Number(isDated);
  out[SHAPE.captionWords] = Number(width <= 160 && (forms & BIT.caption) > 0 && CAPTION.test(text));
  out[SHAPE.pageWords] = Number(
    isShort && ((forms & BIT.page) > 0 || LETTERED.test(text)) && PAGE.test(text),
  );
  out[SHAPE.date] = Number(DATE.test(head.slice(0, 30)));
  out[SHAPE.digestHead] = Number(width < 12 && DIGEST.test(text));
  out[SHAPE.digits] = digits / text.length;
  out[SHAPE.blanks] = isShort ? Math.min(text.split(/\s+/u).length - 1, 5) : 0;
  out[SHAPE.pauses] = Math.min(pauses, 5);
  out[SHAPE.colon] = colon;
  out[SHAPE.nameShare] = share;
  out[SHAPE.names] = names;
  out[SHAPE.saysReporter] = Number((forms & BIT.says) > 0 && SAYS.test(head));
  out[SHAPE.byline] = signed
    ? 3
    : bylineNames !== null
      ? 2
      : Number((share >= 0.6 && width < 24) || (reporter && width < 30 && end <= 0));
  out[SHAPE.enumerated] = Number(isEnumerated(text));
  out[SHAPE.dash] = Number(isSecondLine(line));
  out[SHAPE.startsInside] = Number(startsInside(text));
  out[SHAPE.stops] = Math.min(stops, 3);
  out[SHAPE.asks] = Number('？！?!'.includes(text.at(-1) as string));
  out[SHAPE.leavesOpen] = isShort ? openMarks(text).open.length : 0;
  out[SHAPE.endsOpen] = Number(isShort && end <= 0 && !isFull && endsOpen(line.text, knowledge.words));
  out[SHAPE.sentenceStart] = Number(knowledge.press.sentenceStarts.some((word) => text.startsWith(word)));
  out[SHAPE.caption] = width <= 160 ? captionForm(line, knowledge) : 0;
  out[SHAPE.furniture] = Number(width <= 60 && isFurniture({ text, width }, knowledge, true));
  out[SHAPE.level] = Math.min(line.level, 4);
  out[SHAPE.agency] = Number(agency);
  out[SHAPE.pageNumber] = Number(width < 14 && NUMBER.test(text));
  out[SHAPE.timeFirst] = Number((forms & BIT.time) > 0 && TIME_FIRST.test(head));
  out[SHAPE.newsHead] = Number(news || (width > LONGEST_PAGE_LINE && SAYS_NAMES.test(head)));
  out[SHAPE.authorBehind] = isShort && end <= 1 && share < 1 ? authorBehind(text, knowledge.surnames) : 0;
}
