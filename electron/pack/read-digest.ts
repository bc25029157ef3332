import { parse } from 'yaml';

/**
 * The English digest in the front matter of a bundled article.
 * @throws Error when the article has no front matter or no digest.
 */
export function readDigest(article: string, name: string): string {
  const [, frontMatter] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(article) ?? [];
  const fields: unknown = frontMatter === undefined ? null : parse(frontMatter);
  if (
    typeof fields === 'object' &&
    fields !== null &&
    'digest' in fields &&
    typeof fields.digest === 'string'
  )
    return fields.digest.trim();
  throw new Error(`${name} has no digest in its front matter`);
}
