import { timeSpanOf } from '@shared/numerals/time-span.ts';
import type { Claim, ComparedArticle } from '../compared-article.ts';
import type { AgreementKnowledge } from './knowledge.ts';
import { sentenceAround } from './sentence.ts';
import { scaled, type ValueRange, valueRange } from './value-range.ts';

/** A figure as it is compared: in the base unit of its dimension, with the words that say what it is of. */
export interface Statement {
  readonly claim: Claim;
  /** `money:CNY`, `length`, `percent`; of things counted `count`. */
  readonly dimension: string;
  /** A sum in 元 alone, whose currency its page's region tells: two pages of one story may be told apart by that wrongly. */
  readonly isBareYuan: boolean;
  /** The classifier, folded; null where none is printed, and of what is measured. */
  readonly counter: string | null;
  readonly range: ValueRange;
  /** Folded words of the measure as the page says it, and all words close to the figure. */
  readonly measure: string;
  readonly words: string;
  /** What the words are known to measure; see `measures.tsv`. */
  readonly measures: ReadonlySet<string>;
  /** What makes its scope another; see `qualifiers.tsv`. */
  readonly qualifiers: ReadonlyMap<string, string>;
  /** Whom it is said of, folded. */
  readonly subject: string;
  /** The name that it is said of, else the place that its sentence or its article is of, folded; null where none is printed. */
  readonly owner: string | null;
  /** 全市, 该县: how large a whole it is said of; null where no word says so. */
  readonly level: string | null;
  /** First and last day of what it is true of, as `timeSpanOf` counts days. */
  readonly period: readonly [number, number] | null;
  readonly isPlanned: boolean;
  /** Up or down by so much, where others say how much there is. */
  readonly isChange: boolean;
  /** The figures beside it in its sentence, by index among the article's statements. */
  readonly neighbours: readonly number[];
}

/** An article ready to be compared. */
export interface ArticleStatements {
  readonly article: ComparedArticle;
  readonly statements: readonly Statement[];
  /** Folded names that the article carries, the parts of longer names with them. */
  readonly names: ReadonlySet<string>;
  /** The whole text, folded. */
  readonly text: string;
}

const CLAUSE_ENDS = /[。！？；，、：:;,!?…\n“”「」（）()]/;
/** Words that stand at every figure and say nothing of it. */
const EMPTY = /[的了是有为在和与及等约近达到超共已其中个名人元万亿]/g;
/** Days that a duration counts by; a month is thirty, a year three hundred and sixty-five. */
const DAYS: Readonly<Record<string, number>> = {
  年: 365,
  个月: 30,
  月: 30,
  周: 7,
  星期: 7,
  天: 1,
  日: 1,
  小时: 1 / 24,
  个小时: 1 / 24,
  个钟头: 1 / 24,
  钟头: 1 / 24,
  分钟: 1 / 1440,
  分: 1 / 1440,
};
/** What a bare 元 may be. */
const YUAN: ReadonlySet<string> = new Set(['CNY', 'HKD', 'MOP', 'TWD']);
/** Words and signs at a sum by which it is of a region's own yuan, folded. */
const NAMED_YUAN = /人民币|rmb|港[币元圆]|澳门[币元]|[葡台]币|hk\$|nt\$|mop/i;
/** How far before a sum they may begin. */
const LONGEST_NAME = 5;
/** 全市, 该县: the whole of something. */
const LEVEL = /[全该本](国|省|区|市|州|县|乡|镇|村|厂|校|院|馆|线|场|台)/;
/** Changes that are said as what is reached: 增至 46万册 is a stock, no growth. */
const REACHED = /[至到为]$/;
const CHANGED = /增加|减少|增长|下降|净增|上升|提高了|增收|多收|少了|多了/;

export function statementsOf(article: ComparedArticle, knowledge: AgreementKnowledge): ArticleStatements {
  const { folding } = knowledge;
  const fold = (text: string): string => folding.foldToString(text);
  const compared = article.claims.filter((claim) => isCompared(claim, article.body.text));
  const text = article.body.text;
  const named = article.names.map(({ name }) => fold(name));
  return {
    article,
    names: new Set(named),
    text: fold(`${article.title}\n${text}`),
    statements: compared.map((_, i) => statementOf(i, compared, { article, knowledge, fold })),
  };
}

/** What such words stand behind is a label or sums up what was listed: 2号, 两地, 三级. */
const LABELS = ['号', '號', '地', '级', '級'];

/** Numbers that say how much there is: no ranks, no labels (2号航站楼), nothing that others are counted by (每10万人). */
const isCompared = ({ fact: { kind, value, unit }, start }: Claim, text: string): boolean =>
  typeof value === 'number' &&
  !['ordinal', 'ratio', 'age'].includes(kind) &&
  !LABELS.includes(unit ?? '') &&
  text.charAt(start - 1) !== '每';

interface Reading {
  readonly article: ComparedArticle;
  readonly knowledge: AgreementKnowledge;
  readonly fold: (text: string) => string;
}

