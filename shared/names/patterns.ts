import type { WordList } from '@shared/text/word-list.ts';
import type { NameContexts } from './contexts.ts';

/** Patterns of the rules that are made of word lists, built once when knowledge is read. */
export interface NamePatterns {
  /** What is said of an honour right before its name. */
  readonly honourVerb: RegExp;
  /** What an honour behind a weak verb must say. */
  readonly honouring: RegExp;
  /** 神舟十号, 歼-20: a family of craft and its number. */
  readonly craft: RegExp;
  /** Says that the goods before it are named products. */
  readonly goodsKind: RegExp;
  /** A verb before a row of goods: what the row is of begins behind it. */
  readonly trading: RegExp;
  /** How a word for goods in general ends a row of goods: 培育甲、乙、丙|等特色果品. */
  readonly rowEnd: RegExp;
  /** 导览机器人|“小荷”, AI向导|“小柳”: the kind of machine before its own name. */
  readonly machine: RegExp;
  /** 《…方案》, 《…办法（试行）》 to the closing mark. */
  readonly document: RegExp;
  /** Party congresses and plenums, and numbered meetings, games and fairs. */
  readonly meeting: RegExp;
  /** What shows that a host and an event's kind are two things. */
  readonly eventStop: RegExp;
  /** “青春杯”|篮球大赛 */
  readonly contest: RegExp;
  /** 青石街|改造提升项目, 白鹭湾|农文旅项目: a site's last word right before what is done to it. */
  readonly siteBeforeWork: RegExp;
  /** 浙|师大 */
  readonly university: RegExp;
  /** 本报记者, 通讯员: what stands before the name in a byline. */
  readonly calling: RegExp;
}

const DIGITS = '[一二三四五六七八九十百〇零\\d]{1,8}';
/** 十号, -20, 500型: the number of a craft behind its family. */
const CRAFT_NUMBER = `(?:${DIGITS}号[甲乙丙丁A-Z]{0,2}|[-－—]?\\d{2,4}[A-Z]?(?:型|(?=战机|客机|飞机|直升机|轰炸机|战斗机)))`;
const ORDINAL = '[一二三四五六七八九十百\\d]{1,6}';
const CONGRESS =
  '建[党国军团校][一二三四五六七八九十百\\d]{0,6}(?:百年|周年)|党的[一二三四五六七八九十]{1,3}大|(?:党的)?[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}中全会';

/**
 * @param honourVerbs what is said of an honour right before its name.
 * @param craftFamilies families of craft that go by numbers.
 */
export function buildPatterns(
  contexts: NameContexts,
  honourVerbs: WordList,
  craftFamilies: WordList,
): NamePatterns {
  const any = (role: keyof NameContexts): string => contexts[role].alternatives;
  return {
    honourVerb: new RegExp(honourVerbs.alternatives, 'g'),
    honouring: new RegExp(`${any('honouring')}|\\dA级|A{3,5}级`),
    craft: new RegExp(craftFamilies.alternatives + CRAFT_NUMBER, 'g'),
    goodsKind: new RegExp(any('goods-kind')),
    trading: new RegExp(`${any('trading')}了?(?![户商者量额业区面基])`, 'g'),
    rowEnd: new RegExp(`等(?=\\p{Script=Han}{0,6}?${any('row-kind')})`, 'gu'),
    machine: new RegExp(`(?:(?:AI|智能|\\p{Script=Han}{2})?${any('machine')}|AI\\p{Script=Han}{0,4})$`, 'u'),
    document: new RegExp(`${any('document')}(?:（[^（）]{1,10}）)?》$`),
    meeting: new RegExp(
      `(?:${CONGRESS})|(?:全国|中央)?第${ORDINAL}[次届]?(?:、第?${ORDINAL}[次届]?){0,6}(?<=[次届])(?:(?![向被把从由]|${any('event-stop')})\\p{Script=Han}){0,14}?${any('meeting')}`,
      'gu',
    ),
    eventStop: new RegExp(`[，。、；：！？\\n\\d的了在与和“”以为将从把被由向对]|${any('event-stop')}`),
    contest: new RegExp(`^\\p{Script=Han}{0,10}?${any('contest')}`, 'u'),
    siteBeforeWork: new RegExp(
      `${any('site-kind')}(?=${any('site-work')}\\p{Script=Han}{0,10}?(?:项目|工程|提升|改造|整治|、))`,
      'gu',
    ),
    university: new RegExp(`${any('university-short')}(?![队会学姐哥人家型大])`, 'g'),
    calling: new RegExp(`^${any('byline-desk')}*${any('byline-calling')}[:：/／]?`),
  };
}
