import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

const texts = v.array(v.string());

const frontMatter = v.strictObject({
  label: v.string(),
  title: v.string(),
  byline: v.literal('对读编写'),
  page: v.string(),
  publishedOn: v.pipe(v.string(), v.regex(/^\d{4}(-\d\d){0,2}$/)),
  basis: v.picklist(['printed', 'inferred', 'unknown']),
  because: v.string(),
  places: texts,
  persons: v.array(v.strictObject({ name: v.string(), post: v.string() })),
  programmes: texts,
  figures: v.array(
    v.strictObject({ text: v.string(), kind: v.string(), value: v.number(), unit: v.string() }),
  ),
  dates: v.array(v.strictObject({ text: v.string(), value: v.string() })),
  digest: v.string(),
});

export interface BundledArticle {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly about: v.InferOutput<typeof frontMatter>;
  /** The article as it is read, without its front matter. */
  readonly body: string;
}

const folder = resolve(import.meta.dirname, '../../resources/corpus');

/** The bundled articles in the order of their numbers. @throws when front matter has another form. */
export const readBundledArticles = (): BundledArticle[] =>
  readdirSync(folder)
    .filter((name) => /^\d\d-.*\.md$/.test(name))
    .sort()
    .map((file) => {
      const bytes = readFileSync(resolve(folder, file));
      const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(bytes.toString('utf8')) ?? [];
      return { file, bytes: new Uint8Array(bytes), about: v.parse(frontMatter, parse(head)), body };
    });
