import { type Candidate, propose } from '../candidate.ts';
import type { Reading } from '../reading/reading.ts';

/** 世界|游泳|锦标赛: of what reach, of what, and the kind; a year in front is a time and stays outside. */
const CONTEST =
  /(?:第[一二三四五六七八九十百\d]+届)?(?:世界|国际|全国|全省|亚洲|亚太|欧洲|非洲|南美|北美|美洲|东亚|东南亚|远东|奥林匹克)(?:(?![的了在和与是有将]|举办|举行|参加)\p{Script=Han}){0,10}?(?:锦标赛|世界杯|冠军赛|运动会|公开赛|大奖赛|邀请赛|挑战赛|联赛|杯赛|博览会)/gu;

/** Contests and fairs that are named by their reach. */
export function findContests({ text }: Reading): Candidate[] {
  return [...text.matchAll(CONTEST)].map((match) =>
    propose('contest', 'event', match.index, match.index + match[0].length),
  );
}
