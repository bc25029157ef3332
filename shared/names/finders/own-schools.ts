import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

/** 涪城区|柳河小学: schools and hospitals right behind a unit, whose own name no dictionary knows. */
const OWN_SCHOOL =
  /^(?!各|多|所|有|个|近|等|这|那|全|乡|城|农|中小学|大中)[\p{Script=Han}]{1,4}?(?:中心|实验|第[一二三四五六七八九十]+)?(?:小学|中学|幼儿园|卫生院|医院)(?![生科里内外])/u;
const NO_OWN = /[的在和与为把被让是了等各及或]/;

/** Schools and hospitals with a name of their own right behind their unit. */
export function findOwnSchools({ text, tagged }: Reading, { gazetteer }: NamesKnowledge): Candidate[] {
  const found: Candidate[] = [];
  for (const span of tagged) {
    if (span.type === 'person') continue;
    const unit = lastUnit(text.slice(span.start, span.end + 1));
    if (unit < 2) continue;
    const school = OWN_SCHOOL.exec(text.slice(span.start + unit, span.start + unit + 14))?.[0];
    if (
      school &&
      !NO_OWN.test(school) &&
      gazetteer.byName.has(text.slice(span.start + unit - 3, span.start + unit))
    )
      found.push(propose('own-school', 'org', span.start, span.start + unit + school.length));
  }
  return found;
}

/** Where the last unit of administration inside a span ends: 绵阳市涪城区|柳. */
function lastUnit(span: string): number {
  for (let end = span.length; end >= 2; end--) if (/[市县区旗]/.test(span[end - 1]!)) return end;
  return 0;
}
