import type { SegmentKnowledge } from '../knowledge.ts';

const HAN = '\\p{Script=Han}';
const SPACED = new RegExp(`^${HAN}(?:[ \\u3000]+${HAN}){1,2}$`, 'u');
const FOREIGN = new RegExp(`^${HAN}{1,6}(?:[·•・]${HAN}{1,8}){1,3}$`, 'u');
/** A name whose surname the list lacks; believed only after a word such as 记者. */
const UNCOMMON = new RegExp(`^${HAN}{2,3}$`, 'u');
/** Units of a name of another language written in characters without a dot. */
const TRANSLITERATED = { fewest: 4, most: 7 } as const;
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

/** Whether a word has only characters that names of other languages are written with: 热依汗古丽. */
const isTransliterated = (text: string, { press }: SegmentKnowledge): boolean => {
  const chars = [...text];
  return (
    chars.length >= TRANSLITERATED.fewest &&
    chars.length <= TRANSLITERATED.most &&
    chars.every((char) => press.nameSounds.has(char))
  );
};

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
    // 新城·山河日报记者 某某: for whom somebody reports is no name.
    if (!piece || knowledge.newspaper.end.test(piece)) continue;
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

/**
 * Blank-parted tokens are names, or the single characters of names that were spaced out. Of single characters three
 * make a name rather than two where the others still make names.
 */
function readTokens(
  tokens: readonly string[],
  knowledge: SegmentKnowledge,
  trusted: boolean,
): string[] | null {
  const best: (string[] | null)[] = [...tokens.map(() => null), []];
  for (let i = tokens.length - 1; i >= 0; i--)
    for (const [names, used] of namesAt(tokens, i, knowledge, trusted)) {
      const rest = best[i + used];
      if (!rest) continue;
      best[i] = [...names, ...rest];
      break;
    }
  return best[0] ?? null;
}

/** The names that tokens from one on may be, the likeliest first, and how many tokens each takes. */
function namesAt(
  tokens: readonly string[],
  i: number,
  knowledge: SegmentKnowledge,
  trusted: boolean,
): (readonly [names: readonly string[], used: number])[] {
  const token = tokens[i] as string;
  const sizes = tokens.slice(i, i + 3).map((each) => [...each].length);
  if (sizes[0] === 1) {
    const two = token + (tokens[i + 1] ?? '');
    const three = two + (tokens[i + 2] ?? '');
    const isPaired = (tokens.length - i) % 2 === 0;
    const found: (readonly [readonly string[], number])[] = [];
    if ((sizes[1] === 1 || sizes[1] === 2) && isName(two, knowledge)) found.push([[two], 2]);
    if (sizes[1] === 1 && sizes[2] === 1 && isName(three, knowledge)) found.push([[three], 3]);
    return isPaired ? found : found.reverse();
  }
  if (isName(token, knowledge) || (trusted && (UNCOMMON.test(token) || isTransliterated(token, knowledge))))
    return [[[token], 1]];
  const run = ONLY_HAN.test(token) ? splitRun(token, knowledge) : null;
  return run && run.length >= 2 ? [[run, 1]] : [];
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
