import { type Candidate, propose } from '../candidate.ts';
import type { Reading } from '../reading/reading.ts';

/** 成立助力乡村振兴领导小组: what is founded, up to the word that ends such bodies. */
const FOUNDED =
  /(?:成立|组建|设立)了?(?=((?:“[^“”\n]{1,12}”)?(?:(?!成立|组建|设立|领导小组|工作专班)[\p{Script=Han}]){2,24}?(?:领导小组|协调小组|工作专班|工作委员会|指挥部)))/gu;
const ENDS_FOUNDED = /领导小组|协调小组|工作专班|工作委员会|指挥部/;
const COUNTED = /^(?:了|多|数|[一二三四五六七八九十两几各]+[个支批]|相应|专门|相关|由)/;

const NO_FOUNDED = /[，。；：、的了由把被]/;

/** Groups and offices behind a verb of founding, up to the word that ends such bodies. */
export function findFounded({ text }: Reading): Candidate[] {
  const found: Candidate[] = [];
  for (const match of ENDS_FOUNDED.test(text) ? text.matchAll(FOUNDED) : []) {
    const body = match[1]!;
    const start = match.index + match[0].length;
    if (!COUNTED.test(body) && !NO_FOUNDED.test(body))
      found.push(propose('founded', 'org', start, start + body.length));
  }
  return found;
}
