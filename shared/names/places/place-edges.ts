import type { NamesKnowledge } from '../knowledge.ts';
import { isLikened, longestAt, longestBefore } from '../reading.ts';

/** 嘉陵江|畔, 天山|脚下, 淮河|两岸: what lies by a place. */
const BESIDE =
  /(?:之畔|畔|山?脚下|山?麓|之巅|之滨|之南|之北|沿线|沿岸|两岸|南岸|北岸|东岸|西岸|北麓|南麓|东麓|西麓|南缘|北缘|东缘|西缘|腹地|境内|一带)$/;
const DISTRICT = /地区$/;
/** 建德|全市镇街: the whole of it begins another phrase. */
const WHOLE_OF_IT = /全[省市县区州旗镇乡村域境]/;
/** 阿瓦提|乡村, 石桥镇|镇街: a word that the last unit's ending seems to begin, and that goes to the end or beyond. */
const KIND_AT_END = /(?:乡村|镇街|镇村|镇区|镇域|乡镇|乡间|村镇|村居|村社|村民|村庄|村落|村里|村级|乡亲)/;
const LONGEST_WORLD_PLACE = 8;

/**
 * Where a place's name ends inside `start`–`end`: before what lies beside it (畔, 脚下), before 全市 and the like, before
 * 地区 where the register has no such prefecture, and before a word of villages and towns (乡村, 镇街).
 */
export function endOfPlace(
  text: string,
  start: number,
  end: number,
  { gazetteer, words }: NamesKnowledge,
): number {
  const whole = text.slice(start + 2, end).search(WHOLE_OF_IT);
  // The last character may begin a word that goes on behind the span.
  const kind = [end - 2, end - 1].find((at) => at >= start + 2 && KIND_AT_END.test(text.slice(at, at + 2)));
  const stop = whole >= 0 ? start + 2 + whole : (kind ?? end);
  const name = text.slice(start, stop);
  if (gazetteer.byName.has(name)) return stop;
  const beside = BESIDE.exec(name)?.[0].length ?? 0;
  const own = name.slice(0, name.length - beside);
  if (beside > 0 && own.length >= 2 && (words.worldPlaces.has(own) || /[江河湖山海溪岭]$/.test(own)))
    return start + own.length;
  if (DISTRICT.test(name) && !words.worldPlaces.has(name)) {
    const head = name.slice(0, -2);
    const units = [...(gazetteer.byShortName.get(head) ?? []), ...(gazetteer.byName.get(head) ?? [])];
    // 乐山地区 was a prefecture once; no province was.
    if (units.length > 0 && units.every(({ level }) => level !== 2)) return start + head.length;
  }
  return stop;
}

/** Mountains and waters before what lies by them, wherever the words of the dictionary part: 天山|脚下. */
export function findNatural(text: string, { words }: NamesKnowledge): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const match of text.matchAll(BY_WATER)) {
    if (!/[江河湖山海岭]/.test(text[match.index - 1] ?? '')) continue;
    const own = longestBefore(text, match.index, words.worldPlaces, LONGEST_WORLD_PLACE);
    if (own.length > 1) found.push({ start: match.index - own.length, end: match.index });
  }
  return found;
}

const BY_WATER = /(?:畔|脚下|之畔|之巅|之滨|沿岸|两岸|[南北东西][岸麓缘])/g;

/** Words that 市, 县 and their like begin behind a place, and so are no ending of its own: 市民, 县城, 市委. */
const BEGINS_WORD =
  /^(?:市[民场长区面直属政容郊井值价集域委府]|县[城域长直级委府]|区[域块划长别间委]|镇[长上区域村街]|乡[村镇亲间音愁土情]|州[长府])/;

/** 北京|东路: a road that is named after a city. */
const ROAD = /^[东西南北中]路/;

/**
 * The ending of a place that follows its name though the register lacks it: 清河|市 where it knows 清河县
 * alone, and 北京|东路.
 * @returns the length of the ending, 0 where another word begins.
 */
export function ownEnding(
  text: string,
  end: number,
  wordEnd: ArrayLike<number>,
  { words }: NamesKnowledge,
): number {
  if (ROAD.test(text.slice(end, end + 2))) return 2;
  if (!/[市县区]/.test(text[end] ?? '') || wordEnd[end] !== end + 1) return 0;
  if (BEGINS_WORD.test(text.slice(end, end + 2)) || longestAt(text, end + 1, words.offices, 2) !== '')
    return 0;
  return 1;
}

/** What a place is only a figure of: “小上海”, “荒漠硅谷”. */
export function isFigure(text: string, start: number, end: number, knowledge: NamesKnowledge): boolean {
  if (text[end] !== '”' && text[end] !== '」') return false;
  if (isLikened(text, start, end)) return true;
  const known = longestBefore(text, end, knowledge.words.worldPlaces, LONGEST_WORLD_PLACE);
  return (
    known !== '' && !/[湾海山河江湖岛峡城洲]$/.test(known) && isMetaphor(text, end - known.length, knowledge)
  );
}

/** A place of the world that a quotation ends with, behind words that name no province or prefecture. */
function isMetaphor(text: string, start: number, { words, gazetteer }: NamesKnowledge): boolean {
  const kind = /[“「，、,](\p{Script=Han}{2,4})$/u.exec(text.slice(Math.max(0, start - 5), start))?.[1];
  if (kind === undefined || words.worldPlaces.has(kind) || words.deedVerbs.has(kind)) return false;
  return !gazetteer.byShortName.get(kind)?.some(({ level }) => level <= 2);
}
