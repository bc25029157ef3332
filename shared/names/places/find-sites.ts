import { classesOf } from '@shared/text/word-frequencies.ts';
import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { longestAt, type Reading } from '../reading.ts';

/** How far before its last word a site's name is looked for, and the boundary that it stands behind. */
interface Pattern {
  readonly tail: RegExp;
  readonly before: RegExp;
}

const PATTERNS: readonly Pattern[] = [
  // 青石街|改造提升项目, 白鹭湾|农文旅项目: a site right before what is done to it.
  {
    tail: /(?:街区|片区|老街|古街|古镇|古村|绿道|[河湖湾谷岛渡桥洲滩泉坞坪溪峡])(?=(?:农文旅|文旅|旅游|改造|提升|整治|更新|修缮|保护|开发|景观|风貌|综合|生态|一期|二期)\p{Script=Han}{0,10}?(?:项目|工程|提升|改造|整治|、))/gu,
    before:
      /(?:[、，。：；“\n至]|推进|实施|启动|开展|完成)(?![老旧新危]|推进|实施|启动|开展|完成)(\p{Script=Han}{2,4})$/u,
  },
  // 兰溪社区|以…: at a sentence's head before what it does.
  {
    tail: /社区(?=以|将|通过|把|还|则|正|已|积极|创新|依托|组织|开展)/g,
    before: /[。！？\n](\p{Script=Han}{2,4})$/u,
  },
  // 依托芦笛部落|4A级景区: a sight by its class.
  {
    tail: /(?=(?:国家)?\dA级(?:旅游)?景区)/g,
    before: /(?:依托|走进|来到|游览|打造|[在到的以、，。“])(\p{Script=Han}{2,6}?)$/u,
  },
];
/** “同心粮仓”|示范园: a quoted name with the kind of site behind it. */
const QUOTED = /“[^“”\n]{2,8}”/g;
/** The place in front of such a name: 芦花小镇. */
const IN_FRONT = /[、，。：\n](\p{Script=Han}{2,6}(?:小镇|[村镇乡县区市]))$/u;
const NO_SITE =
  /[的了在和与及等为是以把将被]|改造|提升|建设|推进|首[个家批座]|唯一|[省国市县]内|一[个处家座]/;
const DESCRIBING_CLASSES = classesOf('verb', 'adjective', 'function', 'number', 'pronoun', 'idiom');
const FARTHEST = 9;
const LONGEST_SITE_TAIL = 6;

/** Sites that what stands beside them gives away. */
export function findSites(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, words } = reading;
  const found: Candidate[] = [];
  for (const { tail, before } of PATTERNS)
    for (const match of text.matchAll(tail)) {
      const own = before.exec(lead(text, match.index))?.[1];
      if (own === undefined) continue;
      const start = match.index - own.length;
      const end = match.index + match[0].length;
      const name = text.slice(start, end);
      if (words.wordStart[start] !== start || NO_SITE.test(name) || isDescribed(reading, start, knowledge))
        continue;
      if (!knowledge.words.commonPlaces.has(name)) found.push(propose('site', 'place', start, end));
    }
  for (const match of text.matchAll(QUOTED)) {
    const end = match.index + match[0].length;
    const tail = longestAt(text, end, knowledge.words.siteTails, LONGEST_SITE_TAIL);
    if (tail === '') continue;
    const place = IN_FRONT.exec(lead(text, match.index))?.[1];
    if (place !== undefined && !NO_SITE.test(place))
      found.push(propose('quoted-site', 'place', match.index - place.length, end + tail.length));
  }
  return found;
}

/** What stands before `end`; a text's beginning is a line's. */
const lead = (text: string, end: number): string =>
  end < FARTHEST ? `\n${text.slice(0, end)}` : text.slice(end - FARTHEST, end);

const isDescribed = ({ text, words }: Reading, start: number, knowledge: NamesKnowledge): boolean =>
  DESCRIBING_CLASSES.has(words.wordClass[start]!) ||
  knowledge.words.unitModifiers.has(text.slice(start, words.wordEnd[start]!)) ||
  knowledge.words.deedVerbs.has(text.slice(start, words.wordEnd[start]!));
