import type { Candidate } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { longestAt, longestBefore, type Reading } from './reading.ts';

const OPENING = '“';
const CLOSING = '”';
const LONGEST_QUOTED = 24;
const NUMBERED =
  /^(?:[一二三四五六七八九十两双\d]+[个大项张支位]|[\dA-Z+.]{2,}|[一二三四五六七八九十百千]{2,})/u;
const COUNTED_LIST = /^(?:[一二三四五六七八九十百千万亿]\p{Script=Han}){2,}/u;
const SENTENCE = /[。！？；?!…]/;
const SPEECH_BEFORE = /(?:说|道|问|称|表示|：|:)$/;
const LINKED_AFTER = /^[等、]/;

interface Quoted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Quotations short enough for a name, in time linear in the text. */
function findQuoted(text: string): Quoted[] {
  const found: Quoted[] = [];
  let open = -1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === OPENING) open = i;
    else if (text[i] === CLOSING && open >= 0) {
      if (i - open - 1 <= LONGEST_QUOTED && i - open > 1)
        found.push({ text: text.slice(open + 1, i), start: open, end: i + 1 });
      open = -1;
    }
  }
  return found;
}

/** A scheme's kind right behind the quotation, or behind a word or two: “…”试点工作机制. */
function hasHost(text: string, end: number, hosts: ReadonlySet<string>): boolean {
  for (let at = end; at <= end + 4; at++) {
    if (longestAt(text, at, hosts, 7)) return true;
    if (!/\p{Script=Han}/u.test(text[at] ?? '') || text[at] === '的') return false;
  }
  return false;
}

/** How much speaks for a quoted string being a scheme's name where it stands. */
function weigh(reading: Reading, quoted: Quoted, knowledge: NamesKnowledge): number {
  const { text } = reading;
  const { schemes, schemeHosts, schemeVerbs, schemeTails, schemeOwnTails } = knowledge.words;
  if (schemes.has(quoted.text)) return 4;
  if (SENTENCE.test(quoted.text)) return -4;
  const before = text[quoted.start - 1] ?? '';
  const after = text[quoted.end] ?? '';
  let weight = 0;
  if (longestAt(text, quoted.end, schemeTails, 5)) weight += 4;
  if (quoted.text.length > 3 && longestBefore(quoted.text, quoted.text.length, schemeOwnTails, 3))
    weight += 1.5;
  if (hasHost(text, quoted.end, schemeHosts)) weight += 2.5;
  if (longestBefore(text, quoted.start, schemeVerbs, 4)) weight += 1.2;
  if (NUMBERED.test(quoted.text) || COUNTED_LIST.test(quoted.text)) weight += 2.5;
  if (after === '的') weight -= 1.5;
  if (SPEECH_BEFORE.test(text.slice(Math.max(0, quoted.start - 3), quoted.start))) weight -= 2;
  if (/[变从向到由用为]/.test(before) || /[到向为]/.test(after)) weight -= 1.5;
  if (quoted.text.length <= 2) weight -= 1.5;
  if (/[，,]/.test(quoted.text)) weight -= 1;
  if (/[的了吗呢吧让把]/.test(quoted.text)) weight -= 1;
  return weight;
}

const CERTAIN = 2.4;

/** Programmes and events in quotation marks, named works, and schemes that need no marks; for each text. */
export function findSchemes(
  readings: readonly Reading[],
  names: readonly (readonly Candidate[])[],
  knowledge: NamesKnowledge,
): Candidate[][] {
  const quoted = readings.map(({ text }) => findQuoted(text));
  const evidence = new Map<string, number>();
  const times = new Map<string, number>();
  quoted.forEach((list, index) => {
    for (const item of list) {
      const weight = weigh(readings[index]!, item, knowledge);
      evidence.set(item.text, Math.max(evidence.get(item.text) ?? -9, weight));
      times.set(item.text, (times.get(item.text) ?? 0) + 1);
    }
  });
  return readings.map((reading, index) => {
    const found: Candidate[] = [];
    const list = quoted[index]!;
    list.forEach((item, at) => {
      const { text } = reading;
      let weight = evidence.get(item.text)!;
      if (weight > 0 && times.get(item.text)! > 1) weight += 1;
      // A name in a row of names: “甲”“乙”等…
      const next = list[at + 1];
      const before = list[at - 1];
      const joins = (gap: string): boolean => gap === '' || gap === '、';
      if (next && joins(text.slice(item.end, next.start)) && (evidence.get(next.text) ?? 0) >= CERTAIN)
        weight += 1.5;
      if (before && joins(text.slice(before.end, item.start)) && (evidence.get(before.text) ?? 0) >= CERTAIN)
        weight += 2.5;
      if (LINKED_AFTER.test(text.slice(item.end)) && weight > 0) weight += 0.5;
      const event = longestAt(text, eventAt(text, item.end), knowledge.words.eventHosts, 7);
      if (event && weight > -2) {
        const direct = text.startsWith(event, item.end);
        found.push({
          start: item.start,
          end: direct ? item.end + event.length : item.end,
          type: 'event',
          rule: 'quoted-event',
          weight: 13,
        });
        return;
      }
      if (weight < CERTAIN) return;
      const tail = longestAt(text, item.end, knowledge.words.schemeTails, 5);
      found.push({
        start: item.start,
        end: item.end + tail.length,
        type: 'programme',
        rule: 'quoted',
        weight: 13,
      });
    });
    for (const scheme of knowledge.words.plainSchemes)
      for (
        let start = reading.text.indexOf(scheme);
        start >= 0;
        start = reading.text.indexOf(scheme, start + scheme.length)
      )
        found.push({ start, end: start + scheme.length, type: 'programme', rule: 'plain', weight: 12 });
    found.push(...findWorks(reading, names[index]!), ...findEvents(reading, names[index]!, knowledge));
    return found;
  });
}

/** Where an event's kind would stand: behind the quotation, or behind 等 after it. */
const eventAt = (text: string, end: number): number => (text[end] === '等' ? end + 1 : end);

/** 《…》 as the title of a work or document, unless names stand in it or it is a newspaper. */
function findWorks({ text }: Reading, names: readonly Candidate[]): Candidate[] {
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

const MEETING =
  /(?:党的[一二三四五六七八九十]+大|(?:党的)?[一二三四五六七八九十]+届[一二三四五六七八九十]+中全会)|第[一二三四五六七八九十百\d]+[次届]\p{Script=Han}{0,14}?(?:会议|大会|座谈会|全会|运动会|博览会|论坛|锦标赛|峰会|奥运会|亚运会|艺术节|比赛|大赛)/gu;

function findEvents({ text }: Reading, names: readonly Candidate[], knowledge: NamesKnowledge): Candidate[] {
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
