import type { NameType } from '../../model/name.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { cutUnits } from '../places/chain.ts';
import { shortDivisionName } from '../places/divisions.ts';
import { isUnit } from '../places/gazetteer.ts';

/** A name as it is printed once on the page. */
export interface Mention {
  readonly text: string;
  readonly type: NameType;
}

/** An office whose unit is named by its level alone: 区侨联. */
export const LEVEL_FIRST = /^(?:自治区|[省市县区州])/;
/** 天山 is not the 天山区 of the page. */
const NATURAL = /[山江河湖海岭川]$/;
const LONGEST_HOLDER = 9;
/** 郎德村: a name of its own that lies in some town. */
const VILLAGE = /\p{Script=Han}{2}(?:村|社区)$/u;

/**
 * The fullest form on the page of each name that has one: 湖州 → 湖州市, 省防汛指挥部 → 江西省防汛指挥部,
 * 华岭化纤 → 四川华岭化纤科技有限公司. Where two fuller forms differ and the page prefers neither, none is chosen.
 * @returns keyed by type and text, `org:华岭化纤`; no form has a fuller one itself.
 */
export function nameFullForms(mentions: readonly Mention[], knowledge: NamesKnowledge): Map<string, string> {
  const byType = new Map<NameType, Map<string, number>>();
  for (const { text, type } of mentions) {
    const counts = byType.get(type) ?? new Map<string, number>();
    counts.set(text, (counts.get(text) ?? 0) + 1);
    byType.set(type, counts);
  }
  const full = new Map<string, string>();
  const note = (type: NameType, find: (text: string, counts: Counts) => string | undefined): void => {
    const counts: Counts = byType.get(type) ?? new Map();
    for (const text of counts.keys()) {
      const form = find(text, counts);
      if (form !== undefined && form !== text) full.set(`${type}:${text}`, form);
    }
  };
  const sorted = (type: NameType): string[] => [...(byType.get(type)?.keys() ?? [])].sort();
  const bodies = indexBy(sorted('org'), bigramsOf);
  const parts = indexBy(sorted('person'), partsOf);
  const units = countUnits(mentions, knowledge);
  const chains = indexBy(sorted('place'), (text) => chainOf(text, knowledge).slice(-1));
  note('place', (text) => fullPlace(text, units, chains, knowledge));
  note('org', (text, counts) => fullBody(text, counts, bodies, knowledge));
  note('person', (text) => fullPerson(text, parts));
  note('org', (text) => full.get(`org:${text}`) ?? withWholeHolder(text, full, knowledge));
  for (const key of full.keys()) full.set(key, lastForm(key, full));
  return full;
}

/** 武大遥感学院 → 武汉大学遥感学院: a part of a body whose own full form is known. */
function withWholeHolder(
  text: string,
  full: ReadonlyMap<string, string>,
  { words: { bodyAliases } }: NamesKnowledge,
): string | undefined {
  for (let length = Math.min(LONGEST_HOLDER, text.length - 2); length >= 2; length--) {
    const holder = text.slice(0, length);
    const form = full.get(`org:${holder}`) ?? bodyAliases.get(holder);
    if (form !== undefined) return form.includes(text) ? undefined : form + text.slice(length);
  }
  return undefined;
}

/** 浙 → 浙江 → 浙江省: the end of the chain, so that one place has one form. */
function lastForm(key: string, full: ReadonlyMap<string, string>): string {
  const type = key.slice(0, key.indexOf(':'));
  const seen = new Set<string>();
  let form = full.get(key)!;
  for (let next = full.get(`${type}:${form}`); next !== undefined && !seen.has(next); ) {
    seen.add(next);
    form = next;
    next = full.get(`${type}:${form}`);
  }
  return form;
}

/** Short names of the units of a place, from above: 贵州雷山县郎德村 → 贵州, 雷山, 郎德村. */
function chainOf(text: string, knowledge: NamesKnowledge): string[] {
  const { units, rest } = cutUnits(text, knowledge.gazetteer);
  return [...units.map((unit) => unit.text), ...(rest === '' ? [] : [rest])].map(shortDivisionName);
}

/** How often places and bodies name each unit, also inside longer names: 桐梓县 of 遵义市桐梓县. */
export function countUnits(mentions: readonly Mention[], knowledge: NamesKnowledge): Counts {
  const times = new Map<string, number>();
  for (const { text, type } of mentions)
    if (type === 'place' || type === 'org')
      times.set(`${type}:${text}`, (times.get(`${type}:${text}`) ?? 0) + 1);
  const found = new Map<string, number>();
  for (const [key, count] of times) {
    const text = key.slice(key.indexOf(':') + 1);
    const units = new Set(cutUnits(text, knowledge.gazetteer).units.map((unit) => unit.text));
    if (key.startsWith('place:')) units.add(text);
    for (const unit of units) found.set(unit, (found.get(unit) ?? 0) + count);
  }
  return found;
}

/** The one that the page has most often; none where two are as frequent. */
function mostFrequent(forms: readonly string[], counts: Counts): string | undefined {
  const [first, second] = [...forms].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return first !== undefined && (second === undefined || counts.get(first)! > counts.get(second)!)
    ? first
    : undefined;
}

