import type { NameType } from '../model/name.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { cutUnits } from './places/chain.ts';
import { shortDivisionName } from './places/divisions.ts';

interface Mention {
  readonly text: string;
  readonly type: NameType;
}

const ADMINISTRATIVE_ENDS =
  '省 市 县 区 州 盟 旗 镇 乡 村 社区 街道 地区 自治区 自治州 自治县 维吾尔自治区 壮族自治区 回族自治区'.split(
    ' ',
  );
const LEVEL_FIRST = /^(?:自治区|[省市县区州])/;

/**
 * The fullest form on the page of each name that has one: 湖州 → 湖州市, 省援疆指挥部 → 浙江省援疆指挥部,
 * 恒佳纺织 → 新疆恒佳纺织科技有限公司. Where two fuller forms differ, none is chosen.
 * @returns keyed by type and text, `org:恒佳纺织`.
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
      if (form !== undefined) full.set(`${type}:${text}`, form);
    }
  };
  const sorted = (type: NameType): string[] => [...(byType.get(type)?.keys() ?? [])].sort();
  const bodies = indexBy(sorted('org'), bigramsOf);
  const parts = indexBy(sorted('person'), partsOf);
  const units = unitsOf(
    [...byType.values()].flatMap((counts) => [...counts.keys()]),
    knowledge,
  );
  const chains = indexBy(sorted('place'), (text) => chainOf(text, knowledge).slice(-1));
  note('place', (text) => fullPlace(text, units, chains, knowledge));
  note('org', (text, counts) => fullBody(text, counts, bodies, knowledge));
  note('person', (text) => fullPerson(text, parts));
  return full;
}

/** Short names of the units of a place, from above: 浙江安吉县余村 → 浙江, 安吉, 余村. */
function chainOf(text: string, knowledge: NamesKnowledge): string[] {
  const { units, rest } = cutUnits(text, knowledge.gazetteer);
  return [...units.map((unit) => unit.text), ...(rest === '' ? [] : [rest])].map(shortDivisionName);
}

/** Full names of units that stand in places and bodies of the page: 阿瓦提县 of 阿克苏地区阿瓦提县. */
function unitsOf(texts: readonly string[], knowledge: NamesKnowledge): ReadonlySet<string> {
  const found = new Set(texts);
  for (const text of texts)
    for (const unit of cutUnits(text, knowledge.gazetteer).units) found.add(unit.text);
  return found;
}

function fullPlace(
  text: string,
  units: ReadonlySet<string>,
  chains: ReadonlyMap<string, readonly string[]>,
  knowledge: NamesKnowledge,
): string | undefined {
  const abbreviation = text.length === 1 ? knowledge.words.abbreviations.get(text) : undefined;
  if (abbreviation) return abbreviation;
  const fuller = ADMINISTRATIVE_ENDS.map((end) => text + end).filter(
    (form) => units.has(form) && (!form.endsWith('地区') || knowledge.gazetteer.byName.has(form)),
  );
  if (fuller.length > 0) return fuller.length === 1 ? fuller[0] : undefined;
  // 安吉余村 for 浙江安吉县余村: the same units, and more above them.
  const own = chainOf(text, knowledge);
  if (own.length < 2) return undefined;
  const holders = (chains.get(own.at(-1)!) ?? []).filter((other) => {
    const chain = chainOf(other, knowledge);
    return (
      other.length > text.length && own.every((unit, i) => chain[chain.length - own.length + i] === unit)
    );
  });
  return holders.length === 1 ? holders[0] : undefined;
}

/** Bodies that are whole as they stand: 县委, 第一师, 三团. What goes on behind them is a part of them. */
const WHOLE = /(?:[省市县区州地旗乡镇]委|[师团])$/;

/**
 * A form that already ends like a body has its fuller form only to the left (省援疆指挥部); any other may also
 * go on to the right (恒佳纺织).
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
    [9, 5, 4, 3, 2].some((n) => strongBodyTails.has(text.slice(-n)) || offices.has(text.slice(-n)));
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

/** 孜比尔古丽 for 孜比尔古丽·米尔孜: one part of exactly one dotted name. */
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
