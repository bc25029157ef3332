import { courseOf } from './course.ts';
import type { AgreementKnowledge } from './knowledge.ts';
import { type ArticlePlaces, type Order, placeOrder } from './places.ts';
import type { ArticleStatements, Statement } from './statement.ts';

type Told = readonly [ArticleStatements, Statement];

/**
 * Whether the words of two articles, or of one, say that the first figure is of a part of what the second is of: by place, by
 * time or by kind, and by none of these the other way.
 */
export function isPartOf(
  [ofPart, part]: Told,
  [ofWhole, whole]: Told,
  knowledge: AgreementKnowledge,
  areOfEvent: boolean,
): boolean {
  if (part.dimension.startsWith('percent') || part.isReached !== whole.isReached) return false;
  if ([...part.measures].some((measure) => knowledge.means.has(measure))) return false;
  if (part.isPlanned !== whole.isPlanned || part.isChange !== whole.isChange) return false;
  if (part.qualifiers.get('people') !== whole.qualifiers.get('people')) return false;
  if (!areOfOneMeasure(part, whole)) return false;
  const place = placesOrder([ofPart, part], [ofWhole, whole]);
  if (place === 'apart' || place === 'unknown') return false;
  const time = timeOrder(part, whole, knowledge);
  if (time === 'apart') return false;
  const isSure =
    time === 'within' && place === 'same' && part.core === whole.core && part.core.length >= NOUN;
  return isSure || (areOfEvent && (place === 'within' || time === 'within'));
}

/** How the place of the first figure lies to that of the second, as the words of their articles say. */
export function placesOrder([ofPart, part]: Told, [ofWhole, whole]: Told): Order {
  if (part.place === null || whole.place === null) return 'unknown';
  const articles: ArticlePlaces[] = ofPart === ofWhole ? [ofPart.places] : [ofPart.places, ofWhole.places];
  return placeOrder(part.place, whole.place, articles);
}

const NOUN = 2;

/** By the known measures, or else by the words. */
function areOfOneMeasure(part: Statement, whole: Statement): boolean {
  if (whole.core !== part.core && whole.core.endsWith(part.core)) return false;
  const common = [...part.measures].filter((measure) => whole.measures.has(measure)).length;
  return common === 0
    ? part.measures.size + whole.measures.size === 0 && part.core.length >= NOUN && part.core === whole.core
    : common === part.measures.size && common === whole.measures.size;
}

/** As `timeSpanOf` counts days. */
const TWO_MONTHS = 200;

function timeOrder(part: Statement, whole: Statement, knowledge: AgreementKnowledge): Order {
  const [day, days] = [part, whole].map(({ qualifiers }) => qualifiers.get('time') === 'one-day');
  if (day !== days) return day ? 'within' : 'apart';
  // What is not known may well belong to its time, and both name one.
  const course = part.measures.size === 0 ? 'flow' : courseOf(part, whole, knowledge);
  const [own, others] = [part.period, whole.period];
  if (own === null || others === null || course === 'state') return 'unknown';
  const longer = others[1] - others[0] - (own[1] - own[0]);
  if (course === 'toll') return longer > TWO_MONTHS ? 'apart' : 'unknown';
  if (own[1] < others[0] || others[1] < own[0]) return 'apart';
  if (Math.abs(longer) <= TWO_MONTHS) return 'same';
  return longer > 0 && own[0] >= others[0] && own[1] <= others[1] ? 'within' : 'apart';
}
