import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';
import {
  CERTAIN,
  endOfTail,
  findQuoted,
  gatherEvidence,
  NUMBERED,
  type Quoted,
  scoreInPlace,
} from './quoted-evidence.ts';

const FOUNDED_AFTER = /^(?:正式)?(?:成立|挂牌|揭牌|成员|会长|理事长|理事)/;
const BESIDE = /^[、和与及]?$/;

/** Programmes, events and bodies in quotation marks; for each text. */
export function findQuotedNames(readings: readonly Reading[], knowledge: NamesKnowledge): Candidate[][] {
  const quoted = readings.map(({ text }) => findQuoted(text));
  const { evidence, times, derived } = gatherEvidence(readings, quoted, knowledge);
  return readings.map((reading, index) => {
    const found: Candidate[] = [];
    const { text } = reading;
    const list = quoted[index]!;
    const bodies = new Set(
      reading.names.filter(({ type }) => type === 'org').map(({ start, end }) => `${start}:${end}`),
    );
    const isOrg = findQuotedBodies(text, list, bodies, knowledge);
    let eventBehind = -1;
    for (let at = list.length - 1; at >= 0; at--) {
      const item = list[at]!;
      // A name in a row of names: “甲”“乙”等…
      const besides = [
        [list[at + 1], text.slice(item.end, list[at + 1]?.start)],
        [list[at - 1], text.slice(list[at - 1]?.end, item.start)],
      ] as const;
      const score = scoreInPlace(
        evidence.get(item.text)!,
        times.get(item.text)! > 1,
        besides.map(([beside, gap]) =>
          beside && (gap === '' || gap === '、') ? evidence.get(beside.text) : undefined,
        ),
        /[等、]/.test(text[item.end] ?? ''),
      );
      const event = readEvent(reading, item, score, eventBehind, knowledge);
      if (event) {
        found.push(event);
        eventBehind = item.start;
      } else if (isOrg.has(item) && score < CERTAIN + LEAD_OF_SCHEME)
        found.push(propose('quoted-body', 'org', item.start, item.end));
      else if (score >= CERTAIN)
        found.push(
          propose(
            derived.has(item.text) ? 'quoted-part' : 'quoted',
            'programme',
            startOfPrefix(reading, item, knowledge),
            endOfTail(reading, item.end, knowledge.words.schemeTails) || item.end,
          ),
        );
    }
    return found;
  });
}

/** Score at which so much speaks against a name that the quotation is no event's either. */
const NO_EVENT = -2;
/** Score beyond certainty from which even a founded “…中心” is a scheme: its kind stands behind it. */
const LEAD_OF_SCHEME = 4;

/** Quotations that name bodies: founded, read as one by itself, or beside one. */
function findQuotedBodies(
  text: string,
  list: readonly Quoted[],
  bodies: ReadonlySet<string>,
  { contexts }: NamesKnowledge,
): ReadonlySet<Quoted> {
  const found = new Set<Quoted>();
  list.forEach((item, at) => {
    if (contexts['quoted-body'].endingAt(item.text, item.text.length) === '' || item.text.length < 4) return;
    const verbEnd = text[item.start - 1] === '了' ? item.start - 1 : item.start;
    const before = list[at - 1];
    if (
      bodies.has(`${item.start + 1}:${item.end - 1}`) ||
      contexts.founding.endingAt(text, verbEnd) !== '' ||
      FOUNDED_AFTER.test(text.slice(item.end, item.end + 6)) ||
      (before && found.has(before) && BESIDE.test(text.slice(before.end, item.start)))
    )
      found.add(item);
  });
  return found;
}

/** “红船杯”大赛, “同一首歌”等活动, “新春云庙会”: the quotation names an event. */
function readEvent(
  { text }: Reading,
  item: Quoted,
  score: number,
  eventBehind: number,
  knowledge: NamesKnowledge,
): Candidate | null {
  const { eventHosts, eventTails } = knowledge.words;
  const inside =
    eventHosts.endingAt(item.text, item.text.length) || eventTails.endingAt(item.text, item.text.length);
  const whole = propose('quoted-event', 'event', item.start, item.end);
  if (item.text.length > 4 && inside !== '' && inside !== '活动' && inside !== '会议' && score > NO_EVENT)
    return whole;
  // “甲”“乙”等活动: all of the row are events.
  if (eventBehind >= 0 && /^[、]?$/.test(text.slice(item.end, eventBehind)) && score > NO_EVENT) return whole;
  const cup = /杯$/.test(item.text)
    ? knowledge.patterns.contest.exec(text.slice(item.end, item.end + 14))?.[0].length
    : undefined;
  if (cup !== undefined) return { ...whole, end: item.end + cup };
  const event = eventHosts.startingAt(text, text[item.end] === '等' ? item.end + 1 : item.end);
  if (event === '' || score <= NO_EVENT) return null;
  return text.startsWith(event, item.end) ? { ...whole, end: item.end + event.length } : whole;
}
const LONGEST_PREFIX = 6;

/** 实施|头雁领飞“十百千”行动: what stands between the verb and a name of numbers belongs to it. */
function startOfPrefix({ text, words }: Reading, item: Quoted, knowledge: NamesKnowledge): number {
  const { schemeVerbs, schemeTails, schemes } = knowledge.words;
  // A scheme of the whole country has its name from no one here: 林业“十五五”规划.
  if (schemes.has(item.text)) return item.start;
  if (item.text.length > 3 || !NUMBERED.test(item.text) || !schemeTails.startingAt(text, item.end))
    return item.start;
  for (let at = item.start; at > 0 && item.start - at <= LONGEST_PREFIX; at = words.wordStart[at - 1]!) {
    if (at < item.start && schemeVerbs.endingAt(text, at)) return at;
    if (!/\p{Script=Han}/u.test(text[at - 1]!) || text[at - 1] === '的') break;
  }
  return item.start;
}
