import { classesOf } from '@shared/text/word-frequencies.ts';
import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

/** The last word of a site's name, and what stands before it: the boundary behind which the name begins. */
interface SitePattern {
  readonly tail: RegExp;
  readonly before: RegExp;
}

const BEFORE_WORK =
  /(?:[、，。：；“\n至]|推进|实施|启动|开展|完成)(?![老旧新危]|推进|实施|启动|开展|完成)(\p{Script=Han}{2,4})$/u;
/** 兰溪社区|以…: at a sentence's head before what it does. */
const BEFORE_DEED: SitePattern = {
  tail: /社区(?=以|将|通过|把|还|则|正|已|积极|创新|依托|组织|开展)/g,
  before: /[。！？\n](\p{Script=Han}{2,4})$/u,
};
/** 依托芦笛部落|4A级景区: a sight by its class. */
const BEFORE_CLASS: SitePattern = {
  tail: /(?=(?:国家)?\dA级(?:旅游)?景区)/g,
  before: /(?:依托|走进|来到|游览|打造|[在到的以、，。“])(\p{Script=Han}{2,6}?)$/u,
};
/** “同心粮仓”|示范园: a quoted name with the kind of site behind it. */
const QUOTED = /“[^“”\n]{2,8}”/g;
/** The place in front of such a name: 芦花小镇. */
const IN_FRONT = /[、，。：\n](\p{Script=Han}{2,6}(?:小镇|[村镇乡县区市]))$/u;
const NO_SITE =
  /[的了在和与及等为是以把将被]|改造|提升|建设|推进|首[个家批座]|唯一|[省国市县]内|一[个处家座]/;
const DESCRIBING_CLASSES = classesOf('verb', 'adjective', 'function', 'number', 'pronoun', 'idiom');
/** How far before a site's last word its name is looked for, in UTF-16 units. */
const FARTHEST = 9;

/** Sites that what stands beside them gives away. */
export function findSites(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, words } = reading;
  const found: Candidate[] = [];
  const beforeWork: SitePattern = { tail: knowledge.patterns.siteBeforeWork, before: BEFORE_WORK };
  for (const { tail, before } of [beforeWork, BEFORE_DEED, BEFORE_CLASS])
    for (const match of text.matchAll(tail)) {
      const own = before.exec(lead(text, match.index))?.[1];
      if (own === undefined) continue;
      const start = match.index - own.length;
      const end = match.index + match[0].length;
      const name = text.slice(start, end);
      if (
        words.wordStart[start] !== start ||
        NO_SITE.test(name) ||
        beginsWithDescription(reading, start, knowledge)
      )
        continue;
      if (!knowledge.words.commonPlaces.has(name)) found.push(propose('site', 'place', start, end));
    }
  for (const match of text.matchAll(QUOTED)) {
    const end = match.index + match[0].length;
    const tail = knowledge.words.siteTails.startingAt(text, end);
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

/** 推进|…, 老旧|…: the first word says what is done or of what sort the site is. */
const beginsWithDescription = ({ text, words }: Reading, start: number, knowledge: NamesKnowledge): boolean =>
  DESCRIBING_CLASSES.has(words.wordClass[start]!) ||
  knowledge.words.unitModifiers.has(text.slice(start, words.wordEnd[start]!)) ||
  knowledge.words.deedVerbs.has(text.slice(start, words.wordEnd[start]!));
