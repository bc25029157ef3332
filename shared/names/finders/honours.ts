import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { cutUnits } from '../places/chain.ts';
import type { Reading } from '../reading/reading.ts';

/** Of which level an honour is; its name begins so. */
const LEVEL =
  /^(?:全国|国家级?|中国|世界|国际|全球|亚洲|自治区级?|自治州级?|[省市县区州]级|全[省市区县州]|中央[\p{Script=Han}]{0,4}级|[省市](?![长委政会内外场民]))/u;
/** What may stand between the verb and the name: how many, which years, which batch. */
const BETWEEN =
  /^(?:了|过|为|的|\d+[个项次]|[一二三四五六七八九十两]+[个项次]|\d{4}年度?|[、和至—－-](?=\d{4}年)|首批|第[一二三四五六七八九十\d]+批|首届|首个|全国首个)*/u;
const RUN = /^(?:“[^“”\n]{1,12}”|[\p{Script=Han}A-Z\d])+/u;
const QUOTED = /^“([^“”\n]{2,20})”(?=(?:荣誉)?(?:称号|荣誉|奖项|奖牌))/;
const STOP =
  /[的了在让把被将]|(?<![一二三特])等|[和与及](?=第|全国|国家|中国|[省市县区州]级|自治区|全[省市区县])/;
/** What follows a whole name. */
const ENDS = /^(?:$|\P{Script=Han}|[等和及与的并后时以在是]|称号|荣誉|项目|名单|名录|榜单|行列)/u;
const LONGEST_PLACE = 16;

/** Honours behind 获评, 被授予 and their like: 全国卫生镇, 省级园林县城, “时代楷模”. */
export function findHonours({ text }: Reading, knowledge: NamesKnowledge): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(knowledge.patterns.honourVerb)) {
    const at = match.index + match[0].length;
    if (at < (found.at(-1)?.end ?? 0)) continue;
    let from = at + BETWEEN.exec(text.slice(at, at + 24))![0].length;
    for (
      let isWeak = knowledge.contexts['weak-honour-verb'].endingAt(match[0], match[0].length) !== '';
      ;
      isWeak = false
    ) {
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
  { words, gazetteer, patterns }: NamesKnowledge,
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
    if (words.honourTails.endingAt(name, length) === '') continue;
    if (!ENDS.test(text.slice(begin + length, begin + length + 2))) continue;
    return isWeak && !patterns.honouring.test(name.slice(0, length)) ? 0 : begin + length;
  }
  return 0;
}
