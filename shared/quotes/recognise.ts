import type { FoundName } from '@shared/model/name.ts';
import type { FoundQuotation } from '@shared/model/quotation.ts';
import type { QuotesKnowledge } from './knowledge.ts';

/**
 * Speech in one reading text (one paragraph a line), in order.
 * @param names of this text; a programme's quotation marks are no speech.
 */
export function recogniseQuotations(
  _text: string,
  _names: readonly FoundName[],
  _knowledge: QuotesKnowledge,
): FoundQuotation[] {
  return [];
}
