import type { NameMention } from '@shared/model/name.ts';
import { shortDivisionName } from './places/divisions.ts';
import { withoutOuterMarks } from './programme-names.ts';

/**
 * The form under which a mention is gathered with others, before a person joins or splits any: its fullest form on
 * the page; of a place, the register's name where one unit is meant; of a programme, without the marks around it.
 */
export function formOfMention(name: Pick<NameMention, 'type' | 'text' | 'canonical' | 'places'>): string {
  const fullest = officialForm(name) ?? name.canonical ?? name.text;
  return name.type === 'programme' ? withoutOuterMarks(fullest) : fullest;
}

/** 浙江 and 浙江省 are one on whatever pages they stand: the register's name of the one unit that is meant. */
function officialForm({ text, canonical, places }: Parameters<typeof formOfMention>[0]): string | undefined {
  const official = places?.length === 1 ? places[0]?.path.at(-1) : undefined;
  if (official === undefined) return undefined;
  const forms = [official, shortDivisionName(official)];
  return forms.includes(text) || (canonical !== undefined && forms.includes(canonical))
    ? official
    : undefined;
}
