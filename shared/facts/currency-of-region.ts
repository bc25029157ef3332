import type { FoundFact } from '@shared/model/fact.ts';
import type { Region } from '@shared/model/source.ts';
import { lexiconLines } from '@shared/text/lexicon-lines.ts';

/** Words by which a page in traditional characters is of a region with a currency of its own. */
export interface RegionWords {
  /** ISO code of what 元 is there. */
  readonly currency: string;
  readonly words: readonly string[];
}

export const readRegions = (file: string): RegionWords[] =>
  lexiconLines(file).map(([currency, words]) => ({ currency: currency!, words: words!.split(' ') }));

/** What 元 is in each region; null: what it is without one. */
export const CURRENCY_OF: Readonly<Record<Region, string | null>> = {
  mainland: null,
  'hong-kong': 'HKD',
  macao: 'MOP',
  taiwan: 'TWD',
};

/** Least share of characters that are traditional in a text that was not written for mainland readers. */
const LEAST_SHARE = 0.08;

const HAN = /\p{Script=Han}/gu;

/**
 * The currency that 元 is on a page: that of the region whose words the page, in traditional characters, says most
 * kinds of; null where none is said, and on pages in simplified characters.
 * @param simplified the same texts in simplified characters, unit for unit.
 */
export function currencyOfPage(
  texts: readonly string[],
  simplified: readonly string[],
  regions: readonly RegionWords[],
): string | null {
  let [han, traditional] = [0, 0];
  for (const [index, text] of texts.entries()) {
    const written = simplified[index]!;
    han += text.match(HAN)?.length ?? 0;
    if (written === text) continue;
    for (let at = 0; at < text.length; at += 1) if (text[at] !== written[at]) traditional += 1;
  }
  if (traditional < LEAST_SHARE * han || traditional === 0) return null;
  let best: { readonly currency: string; readonly count: number } | null = null;
  for (const { currency, words } of regions) {
    const count = words.filter((word) => texts.some((text) => text.includes(word))).length;
    if (count > (best?.count ?? 0)) best = { currency, count };
  }
  return best?.currency ?? null;
}

/** Words that name the yuan of the mainland itself. */
const NAMED = /人民|RMB|CNY|[¥￥]/;
const LONGEST_SIGN = 5;

/** Sums in a bare 元 in the currency of the page's region; what names its currency stays. */
export function payInCurrency(
  text: string,
  facts: readonly FoundFact[],
  currency: string | null,
): FoundFact[] {
  if (currency === null) return [...facts];
  return facts.map((fact) => {
    const isBare = fact.kind === 'money' && fact.unit === 'CNY' && !fact.said?.includes('unit');
    const around = text.slice(Math.max(0, fact.start - LONGEST_SIGN), fact.end);
    return isBare && !NAMED.test(around) ? { ...fact, unit: currency } : fact;
  });
}
