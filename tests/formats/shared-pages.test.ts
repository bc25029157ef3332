import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { extract } from '@shared/pipeline/extract.ts';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../electron/knowledge/sha256.ts';
import { knowledge } from '../pipeline/run.ts';
import { differenceOf } from './difference.ts';
import { FILES, filesOf, lostIn, textOf } from './files-beside.ts';

const UNSHOWN = new Set(['script', 'style', 'noscript', 'template', 'iframe']);

/** What a page shows by the tree that another reader makes of it. */
function shownOn(page: string): string {
  const words: string[] = [];
  const walk = (nodes: readonly DomNode[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') words.push(node.data ?? '');
      const { hidden, style = '' } = node.attribs ?? {};
      const isShown = hidden === undefined && !/display\s*:\s*none/i.test(style);
      if (node.children && node.type !== 'comment' && isShown && !UNSHOWN.has(node.name ?? ''))
        walk(node.children);
    }
  };
  walk(parseDocument(page).children as readonly DomNode[]);
  return words.join('');
}

interface DomNode {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly DomNode[];
}

const pages = filesOf('html').filter((path) => path.endsWith('.html') && !path.endsWith('_expected.html'));

describe.skipIf(pages.length === 0)('web pages that lie beside the checkout', () => {
  it.each(pages)('lose no character that shows: %s', async (path) => {
    expect(lostIn(await textOf(path), shownOn(readFileSync(path, 'utf8')))).toBe('');
  });

  it.each([
    ['newspaper4k_chinese_article', '港特首梁振英就住宅违建事件道歉', '2012-12-10', 0.01],
    ['newspaper4k_chinese_article_001', '外国专家：中美合作共赢符合国际社会利益', '2023-11-17', 0.01],
    ['newspaper4k_chinese_article_002', '短缺药品保供稳价 全力保障临床用药需求', '2023-11-17', 0.01],
  ])('give their story, its title and its day: %s', async (name, title, day, most) => {
    const path = resolve(FILES, 'html', `${name}.html`);
    const bytes = new Uint8Array(readFileSync(path));
    const read = await extract({ name, bytes }, knowledge, { sha256 });
    if (!read.ok) throw new Error(read.reason);
    const { source, articles } = read.value.extraction;
    expect(articles.map((article) => article.title?.text)).toEqual([title]);
    expect(source.publishedOn.value).toBe(day);
    const expected = readFileSync(path.replace(/html$/, 'txt'), 'utf8');
    expect(differenceOf(articles[0]?.body.text ?? '', expected)).toBeLessThanOrEqual(most);
  });

  it.each(filesOf('mhtml'))('come whole out of one file: %s', async (path) => {
    const text = await textOf(path);
    expect(text).toContain('外国专家');
    expect(text).not.toContain('\uFFFD');
  });
});
