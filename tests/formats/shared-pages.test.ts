import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { extract } from '@shared/pipeline/extract.ts';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../electron/knowledge/sha256.ts';
import { knowledge } from '../pipeline/run.ts';
import { differenceOf } from './difference.ts';
import { FILES, filesOf, lostIn, PAGES_BESIDE, shownOn, textOf } from './files-beside.ts';

describe.skipIf(PAGES_BESIDE.length === 0)('web pages that lie beside the checkout', () => {
  it.each(PAGES_BESIDE)('lose no character that shows: %s', async (path) => {
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
