import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a printed block is in the story that it was taken from. */
export type BlockKind = 'title' | 'subtitle' | 'byline' | 'heading' | 'paragraph' | 'caption' | 'furniture';

/** A story as its writer meant it. */
export interface CleanArticle {
  readonly name: string;
  readonly blocks: readonly { readonly kind: BlockKind; readonly text: string }[];
}

const folder = resolve(import.meta.dirname, '../articles');

/** The stories of `articles/`: a head of `title:`, `subtitle:`, `byline:`, a blank line, then `##` headings, `!!` captions and paragraphs. */
export function readCleanArticles(): CleanArticle[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.txt$/, ''),
      blocks: readFileSync(resolve(folder, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => readLine(line)),
    }));
}

function readLine(line: string): { kind: BlockKind; text: string } {
  const head = /^(title|subtitle|byline): (.+)$/.exec(line);
  if (head) return { kind: head[1] as BlockKind, text: head[2] as string };
  if (line.startsWith('## ')) return { kind: 'heading', text: line.slice(3) };
  if (line.startsWith('!! ')) return { kind: 'caption', text: line.slice(3) };
  return { kind: 'paragraph', text: line };
}
