import { findPrintedDate } from '@shared/numerals/printed-date.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { dropRoles, isName, readNames } from './personal-names.ts';

const HAN = '\\p{Script=Han}';
const MARK = /^[■□●○◆◇▲△★☆▪◎|｜/\-—―\s]+/u;
const BYLINE_SIGN = /^[■□●○◆◇▲△★☆▪◎]/u;
const ONLY_HAN = new RegExp(`^${HAN}+$`, 'u');
const WRAPPED = /^[（(〔［[【](.+)[）)〕］\]】]$/u;
/** Units of the longest byline. */
const LONGEST = 90;

/** Who took a picture did not write: 本报记者某某摄. */
export const isPictureCredit = (text: string): boolean => /^[^文]*(?:[摄攝]|供[图圖])$/u.test(text);

/**
 * Reads a line that is a byline and nothing else: `■ 甲某某 乙某`, `本报记者 甲某某 通讯员 乙某`, `文/甲某某 图/乙某`, with the
 * day, the unit or the office of who wrote. `bare` admits a line of nothing but names, which needs a place where a
 * byline may stand.
 */
export function readBylineLine(
  text: string,
  knowledge: SegmentKnowledge,
  bare: boolean,
): readonly string[] | null {
  if (text.length > LONGEST || text.length < 2 || /[。！？；“”《》]/.test(text)) return null;
  const marked = BYLINE_SIGN.test(text);
  if (!bare && !marked) {
    const folded = knowledge.script.write(text);
    if (!knowledge.press.bylineRoles.some((role) => folded.includes(role))) return null;
  }
  const { line, dated } = withoutDay(text, knowledge);
  let body = line.replace(MARK, '').trim();
  const wrapped = WRAPPED.exec(body);
  if (wrapped) body = (wrapped[1] as string).trim();
  if (isPictureCredit(body)) return null;
  body = withoutPlace(body, knowledge);
  const signed = bare || marked || wrapped !== null;
  for (const tail of knowledge.press.bylineTails) {
    if (body.endsWith(tail) && body.length > tail.length) {
      const before = body.slice(0, -tail.length).replace(/(?<![\s/／])[\s/／]+$/u, '');
      const names = readWithRoles(before, knowledge)?.names;
      if (names) return names;
    }
  }
  const member = readMember(body, knowledge);
  if (member && (signed || member.roles > 0)) return member.names;
  const read = readWithRoles(body, knowledge);
  if (!read) {
    return bare && isDesk(body, knowledge) ? [body] : null;
  }
  if (read.roles > 0 || marked) return read.names;
  return bare && !(dated && read.names.length > 3) && (!wrapped || read.names.length <= 3)
    ? read.names
    : null;
}

/** A line without the day, the hour and the paper that stand before or behind its names. */
function withoutDay(text: string, knowledge: SegmentKnowledge): { line: string; dated: boolean } {
  const date = findPrintedDate(text, knowledge.eras);
  if (!date) return { line: text, dated: false };
  const before = text.slice(0, date.start).trim();
  const after = text
    .slice(date.end)
    .replace(/^\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/u, '')
    .trim();
  if (before && after) return { line: text, dated: false };
  return { line: before || after.replace(PAPER_BEFORE, ''), dated: true };
}

/** The paper's name before who writes for it. */
const PAPER_BEFORE = /^\p{Script=Han}{2,8}[报報社刊]\s+(?=\S)/u;

/** Who signs a letter to the paper: where they live or what they are, a blank, a name. */
const WRITER = new RegExp(
  `^[（(]?(${HAN}{0,10}(?:读者|讀者|居民|市民|村民|网友|網友|教师|教師|学生|學生|职工|職工|家长|家長|業主|业主))[ \\u3000：:]+(${HAN}{2,4})[）)]?$`,
  'u',
);

/** The name under a letter to the paper; null for any other line. */
export function readLetterSignature(text: string, knowledge: SegmentKnowledge): string | null {
  const name = WRITER.exec(text)?.[2];
  return name && isName(name, knowledge) ? name : null;
}

/** Units before the name that the last of them is a member or head of: 林学院　杨小帆, 铸造厂厂长　赵永年, 三（1）班　赵可. */
const MEMBER = new RegExp(
  `^(${HAN}[${HAN}\\d·]{1,19}|${HAN}{1,9}[（(][\\d一二三四五六七八九十]{1,2}[）)]班)(?:[ \\u3000]+|[：:／/])(${HAN}{2,4}|${HAN}[ \\u3000]${HAN})$`,
  'u',
);

