import { FACT_KINDS, type FactKind } from '@shared/model/fact.ts';
import { type ClaimArticle, type ClaimedFact, STATUSES } from '@shared/search/claims/claim.ts';
import { type PackedClaims, packClaims } from '@shared/search/claims/packed-claims.ts';

export const MEASURES = 200_000;
const SUBJECTS = 50_000;
const PLACES = 3_000;
const PEOPLE = 40_000;
const UNITS = ['CNY', '人', '亩', '公顷', '%', '公里', '吨', '家', '户', '平方米', '人次', '个', 'USD', '倍'];
const SIGNS = [...'河湾青石清水东西南北上下老新大小金银铜铁山川湖海林田桥渡'];

/** A number below a limit that follows from two others as if by chance. */
function draw(seed: number, salt: number, limit: number): number {
  let mixed = Math.imul(seed ^ (salt * 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % limit;
}

const nameOf = (number: number, ending: string): string =>
  `${SIGNS[number % 28]}${SIGNS[Math.floor(number / 28) % 28]}${SIGNS[Math.floor(number / 784) % 28]}${ending}`;

function makeFact(seed: number): ClaimedFact {
  const isTime = draw(seed, 1, 5) === 0;
  const year = 1950 + draw(seed, 2, 75);
  const measure = draw(seed, 3, MEASURES);
  return {
    kind: isTime ? 'date' : (FACT_KINDS[draw(seed, 4, 4)] as FactKind),
    value: isTime ? `${year}-0${1 + draw(seed, 5, 9)}` : draw(seed, 6, 1_000_000) / (1 + draw(seed, 7, 4)),
    unit: isTime ? null : (UNITS[draw(seed, 8, UNITS.length)] as string),
    measure: draw(seed, 9, 4) === 0 ? null : { text: `${nameOf(measure, '指标')}${measure}` },
    subject: draw(seed, 10, 3) === 0 ? null : { text: nameOf(draw(seed, 11, SUBJECTS), '县') },
    when: draw(seed, 12, 2) === 0 ? null : String(year),
    bound: 'exact',
    confidence: 0.5 + draw(seed, 13, 50) / 100,
    verdict: draw(seed, 14, 20) === 0 ? (STATUSES[1] as 'confirmed') : undefined,
  } as ClaimedFact;
}

/** The same for the same number on every machine. */
export function makeArticle(
  number: number,
  facts: number,
): { readonly about: ClaimArticle; readonly packed: PackedClaims } {
  const seeds = Array.from({ length: facts }, (_, i) => number * facts + i);
  const year = 1950 + draw(number, 20, 75);
  const about = {
    id: `a${number}`,
    state: '',
    title: `${nameOf(number, '修路')}${number}`,
    newspaper: `${nameOf(draw(number, 21, 300), '日报')}`,
    published: `${year}-0${1 + draw(number, 22, 9)}-1${draw(number, 23, 10)}`,
  };
  const beside = seeds.map((seed) => ({
    place: draw(seed, 24, 3) === 0 ? '' : nameOf(draw(seed, 25, PLACES), '乡'),
    programme: '',
    person: draw(seed, 26, 3) > 0 ? '' : nameOf(draw(seed, 27, PEOPLE), ''),
  }));
  return { about, packed: packClaims(about.id, seeds.map(makeFact), beside) };
}