function statementOf(
  index: number,
  claims: readonly Claim[],
  { article, knowledge, fold }: Reading,
): Statement {
  const claim = claims[index]!;
  const { fact, start, end } = claim;
  const text = article.body.text;
  const unit = unitOf(fact, fold(text.slice(Math.max(0, start - LONGEST_NAME), end)), knowledge);
  const before = claims[index - 1];
  const after = claims[index + 1];
  const from = lastBreak(text, start, before?.end ?? 0);
  const to = nextBreak(text, end, after?.start ?? text.length);
  const left = fold(text.slice(from, start));
  const right = fold(text.slice(end, to));
  const clause = fold(text.slice(lastBreak(text, start, 0), nextBreak(text, end, text.length)));
  const measure = fold(fact.measure?.text ?? '');
  const words = left + right === '' ? measure : `${left}|${right}`;
  const sentence = sentenceAround(text, start, end);
  const period = fact.when === null ? null : timeSpanOf(fact.when);
  const qualifiers = new Map(
    knowledge.qualifiers
      .filter(({ word, kind }) => (kind === 'time' || kind === 'status' ? clause : words).includes(word))
      .map(({ kind, which }) => [kind, which] as const),
  );
  return {
    claim,
    dimension: unit.dimension,
    isBareYuan: unit.isBareYuan ?? false,
    counter: unit.counter,
    range: scaled(valueRange({ ...fact, value: fact.value as number }), unit.factor),
    measure,
    words: words.replace(EMPTY, ''),
    measures: measuresIn(`${measure}|${words}`, knowledge),
    qualifiers,
    subject: fold(fact.subject?.text ?? ''),
    owner: ownerOf(article, fact.subject?.text ?? null, [sentence[0], start], fold),
    level:
      LEVEL.exec(`${left}|${fold(fact.subject?.text ?? '')}|${fold(text.slice(sentence[0], start))}`)?.[1] ??
      null,
    period,
    isPlanned:
      fact.modality === 'planned' || fact.modality === 'expected' || qualifiers.get('status') === 'planned',
    isChange: CHANGED.test(left.slice(-6)) && !REACHED.test(left),
    neighbours: [index - 1, index + 1].filter(
      (i) => claims[i] && claims[i].start >= sentence[0] && claims[i].end <= sentence[1],
    ),
  };
}

/** @param words the figure with what stands before it, folded. */
function unitOf(
  { kind, unit }: Claim['fact'],
  words: string,
  { folding, units }: AgreementKnowledge,
): Pick<Statement, 'dimension' | 'counter'> & { readonly factor: number; readonly isBareYuan?: boolean } {
  const folded = unit === null ? null : folding.foldToString(unit);
  if (kind === 'money') {
    const isBareYuan = unit === null || (YUAN.has(unit) && !NAMED_YUAN.test(words));
    return { dimension: `money:${unit}`, factor: 1, counter: null, isBareYuan };
  }
  if (kind === 'percent') return { dimension: `percent:${folded ?? ''}`, factor: 1, counter: null };
  if (kind === 'duration') {
    const days = DAYS[folded ?? ''];
    return days === undefined
      ? { dimension: `duration:${folded ?? ''}`, factor: 1, counter: null }
      : { dimension: 'duration', factor: days, counter: null };
  }
  const known = folded === null ? null : units.find(folded);
  if (kind === 'quantity' || known === null || known.dimension.startsWith('count:'))
    return { dimension: 'count', factor: 1, counter: folded };
  return { ...known, counter: null };
}

/** The longest words first; none within another: 倒塌房屋 is no 倒塌 beside it. */
function measuresIn(words: string, { measures }: AgreementKnowledge): ReadonlySet<string> {
  const found = new Set<string>();
  let rest = words;
  for (const { word, measure } of measures)
    if (rest.includes(word)) {
      found.add(measure);
      rest = rest.replaceAll(word, '|');
    }
  return found;
}

function ownerOf(
  { names }: ComparedArticle,
  subject: string | null,
  [from, to]: readonly [number, number],
  fold: (text: string) => string,
): string | null {
  const said = names
    .filter(({ name, type }) => type !== 'title' && subject?.includes(name))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (said) return fold(said.name);
  const places = names.filter(({ type }) => type === 'place');
  const before = places
    .filter(({ at }) => at !== null && at >= from && at < to)
    .sort((a, b) => a.at! - b.at!)
    .at(-1);
  // An article is of the place that its headline or its first sentence names.
  const owner = before ?? places.find(({ at }) => at === null) ?? places[0];
  return owner === undefined ? null : fold(owner.name);
}

/** From behind the last mark before `at`, not before `floor`. */
function lastBreak(text: string, at: number, floor: number): number {
  let from = at;
  while (from > floor && !CLAUSE_ENDS.test(text.charAt(from - 1))) from--;
  return from;
}

function nextBreak(text: string, at: number, ceiling: number): number {
  let to = at;
  while (to < ceiling && !CLAUSE_ENDS.test(text.charAt(to))) to++;
  return to;
}
