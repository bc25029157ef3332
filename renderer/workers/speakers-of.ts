import type { NameMention } from '@shared/model/name.ts';
import type { Quotation } from '@shared/model/quotation.ts';
import { formOfMention } from '@shared/names/name-form.ts';

/**
 * Who says a quotation: the words of the page, and the names that stand in them, in their fullest form.
 * @param names those of its article.
 */
export function speakersOf({ speaker }: Quotation, names: readonly NameMention[]): readonly string[] {
  if (speaker === null) return [];
  const within = names.filter(({ start, end }) => speaker.start <= start && end <= speaker.end);
  return [...new Set([speaker.text, ...within.map(formOfMention)])];
}
