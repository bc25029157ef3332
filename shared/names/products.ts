import type { Candidate } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { longestAt, longestBefore, type Reading } from './reading.ts';

const LONGEST_GOODS = 5;
/** What says that a row of goods lists named products. */
const KIND = /(?:农产品|农副产品|土特产|特产|果品|新品|品种|产品|名录|地理标志|名优|美食|商品|水果)/;
const NEAR = 24;
/** What happens to a product on the market, right behind its name. */
const SOLD = /^(?:荣?获|入选|被认定|被纳入|被列入|走俏|远销|热销|畅销|上市|闻名|驰名)/;
const BRAND = /“[^“”\n]{1,8}”牌|“[^“”\n]{1,8}”号(?!召)/g;
const NUMBER = '[一二三四五六七八九十百〇零\\d]+';

/** Whether a good stands where named products are told of: in a row that says so, or sold or honoured. */
const isTold = (text: string, start: number, end: number): boolean =>
  SOLD.test(text.slice(end, end + 3)) ||
  ((/[、和与及等]/.test(text[end] ?? '') || /[、和与及]/.test(text[start - 1] ?? '')) &&
    KIND.test(text.slice(end, end + NEAR)));

/** Named products: 平湖西瓜 in a row of specialities, “红星”牌, 神舟十号. */
export function findProducts(
  { text, tagged }: Reading,
  names: readonly Candidate[],
  knowledge: NamesKnowledge,
): Candidate[] {
  const { goods, crafts } = knowledge.words;
  const found: Candidate[] = [];
  const add = (start: number, end: number): void => {
    found.push({ start, end, type: 'product', rule: 'product', weight: 12.8 });
  };
  for (const { start, end, type } of names) {
    if (type !== 'place' && type !== 'org') continue;
    const good = longestAt(text, end, goods, LONGEST_GOODS);
    if (good !== '' && isTold(text, start, end + good.length)) add(start, end + good.length);
  }
  for (const { start, end, type } of tagged)
    if (type === 'place' && longestBefore(text, end, goods, LONGEST_GOODS) && isTold(text, start, end))
      add(start, end);
  for (const match of text.matchAll(BRAND)) add(match.index, match.index + match[0].length);
  const numbered = new RegExp(
    `(?:${[...crafts].join('|')})(?:${NUMBER}号[甲乙丙丁A-Z]{0,2}|[-－—]?\\d{2,4}[A-Z]?(?:型|(?=战机|客机|飞机|直升机|轰炸机|战斗机)))`,
    'g',
  );
  for (const match of text.matchAll(numbered)) add(match.index, match.index + match[0].length);
  return found;
}
