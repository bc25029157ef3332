import { type Candidate, propose } from '../candidate.ts';
import type { Reading } from '../reading/reading.ts';

const NUMBER = '第?[一二三四五六七八九十百〇\\d]{1,4}';
/** Units that nothing else is called. */
const LARGE =
  '(?:集团军|方面军|野战军|战区|航空队|舰队|装甲师|步兵师|空降师|骑兵师|坦克师|山地师|机械化师|摩托化师|陆战师|独立师|教导师|独立旅|混成旅|装甲旅|步兵旅|炮兵旅|空降旅|合成旅|步兵团|炮兵团|坦克团|独立团|航空团)';
/** Units whose last character ends other words too. */
const SMALL = '(?:军(?![医衔官人事用工力装属需])|师(?![范傅长])|旅(?![游行客长])|团(?![结队员长体圆聚]))';
const PART = `(?:(?:${NUMBER})(?:${LARGE}|${SMALL}|[营连排](?![长业]))|某\\p{Script=Han}{0,3}[军师旅团营连部](?![长队门]))`;
const UNIT = new RegExp(
  `第[一二三四五六七八九十百〇\\d]{1,4}(?:${LARGE}|(?<small>${SMALL}))(?:${PART})*(?:司令部|指挥部|政治部|后勤部)?`,
  'uy',
);

/** Last characters of units, and how far behind 第 the first may stand. */
const ENDS_UNIT = /[军师旅团区舰队]/;
const FARTHEST_UNIT = 9;

/** Whose the unit is, right before its number. */
const FORCES =
  /(?:中国人民解放军|人民解放军|解放军|中国人民志愿军|人民志愿军|志愿军|中国工农红军|工农红军|红军|八路军|新四军|国民革命军|国民党军|国军|川军|滇军|桂军|湘军|晋绥军|东北军|西北军|东北野战军|华东野战军|中原野战军|第[一二三四]野战军|关东军|[日美英法德苏俄意伪敌]军|[陆海空]军|陆战队)$/;
const LONGEST_FORCES = 8;
/** What behind a small unit shows that an army's is meant: 第四军军长, 第三师官兵. */
const BEHIND_SMALL =
  /^(?:[军师旅团]长|司令|政委|参谋|官兵|将士|战士|士兵|指战员|主力|残部|防线|阵地|驻地|歼|攻|进[占犯]|奉命|渡江|某)/;

/** Divisions, regiments and fleets by number with whose they are and what they are part of: 日军|第九军, 第七集团军|某炮兵旅. */
export function findArmyUnits({ text, names }: Reading): Candidate[] {
  const found: Candidate[] = [];
  for (let at = text.indexOf('第'); at >= 0; at = text.indexOf('第', at + 1)) {
    // Most of what is numbered is no unit: a look at the next characters is cheaper than the pattern.
    if (!ENDS_UNIT.test(text.slice(at + 2, at + FARTHEST_UNIT))) continue;
    UNIT.lastIndex = at;
    const match = UNIT.exec(text);
    if (match === null) continue;
    const end = match.index + match[0].length;
    const whose = FORCES.exec(text.slice(Math.max(0, match.index - LONGEST_FORCES), match.index))?.[0] ?? '';
    if (match.groups!.small !== undefined && whose === '' && !BEHIND_SMALL.test(text.slice(end, end + 3)))
      continue;
    const start = match.index - whose.length;
    const holder = names.find((name) => name.end === start && (name.type === 'place' || name.type === 'org'));
    found.push(propose('army-unit', 'org', holder?.start ?? start, end));
  }
  return found;
}
