import type { Candidate } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { longestAt, type Reading } from './reading.ts';
import { TRANSCRIBING_BIT } from './tagger/lexical-classes.ts';

/** Forms of address and posts that make a name with a surname alone: 郝经理, 徐先生. */
const ADDRESS = new Set(
  '先生 女士 小姐 太太 经理 总经理 老师 师傅 大爷 大妈 大叔 大娘 大婶 阿姨 教授 医生 大夫 主任 书记 队长 老板 老汉 奶奶 爷爷 同学 老人 校长 院长 局长 厂长 镇长 村长 支书'.split(
    ' ',
  ),
);
const NO_SURNAME_CLASSES = new Set([7, 9, 10, 11, 13]);
const DOT = 0xb7;
const LONGEST_PART = 8;

/** Names with a middle dot, and surnames with a form of address. */
export function findPeople(
  reading: Reading,
  tagged: readonly Candidate[],
  knowledge: NamesKnowledge,
): Candidate[] {
  return [...findDotted(reading, tagged, knowledge), ...findAddressed(reading, knowledge)];
}

function findDotted(reading: Reading, tagged: readonly Candidate[], knowledge: NamesKnowledge): Candidate[] {
  const { units, wordClass, wordStart, wordEnd } = reading.words;
  const { ofUnit } = knowledge.lexical;
  const transcribes = (i: number): boolean =>
    i >= 0 && i < units.length && (ofUnit[units[i]!]! & TRANSCRIBING_BIT) !== 0;
  // A common word of two characters or more (和, 教练, 指导) is no part of a transcribed name.
  const isPart = (i: number): boolean =>
    transcribes(i) && !(wordEnd[i]! - wordStart[i]! > 1 && (wordClass[i] === 7 || wordClass[i] === 10));
  const found: Candidate[] = [];
  let last = 0;
  for (let i = 1; i < units.length - 1; i++) {
    if (units[i] !== DOT || i < last) continue;
    let start = i;
    while (start > last && i - start < LONGEST_PART && isPart(start - 1)) start--;
    let end = i;
    let part = 0;
    while (
      end < units.length &&
      (units[end] === DOT ? transcribes(end + 1) : isPart(end)) &&
      part <= LONGEST_PART
    ) {
      part = units[end] === DOT ? 0 : part + 1;
      end++;
    }
    if (start === i || end === i) continue;
    last = end;
    if (tagged.some((span) => span.type === 'person' && span.start <= i && span.end > i)) continue;
    found.push({ start, end, type: 'person', rule: 'dotted', weight: 12 });
  }
  return found;
}

function findAddressed(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, words } = reading;
  const found: Candidate[] = [];
  for (let i = 0; i + 2 < text.length; i++) {
    const surname = text[i]!;
    if (words.wordStart[i] !== i || !knowledge.words.surnames.has(surname)) continue;
    const alone = words.wordEnd[i] === i + 1;
    if (alone && NO_SURNAME_CLASSES.has(words.wordClass[i]!)) continue;
    const address = longestAt(text, i + 1, ADDRESS, 3);
    if (address === '' || (!alone && words.wordEnd[i] !== i + 1 + address.length)) continue;
    found.push({ start: i, end: i + 1 + address.length, type: 'person', rule: 'addressed', weight: 11 });
  }
  return found;
}
