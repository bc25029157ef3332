import { readClosingByline } from '../blocks/datelines.ts';
import { type DraftArticle, type DraftDoubt, hullOf, newArticle, type Part } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { breaksOff } from '../print/sentences.ts';
import type { HeadReading } from './head-reading.ts';
import { answers } from './opening-forms.ts';
import { COMPARED, Parting } from './parting.ts';

/** The time with which news begins: 3月4日清晨, 昨天下午, 近日. */
const TIME_FIRST =
  /^(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日|^(?:昨|今)(?:天|日|晨|晚|早)|^(?:日前|近日|前日|前天|本周|上周)/;
/** How a report ends that an agency or another paper sent: （完）, （据某某社电）. */
const CLOSED = /[（(](?:完|據?据?[^（）()，。]{2,14}(?:电|電|报道|報導|報道|消息|讯|訊))[）)]$/u;

/** What speaks for it that another story begins at a paragraph. */
const SIGNED = 3;
const SIGNED_AGAIN = 1;
const LEAD = 1;
/** From here on it does, where the story above has no headline; elsewhere it is doubted. */
const OPENS = 4;
const DOUBTED = 3;
/** Probability below which the model takes a paragraph for no story's beginning, so that nothing is doubted without a signature. */
const UNLIKELY = 0.001;

/**
 * Parts stories that follow each other without a headline: where a signature or an agency's mark closes the
 * paragraph above, or news begins with its time and shares no names or matter with what stands above it.
 * The new stories are put behind the one that they stood in.
 */
export function partUntitled(
  articles: DraftArticle[],
  heads: HeadReading,
  knowledge: SegmentKnowledge,
): DraftDoubt[] {
  const doubts: DraftDoubt[] = [];
  const parting = new Parting(knowledge);
  for (let a = 0; a < articles.length; a++) {
    const article = articles[a] as DraftArticle;
    if (article.kind !== 'article') continue;
    const { parts } = article;
    const signed = parts.map(({ role, block }) => role === 'body' && closes(block.text, knowledge));
    const last = signed.lastIndexOf(true);
    for (let i = 1; i < parts.length; i++) {
      const evidence = weighStart(parts, i, signed, last, parting);
      if (evidence < DOUBTED) continue;
      const { block } = parts[i] as Part;
      const isHeaded = article.title.length > 0 && !signed[i - 1];
      if (isHeaded && heads.opensUntitled(block) < UNLIKELY) continue;
      if (evidence < OPENS || isHeaded) {
        doubts.push({ reason: 'story-or-section', article, span: hullOf(block) });
        continue;
      }
      const rest = newArticle();
      rest.parts = parts.splice(i);
      articles.splice(a + 1, 0, rest);
      break;
    }
  }
  return doubts;
}

const closes = (text: string, knowledge: SegmentKnowledge): boolean =>
  readClosingByline(text, knowledge) !== null || CLOSED.test(text);

function weighStart(
  parts: readonly Part[],
  i: number,
  signed: readonly boolean[],
  last: number,
  parting: Parting,
): number {
  const above = parts[i - 1] as Part;
  const part = parts[i] as Part;
  if (above.role !== 'body' || part.role !== 'body' || answers(part.block)) return 0;
  if (!signed[i - 1] && breaksOff(above.block.text)) return 0;
  let evidence = 0;
  if (signed[i - 1]) evidence += SIGNED + (last >= i ? SIGNED_AGAIN : 0);
  if (TIME_FIRST.test(part.block.text)) evidence += LEAD;
  // Words alone part the sections of one story as far as two stories.
  if (evidence === 0) return 0;
  const bodies = (from: number, to: number) =>
    parts.slice(Math.max(0, from), to).flatMap(({ role, block }) => (role === 'body' ? [block] : []));
  return evidence + parting.weigh(bodies(i - COMPARED, i), bodies(i, i + COMPARED));
}
