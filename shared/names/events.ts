import { type Candidate, propose } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { longestBefore, type Reading } from './reading.ts';

/** What a document's title ends with: it is one name, whatever names stand in it. */
const DOCUMENT =
  /(?:方案|办法|协议|协议书|意见|条例|规定|规划|通知|决定|决议|报告|纲要|细则|规程|规则|规范|章程|计划|公告|通告|白皮书|蓝皮书|指南|标准|清单|纪要|备忘录|公约|宣言|声明|制度|合同|法|读本|手册)(?:（[^（）]{1,10}）)?》$/;

/** 《…》 as the title of a work or document; names in a work win over it, for it may be a newspaper of theirs. */
export function findWorks({ text }: Reading, names: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  let at = 0;
  for (const match of text.matchAll(/《[^《》\n]{1,40}》/g)) {
    const end = match.index + match[0].length;
    // Matches and names both run from left to right.
    while (at < names.length && names[at]!.end <= match.index) at++;
    const isDocument = DOCUMENT.test(match[0]);
    if (!isDocument && at < names.length && names[at]!.start < end) continue;
    found.push(propose(isDocument ? 'document' : 'work', 'title', match.index, end));
  }
  return found;
}

/** Party congresses and plenums, and numbered meetings, games and fairs. */
const MEETING =
  /(?:建[党国军团校][一二三四五六七八九十百\d]*(?:百年|周年)|党的[一二三四五六七八九十]+大|(?:党的)?[一二三四五六七八九十]+届[一二三四五六七八九十]+中全会)|(?:全国|中央)?第[一二三四五六七八九十百\d]+[次届]?(?:、第?[一二三四五六七八九十百\d]+[次届]?)*(?<=[次届])\p{Script=Han}{0,14}?(?:会议|大会|座谈会|全会|运动会|博览会|论坛|锦标赛|峰会|奥运会|亚运会|艺术节|比赛|大赛)/gu;

const LONGEST_EVENT = 32;
const STOPS =
  /[，。、；：！？\n\d的了在与和“”以为将从把被由向对]|时隔|重返|再度|举[办行]|召开|开展|参加|出席|组织|推出|开幕|闭幕|推进|加强|帮助|支持|承办|主办/;

/** Meetings by their number or by the place or body that holds them. */
export function findEvents(
  { text }: Reading,
  names: readonly Candidate[],
  knowledge: NamesKnowledge,
): Candidate[] {
  const found: Candidate[] = [];
  const startByEnd = new Map(
    names.filter(({ type }) => type !== 'person').map(({ start, end }) => [end, start]),
  );
  for (const match of text.matchAll(MEETING)) {
    const end = match.index + match[0].length;
    const isQuoted = text[match.index - 1] === '“' && text[end] === '”';
    found.push(
      propose(
        'meeting',
        'event',
        isQuoted ? match.index - 1 : (startByEnd.get(match.index) ?? match.index),
        isQuoted ? end + 1 : end,
      ),
    );
  }
  // A place or body, a few words, and an event's kind: 阿克苏地区…专题培训班.
  for (const name of names) {
    if (name.type !== 'place' && name.type !== 'org') continue;
    const ahead = text.slice(name.end, name.end + LONGEST_EVENT);
    // A quoted name inside is masked, so that nothing in it stops the search.
    const stop = ahead.replace(/“[^“”\n]{1,12}”/g, (quoted) => '名'.repeat(quoted.length)).search(STOPS);
    const stretch = stop < 0 ? ahead : ahead.slice(0, stop);
    for (let length = stretch.length; length >= 2; length--) {
      const tail = longestBefore(stretch, length, knowledge.words.eventTails, 5);
      if (tail && tail !== '活动' && tail !== '仪式' && tail !== '会议' && length > tail.length) {
        found.push(propose('event', 'event', name.start, name.end + length));
        break;
      }
    }
  }
  return found;
}
