import type { NamesKnowledge } from '../knowledge.ts';
import { unitsNamed } from '../places/gazetteer.ts';
import { isLikened } from '../reading/reading.ts';

const DISTRICT = /地区$/;
/** 剑川|全县镇街: the whole of it begins another phrase. */
const WHOLE_OF_IT = /全[省市县区州旗镇乡村域境]/;

/**
 * Where a place's name ends inside `start`–`end`: before what lies beside it (畔, 脚下), before 全市 and the like, before
 * 地区 where the register has no such prefecture, and before a word of villages and towns (乡村, 镇街).
 */
export function endOfPlace(
  text: string,
  start: number,
  end: number,
  { gazetteer, words, contexts }: NamesKnowledge,
): number {
  const whole = text.slice(start + 2, end).search(WHOLE_OF_IT);
  // 桐梓|乡村, 石桥镇|镇街: the last character may begin a word that goes on behind the span.
  const kind = [end - 2, end - 1].find(
    (at) => at >= start + 2 && contexts['village-word'].has(text.slice(at, at + 2)),
  );
  const stop = whole >= 0 ? start + 2 + whole : (kind ?? end);
  const name = text.slice(start, stop);
  if (gazetteer.byName.has(name)) return stop;
  const beside = contexts['beside-place'].endingAt(name, name.length).length;
  const own = name.slice(0, name.length - beside);
  if (beside > 0 && own.length >= 2 && (words.worldPlaces.has(own) || /[江河湖山海溪岭]$/.test(own)))
    return start + own.length;
  if (DISTRICT.test(name) && !words.worldPlaces.has(name)) {
    const head = name.slice(0, -2);
    const units = unitsNamed(head, gazetteer);
    // 乐山地区 was a prefecture once; no province was.
    if (units.length > 0 && units.every(({ level }) => level !== 2)) return start + head.length;
  }
  return stop;
}

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
  { words, contexts }: NamesKnowledge,
): number {
  if (ROAD.test(text.slice(end, end + 2))) return 2;
  if (!/[市县区]/.test(text[end] ?? '') || wordEnd[end] !== end + 1) return 0;
  const isOther =
    contexts['unit-word'].has(text.slice(end, end + 2)) || words.offices.startingAt(text, end + 1, 2) !== '';
  return isOther ? 0 : 1;
}

/** What a place is only a figure of: “小上海”, “荒漠硅谷”. */
export function isFigure(text: string, start: number, end: number, knowledge: NamesKnowledge): boolean {
  if (text[end] !== '”' && text[end] !== '」') return false;
  if (isLikened(text, start, end)) return true;
  const known = knowledge.words.worldPlaces.endingAt(text, end);
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