function fullPlace(
  text: string,
  units: Counts,
  chains: ReadonlyMap<string, readonly string[]>,
  knowledge: NamesKnowledge,
): string | undefined {
  if (text.length === 1) return knowledge.words.abbreviations.get(text) ?? byInitial(text, units, knowledge);
  if (NATURAL.test(text) && knowledge.words.worldPlaces.has(text)) return undefined;
  const fuller = [...knowledge.contexts['unit-end']]
    .map((end) => text + end)
    .filter((form) => units.has(form) && (!form.endsWith('地区') || knowledge.gazetteer.byName.has(form)));
  if (fuller.length > 0) return mostFrequent(fuller, units) ?? highest(fuller, knowledge);
  // 雷山郎德村 for 贵州雷山县郎德村: the same units, and more above them.
  const own = chainOf(text, knowledge);
  if (own.length < 2 && (own[0] !== text || !VILLAGE.test(text))) return undefined;
  const holders = (chains.get(own.at(-1)!) ?? []).filter((other) => {
    const chain = chainOf(other, knowledge);
    return (
      other.length > text.length && own.every((unit, i) => chain[chain.length - own.length + i] === unit)
    );
  });
  if (holders.length > 0) return holders.length === 1 ? holders[0] : undefined;
  return withWholeUnits(text, units, knowledge);
}

/** 喀什 is the prefecture before it is the city in it. */
function highest(forms: readonly string[], { gazetteer }: NamesKnowledge): string | undefined {
  const levelOf = (form: string): number => gazetteer.byName.get(form)?.[0]?.level ?? 9;
  const [first, second] = [...forms].sort((a, b) => levelOf(a) - levelOf(b));
  return levelOf(first!) < levelOf(second!) ? first : undefined;
}

/** 邯 of 邯邢两地: the unit of the page that begins so and is named most, as whole as the page prints it. */
function byInitial(text: string, units: Counts, { gazetteer }: NamesKnowledge): string | undefined {
  const byShort = new Map<string, number>();
  const whole = new Map<string, string>();
  for (const [unit, count] of units) {
    if (unit.length < 2 || unit[0] !== text) continue;
    if (!isUnit(unit, gazetteer)) continue;
    const short = shortDivisionName(unit);
    byShort.set(short, (byShort.get(short) ?? 0) + count);
    if (unit.length > (whole.get(short)?.length ?? 0)) whole.set(short, unit);
  }
  const short = mostFrequent([...byShort.keys()], byShort);
  return short === undefined ? undefined : whole.get(short);
}

/** 绵阳涪城 → 绵阳市涪城区, where the page prints both units whole. */
function withWholeUnits(text: string, units: Counts, knowledge: NamesKnowledge): string | undefined {
  const cut = cutUnits(text, knowledge.gazetteer);
  if (cut.rest !== '' || knowledge.gazetteer.byName.has(cut.units.at(-1)!.text)) return undefined;
  const whole = cut.units.map((unit) =>
    knowledge.gazetteer.byName.has(unit.text)
      ? unit.text
      : unit.divisions.find(({ name }) => units.has(name))?.name,
  );
  return whole.some((unit) => unit === undefined) ? undefined : whole.join('');
}

/** Bodies that are whole as they stand: 县委, 第一师, 三团. What goes on behind them is a part of them. */
const WHOLE = /(?:[省市县区州地旗乡镇]委|[师团])$/;

/**
 * A form that already ends like a body has its fuller form only to the left (省防汛指挥部); any other may also
 * go on to the right (华岭化纤).
 */
function fullBody(
  text: string,
  counts: Counts,
  index: BigramIndex,
  knowledge: NamesKnowledge,
): string | undefined {
  const { strongBodyTails, offices, bodies, ambiguousBodies, bodyAliases } = knowledge.words;
  const isWhole =
    LEVEL_FIRST.test(text) ||
    WHOLE.test(text) ||
    bodies.has(text) ||
    ambiguousBodies.has(text) ||
    [strongBodyTails, offices].some((tails) => tails.endingAt(text, text.length).length > 1);
  const fuller = (index.get(text.slice(0, 2)) ?? []).filter(
    (other) => other.length > text.length && (isWhole ? other.endsWith(text) : other.includes(text)),
  );
  if (fuller.length === 0) return bodyAliases.get(text);
  if (fuller.length === 1) return fuller[0];
  const ranked = fuller.sort(
    (a, b) => counts.get(b)! - counts.get(a)! || a.length - b.length || (a < b ? -1 : 1),
  );
  return counts.get(ranked[0]!)! > counts.get(ranked[1]!)! ? ranked[0] : undefined;
}

/** 阿依努尔 for 阿依努尔·卡德尔: one part of exactly one dotted name. */
function fullPerson(text: string, parts: ReadonlyMap<string, readonly string[]>): string | undefined {
  const fuller = parts.get(text) ?? [];
  return fuller.length === 1 ? fuller[0] : undefined;
}

type Counts = ReadonlyMap<string, number>;
type BigramIndex = ReadonlyMap<string, readonly string[]>;

/** Longer lists tell nothing apart; they would only make a page of one repeated name slow. */
const MOST_ENTRIES = 200;

function indexBy(
  texts: Iterable<string>,
  keysOf: (text: string) => readonly string[],
): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const text of texts)
    for (const key of new Set(keysOf(text))) {
      const list = index.get(key);
      if (!list) index.set(key, [text]);
      else if (list.length < MOST_ENTRIES) list.push(text);
    }
  return index;
}

const bigramsOf = (text: string): string[] =>
  Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
const partsOf = (text: string): string[] =>
  /[·・•‧]/.test(text) ? text.split(/[·・•‧]/).filter((part) => part.length > 1) : [];
