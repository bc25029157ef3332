import { readingSpan } from '@shared/model/offset.ts';
import { plainPage } from '@shared/pipeline/plain-page.ts';
import { readingMap } from '@shared/text/offset-map.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runPipeline } from './run.ts';

const line = fc.constantFrom('渡口通航', '　　水位上涨。', ' ', '\t', 'A b', '12.5亿元', '\u{20547}字', '');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\u2028');
const text = fc.array(fc.tuple(line, lineEnd), { maxLength: 12 }).map((lines) => lines.flat().join(''));

it('gives every unit that is not blank once and in its place, as paragraphs', () => {
  fc.assert(
    fc.property(text, (source) => {
      const [article, ...others] = plainPage(source).articles;
      expect(others).toEqual([]);
      const { body, paragraphs } = article!;
      expect(body.text.split('\n').filter((words) => words !== '')).toEqual(
        paragraphs.map(({ start, end }) => body.text.slice(start, end)),
      );
      const spans = readingMap(body).mapSpan(readingSpan(0, body.text.length));
      const given = spans.map(({ start, end }) => source.slice(start, end)).join('');
      expect(given.replace(/\s/gu, '')).toBe(source.replace(/\s/gu, ''));
      for (const { start, end } of spans) expect(source.slice(start, end).trim()).not.toBe('');
    }),
  );
});

it('recognises nothing on a page that is to be read as it stands', async () => {
  const page = '渡口通航\n\n三月的第一个早晨，渡船载着42名学生过河。\n';
  const { extraction } = await runPipeline(page, { description: { reading: 'plain' } });
  expect(extraction.articles.map(({ title, body }) => [title, body.text])).toEqual([
    [null, '渡口通航\n三月的第一个早晨，渡船载着42名学生过河。'],
  ]);
  expect([extraction.facts, extraction.names, extraction.quotes, extraction.doubts]).toEqual([
    [],
    [],
    [],
    [],
  ]);
  expect((await runPipeline(page)).extraction.facts).not.toEqual([]);
});
