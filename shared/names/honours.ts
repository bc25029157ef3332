import { type Candidate, propose } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { cutUnits } from './places/chain.ts';
import { longestBefore, type Reading } from './reading.ts';

/** Of which level an honour is; its name begins so. */
const LEVEL =
  /^(?:全国|国家级?|中国|世界|国际|全球|亚洲|自治区级?|自治州级?|[省市县区州]级|全[省市区县州]|中央[\p{Script=Han}]{0,4}级|[省市](?![长委政会内外场民]))/u;
/** What may stand between the verb and the name: how many, which years, which batch. */
const BETWEEN =
  /^(?:了|过|为|的|\d+[个项次]|[一二三四五六七八九十两]+[个项次]|\d{4}年度?|[、和至—－-](?=\d{4}年)|首批|第[一二三四五六七八九十\d]+批|首届|首个|全国首个)*/u;
const RUN = /^(?:“[^“”\n]{1,12}”|[\p{Script=Han}A-Z\d])+/u;
/** Verbs that may carry an honour carry much else: the name then must say what it is. */
const WEAK_VERB = /(?:成为|创建|列入|列为|登上|获得|获|获批|夺得|拿下|确定为|跻身|颁发|当选)$/;
const HONOURING =
  /示范|文明|先进|模范|特色|重点|优秀|优质|典型|十佳|百强|最美|标兵|楷模|卫生|森林|园林|历史文化|\dA级|A{3,5}级|之乡|奖|勋章|红旗|金牌|五一/;
const QUOTED = /^“([^“”\n]{2,20})”(?=(?:荣誉)?(?:称号|荣誉|奖项|奖牌))/;
const STOP =
  /[的了在让把被将]|(?<![一二三特])等|[和与及](?=第|全国|国家|中国|[省市县区州]级|自治区|全[省市区县])/;
/** What follows a whole name. */
const ENDS = /^(?:$|\P{Script=Han}|[等和及与的并后时以在是]|称号|荣誉|项目|名单|名录|榜单|行列)/u;
const LONGEST_TAIL = 8;
const LONGEST_PLACE = 16;

/** Honours behind 获评, 被授予 and their like: 全国文明村, 省级示范社, “时代楷模”. */
export function findHonours({ text }: Reading, knowledge: NamesKnowledge): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(knowledge.words.honourVerbs)) {
    const at = match.index + match[0].length;
    if (at < (found.at(-1)?.end ?? 0)) continue;
    let from = at + BETWEEN.exec(text.slice(at, at + 24))![0].length;
    for (let isWeak = WEAK_VERB.test(match[0]); ; isWeak = false) {
      const end = endOfHonour(text, from, isWeak, knowledge);
      if (end === 0) break;
      found.push(propose('honour', 'title', from, end));
      if (!/[、和及]/.test(text[end] ?? '')) break;
      from = end + 1;
    }
  }
  return found;
}

/** Where the honour that begins at `from` ends; 0 where none does. */
function endOfHonour(
  text: string,
  from: number,
  isWeak: boolean,
  { words, gazetteer }: NamesKnowledge,
): number {
  const stretch = text.slice(from, from + 40);
  const quoted = QUOTED.exec(stretch);
  if (quoted) return from + quoted[0].length;
  const level = LEVEL.exec(stretch)?.[0].length ?? 0;
  const { units } = cutUnits(stretch.slice(0, LONGEST_PLACE), gazetteer);
  const begin = from + Math.max(level, units.map((unit) => unit.text).join('').length);
  if (begin === from) return 0;
  const run = RUN.exec(text.slice(begin, begin + 30))?.[0] ?? '';
  const stop = run.search(STOP);
  const name = stop < 0 ? run : run.slice(0, stop);
  for (let length = name.length; length >= 2; length--) {
    if (longestBefore(name, length, words.honourTails, LONGEST_TAIL) === '') continue;
    if (!ENDS.test(text.slice(begin + length, begin + length + 2))) continue;
    return isWeak && !HONOURING.test(name.slice(0, length)) ? 0 : begin + length;
  }
  return 0;
}
