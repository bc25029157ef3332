import { classesOf } from '@shared/text/word-frequencies.ts';
import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

/** Classes of words that a company's own name may be: words that no dictionary has, and names. */
const OWN_CLASSES = classesOf('none', 'person', 'transcribed', 'proper', 'abbreviation', 'body');
/** Characters of a company's own name that the dictionary has as words of one character. */
const OWN_UNIT =
  /^(?![的了在和与是对为从向被把将及或有等也都就又之其这那各该本某每几两一二三四五六七八九十百千万亿个新老大小中外上下前后内高低多少好更最不无非可能要会去来到过看听说做拍买卖用搞于由次以所只仅还再才并而且则若如但却因此至自使令])\p{Script=Han}$/u;
const LONGEST_OWN = 4;

/** What companies do and who leads them, right behind the name. */
const BEHIND =
  /^(?:[（(]\d{6}|总裁|副总裁|董事|CEO|CFO|COO|首席|总经理|副总经理|老板|掌门|高管|创始人|创办人|联合创始|实际控制|实控|控股股东|股东|大股东|旗下|公告|年报|财报|半年报|季报|股价|市值|上市|退市|摘牌|停牌|复牌|涨停|跌停|停产|复产|停工|递表|招股|招聘|发行|出品|制作的|签约|签下|收购|并购|入股|增持|减持|质押|起诉|诉讼|融资|获批|中标|破产|重组|重整|裁员|欠薪|发言人|代表人|法定代表|法人|负责人|员工|职工|客服|产品|总部|门店|工厂|生产线|分公司|子公司)/;
/** What is done with a company, right before its name. */
const BEFORE =
  /(?:签约|签给|加盟|加入|跳槽到|任职于|就职于|供职于|来自|收购|并购|入股|参股|控股|投资了?|起诉|状告|约谈|隶属|隶属于|旗下|股东|原告|被告|卖给|售予|外包给|接盘方|供应商|代工厂|东家)$/;
const LONGEST_BEFORE = 4;

/** Marks and joining words by which a name is parted from the sentence before it. */
const BOUNDARY = /^$|[^\p{Script=Han}A-Za-z0-9]|[和与及同在由为向对从把被给让请]/u;

/**
 * Companies by a name of their own and their trade, where the words around tell of a company: 签约|星澜音乐,
 * 宏泰玻璃|停产. A place right before belongs to the name: 河南|金麦食业.
 */
export function findTradeNames(reading: Reading, { words: { trades } }: NamesKnowledge): Candidate[] {
  const { text, words, names } = reading;
  const found: Candidate[] = [];
  for (let at = words.wordEnd[0] ?? text.length; at < text.length; at = words.wordEnd[at]!) {
    const trade = trades.startingAt(text, at);
    const end = at + trade.length;
    if (trade === '' || words.wordEnd[end - 1] !== end) continue;
    const own = startOfOwn(reading, at);
    if (own === at) continue;
    const isBehind = BEHIND.test(text.slice(end, end + 6));
    const isBefore = BEFORE.test(text.slice(Math.max(0, own - LONGEST_BEFORE), own));
    const place = names.find(
      (name) => name.type === 'place' && name.end === own && name.end - name.start > 1,
    );
    const start = place?.start ?? own;
    if (!isBefore && !(isBehind && BOUNDARY.test(text[start - 1] ?? ''))) continue;
    const isHeld = names.some((name) => name.type === 'org' && name.start <= start && name.end >= end);
    if (!isHeld) found.push(propose('trade-name', 'org', start, end));
  }
  return found;
}

/** Where the company's own name before its trade begins; `at` itself where common words stand there. */
function startOfOwn({ text, words }: Reading, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_OWN) {
    const from = words.wordStart[start - 1]!;
    const isOwn =
      start - from === 1
        ? OWN_UNIT.test(text[from]!)
        : words.wordEnd[from] === start && OWN_CLASSES.has(words.wordClass[from]!);
    if (!isOwn || at - from > LONGEST_OWN) break;
    start = from;
  }
  return at - start >= 2 ? start : at;
}
