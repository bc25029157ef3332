import { toExtractDocument } from '@shared/exchange/extract-document.ts';
import { gatherTables } from '@shared/facts/gather-tables.ts';
import { recogniseText } from '@shared/pipeline/recognise-text.ts';
import { dropUnseen, findUnseen } from '@shared/text/unseen.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenLaws } from './laws.ts';
import { knowledge, runPipeline } from './run.ts';

const PAGE = `沙湾日报

2019年4月12日 星期五 第3版

海堤三期完工

■ 本报记者 林晓燕

白沙盐场去年投入资金3000万元修筑海堤，新堤全长12.6公里。沙湾市水利局局长周望舒说：“往后涨潮不用守夜了。”

全市还有四成海堤要在2021年前加固，约需1.2亿元。
`;

/** Zero-width space, joiners, word joiner, soft hyphen, byte order mark, NUL, mark of direction. */
const UNSEEN = ['\u200b', '\u200d', '\u200c', '\u2060', '\u00ad', '\ufeff', '\0', '\u200e'];

/** What of a run does not depend on where it stands. */
const meaning = ({ extraction, text }: Awaited<ReturnType<typeof runPipeline>>) => ({
  articles: extraction.articles.map(({ title, byline, body }) => [title?.text, byline.names, body.text]),
  imprint: Object.entries(extraction.imprint)
    .map(([what, printed]) => `${what} ${JSON.stringify(printed).split('"span"')[0]}`)
    .sort(),
  published: extraction.source.publishedOn.value,
  facts: extraction.facts.map(({ text: words, kind, value, unit, bound, measure, subject, when }) => [
    words,
    kind,
    value,
    unit,
    bound,
    measure?.text,
    subject?.text,
    when,
  ]),
  names: extraction.names.map(({ text: words, type, role }) => [words, type, role]),
  quotes: extraction.quotes.map(({ text: words, speaker }) => [words, speaker?.text]),
  places: [...extraction.facts, ...extraction.names, ...extraction.quotes].map(({ start, end }) =>
    dropUnseen(text.slice(start, end)).replace(/\s/g, ''),
  ),
});

describe('what is not seen', () => {
  it('is told from what is', () => {
    expect(dropUnseen(UNSEEN.join('村'))).toBe('村'.repeat(UNSEEN.length - 1));
    for (const seen of ['\n\r\t\f\v\u0085\u3000 \u00a0', '👨‍👩‍👧', '葛\u{e0100}城', 'ན\u200dཀ', '\u3164'])
      expect(findUnseen(seen)).toEqual([]);
  });

  it('neither ends nor changes a number or name, and has its place in the page', async () => {
    const plain = meaning(await runPipeline(PAGE));
    expect(plain.facts.map(([words]) => words)).toContain('3000万元');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: PAGE.length }), fc.constantFrom(...UNSEEN)), { maxLength: 30 }),
        async (puts) => {
          let page = PAGE;
          for (const [at, unit] of [...puts].sort(([a], [b]) => b - a))
            page = page.slice(0, at) + unit + page.slice(at);
          const run = await runPipeline(page);
          expect(meaning(run)).toEqual(plain);
          expect(brokenLaws(run)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('stands inside the span of a number and outside behind it', async () => {
    const page = PAGE.replace('3000万元', '30\u200b00\u00ad万元\ufeff');
    const { extraction, text } = await runPipeline(page);
    const money = extraction.facts.find(({ value }) => value === 30000000);
    expect(money).toMatchObject({ text: '3000万元' });
    expect(money).not.toHaveProperty('spans');
    expect(text.slice(money?.start, money?.end)).toBe('30\u200b00\u00ad万元');
  });

  it('is read through in a line by itself, with offsets in the line as given', () => {
    const line = '去年投入资\u2060金30\u200b00万元，由周\u00ad望舒牵头。';
    const { facts, names } = recogniseText(line, '2020', knowledge);
    const money = facts.find(({ kind }) => kind === 'money');
    expect(money).toMatchObject({ value: 30000000, text: '3000万元', measure: { text: '资金' } });
    expect(line.slice(money?.start, money?.end)).toBe('30\u200b00万元');
    expect(dropUnseen(line.slice(money?.measure?.start, money?.measure?.end))).toBe('资金');
    expect(names.map(({ start, end }) => line.slice(start, end))).toContain('周\u00ad望舒');
  });

  it('leaves a cut on the words that it was made of', async () => {
    const hidden = PAGE.replace('全市还有', '\u200b全\u2060市还有').replace('海堤三期', '海\u00ad堤三期');
    const { extraction, text, textHash } = await runPipeline(hidden);
    const at = text.indexOf('全\u2060市还有');
    const target = {
      source: extraction.source.sha256,
      textHash,
      spans: [{ start: at, end: at + 5 }],
      quote: { exact: text.slice(at, at + 5), prefix: '', suffix: '' },
    } as never;
    const { extraction: mended, unplacedCuts } = await runPipeline(hidden, {
      cuts: [{ act: 'c1', cut: { type: 'split', at: target } }],
    });
    expect(unplacedCuts).toEqual([]);
    expect(mended.articles.map(({ body }) => body.text.slice(0, 4))).toEqual(['白沙盐场', '全市还有']);
  });
});

describe('U+0085', () => {
  it('ends a line as a line feed does', async () => {
    const run = await runPipeline(PAGE.replaceAll('\n', '\u0085'));
    expect(meaning(run)).toEqual(meaning(await runPipeline(PAGE)));
    expect(brokenLaws(run)).toEqual([]);
  });

  it('does not part the spans of a paragraph that goes over it', async () => {
    const wrapped = PAGE.replace('新堤全长', '新堤\u0085全长');
    const run = await runPipeline(wrapped);
    const document = toExtractDocument(run.extraction, run.text, gatherTables(run.extraction.facts));
    expect(document.articles[0]?.segments).toHaveLength(1);
  });
});
