import type { NameType } from '@shared/model/name.ts';
import { timeSpanOf } from '@shared/numerals/time-span.ts';
import type { Claim, ComparedArticle, NamedThing } from '../compared-article.ts';
import type { AgreementKnowledge } from './knowledge.ts';
import { type ArticlePlaces, articlePlacesOf, type Place, placeOf, rankOf } from './places.ts';
import { sentenceAround } from './sentence.ts';
import { runsOf } from './text-runs.ts';
import { scaled, significantDigits, type ValueRange, valueRange } from './value-range.ts';

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
  /** Significant digits of the figure as it was printed, of which a conversion has others; and the same in order. */
  readonly digits: string;
  readonly sortedDigits: string;
  /** Folded words of the measure as the page says it, and all words close to the figure. */
  readonly measure: string;
  readonly words: string;
  /** What the words are known to measure; see `measures.tsv`. */
  readonly measures: ReadonlySet<string>;
  /** What makes its scope another; see `qualifiers.tsv`. */
  readonly qualifiers: ReadonlyMap<string, string>;
  /** Whom it is said of, folded. */
  readonly subject: string;
  /** The measure without names and words for how large a whole: 受旱, hit by drought, of 大王乡受旱. */
  readonly core: string;
  /** Characters of the measure, the words and the subject, each once. */
  readonly characters: { readonly measure: string; readonly words: string; readonly subject: string };
  /** The name that it is said of, no person's, else the last place that its sentence names before it, folded; null where there is none. */
  readonly owner: string | null;
  /** Whether it is said as what is reached by now: 增至 risen to, 累计 in all so far, 已有 has by now. */
  readonly isReached: boolean;
  /** How large a whole it is said of, 全市 the whole city, 该县 this county; null where no word says so. */
  readonly level: string | null;
  /** Where it is true: the owner's place or the whole that `level` says, whichever stands nearer; null where neither does. */
  readonly place: Place | null;
  /** First and last day of what it is true of, as `timeSpanOf` counts days. */
  readonly period: readonly [number, number] | null;
  readonly isPlanned: boolean;
  /** Up or down by so much, where others say how much there is. */
  readonly isChange: boolean;
  /** The figure of which the page says that it is a part (其中, of these), by index among the article's statements; null where it says none. */
  readonly whole: number | null;
  /** The figures beside it in its sentence, by index among the article's statements. */
  readonly neighbours: readonly number[];
}

