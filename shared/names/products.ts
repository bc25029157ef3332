import { type Candidate, propose } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { longestAt, longestBefore, type Reading } from './reading.ts';

const LONGEST_GOODS = 5;
/** What says that a row of goods lists named products. */
const KIND = /(?:农产品|农副产品|土特产|特产|果品|新品|品种|产品|名录|地理标志|名优|美食|商品|水果)/;
const NEAR = 24;
/** What happens to a product on the market, right behind its name. */
const SOLD = /^(?:荣?获|入选|被认定|被纳入|被列入|走俏|远销|热销|畅销|上市|闻名|驰名)/;
const TRADED =
  /(?:培育|推广|种植|试种|引进|引种|销售|发展|打造|生产|出产|盛产|推出|开发|研发|供应|展销|展示|采购|选育|带来|主打|包括|涵盖|推介)了?(?![户商者量额业区面基])/g;
/** How a word for goods in general ends a row of goods: 培育甲、乙、丙|等特色果品. */
const ROW_END =
  /等(?=\p{Script=Han}{0,6}?(?:农产品|农副产品|土特产|特产|果品|水果|品种|产品|美食|商品|良种|食材))/gu;
/** What is done to goods that are honoured: 甲与乙、丙|被纳入…名录. */
const HONOURED =
  /(?:被)?(?:纳入|列入|入选|认定为|获评|评为)(?=[^，。\n]{0,16}(?:名录|地理标志|名特优|农产品|名牌|金奖))/g;
const ROW = /^\p{Script=Han}{2,8}(?:[、和与]\p{Script=Han}{2,8}){0,9}$/u;
const LONGEST_ROW = 72;
/** 养老机器人|“小悉”, AI社工|“小余”: the kind of machine before its own name. */
const MACHINE =
  /(?:(?:AI|智能|\p{Script=Han}{2})?(?:机器人|数字人|无人机|智能体|大模型|助手|导览员|虚拟人)|AI\p{Script=Han}{0,4})$/u;
const OWN_NAME = /“(?![很太真不又更])[^“”\n]{1,8}”/g;
const POINTED = /^[这那该此每一][款台个种位]/;
const LONGEST_MACHINE = 8;
const FAMED = /^以[^，。\n“”]{0,24}?(?:闻名|著称|见长|出名)/;
const BRAND = /“[^“”\n]{1,8}”牌|“[^“”\n]{1,8}”号(?!召)/g;

/** Whether a good stands where named products are told of: in a row that says so, or sold or honoured. */
const isTold = (text: string, start: number, end: number): boolean =>
  SOLD.test(text.slice(end, end + 3)) ||
  FAMED.test(text.slice(end, end + 30)) ||
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
    found.push(propose('product', 'product', start, end));
  };
  for (const { start, end, type } of names) {
    if (type !== 'place' && type !== 'org') continue;
    const good = longestAt(text, end, goods, LONGEST_GOODS);
    if (good !== '' && isTold(text, start, end + good.length)) add(start, end + good.length);
  }
  for (const { start, end, type } of tagged)
    if (type === 'place' && longestBefore(text, end, goods, LONGEST_GOODS) && isTold(text, start, end))
      add(start, end);
  for (const [end, isDone] of [
    ...[...text.matchAll(ROW_END)].map(({ index }) => [index, true] as const),
    ...[...text.matchAll(HONOURED)].map(({ index }) => [index, false] as const),
  ])
    for (const member of membersOf(text, startOfRow(text, end, isDone), end, knowledge))
      add(member.start, member.end);
  for (const match of text.matchAll(OWN_NAME)) {
    const before = text.slice(Math.max(0, match.index - LONGEST_MACHINE), match.index);
    const kind = MACHINE.exec(before)?.[0];
    if (kind !== undefined && !POINTED.test(kind))
      add(match.index - kind.length, match.index + match[0].length);
  }
  for (const match of text.matchAll(BRAND)) add(match.index, match.index + match[0].length);
  for (const match of text.matchAll(crafts)) add(match.index, match.index + match[0].length);
  return found;
}

/** Where a row of goods begins: behind the verb that trades them, or at the clause's head. */
function startOfRow(text: string, end: number, isDone: boolean): number {
  const from = Math.max(0, end - LONGEST_ROW);
  const clause = text.slice(from, end);
  const head = Math.max(...['，', '。', '；', '：', '\n'].map((mark) => clause.lastIndexOf(mark))) + 1;
  const verb = [...clause.slice(head).matchAll(TRADED)].at(-1);
  if (verb) return from + head + verb.index + verb[0].length;
  return isDone ? end : from + head;
}

/** Members of a row of goods that say more than the good itself, where half of the row are goods or of a place. */
function membersOf(
  text: string,
  start: number,
  end: number,
  { words: { goods }, gazetteer }: NamesKnowledge,
): { readonly start: number; readonly end: number }[] {
  const row = text.slice(start, end);
  if (!ROW.test(row)) return [];
  const members = [...row.matchAll(/[^、和与]+/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    own: match[0].length - longestBefore(match[0], match[0].length, goods, LONGEST_GOODS).length,
    text: match[0],
  }));
  const begins = (member: string): boolean =>
    member.length > 3 &&
    [2, 3].some(
      (n) => gazetteer.byShortName.has(member.slice(0, n)) || gazetteer.byName.has(member.slice(0, n)),
    );
  const known = members.filter((member) => member.own < member.text.length || begins(member.text));
  if (known.length * 2 < members.length) return [];
  return members.filter((member) => member.own > 0 && !PLAIN.test(member.text.slice(0, member.own)));
}

/** Words that tell of what sort a good is, and name none: 优质|大米. */
const PLAIN = /^(?:优质|特色|有机|绿色|新鲜|本地|当地|各类|名优|高端|精品|等|大量|的|应季|时令)/;
