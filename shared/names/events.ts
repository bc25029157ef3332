import type { Candidate } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { longestBefore, type Reading } from './reading.ts';

/** 《…》 as the title of a work or document, unless names stand in it or it is a newspaper. */
export function findWorks({ text }: Reading, names: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  let at = 0;
  for (const match of text.matchAll(/《[^《》\n]{1,40}》/g)) {
    const end = match.index + match[0].length;
    // Matches and names both run from left to right.
    while (at < names.length && names[at]!.end <= match.index) at++;
    if (at < names.length && names[at]!.start < end) continue;
    found.push({ start: match.index, end, type: 'title', rule: 'work', weight: 12 });
  }
  return found;
}

/** Party congresses and plenums, and numbered meetings, games and fairs. */
const MEETING =
  /(?:建[党国军团校][一二三四五六七八九十百\d]*(?:百年|周年)|党的[一二三四五六七八九十]+大|(?:党的)?[一二三四五六七八九十]+届[一二三四五六七八九十]+中全会)|第[一二三四五六七八九十百\d]+[次届]\p{Script=Han}{0,14}?(?:会议|大会|座谈会|全会|运动会|博览会|论坛|锦标赛|峰会|奥运会|亚运会|艺术节|比赛|大赛)/gu;

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
    found.push({
      start: startByEnd.get(match.index) ?? match.index,
      end,
      type: 'event',
      rule: 'meeting',
      weight: 12,
    });
  }
  // A place or body, a few words, and an event's kind: 阿克苏地区…专题培训班.
  for (const name of names) {
    if (name.type !== 'place' && name.type !== 'org') continue;
    const stop = text
      .slice(name.end, name.end + 28)
      .search(/[，。、；：！？\n的了在与和“”]|举[办行]|召开|开展|参加|出席|组织|推出|开幕|闭幕/);
    const stretch = text.slice(name.end, stop < 0 ? name.end + 28 : name.end + stop);
    for (let length = stretch.length; length >= 2; length--) {
      const tail = longestBefore(stretch, length, knowledge.words.eventTails, 5);
      if (tail && tail !== '活动' && tail !== '仪式' && tail !== '会议' && length > tail.length) {
        found.push({ start: name.start, end: name.end + length, type: 'event', rule: 'event', weight: 11.5 });
        break;
      }
    }
  }
  return found;
}