/** An article ready to be compared. */
export interface ArticleStatements {
  readonly article: ComparedArticle;
  readonly statements: readonly Statement[];
  readonly places: ArticlePlaces;
  /** Folded names that the article carries, the parts of longer names with them. */
  readonly names: ReadonlySet<string>;
  /** Folded names of places and organisations in the headline. */
  readonly focus: ReadonlySet<string>;
  /** The whole text, folded. */
  readonly text: string;
  /** Of the text; see `runsOf`. */
  readonly runs: Uint32Array;
  /** First and last day of its publication, as `timeSpanOf` counts days; null where nothing says it. */
  readonly printed: readonly [number, number] | null;
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
/** How far before a figure they may begin. */
const LONGEST_NAME = 5;
/** The whole of something: 全市 the whole city, 该县 this county. */
const LEVEL = /[全该本](地区|国|省|区|市|州|县|乡|镇|村|厂|校|院|馆|线|场|台)/;
/** What counts the figure before and joins this one to it: 480张病床及 16间手术室, 480 beds and 16 theatres. */
const OF_THE_LAST = /^[^及和与并]{1,8}[及和与并]/;
export function statementsOf(article: ComparedArticle, knowledge: AgreementKnowledge): ArticleStatements {
  const { folding } = knowledge;
  const fold = (text: string): string => folding.foldToString(text);
  const compared = article.claims.filter((claim) => isCompared(claim, article.body.text));
  const text = article.body.text;
  const folded = fold(`${article.title}\n${text}`);
  const title = fold(article.title);
  const places = articlePlacesOf(article, folded, knowledge.places, fold);
  const statements = compared.map((_, i) => statementOf(i, compared, { article, knowledge, fold, places }));
  return {
    article,
    places,
    statements,
    names: new Set(article.names.map(({ name }) => fold(name))),
    focus: new Set(
      article.names
        .filter(({ type }) => type === 'place' || type === 'org')
        .map(({ name }) => fold(name))
        .filter((name) => title.includes(name)),
    ),
    text: folded,
    runs: runsOf(folded),
    printed: article.publishedOn === null ? null : timeSpanOf(article.publishedOn),
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
  readonly places: ArticlePlaces;
}

function statementOf(
  index: number,
  claims: readonly Claim[],
  { article, knowledge, fold, places }: Reading,
): Statement {
  const claim = claims[index]!;
  const { fact, start, end } = claim;
  const text = article.body.text;
  const unit = unitOf(fact, fold(text.slice(Math.max(0, start - LONGEST_NAME), end)), knowledge);
  const before = claims[index - 1];
  const after = claims[index + 1];
  const from = lastBreak(text, start, before?.end ?? 0);
  const to = nextBreak(text, end, after?.start ?? text.length);
  const between = fold(text.slice(from, start));
  const said = before?.end === from ? between.replace(OF_THE_LAST, '') : between;
  // 由原来的58亿元增至67.4亿元 (from 5.8 to 6.74 billion): both are of what the first is of.
  const left =
    before && before.end === from && knowledge.reached.goesOn.test(said)
      ? fold(text.slice(lastBreak(text, before.start, claims[index - 2]?.end ?? 0), before.start)) + said
      : said;
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
  const digits = significantDigits(Number(fact.value));
  const subject = fold(fact.subject?.text ?? '');
  const plainWords = words.replace(EMPTY, '');
  const upTo = fold(text.slice(sentence[0], start));
  const level = LEVEL.exec(`${left}|${subject}|${upTo}`) ?? null;
  const owner = ownerOf(article, fact.subject?.text ?? null, [sentence[0], start]);
  return {
    claim,
    digits,
    sortedDigits: [...digits].sort().join(''),
    characters: {
      measure: charactersOf(measure),
      words: charactersOf(plainWords),
      subject: charactersOf(subject),
    },
    dimension: unit.dimension,
    isBareYuan: unit.isBareYuan ?? false,
    counter: unit.counter,
    range: scaled(valueRange({ ...fact, value: fact.value as number }), unit.factor),
    measure,
    words: plainWords,
    measures: measuresIn(`${measure}|${words}`, knowledge),
    qualifiers,
    subject,
    core: coreOf(measure, article, fold),
    owner: owner && fold(owner.name),
    place: nearestPlace(owner, level?.[0] ?? null, upTo, { knowledge, fold, places }),
    isReached: knowledge.reached.byNow.test(left),
    level: level?.[1] ?? null,
    period,
    isPlanned:
      fact.modality === 'planned' || fact.modality === 'expected' || qualifiers.get('status') === 'planned',
    isChange: knowledge.reached.change.test(left.slice(-6)) && !knowledge.reached.atEnd.test(left),
    whole: wholeOf(fact, claims),
    neighbours: [index - 1, index + 1].filter(
      (i) => claims[i] && claims[i].start >= sentence[0] && claims[i].end <= sentence[1],
    ),
  };
}

/** 度, a degree elsewhere, is a kilowatt hour of electricity. */
const ELECTRICITY = /电/;
const KILOWATT_HOUR = '千瓦时';

const charactersOf = (text: string): string => [...new Set(text.replace('|', ''))].join('');

function wholeOf({ partOf }: Claim['fact'], claims: readonly Claim[]): number | null {
  const at = claims.findIndex(({ fact }) => fact.start === partOf?.start && fact.end === partOf.end);
  return at < 0 ? null : at;
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
  const known =
    folded === null ? null : units.find(folded === '度' && ELECTRICITY.test(words) ? KILOWATT_HOUR : folded);
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

/** Whose names say nothing of where: reports of one event name them or not. */
const NO_OWNERS: ReadonlySet<NameType> = new Set(['title', 'person', 'event']);

function ownerOf(
  { names }: ComparedArticle,
  subject: string | null,
  [from, to]: readonly [number, number],
): NamedThing | null {
  const said = names
    .filter(({ name, type }) => !NO_OWNERS.has(type) && subject?.includes(name))
    .sort((a, b) => b.name.length - a.name.length)[0];
  const before = names
    .filter(({ type, at }) => type === 'place' && at !== null && at >= from && at < to)
    .sort((a, b) => a.at! - b.at!)
    .at(-1);
  return said ?? before ?? null;
}

/** @param upTo the words of the sentence before the figure, folded. */
function nearestPlace(
  owner: NamedThing | null,
  level: string | null,
  upTo: string,
  { knowledge, fold, places: { homes } }: Pick<Reading, 'knowledge' | 'fold' | 'places'>,
): Place | null {
  const rank = level === null ? null : rankOf(level, knowledge.places);
  const ownerAt = owner === null ? -1 : upTo.lastIndexOf(fold(owner.name));
  if (level !== null && rank !== null && (owner === null || upTo.lastIndexOf(level) >= ownerAt))
    return homes.find((home) => home.rank === rank) ?? { name: null, codes: [], rank };
  return owner === null ? null : placeOf(owner, fold(owner.name), knowledge.places);
}

const WHOLE = new RegExp(LEVEL, 'g');

function coreOf(measure: string, { names }: ComparedArticle, fold: (text: string) => string): string {
  let core = measure.replace(WHOLE, '');
  for (const { name, type } of names) if (!NO_OWNERS.has(type)) core = core.replace(fold(name), '');
  return core;
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
