import type { Page } from '@shared/model/page.ts';
import type { Hint } from '@shared/model/read-source.ts';

/** What a file gives as its author and is no person: a site, an office, a program. */
const NOBODY =
  /(?:网|網|报|報|社|台|臺|中心|频道|頻道|编辑|編輯|小编|小編|部|公司|admin|user|\.(?:com|cn|net|org))$/iu;
const LONGEST = 24;
const MOST = 6;

/**
 * Names that a file states as its authors sign its one story where the page prints no byline. They stand nowhere
 * on the page, so that they have no span.
 */
export function withStatedAuthors(page: Page, hints: readonly Hint[]): Page {
  const stories = page.articles.filter(({ kind }) => kind === 'article');
  const [story] = stories;
  if (stories.length !== 1 || story === undefined || story.byline.names.length > 0) return page;
  const stated = hints.flatMap((hint) =>
    hint.kind === 'byline' ? hint.value.split(/[、，,；;/]|(?<!\s)\s+(?=\p{Script=Han})/u) : [],
  );
  const names = [...new Set(stated.map((name) => name.trim()))].filter(
    (name) => name !== '' && name.length <= LONGEST && !NOBODY.test(name),
  );
  if (names.length === 0 || names.length > MOST) return page;
  const signed = { ...story, byline: { ...story.byline, names } };
  return { ...page, articles: page.articles.map((article) => (article === story ? signed : article)) };
}
