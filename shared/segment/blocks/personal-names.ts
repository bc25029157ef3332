import type { SegmentKnowledge } from '../knowledge.ts';

const HAN = '\\p{Script=Han}';
const SPACED = new RegExp(`^${HAN}(?:[ \\u3000]+${HAN}){1,2}$`, 'u');
const FOREIGN = new RegExp(`^${HAN}{1,6}(?:[·•・]${HAN}{1,8}){1,3}$`, 'u');
/** A name whose surname the list lacks; believed only after a word such as 记者. */
const UNCOMMON = new RegExp(`^${HAN}{2,3}$`, 'u');
const ONLY_HAN = new RegExp(`^${HAN}+$`, 'u');

/** Whether a string is built like a personal name: a known surname and one or two more characters. */
export function isName(text: string, knowledge: SegmentKnowledge): boolean {
  if (FOREIGN.test(text)) return true;
  if (!ONLY_HAN.test(text)) return false;
  const chars = [...knowledge.script.writeCharacters(text)];
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
export function readNames(text: string, knowledge: SegmentKnowledge, trusted = false): string[] | null {
  const body = text.trim();
  if (!body || body.length > 90) return null;
  const names: string[] = [];
  for (const part of body.split(/[、，,；;／/|｜\t]+|[ \u3000\u00a0]{2,}|(?:\s{1,90}(?:和|与)\s+)/u)) {
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

/** 本报驻外记者, 本报驻海门记者: a reporter stationed somewhere. */
const STATIONED = /^(?:本报|[\p{Script=Han}]{2,8}[报社])?(?:特)?驻[\p{Script=Han}]{0,6}?(?:特派)?记者/u;

/**
 * Drops role words (本报记者, 通讯员, 文/) in either script and the marks around them; says how many there were.
 */
export function dropRoles(text: string, knowledge: SegmentKnowledge): { rest: string; roles: number } {
  const folded = knowledge.script.write(text);
  const words = knowledge.press.bylineRoles;
  if (!words.some((word) => folded.includes(word))) return { rest: text.trim(), roles: 0 };
  const isStationed = folded.includes('驻');
  let roles = 0;
  let out = '';
  let at = 0;
  while (at < text.length) {
    const left = folded.slice(at);
    const word =
      (isStationed ? STATIONED.exec(left)?.[0] : undefined) ?? words.find((w) => left.startsWith(w));
    const after = word ? left.slice(word.length) : '';
    const apart = out === '' || /[\s、，,；;/／：:（(·|]$/u.test(out);
    const closes = after.trim() === '' && /[／/]$/u.test(text.slice(0, at));
    const oneSign = word?.length === 1 && !closes && !/^[\s/／：:、]/u.test(after);
    if (word && (apart || word.length >= 2) && !oneSign) {
      roles++;
      out = `${out}\u3000\u3000`;
      at += word.length + (/^[\s/／：:，,、]*/u.exec(after)?.[0].length ?? 0);
    } else {
      const char = [...text.slice(at)][0] as string;
      out += char;
      at += char.length;
    }
  }
  return { rest: out.trim(), roles };
}
