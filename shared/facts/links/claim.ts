import type { FoundFact } from '@shared/model/fact.ts';
import type { FiguresKnowledge } from '../figures/knowledge.ts';
import type { Clause } from './clauses.ts';
import type { Token } from './cut-words.ts';
import { type Modality, modalityOf } from './modality.ts';
import { type PhraseWords, plays } from './phrase-words.ts';
import type { Surroundings } from './surroundings.ts';

/** What the words before a figure say of its claim besides its measure. */
export interface Claim {
  readonly per?: string;
  readonly modality?: Modality;
  readonly direction?: 'up' | 'down';
}

/**
 * What the figure claims besides its measure.
 * @param sentence the clauses of its sentence; a plan said in an earlier one still holds.
 */
export function claimOf(
  text: string,
  { kind, start }: FoundFact,
  { left: clause }: Surroundings,
  sentence: readonly Clause[],
  phraseWords: PhraseWords,
  figures: FiguresKnowledge,
): Claim {
  const last = clause.findLast(
    ({ text: word }) => plays(phraseWords, 'up', word) || plays(phraseWords, 'down', word),
  );
  const near = last !== undefined && clause.indexOf(last) >= clause.length - 3;
  const direction = near ? (plays(phraseWords, 'down', last.text) ? 'down' : 'up') : undefined;
  const modality = modalityOf(start, clause, sentence, phraseWords);
  const per = kind === 'percent' ? undefined : perOf(text, clause, phraseWords, figures);
  return {
    ...(per === undefined ? {} : { per }),
    ...(modality === undefined ? {} : { modality }),
    ...(direction === undefined ? {} : { direction }),
  };
}

/** 每年…12个, 人均收入…, 平均一天…: what an amount is counted by, said earlier in the clause. */
function perOf(
  text: string,
  clause: readonly Token[],
  phraseWords: PhraseWords,
  { per }: FiguresKnowledge,
): string | undefined {
  const first = clause[0];
  const last = clause.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const sharedOut = clause.find((token) => plays(phraseWords, 'shared-out', token.text));
  if (sharedOut !== undefined) return sharedOut.text[0];
  const words = text.slice(first.start, last.end);
  for (const each of ['每', '平均一']) {
    const at = words.lastIndexOf(each);
    const word = at < 0 ? null : per.startingAt(words, at + each.length);
    if (word !== null) return word.word;
  }
  return undefined;
}
