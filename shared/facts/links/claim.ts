import type { FoundFact } from '@shared/model/fact.ts';
import type { FiguresKnowledge } from '../figures/knowledge.ts';
import type { Token } from './cut-words.ts';
import { type PhraseWords, plays } from './phrase-words.ts';
import type { Surroundings } from './surroundings.ts';

/** 人均, 户均: by whom or what an amount is shared out. */
const SHARED_OUT: ReadonlyMap<string, string> = new Map([
  ['人均', '人'],
  ['户均', '户'],
  ['亩均', '亩'],
  ['亩产', '亩'],
  ['村均', '村'],
  ['年均', '年'],
  ['月均', '月'],
  ['日均', '日'],
  ['年产', '年'],
]);

/** What the words before a figure say of its claim besides its measure. */
export interface Claim {
  readonly per?: string;
  readonly modality?: 'planned' | 'expected' | 'possible';
  readonly direction?: 'up' | 'down';
}

export function claimOf(
  text: string,
  { kind }: FoundFact,
  { left: clause, before: sentence }: Surroundings,
  phraseWords: PhraseWords,
  figures: FiguresKnowledge,
): Claim {
  const last = clause.findLast(
    ({ text: word }) => plays(phraseWords, 'up', word) || plays(phraseWords, 'down', word),
  );
  const near = last !== undefined && clause.indexOf(last) >= clause.length - 3;
  const direction = near ? (plays(phraseWords, 'down', last.text) ? 'down' : 'up') : undefined;
  const modality = (['expected', 'planned', 'possible'] as const).find((role) =>
    saysPlan(role === 'possible' ? clause : sentence, role, phraseWords),
  );
  const per = kind === 'percent' ? undefined : perOf(text, clause, figures);
  return {
    ...(per === undefined ? {} : { per }),
    ...(modality === undefined ? {} : { modality }),
    ...(direction === undefined ? {} : { direction }),
  };
}

/** A word of planning that a verb or a number follows: 将投入, 计划今年培训, but not “青苗”计划 nor 将其列入. */
function saysPlan(
  tokens: readonly Token[],
  role: 'planned' | 'expected' | 'possible',
  words: PhraseWords,
): boolean {
  return tokens.some(({ text: word }, at) => {
    if (!plays(words, role, word) || tokens[at - 1]?.wordClass === 'quoted') return false;
    const next = tokens[at + 1]?.wordClass;
    return (
      next !== 'noun' &&
      next !== 'quoted' &&
      next !== 'name' &&
      !(word === '将' && next !== 'verb' && next !== 'adverb')
    );
  });
}

/** 每年…12个, 人均收入…, 平均一天…: what an amount is counted by, said earlier in the clause. */
function perOf(text: string, clause: readonly Token[], { per }: FiguresKnowledge): string | undefined {
  const first = clause[0];
  const last = clause.at(-1);
  if (first === undefined || last === undefined) return undefined;
  for (const [word, by] of SHARED_OUT) if (clause.some((token) => token.text === word)) return by;
  const words = text.slice(first.start, last.end);
  for (const each of ['每', '平均一']) {
    const at = words.lastIndexOf(each);
    const word = at < 0 ? null : per.startingAt(words, at + each.length);
    if (word !== null) return word.word;
  }
  return undefined;
}
