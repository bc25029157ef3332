import * as v from 'valibot';
import { parse } from 'yaml';

const frontMatter = v.object({ label: v.string(), digest: v.pipe(v.string(), v.trim()) });

/**
 * What the pack takes from the front matter of a bundled article: its name on the shelf, its English digest.
 * @throws Error when one is missing.
 */
export function readFrontMatter(bytes: Uint8Array): v.InferOutput<typeof frontMatter> {
  const [, head = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(new TextDecoder().decode(bytes)) ?? [];
  return v.parse(frontMatter, parse(head));
}
