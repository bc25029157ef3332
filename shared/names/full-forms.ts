import type { NameType } from '../model/name.ts';
import type { NamesKnowledge } from './knowledge.ts';

interface Mention {
  readonly text: string;
  readonly type: NameType;
}

const ADMINISTRATIVE_END =
  /^(?:省|市|县|区|州|盟|旗|镇|乡|村|社区|街道|地区|自治区|自治州|自治县|维吾尔自治区|壮族自治区|回族自治区)$/;
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
  for (const type of ['place', 'org', 'person'] as const) {
    const counts = byType.get(type) ?? new Map<string, number>();
    for (const text of [...counts.keys()].sort()) {
      const form =
        type === 'place'
          ? fullPlace(text, counts, knowledge)
          : type === 'org'
            ? fullBody(text, counts)
            : fullPerson(text, counts);
      if (form) full.set(`${type}:${text}`, form);
    }
  }
  return full;
}

function fullPlace(
  text: string,
  counts: ReadonlyMap<string, number>,
  knowledge: NamesKnowledge,
): string | undefined {
  const abbreviation = text.length === 1 ? knowledge.words.abbreviations.get(text) : undefined;
  if (abbreviation) return abbreviation;
  const fuller = [...counts.keys()].filter(
    (other) => other !== text && other.startsWith(text) && ADMINISTRATIVE_END.test(other.slice(text.length)),
  );
  return fuller.length === 1 ? fuller[0] : undefined;
}

function fullBody(text: string, counts: ReadonlyMap<string, number>): string | undefined {
  const level = LEVEL_FIRST.exec(text)?.[0];
  const holds = (other: string): boolean => {
    if (other.length <= text.length) return false;
    if (level) return other.endsWith(text);
    return other.includes(text) || isScattered(text, other);
  };
  const fuller = [...counts.keys()].filter(holds).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  if (fuller.length === 0) return undefined;
  // Forms that go on into one another are one body: take the longest of them, else say nothing.
  const longest = fuller.at(-1)!;
  if (level) return fuller.length === 1 ? longest : mostFrequent(fuller, counts);
  return fuller.every((form) => longest.includes(form) || isScattered(form, longest)) &&
    !/(?:部|局|委|处|科|院|系)$/.test(longest.slice(0, longest.indexOf(text[0]!) + text.length)) ===
      !/(?:部|局|委|处|科|院|系)$/.test(text)
    ? longest
    : undefined;
}

const mostFrequent = (forms: readonly string[], counts: ReadonlyMap<string, number>): string | undefined => {
  const ranked = [...forms].sort((a, b) => counts.get(b)! - counts.get(a)!);
  return counts.get(ranked[0]!)! > counts.get(ranked[1]!)! ? ranked[0] : undefined;
};

/** Whether `short` is `long` with parts left out between, its first and last two characters kept together. */
function isScattered(short: string, long: string): boolean {
  if (short.length < 4) return false;
  const head = long.indexOf(short.slice(0, 2));
  if (head < 0) return false;
  let at = head;
  for (const unit of short) {
    at = long.indexOf(unit, at);
    if (at < 0) return false;
    at++;
  }
  return long.endsWith(short.slice(-2)) && long.length <= short.length * 4;
}

function fullPerson(text: string, counts: ReadonlyMap<string, number>): string | undefined {
  if (!/\p{Script=Han}/u.test(text)) return undefined;
  const fuller = [...counts.keys()].filter(
    (other) =>
      other.length > text.length && /[·・]/.test(other) && (other.startsWith(text) || other.endsWith(text)),
  );
  return fuller.length === 1 ? fuller[0] : undefined;
}
