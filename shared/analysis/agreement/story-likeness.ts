import type { StoryLikeness } from './parts.ts';
import type { ArticleStatements } from './statement.ts';
import { commonOf } from './text-runs.ts';

const MANY_ALIKE = 0.25;

export function storyLikeness(first: ArticleStatements, second: ArticleStatements): StoryLikeness {
  const known = [knownShare(first.names, second), knownShare(second.names, first)];
  const focus = [knownShare(first.focus, second), knownShare(second.focus, first)];
  const shorter = Math.min(first.runs.length, second.runs.length);
  return {
    story: Math.max(...known.map((share) => share ?? 0)),
    textAlike: shorter === 0 ? 0 : Math.min(1, commonOf(first.runs, second.runs) / shorter / MANY_ALIKE),
    focusOther: focus.every((share) => share === 0) ? 1 : 0,
  };
}

/** Null where there are none. */
const knownShare = (names: ReadonlySet<string>, article: ArticleStatements): number | null =>
  names.size === 0 ? null : [...names].filter((name) => isKnown(name, article)).length / names.size;

const DIVISION = /[省市县区乡镇村州旗]$/;
/** A name that begins with a place: 西岭市黑石沟煤矿, the Heishigou mine in the city of Xiling. */
const PLACED = /^\p{Script=Han}{2,4}?[省市县区州](?=\p{Script=Han}{2})/u;
const LONG = 3;

/** A long name is known by its beginning, behind the place that it begins with; a division without the word that says which it is. */
export function isKnown(name: string, { text }: ArticleStatements): boolean {
  if (text.includes(name)) return true;
  if (name.length > 2 && DIVISION.test(name) && text.includes(name.slice(0, -1))) return true;
  const own = name.replace(PLACED, '');
  return (own.length >= LONG || own !== name) && text.includes(own.slice(0, LONG));
}
