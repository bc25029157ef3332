import type { SegmentKnowledge } from '../knowledge.ts';

/** Names read from a byline, and the stretch of the text that is the byline: `end` exclusive. */
export interface BylineReading {
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
}

const HAN = '\\p{Script=Han}';
const MARK = /^[■□●○◆◇▲△★☆▪◎|｜/\-—\s]+/u;
const BYLINE_SIGN = /^[■□●○◆◇▲△★☆▪◎]/u;
const SPACED = new RegExp(`^${HAN}(?:[ \\u3000]+${HAN}){1,2}$`, 'u');
const FOREIGN = new RegExp(`^${HAN}{1,6}(?:[·•・]${HAN}{1,8}){1,3}$`, 'u');
/** A name whose surname the list lacks; believed only after a word such as 记者. */
const UNCOMMON = new RegExp(`^${HAN}{2,3}$`, 'u');
const ONLY_HAN = new RegExp(`^${HAN}+$`, 'u');

/** Whether a string is built like a personal name: a known surname and one or two more characters. */
function isName(text: string, knowledge: SegmentKnowledge): boolean {
  if (FOREIGN.test(text)) return true;
  if (!ONLY_HAN.test(text)) return false;
  const chars = [...text];
  if (chars.length === 4) return knowledge.surnames.has(chars.slice(0, 2).join(''));
  if (chars.length < 2 || chars.length > 4) return false;
  return knowledge.surnames.has(chars[0] as string) || knowledge.surnames.has(chars.slice(0, 2).join(''));
}

/**
 * Takes a run of characters apart into names, each opened by a surname; null when it cannot be done.
 * Three characters are preferred where both ways work, for most names have three.
 */
function splitRun(run: string, knowledge: SegmentKnowledge): string[] | null {
  const chars = [...run];
  if (chars.length > 24) return null;
  const best: (string[] | null)[] = Array.from({ length: chars.length + 1 }, () => null);
  best[chars.length] = [];
  for (let i = chars.length - 2; i >= 0; i--) {
    for (const size of [3, 2, 4]) {
      const rest = best[i + size];
      const name = chars.slice(i, i + size).join('');
      if (rest && isName(name, knowledge) && (!best[i] || rest.length + 1 < (best[i]?.length ?? 0)))
        best[i] = [name, ...rest];
    }
  }
  return best[0] ?? null;
}

/**
 * Names of a list that blanks, commas or nothing part; spaces inside a name are dropped. Null: no list of
 * names. `trusted`: a word before them says that they are names.
 */
function readNames(text: string, knowledge: SegmentKnowledge, trusted = false): string[] | null {
  const body = text.trim();
  if (!body || body.length > 90) return null;
  const names: string[] = [];
  for (const part of body.split(/[、，,；;／/|｜\t]+|[ \u3000\u00a0]{2,}|(?:\s+(?:和|与)\s+)/u)) {
    const piece = part.trim();
    if (!piece) continue;
    if (SPACED.test(piece) && isName(piece.replace(/\s/gu, ''), knowledge)) {
      names.push(piece.replace(/\s/gu, ''));
      continue;
    }
    const read = readTokens(piece.split(/[\s]+/u).filter(Boolean), knowledge, trusted);
    if (!read) return null;
    names.push(...read);
  }
  return names.length ? names : null;
}

/** Blank-parted tokens are names, or the single characters of names that were spaced out. */
function readTokens(
  tokens: readonly string[],
  knowledge: SegmentKnowledge,
  trusted: boolean,
): string[] | null {
  const names: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i] as string;
    const next = tokens[i + 1];
    const third = tokens[i + 2];
    if ([...token].length === 1) {
      if (next && [...next].length === 1) {
        const two = token + next;
        const three = third && [...third].length === 1 ? two + third : null;
        const restIsPaired = three !== null && (tokens.length - i) % 2 === 0;
        if (three && !restIsPaired && isName(three, knowledge)) {
          names.push(three);
          i += 3;
          continue;
        }
        if (!isName(two, knowledge)) return null;
        names.push(two);
        i += 2;
        continue;
      }
      if (next && [...next].length === 2 && isName(token + next, knowledge)) {
        names.push(token + next);
        i += 2;
        continue;
      }
      return null;
    }
    if (isName(token, knowledge) || (trusted && UNCOMMON.test(token))) {
      names.push(token);
      i++;
      continue;
    }
    const run = ONLY_HAN.test(token) ? splitRun(token, knowledge) : null;
    if (!run || run.length < 2) return null;
    names.push(...run);
    i++;
  }
  return names;
}

