import { type Candidate, propose } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import type { Reading } from './reading.ts';
import type { Rule } from './weights.ts';

/** Regions of China by one character, besides the abbreviations of provinces. */
const REGION = new Set('华东西南北中');
/** 中建八局, 中铁十二局集团. */
const BUREAU =
  /中(?:国)?(?:建筑?|铁建?|交建?|水电?|电建|冶|核|能建)第?[一二三四五六七八九十]{1,3}(?:工程)?局(?:集团)?/g;
/** 余杭区|仓前小学: schools and hospitals right behind a unit, whose own name no dictionary knows. */
const OWN_SCHOOL =
  /^(?!各|多|所|有|个|近|等|这|那|全|乡|城|农|中小学|大中)[\p{Script=Han}]{1,4}?(?:中心|实验|第[一二三四五六七八九十]+)?(?:小学|中学|幼儿园|卫生院|医院)(?![生科里内外])/u;
const NO_OWN = /[的在和与为把被让是了等各及或]/;
/** 成立助力乡村振兴领导小组: what is founded, up to the word that ends such bodies. */
const FOUNDED =
  /(?:成立|组建|设立)了?(?=((?:“[^“”\n]{1,12}”)?(?:(?!成立|组建|设立|领导小组|工作专班)[\p{Script=Han}]){2,24}?(?:领导小组|协调小组|工作专班|工作委员会|指挥部)))/gu;
const ENDS_FOUNDED = /领导小组|协调小组|工作专班|工作委员会|指挥部/;
const COUNTED = /^(?:了|多|数|[一二三四五六七八九十两几各]+[个支批]|相应|专门|相关|由)/;

/** Bodies that their form gives away though no dictionary knows them. */
export function findSpelledBodies(
  { text, words, tagged }: Reading,
  { words: { abbreviations }, gazetteer, patterns }: NamesKnowledge,
): Candidate[] {
  const found: Candidate[] = [];
  const add = (rule: Rule, start: number, end: number): void => {
    found.push(propose(rule, 'org', start, end));
  };
  for (const match of text.matchAll(patterns.university)) {
    const start = match.index - 1;
    const first = text[start] ?? '';
    const isPlace = abbreviations.has(first) || REGION.has(first) || gazetteer.initials.has(first);
    const isHeld = tagged.some((span) => span.start < start && span.end > start);
    if (isPlace && !isHeld && words.wordStart[start] === start)
      add('university', start, match.index + match[0].length);
  }
  for (const match of text.matchAll(BUREAU)) add('works-bureau', match.index, match.index + match[0].length);
  for (const span of tagged) {
    if (span.type === 'person') continue;
    const unit = lastUnit(text.slice(span.start, span.end + 1));
    if (unit < 2) continue;
    const school = OWN_SCHOOL.exec(text.slice(span.start + unit, span.start + unit + 14))?.[0];
    if (
      school &&
      !NO_OWN.test(school) &&
      gazetteer.byName.has(text.slice(span.start + unit - 3, span.start + unit))
    )
      add('own-school', span.start, span.start + unit + school.length);
  }
  for (const match of ENDS_FOUNDED.test(text) ? text.matchAll(FOUNDED) : []) {
    const body = match[1]!;
    const start = match.index + match[0].length;
    if (!COUNTED.test(body) && !NO_FOUNDED.test(body)) add('founded', start, start + body.length);
  }
  return found;
}

const NO_FOUNDED = /[，。；：、的了由把被]/;
/** Where the last unit of administration inside a span ends: 杭州市余杭区|仓. */
function lastUnit(span: string): number {
  for (let end = span.length; end >= 2; end--) if (/[市县区旗]/.test(span[end - 1]!)) return end;
  return 0;
}