/** Reads the unit or office of a writer before the one name. */
function readMember(text: string, knowledge: SegmentKnowledge): { names: string[]; roles: number } | null {
  const { rest, roles } = dropRoles(text, knowledge);
  const [, unit = '', printed = ''] = MEMBER.exec(rest) ?? [];
  const name = printed.replace(/\s/gu, '');
  if (!name || !isName(name, knowledge)) return null;
  const folded = knowledge.script.write(unit);
  // A name of two or three characters may end as a unit does in one.
  const fewest = isName(unit, knowledge) ? 2 : 1;
  const isUnit = knowledge.press.unitTails.some((tail) => tail.length >= fewest && folded.endsWith(tail));
  return isUnit ? { names: [name], roles } : null;
}

/**
 * The name at the end of a line that says before it whose the writer is or where they live, whatever that is called:
 * （五采区　甲某某）. Null for any other line; only what else says that a byline stands there makes it one.
 */
export function readNameBehindUnit(text: string, knowledge: SegmentKnowledge): string | null {
  const [, unit = '', printed = ''] = MEMBER.exec(WRAPPED.exec(text)?.[1] ?? text) ?? [];
  const name = printed.replace(/\s/gu, '');
  return /[ \u3000]/u.test(text) && isName(name, knowledge) && !isName(unit, knowledge) ? name : null;
}

/** A desk signs instead of people: `某报评论员`, `某刊编辑部`. */
const isDesk = (text: string, knowledge: SegmentKnowledge): boolean =>
  ONLY_HAN.test(text) &&
  knowledge.press.deskTails.some(
    (tail) => text.endsWith(tail) && text.length >= tail.length + 2 && text.length <= tail.length + 4,
  );

/** Where a report was filed, parted from the names by a slash: ／台北報導. */
const FILED_FROM = new RegExp(
  `(?<!\\s)\\s*[／/]\\s*(${HAN}{2,6})(?:[\\d０-９]{1,2}日)?(报导|報導|报道|報道|专电|專電|电|電|讯|訊)$`,
  'u',
);
const FILED = new RegExp(
  `^${HAN}{2,6}(?:[\\d０-９]{1,2}日(?:专电|專電|电|電)|报导|報導|报道|報道|[专專]?[电電]|[讯訊])$`,
  'u',
);

/** A byline without the place it was filed from; what may be a name stays where the verb is used of writers too. */
const withoutPlace = (text: string, knowledge: SegmentKnowledge): string =>
  text.replace(FILED_FROM, (whole, place: string, verb: string) =>
    /道$/u.test(verb) && isName(place, knowledge) ? whole : '',
  );

/** Names of which the last runs into the place that a report was filed from: 甲某某 乙某台北14日電. */
function namesFiledFrom(text: string, knowledge: SegmentKnowledge): string[] | null {
  const at = Math.max(...[...'、，, \u3000'].map((blank) => text.lastIndexOf(blank)));
  const last = text.slice(at + 1);
  const before = at > 0 ? readNames(text.slice(0, at), knowledge) : [];
  // A short name may be set with a blank inside: 黃　國台北報導.
  const joined = at > 0 && [...text.slice(0, at)].length === 1 ? text.slice(0, at) + last : null;
  for (const [own, others] of [[joined, []] as const, [last, before] as const])
    for (const size of [3, 2, 4]) {
      if (own === null || others === null) continue;
      const name = own.slice(0, size);
      if (isName(name, knowledge) && FILED.test(own.slice(size))) return [...others, name];
    }
  return null;
}

/** Names with the roles before them; `trusted`: what stands around them says that they are names. */
function readWithRoles(
  text: string,
  knowledge: SegmentKnowledge,
  trusted = /[\s：:/／]/u.test(text),
): { names: string[]; roles: number } | null {
  const folded = knowledge.script.write(text);
  const agency = knowledge.press.agencies.find((word) => folded.startsWith(`${word}记者`));
  const paper = agency
    ? null
    : /^\p{Script=Han}{2,8}[报報社刊](?=(?:全媒体|融媒体|首席|见习|实习|特约|特派)?[记記]者)/u.exec(
        text,
      )?.[0];
  const { rest, roles } = dropRoles(text.slice((agency ?? paper ?? '').length), knowledge);
  const filed = roles > 0 ? namesFiledFrom(rest, knowledge) : null;
  if (filed) return { names: filed, roles };
  const names = readNames(
    rest.replace(/[（(][^（）()]{1,12}[）)]/gu, '\u3000\u3000'),
    knowledge,
    trusted && roles > 0,
  );
  return names ? { names, roles } : null;
}

/** Names inside brackets, without what says that they wrote and where. */
export function namesInside(inside: string, knowledge: SegmentKnowledge): readonly string[] | null {
  const placed = withoutPlace(inside, knowledge);
  const tail = knowledge.press.bylineTails.find(
    (word) => placed.endsWith(word) && placed.length > word.length,
  );
  const bare = tail ? placed.slice(0, -tail.length).replace(/(?<![\s/／])[\s/／]+$/u, '') : placed;
  return (
    readMember(bare, knowledge)?.names ??
    readWithRoles(bare, knowledge, true)?.names ??
    readWithRoles(inside, knowledge, true)?.names ??
    null
  );
}
