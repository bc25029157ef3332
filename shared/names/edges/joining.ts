import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

const LEVEL = /团[省市县区州旗]|[省市县区州旗镇乡师团]|自治[区州县旗]|街道/y;
const LEAST_LEVEL_OFFICE = 3;

/** 宝钢集团 + 公司: only behind a body, never behind a place. */
const COMPANY = /(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司/y;

function companyEnd(text: string, { end, type }: Candidate): number {
  COMPANY.lastIndex = end;
  return type === 'org' && COMPANY.test(text) ? COMPANY.lastIndex : end;
}

/** 甲省委和乙省|委|派人: beside another committee of the sentence 委派 is two words. */
const isCommittee = (text: string, at: number): boolean =>
  text[at + 1] === '派' && /[省市县区州]委/.test(text.slice(text.lastIndexOf('。', at) + 1, at - 1));

/** Where a body's name may go on behind `end`: 井陉县 + 委宣传部. */
function officeEnd(text: string, end: number, knowledge: NamesKnowledge): number {
  const office = knowledge.words.offices.startingAt(text, end);
  if (office === '') return end;
  // 委 begins 委员, who is a person, and 委托, which is a deed.
  if (office === '委' && /[员托派任]/.test(text[end + 1] ?? '') && !isCommittee(text, end)) return end;
  // 法院|党组成员: who belongs to it is named with a post.
  if (/党组$/.test(office) && /^(?:成员|书记|副书记)/.test(text.slice(end + office.length))) return end;
  return end + office.length;
}

/** The same with all offices that follow each other: 县委 + 组织部 + 老干部局. */
function endOfOffices(text: string, from: number, knowledge: NamesKnowledge): number {
  let end = from;
  for (let next = officeEnd(text, end, knowledge); next > end; next = officeEnd(text, end, knowledge))
    end = next;
  return end;
}

/** 师 and 团 are units of the corps. */
const endsInUnit = (text: string, { start, end }: Candidate, { contexts }: NamesKnowledge): boolean =>
  contexts['unit-end'].endingAt(text, end, end - start) !== '' || /[师团]/.test(text[end - 1]!);

/** What two names that touch make together, or null when they stay two. */
function joinedType(text: string, before: Candidate, after: Candidate): 'place' | 'org' | null {
  const single = before.end - before.start === 1 || after.end - after.start === 1;
  if (before.type === 'place' && after.type === 'place') return single ? null : 'place';
  if (before.type === 'place' && after.type === 'org') return before.end - before.start === 1 ? null : 'org';
  if (before.type === 'org' && after.type === 'org') return 'org';
  if (before.type === 'org' && after.type === 'place')
    return /第[一二三四五六七八九十\d]+师$/.test(text.slice(before.start, before.end)) ? 'place' : null;
  return null;
}

/** 天津·甘南药材产业园: a site of two places. */
const isDottedSite = (
  text: string,
  before: Candidate,
  after: Candidate,
  { words }: NamesKnowledge,
): boolean =>
  before.type === 'place' &&
  after.type === 'place' &&
  after.start === before.end + 1 &&
  text[before.end] === '·' &&
  words.siteTails.endingAt(text, after.end) !== '';

/** 河北张家口|地区|张北县: an older prefecture with its county behind it. */
const isPrefectureChain = (text: string, before: Candidate, after: Candidate): boolean =>
  before.type === 'place' &&
  after.type === 'place' &&
  after.end - after.start > 1 &&
  text.slice(before.end, after.start) === '地区';

/** Joins names that touch into the longest one, and adds the offices that go on behind them. */
export function joinNames(
  reading: Reading,
  candidates: readonly Candidate[],
  knowledge: NamesKnowledge,
): Candidate[] {
  const { text } = reading;
  const joined: Candidate[] = [];
  for (const candidate of candidates) {
    let current = candidate;
    const before = joined.at(-1);
    if (before && before.end > current.start) {
      // An office that was read on behind the name before has reached into this one.
      if (current.end <= before.end) continue;
      current = { ...current, start: before.end };
    }
    if (before && before.end === current.start) {
      const type = joinedType(text, before, current);
      if (type) {
        joined.pop();
        current = { start: before.start, end: current.end, type, rule: before.rule, weight: before.weight };
      }
    } else if (before && isPrefectureChain(text, before, current)) {
      joined.pop();
      current = { ...current, start: before.start };
    } else if (before && isDottedSite(text, before, current, knowledge)) {
      joined.pop();
      current = { ...current, start: before.start };
    }
    current = { ...current, end: companyEnd(text, current) };
    if (current.type === 'org' || (current.type === 'place' && endsInUnit(text, current, knowledge))) {
      const end = endOfOffices(text, current.end, knowledge);
      if (end > current.end) current = { ...current, end, type: 'org' };
    }
    joined.push(current);
  }
  return withLevelOffices(reading, joined, knowledge);
}

/** 云岩|区委老干部局: a level office right behind a place belongs to it. */
function withLevelOffices(
  reading: Reading,
  joined: readonly Candidate[],
  knowledge: NamesKnowledge,
): Candidate[] {
  const offices = findLevelOffices(reading, joined, knowledge);
  const holders = new Map(joined.filter(({ type }) => type === 'place').map((name) => [name.end, name]));
  const held = new Set<Candidate>();
  const whole = offices.map((office) => {
    const holder = holders.get(office.start);
    if (!holder || holder.end - holder.start < 2) return office;
    held.add(holder);
    return { ...office, start: holder.start };
  });
  return [...joined.filter((name) => !held.has(name)), ...whole].sort((a, b) => a.start - b.start);
}

/** 省防汛指挥部, 区委统战部: an office whose division is named by its level only. */
function findLevelOffices(
  reading: Reading,
  taken: readonly Candidate[],
  knowledge: NamesKnowledge,
): Candidate[] {
  const { text, words } = reading;
  const covered = new Uint8Array(text.length);
  for (const { start, end } of taken) covered.fill(1, start, end);
  const placeEnds = new Set(
    taken.filter(({ type, start, end }) => type === 'place' && end - start > 1).map(({ end }) => end),
  );
  const found: Candidate[] = [];
  for (let i = 0; i < text.length; i++) {
    // 浙江|省委: the dictionary may have parted 浙江省|委.
    if (covered[i] === 1 || (words.wordStart[i] !== i && !placeEnds.has(i))) continue;
    LEVEL.lastIndex = i;
    const level = LEVEL.exec(text)?.[0];
    if (!level || covered[i + level.length] === 1) continue;
    const office = knowledge.words.offices.startingAt(text, i + level.length);
    // 宁陵|县委: one character is enough behind the name of its unit.
    const isBehind = placeEnds.has(i) && officeEnd(text, i + level.length, knowledge) > i + level.length;
    if (office.length < LEAST_LEVEL_OFFICE && !isBehind) continue;
    const end = endOfOffices(text, i + level.length + office.length, knowledge);
    found.push(propose('level-office', 'org', i, end));
    i = end - 1;
  }
  return found;
}
