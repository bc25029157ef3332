import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { isUnit } from '../places/gazetteer.ts';
import type { Reading } from '../reading/reading.ts';

const NEAR = 24;
/** What is done to goods that are honoured: 甲与乙、丙|被纳入…名录. */
const HONOURED =
  /(?:被)?(?:纳入|列入|入选|认定为|获评|评为)(?=[^，。\n]{0,16}(?:名录|地理标志|名特优|农产品|名牌|金奖))/g;
const ROW = /^\p{Script=Han}{2,8}(?:[、和与]\p{Script=Han}{2,8}){0,9}$/u;
const LONGEST_ROW = 72;
const OWN_NAME = /“(?![很太真不又更])[^“”\n]{1,8}”/g;
const POINTED = /^[这那该此每一][款台个种位]/;
const LONGEST_MACHINE = 8;
const FAMED = /^以[^，。\n“”]{0,24}?(?:闻名|著称|见长|出名)/;
const BRAND = /“[^“”\n]{1,8}”牌|“[^“”\n]{1,8}”号(?!召)/g;

/** Whether a good stands where named products are told of: in a row that says so, or sold or honoured. */
const isTold = (text: string, start: number, end: number, { contexts, patterns }: NamesKnowledge): boolean =>
  contexts.sold.startingAt(text, end) !== '' ||
  FAMED.test(text.slice(end, end + 30)) ||
  ((/[、和与及等]/.test(text[end] ?? '') || /[、和与及]/.test(text[start - 1] ?? '')) &&
    patterns.goodsKind.test(text.slice(end, end + NEAR)));

/** Named products: 库尔勒香梨 in a row of specialities, “红星”牌, 神舟十号. */
export function findProducts({ text, tagged, names }: Reading, knowledge: NamesKnowledge): Candidate[] {
  const {
    words: { goods },
    patterns,
  } = knowledge;
  const found: Candidate[] = [];
  const add = (start: number, end: number): void => {
    found.push(propose('product', 'product', start, end));
  };
  for (const { start, end, type } of names) {
    if (type !== 'place' && type !== 'org') continue;
    const good = goods.startingAt(text, end);
    if (good !== '' && isTold(text, start, end + good.length, knowledge)) add(start, end + good.length);
  }
  for (const { start, end, type } of tagged)
    if (type === 'place' && goods.endingAt(text, end) && isTold(text, start, end, knowledge)) add(start, end);
  for (const [end, isDone] of [
    ...[...text.matchAll(patterns.rowEnd)].map(({ index }) => [index, true] as const),
    ...[...text.matchAll(HONOURED)].map(({ index }) => [index, false] as const),
  ])
    for (const member of membersOf(text, startOfRow(text, end, isDone, knowledge), end, knowledge))
      add(member.start, member.end);
  for (const match of text.matchAll(OWN_NAME)) {
    const before = text.slice(Math.max(0, match.index - LONGEST_MACHINE), match.index);
    const kind = patterns.machine.exec(before)?.[0];
    if (kind !== undefined && !POINTED.test(kind))
      add(match.index - kind.length, match.index + match[0].length);
  }
  for (const match of text.matchAll(BRAND)) add(match.index, match.index + match[0].length);
  for (const match of text.matchAll(patterns.craft)) add(match.index, match.index + match[0].length);
  return found;
}

/** Where a row of goods begins: behind the verb that trades them, or at the clause's head. */
function startOfRow(text: string, end: number, isDone: boolean, { patterns }: NamesKnowledge): number {
  const from = Math.max(0, end - LONGEST_ROW);
  const clause = text.slice(from, end);
  const head = Math.max(...['，', '。', '；', '：', '\n'].map((mark) => clause.lastIndexOf(mark))) + 1;
  const verb = [...clause.slice(head).matchAll(patterns.trading)].at(-1);
  if (verb) return from + head + verb.index + verb[0].length;
  return isDone ? end : from + head;
}

/** Members of a row of goods that say more than the good itself, where half of the row are goods or of a place. */
function membersOf(
  text: string,
  start: number,
  end: number,
  { words: { goods }, gazetteer, contexts }: NamesKnowledge,
): { readonly start: number; readonly end: number }[] {
  const row = text.slice(start, end);
  if (!ROW.test(row)) return [];
  const members = [...row.matchAll(/[^、和与]+/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    own: match[0].length - goods.endingAt(match[0], match[0].length).length,
    text: match[0],
  }));
  const begins = (member: string): boolean =>
    member.length > 3 && [2, 3].some((n) => isUnit(member.slice(0, n), gazetteer));
  const known = members.filter((member) => member.own < member.text.length || begins(member.text));
  if (known.length * 2 < members.length) return [];
  return members.filter(
    (member) => member.own > 0 && contexts.sort.startingAt(member.text, 0, member.own) === '',
  );
}
