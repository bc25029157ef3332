import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What an article of the pool may be printed as. */
export type Genre =
  | 'news'
  | 'feature'
  | 'brief'
  | 'opinion'
  | 'letter'
  | 'school'
  | 'works'
  | 'photo'
  | 'verse'
  | 'notice'
  | 'table';

/** An article as its writer meant it. */
export interface PoolArticle {
  readonly id: string;
  readonly genre: Genre;
  readonly script: 'simplified' | 'traditional';
  readonly title: string;
  readonly kicker: string | null;
  readonly second: string | null;
  readonly parts: readonly { readonly role: 'paragraph' | 'heading'; readonly text: string }[];
  readonly captions: readonly string[];
}

const folder = resolve(import.meta.dirname, '../articles/pool');
/** Long stories that tests take apart; no page is composed of them. */
const stories = resolve(import.meta.dirname, '../articles/stories.txt');

/**
 * The articles of `articles/pool/*.txt`, parted by lines of `==== id`. Each has a head (`genre:`, `title:`, `kicker:`,
 * `second:`, `script:`), a blank line, then `##` headings, `!!` captions and paragraphs, a line each.
 */
function readPool(): PoolArticle[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => readArticles(resolve(folder, file)));
}

const readArticles = (path: string): PoolArticle[] =>
  readFileSync(path, 'utf8')
    .split(/^==== /m)
    .slice(1)
    .map((text) => readArticle(text));

function readArticle(text: string): PoolArticle {
  const [id = '', ...lines] = text.split('\n');
  const blank = lines.indexOf('');
  const head = new Map(
    lines.slice(0, blank).map((line) => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)] as const;
    }),
  );
  const body = lines.slice(blank + 1).filter(Boolean);
  return {
    id,
    genre: (head.get('genre') ?? 'news') as Genre,
    script: head.get('script') === 'traditional' ? 'traditional' : 'simplified',
    title: head.get('title') ?? '',
    kicker: head.get('kicker') ?? null,
    second: head.get('second') ?? null,
    parts: body
      .filter((line) => !line.startsWith('!! '))
      .map((line) =>
        line.startsWith('## ') ? { role: 'heading', text: line.slice(3) } : { role: 'paragraph', text: line },
      ),
    captions: body.filter((line) => line.startsWith('!! ')).map((line) => line.slice(3)),
  };
}

let pool: readonly PoolArticle[] | null = null;

/** The whole pool, read once. */
export function readArticlePool(): readonly PoolArticle[] {
  pool ??= readPool();
  return pool;
}

/** The stories of `articles/stories.txt`. */
export const readStories = (): readonly PoolArticle[] => readArticles(stories);
