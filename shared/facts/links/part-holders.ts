import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { cutWords, type Token, type Whole } from './cut-words.ts';
import type { PhraseWords } from './phrase-words.ts';
import { phraseOfTokens, type ReadingPhrase } from './reading-phrase.ts';
import { isSaid } from './share-measures.ts';
import { isNominal, isOneWhoActs, namesQuantity } from './token-kinds.ts';

/** A measure right before its figure, as long as its clause, in words. */
interface Head {
  readonly index: number;
  readonly tokens: readonly Token[];
}

/** Last characters of what holds things: 渔港|泊位, 寺院|殿堂, 大桥|桩基. */
const HOLDS = /[场院校厂店馆区镇乡村县市省州港山园寺庙所局社楼桥站船舰组户堂库岛湖江河城厅营]$/;
const OPENS = /^$|[，。；、：！？\s）)]/;
const SHORTEST = 2;
/** As far from one figure to the next they may stand in one row. */
const FARTHEST = 24;

/**
 * Parts a measure that has swallowed whom it is said of, where the next figure shows it: 老城区|学位2.1万个，新城区|学位1.4万个
 * by the last word that both have, 牧区|牛64万头、羊210万只 by what the rest of the row leaves out. Writes into
 * `measures` and `subjects`, beside `facts`.
 */
export function partHolders(
  text: string,
  facts: readonly FoundFact[],
  names: readonly FoundName[],
  measures: (ReadingPhrase | null)[],
  subjects: (ReadingPhrase | null)[],
  words: PhraseWords,
): void {
  const wholes = names.map(({ start, end }): Whole => ({ start, end, wordClass: 'name' }));
  /** Figures whose subject the row before them gives. */
  const inRow = new Set<number>();
  let before: Head | null = null;
  for (const [index, fact] of facts.entries()) {
    if (isTimeKind(fact.kind)) continue;
    const head = headOf(text, index, facts, measures, wholes, words);
    const last: Head | null = before;
    before = head;
    if (head === null || last === null) continue;
    const from = facts[last.index]!.end;
    if (fact.start - from > FARTHEST || /[。！？\n]/.test(text.slice(from, fact.start))) continue;
    if (!partAlike(last, head)) partRow(last, head);
  }

  /** 东区|降雨…，西区|降雨…: two measures that end alike are one said of two. */
  function partAlike(first: Head, second: Head): boolean {
    let shared = 0;
    const [a, b] = [first.tokens, second.tokens];
    while (shared < Math.min(a.length, b.length) - 1 && a.at(-1 - shared)!.text === b.at(-1 - shared)!.text)
      shared += 1;
    if (shared === 0 || lengthOf(a.slice(-shared)) < SHORTEST) return false;
    const others = [a.slice(0, -shared), b.slice(0, -shared)];
    if (!others.every((own) => isHolder(own, words))) return false;
    for (const head of [first, second]) give(head, head.tokens.slice(0, -shared), head.tokens.slice(-shared));
    return true;
  }

  /** 渔港|泊位…，冷库…，制冰能力…: the holder is said once, before the first of a row. */
  function partRow(first: Head, second: Head): void {
    if (subjects[second.index] || isHolder(second.tokens.slice(0, -1), words)) return;
    const holder = first.tokens.slice(0, -1);
    const own = first.tokens.at(-1)!;
    if (!inRow.has(first.index)) {
      if (namesQuantity(own.text, words) || !isNominal(own) || !isHolder(holder, words)) return;
      give(first, holder, [own]);
    }
    subjects[second.index] = subjects[first.index] ?? null;
    inRow.add(second.index);
  }

  function give({ index }: Head, holder: readonly Token[], own: readonly Token[]): void {
    const fact = facts[index]!;
    if (!isSaid(fact, 'measure') && !fact.measure) measures[index] = phraseOfTokens(text, own);
    if (!fact.subject) subjects[index] = phraseOfTokens(text, holder);
  }
}

/** The measure of a figure in words where it fills its clause up to the figure, and no subject stands elsewhere. */
function headOf(
  text: string,
  index: number,
  facts: readonly FoundFact[],
  measures: readonly (ReadingPhrase | null)[],
  wholes: readonly Whole[],
  words: PhraseWords,
): Head | null {
  const measure = measures[index];
  if (!measure || measure.end !== facts[index]!.start) return null;
  const opens =
    OPENS.test(text[measure.start - 1] ?? '') || (index > 0 && facts[index - 1]!.end === measure.start);
  return opens ? { index, tokens: cutWords(text, measure.start, measure.end, wholes, words) } : null;
}

const lengthOf = (tokens: readonly Token[]): number =>
  tokens.length === 0 ? 0 : tokens.at(-1)!.end - tokens[0]!.start;

/** Whether the words are a name, a place that holds things or ones who act. */
function isHolder(tokens: readonly Token[], words: PhraseWords): boolean {
  if (lengthOf(tokens) < SHORTEST || !tokens.every(isNominal)) return false;
  const { text, wordClass } = tokens.at(-1)!;
  return wordClass === 'name' || HOLDS.test(text) || isOneWhoActs(text, words);
}
