import type { NamesKnowledge } from '../knowledge.ts';
import { countUnits, LEVEL_FIRST, type Mention } from './full-forms.ts';

interface ArticleMention extends Mention {
  readonly article: number;
}

const LEAST_OFFICE = 3;
const LONGEST_UNIT = 9;

/**
 * Full forms of offices that name their unit by its level alone, for each article: 区委统战部 is the 涪城区委统战部 that
 * the article prints, else of the one unit of that level that the article names, else that the page names.
 * @returns keyed by article and text, `2:区委统战部`.
 */
export function nameLevelBodies(
  mentions: readonly ArticleMention[],
  knowledge: NamesKnowledge,
): Map<string, string> {
  const full = new Map<string, string>();
  const inNeed = new Set(
    mentions.flatMap(({ text, type, article }) =>
      type === 'org' && LEVEL_FIRST.test(text) ? [article] : [],
    ),
  );
  if (inNeed.size === 0) return full;
  const articles = new Map<number, ArticleMention[]>([...inNeed].map((article) => [article, []]));
  for (const mention of mentions) articles.get(mention.article)?.push(mention);
  const ofPage = countUnits(mentions, knowledge);
  for (const [article, own] of articles) {
    const bodies = new Set(own.filter(({ type }) => type === 'org').map(({ text }) => text));
    const units = countUnits(own, knowledge);
    for (const text of bodies) {
      const level = LEVEL_FIRST.exec(text)?.[0];
      if (level === undefined || text.length < level.length + LEAST_OFFICE) continue;
      const printed = [...bodies].filter((body) => body.length > text.length && body.endsWith(text));
      const form =
        printed.length > 0
          ? onlyOne(printed)
          : (ofUnit(text, level, units.keys()) ?? ofUnit(text, level, ofPage.keys()));
      if (form !== undefined) full.set(`${article}:${text}`, form);
    }
  }
  return full;
}

const onlyOne = (forms: readonly string[]): string | undefined => (forms.length === 1 ? forms[0] : undefined);

function ofUnit(text: string, level: string, units: Iterable<string>): string | undefined {
  const unit = onlyOne(
    [...units].filter(
      (name) => name.endsWith(level) && name.length > level.length + 1 && name.length <= LONGEST_UNIT,
    ),
  );
  return unit === undefined ? undefined : unit + text.slice(level.length);
}
