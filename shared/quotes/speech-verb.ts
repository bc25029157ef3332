import type { QuotesKnowledge, SpeechVerb } from './knowledge.ts';

export interface FoundVerb {
  readonly start: number;
  readonly end: number;
  readonly can: SpeechVerb;
}

/** A verb within another word is none: 小说, 知道, 称为. */
function standsAsVerb(text: string, start: number, word: string, knowledge: QuotesKnowledge): boolean {
  const before = text[start - 1] ?? '\n';
  const after = text[start + word.length] ?? '\n';
  return (
    !knowledge.notAfter.get(word)?.includes(before) &&
    !knowledge.notBefore.get(word)?.includes(after) &&
    after !== '的'
  );
}

/** Verbs of one character (道, 讲) are too common inside words to count before anything but a mark. */
const AFTER_SHORT = new Set([...'，,：:。“"！!；;自着起完\n']);

/** The first verb of saying that begins in `start`–`end`. */
export function firstVerb(
  text: string,
  start: number,
  end: number,
  knowledge: QuotesKnowledge,
): FoundVerb | null {
  for (let at = start; at < end; at += 1) {
    const word = knowledge.verbs.startingAt(text, at);
    if (word === null) continue;
    const after = at + word.word.length;
    if (after > end || !standsAsVerb(text, at, word.word, knowledge)) continue;
    if (word.word.length === 1 && word.word !== '说' && !AFTER_SHORT.has(text[after] ?? '\n')) continue;
    return { start: at, end: after, can: word.value };
  }
  return null;
}

/** The verb of saying that ends at `end`. */
export function verbEndingAt(text: string, end: number, knowledge: QuotesKnowledge): FoundVerb | null {
  const word = knowledge.verbs.endingAt(text, end);
  if (word === null) return null;
  const start = end - word.word.length;
  return standsAsVerb(text, start, word.word, knowledge) ? { start, end, can: word.value } : null;
}
