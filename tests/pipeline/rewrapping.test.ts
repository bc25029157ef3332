import type { Extracted } from '@shared/pipeline/extract.ts';
import { widthOf } from '@shared/segment/print/lines.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readStories } from '../segment/generator/article-pool.ts';
import { runPipeline } from './run.ts';

const PARAGRAPHS = readStories().flatMap(({ parts }) =>
  parts.filter(({ role, text }) => role === 'paragraph' && /[0-9〇一二三四五六七八九十百千万]/.test(text)),
);

const NO_LINE_START = '，。、；：！？）》”’…%';
const NO_LINE_END = '（《“‘';

const columnsOf = (text: string): number => [...text].reduce((sum, character) => sum + widthOf(character), 0);

/** Lines of so many columns as a typesetter breaks them: what may not open a line takes the character before it along, numbers stay whole. */
function wrap(text: string, measure: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (end < text.length && columnsOf(text.slice(at, end + 1)) <= measure) end += 1;
    const mayBreak = (place: number): boolean =>
      place >= text.length ||
      !(
        NO_LINE_START.includes(text[place]!) ||
        NO_LINE_END.includes(text[place - 1]!) ||
        /[0-9.]{2}/.test(text.slice(place - 1, place + 1))
      );
    while (end > at + 1 && !mayBreak(end)) end -= 1;
    lines.push(text.slice(at, end));
    at = end;
  }
  return lines;
}

/** A line that breaks where a sentence ends may end a paragraph too: such a page says less than the unbroken one. */
const isPlain = (lines: readonly string[]): boolean =>
  lines.slice(0, -1).every((line) => !/[。！？…”）：；]$/.test(line));

/** What a page says, without where its lines end. */
const claimsOf = ({ extraction }: Extracted): unknown[] => [
  ...extraction.names.map(({ type, text, canonical, role, places }) => [
    type,
    text,
    canonical,
    role,
    places?.map(({ code }) => code),
  ]),
  ...extraction.facts.map(({ kind, text, value, valueMax, unit, bound, per, when, measure, subject }) => [
    kind,
    text,
    value,
    valueMax,
    unit,
    bound,
    per,
    when,
    measure?.text,
    subject?.text,
  ]),
];

const pages = fc.record({
  paragraphs: fc.uniqueArray(fc.integer({ min: 0, max: PARAGRAPHS.length - 1 }), {
    minLength: 3,
    maxLength: 6,
  }),
  measure: fc.integer({ min: 26, max: 64 }),
  lineEnd: fc.constantFrom('\n', '\r\n'),
});

it('re-wrapping a page changes no fact of it', async () => {
  await fc.assert(
    fc.asyncProperty(pages, async ({ paragraphs, measure, lineEnd }) => {
      const texts = paragraphs.map((at) => PARAGRAPHS[at]!.text);
      fc.pre(texts.every((text) => isPlain(wrap(text, measure))));
      const print = (lines: (text: string) => string[]): string =>
        ['渡口纪事', ...texts.map((text) => lines(text).join(lineEnd))].join(lineEnd + lineEnd) + lineEnd;
      const whole = await runPipeline(print((text) => [text]));
      const wrapped = await runPipeline(print((text) => wrap(text, measure)));
      expect(claimsOf(wrapped)).toEqual(claimsOf(whole));
    }),
    { numRuns: 25 },
  );
});
