import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

const LONGEST_EVENT = 32;

/** Words before a person for whom a meeting is held: 纪念|竺可桢|诞辰…座谈会. */
const HELD_FOR = /(?:纪念|悼念|追思|缅怀|祝贺|怀念|学习)$/;
const LONGEST_HELD_FOR = 2;

/** Where the first person behind `from` begins that does something there and so is no part of an event's name. */
const personBehind = ({ text, names }: Reading, from: number): number =>
  names.find(
    ({ type, start }) =>
      type === 'person' &&
      start >= from &&
      !HELD_FOR.test(text.slice(Math.max(from, start - LONGEST_HELD_FOR), start)),
  )?.start ?? text.length;

/** Meetings by their number or by the place or body that holds them. */
export function findEvents(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, names } = reading;
  const found: Candidate[] = [];
  const startByEnd = new Map(
    names.filter(({ type }) => type !== 'person').map(({ start, end }) => [end, start]),
  );
  for (const match of text.matchAll(knowledge.patterns.meeting)) {
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
  // A place or body, a few words, and an event's kind: 锡林郭勒盟…专题培训班.
  for (const name of names) {
    if (name.type !== 'place' && name.type !== 'org') continue;
    // 校长王某|主持论坛
    const ahead = text.slice(name.end, Math.min(name.end + LONGEST_EVENT, personBehind(reading, name.end)));
    // A quoted name inside is masked, so that nothing in it stops the search.
    const stop = ahead
      .replace(/“[^“”\n]{1,12}”/g, (quoted) => '名'.repeat(quoted.length))
      .search(knowledge.patterns.eventStop);
    const stretch = stop < 0 ? ahead : ahead.slice(0, stop);
    for (let length = stretch.length; length >= 2; length--) {
      const tail = knowledge.words.eventTails.endingAt(stretch, length);
      if (tail && tail !== '活动' && tail !== '仪式' && tail !== '会议' && length > tail.length) {
        found.push(propose('event', 'event', name.start, name.end + length));
        break;
      }
    }
  }
  return found;
}
