import type { Clause } from './clauses.ts';
import type { Token } from './cut-words.ts';
import { type PhraseWords, plays } from './phrase-words.ts';

/** How far what a figure says has come about; none where it simply is so. */
export type Modality = 'planned' | 'expected' | 'possible';

/**
 * Whether a figure is planned, expected or possible. A word of planning governs the list behind it to the full
 * stop, until something is said to be done or another time begins a clause; a possibility only its own clause.
 * @param clause the words before the figure in its clause.
 * @param sentence the clauses of its sentence.
 */
export function modalityOf(
  start: number,
  clause: readonly Token[],
  sentence: readonly Clause[],
  words: PhraseWords,
): Modality | undefined {
  let found: Modality | undefined;
  for (const spoken of sentence) {
    if (spoken.start >= start) break;
    for (const { end, says } of turnsOf(spoken, words)) {
      if (end > start) break;
      if (says !== 'planned' || found !== 'expected') found = says;
    }
  }
  return found ?? (isPossible(clause, words) ? 'possible' : undefined);
}

/** A word behind which something is planned or expected, or is so no more. */
interface Turn {
  readonly end: number;
  readonly says: 'planned' | 'expected' | undefined;
}

/** What each clause was found to say: all figures of its sentence ask. */
const turns = new WeakMap<Clause, readonly Turn[]>();

function turnsOf(clause: Clause, words: PhraseWords): readonly Turn[] {
  const known = turns.get(clause);
  if (known !== undefined) return known;
  const found: Turn[] = [];
  for (const [at, { text, wordClass, end }] of clause.tokens.entries()) {
    if (plays(words, 'done', text) || (at === 0 && wordClass === 'time'))
      found.push({ end, says: undefined });
    if (says(clause.tokens, at, 'expected', words)) found.push({ end, says: 'expected' });
    else if (says(clause.tokens, at, 'planned', words)) found.push({ end, says: 'planned' });
  }
  turns.set(clause, found);
  return found;
}

const NOUNS_TOO = new Set(['预期', '预测', '预报']);

/** A word of planning that a verb or a number follows: 将投入, 计划今年培训, but not “青苗”计划 nor 将其列入. */
function says(
  tokens: readonly Token[],
  at: number,
  role: 'planned' | 'expected',
  words: PhraseWords,
): boolean {
  const { text } = tokens[at]!;
  if (!plays(words, role, text) || tokens[at - 1]?.wordClass === 'quoted') return false;
  const next = tokens[at + 1]?.wordClass;
  if (text === '将' && next !== 'verb' && next !== 'adverb') return false;
  // 组委会预计，…: who expects it stands before it.
  if (next === undefined) return role === 'expected';
  if (role === 'expected' && !NOUNS_TOO.has(text)) return tokens[at + 1]!.text !== '的';
  return next !== 'noun' && next !== 'quoted' && next !== 'name';
}

/** 可办理135项, but not 可容纳的…: a verb that a 的 before the figure makes a quality. */
const isPossible = (clause: readonly Token[], words: PhraseWords): boolean =>
  clause.some(
    ({ text }, at) =>
      plays(words, 'possible', text) &&
      clause[at + 1] !== undefined &&
      !clause.slice(at + 1).some((token) => token.text === '的'),
  );
