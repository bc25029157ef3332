import { type Candidate, propose } from '../candidate.ts';
import type { Reading } from '../reading/reading.ts';

const CORPS_UNIT = /第?[一二三四五六七八九十百\d]{1,4}[师团](?![长里队员结购圆聚体部友伙生级中])/gu;
const CORPS_EVIDENCE = /兵团|援疆|师市|农[一二三四五六七八九十]师/;

/** Divisions and regiments of the corps, 第一师, in texts that tell of it. */
export function findCorps({ text }: Reading): Candidate[] {
  if (!CORPS_EVIDENCE.test(text)) return [];
  return [...text.matchAll(CORPS_UNIT)].map((match) =>
    propose('corps', 'org', match.index, match.index + match[0].length),
  );
}