/** Drops role words (本报记者, 通讯员, 文/) and the marks around them; says whether there were any. */
function dropRoles(text: string, knowledge: SegmentKnowledge): { rest: string; roles: number } {
  let rest = text;
  let roles = 0;
  const words = knowledge.press.bylineRoles;
  let out = '';
  while (rest) {
    const word = words.find((w) => rest.startsWith(w));
    const after = word ? rest.slice(word.length) : '';
    const apart = out === '' || /[\s、，,；;/／：:（(·|]$/u.test(out);
    const oneSign = word?.length === 1 && !/^[\s/／：:、]/u.test(after);
    if (word && (apart || word.length >= 2) && !oneSign) {
      roles++;
      out = `${out}\u3000\u3000`;
      rest = after.replace(/^[\s/／：:，,、]+/u, '');
    } else {
      const char = [...rest][0] as string;
      out += char;
      rest = rest.slice(char.length);
    }
  }
  return { rest: out.trim(), roles };
}

/**
 * Reads a line that is a byline and nothing else: `■ 甲某某 乙某`, `本报记者 甲某某 通讯员 乙某`, `文/甲某某 图/乙某`.
 * `bare` admits a line of nothing but names, which needs a place where a byline may stand.
 */
export function readBylineLine(
  text: string,
  knowledge: SegmentKnowledge,
  bare: boolean,
): readonly string[] | null {
  if (text.length > 90 || text.length < 2 || /[。！？；“”《》]/.test(text)) return null;
  if (!bare && !BYLINE_SIGN.test(text) && !knowledge.press.bylineRoles.some((role) => text.includes(role)))
    return null;
  const marked = /^[■□●○◆◇▲△★☆▪◎]/u.test(text);
  let body = text.replace(MARK, '').trim();
  const wrapped = /^[（(〔［[【](.+)[）)〕］\]】]$/u.exec(body);
  if (wrapped) body = (wrapped[1] as string).trim();
  body = withoutPlace(body, knowledge);
  for (const tail of knowledge.press.bylineTails) {
    if (body.endsWith(tail) && body.length > tail.length) {
      const names = readWithRoles(body.slice(0, -tail.length).replace(/[\s/／]+$/u, ''), knowledge);
      if (names) return names.names;
    }
  }
  const read = readWithRoles(body, knowledge);
  if (!read) return bare && isDesk(body, knowledge) ? [body] : null;
  if (read.roles > 0 || marked) return read.names;
  return bare && (!wrapped || read.names.length <= 3) ? read.names : null;
}

/** Who signs a letter to the paper: where they live or what they are, a blank, a name. */
const WRITER = new RegExp(
  `^[（(]?(${HAN}{0,10}(?:读者|讀者|居民|市民|村民|网友|網友|教师|教師|学生|學生|职工|家长|業主|业主))[ \\u3000：:]+(${HAN}{2,4})[）)]?$`,
  'u',
);

/** The name under a letter to the paper; null for any other line. */
export function readLetterSignature(text: string, knowledge: SegmentKnowledge): string | null {
  const name = WRITER.exec(text)?.[2];
  return name && isName(name, knowledge) ? name : null;
}

/** A desk signs instead of people: `某报评论员`, `某刊编辑部`. */
const isDesk = (text: string, knowledge: SegmentKnowledge): boolean =>
  ONLY_HAN.test(text) &&
  knowledge.press.deskTails.some(
    (tail) => text.endsWith(tail) && text.length >= tail.length + 2 && text.length <= tail.length + 4,
  );

/** Where a report was filed, parted from the names by a slash: ／台北報導. */
const FILED_FROM = new RegExp(
  `\\s*[／/]\\s*(${HAN}{2,6})(?:\\d{1,2}日)?(报导|報導|报道|報道|专电|專電|电|電)$`,
  'u',
);
const FILED = new RegExp(`^${HAN}{2,6}(?:\\d{1,2}日(?:专电|專電|电|電)|报导|報導)$`, 'u');

/** A byline without the place it was filed from; what may be a name stays where the verb is used of writers too. */
const withoutPlace = (text: string, knowledge: SegmentKnowledge): string =>
  text.replace(FILED_FROM, (whole, place: string, verb: string) =>
    /道$/u.test(verb) && isName(place, knowledge) ? whole : '',
  );

/** The name before the place and day that a report was filed from: 甲某某台北14日電. */
function nameFiledFrom(text: string, knowledge: SegmentKnowledge): string | null {
  for (const size of [3, 2, 4]) {
    const name = text.slice(0, size);
    if (isName(name, knowledge) && FILED.test(text.slice(size))) return name;
  }
  return null;
}

function readWithRoles(
  text: string,
  knowledge: SegmentKnowledge,
  trusted = /[\s：:/／]/u.test(text),
): { names: string[]; roles: number } | null {
  const agency = knowledge.press.agencies.find(
    (word) => text.startsWith(`${word}记者`) || text.startsWith(`${word}記者`),
  );
  const { rest, roles } = dropRoles(agency ? text.slice(agency.length) : text, knowledge);
  const filed = roles > 0 ? nameFiledFrom(rest, knowledge) : null;
  if (filed) return { names: [filed], roles };
  const names = readNames(
    rest.replace(/[（(][^（）()]{1,12}[）)]/gu, '\u3000\u3000'),
    knowledge,
    trusted && roles > 0,
  );
  return names ? { names, roles } : null;
}

/**
 * Reads the dispatch line at the head of a paragraph when it names reporters: `本报北京3月4日电（记者 甲某某）`,
 * `某某网讯(通讯员甲某某报道)`. A dispatch line without names is left in its paragraph.
 */
export function readDispatch(text: string, knowledge: SegmentKnowledge): BylineReading | null {
  const match = /^([^（(〔［[。！？\n]{0,30}?)[（(〔［[]([^（）()〔〕［］[\]]{2,60})[）)〕］\]]\s*/u.exec(
    text,
  );
  if (!match) return null;
  const [whole, lead = '', inside = ''] = match;
  const { roles } = dropRoles(inside, knowledge);
  if (roles === 0) return null;
  const leadIsDispatch =
    lead.trim() === '' ||
    /(?:讯|訊|电|電|消息|信息|报道|報道|報導)[：:】\]\s]*$/u.test(lead) ||
    knowledge.press.agencies.some((word) => lead.replace(/^[【[]/u, '').startsWith(word));
  if (!leadIsDispatch) return null;
  const names = namesInside(inside, knowledge);
  return names ? { names, start: 0, end: whole.trimEnd().length } : null;
}

/** Reads a byline that closes a paragraph: `……。（记者 甲某某）`, `……。 文/甲某某 乙某`. */
export function readClosingByline(text: string, knowledge: SegmentKnowledge): BylineReading | null {
  const tail = text.slice(-80);
  const shift = text.length - tail.length;
  const bracket = /[（(]([^（）()。]{2,60})[）)]\s*$/u.exec(tail);
  if (bracket && endsBefore(tail, bracket.index)) {
    const { roles } = dropRoles(bracket[1] as string, knowledge);
    const names = roles ? namesInside(bracket[1] as string, knowledge) : null;
    if (names) return { names, start: shift + bracket.index, end: shift + tail.trimEnd().length };
  }
  const open =
    /[。！？”](\s*)([■●◆]?\s*(?:文|图|撰文|作者|记者|本报记者|通讯员)[/／：:\s][^。！？”]{2,40})$/u.exec(
      tail,
    );
  if (open) {
    const body = open[2] as string;
    const names = readBylineLine(body, knowledge, false);
    if (names) return { names, start: text.length - body.length, end: text.length };
  }
  return null;
}

const endsBefore = (text: string, at: number): boolean => /[。！？…”’）)]\s*$/u.test(text.slice(0, at));

function namesInside(inside: string, knowledge: SegmentKnowledge): readonly string[] | null {
  const bare = knowledge.press.bylineTails.reduce(
    (text, tail) => (text.endsWith(tail) ? text.slice(0, -tail.length) : text),
    withoutPlace(inside, knowledge),
  );
  return readWithRoles(bare, knowledge, true)?.names ?? null;
}
