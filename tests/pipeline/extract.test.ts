import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeSpans } from '@shared/anchors/describe.ts';
import type { FactVerdict } from '@shared/journal/state.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { extract } from '@shared/pipeline/extract.ts';
import { redate } from '@shared/pipeline/redate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../electron/knowledge/sha256.ts';
import { brokenLaws } from './laws.ts';
import { knowledge, runPipeline } from './run.ts';

const specimen = readFileSync(
  resolve(import.meta.dirname, '../../resources/specimen/specimen-page.txt'),
  'utf8',
);
const pages = resolve(import.meta.dirname, '../../../shared/pages');

const STOREY = `清溪镇修桥记

■ 林晓 周望舒

清溪镇去年投入资金320万元，修好了三座旧桥。“孩子上学不用绕路了。”村民邱守业说。

新桥每座长18.5米，今年5月通车。
`;

describe('the pipeline', () => {
  it('keeps its laws on the specimen page', async () => {
    expect(brokenLaws(await runPipeline(specimen))).toEqual([]);
  });

  it.skipIf(!existsSync(pages))('keeps its laws on real pages (skipped without them)', async () => {
    for (const name of readdirSync(pages)) {
      const extracted = await runPipeline(new Uint8Array(readFileSync(resolve(pages, name))));
      expect(brokenLaws(extracted), name).toEqual([]);
    }
  });

  it('keeps its laws on whatever is put on a page', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        '■ 林晓',
        '## 小标题',
        '图片由镇政府提供',
        '（下转第4版）',
        '“他说：',
        '2024年3月5日',
      ),
      fc.string({
        unit: fc.constantFrom(...'清溪镇投入320万元，。“”今年 \u3000三座、：()#*'),
        maxLength: 40,
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('\n', '\r\n'),
        async (lines, end) => {
          const page = lines.join(end);
          fc.pre(page.trim() !== '');
          expect(brokenLaws(await runPipeline(page))).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ['publishedOn: "2023"', '', '2023', 'printed'],
    ['publishedOn: "2023"\nbasis: printed', '', '2023', 'printed'],
    ['publishedOn: "2023"\nbasis: inferred', '', '2023', 'inferred'],
    ['basis: "inferred"\ndate: 2023-05', '', '2023-05', 'inferred'],
    ['publishedOn: "2023"\nbasis: inferred', '2024年03月05日 星期二\n\n', '2024-03-05', 'printed'],
    ['publishedOn: "2023"', '2024年03月05日 星期二\n\n', '2023', 'printed'],
  ])('says of the date in front matter (%s) how it is known', async (matter, head, value, basis) => {
    const { extraction } = await runPipeline(`---\n${matter}\n---\n${head}${STOREY}`);
    expect(extraction.source.publishedOn).toMatchObject({ value, basis });
  });

  it('gives the same result for the same page', async () => {
    expect(await runPipeline(specimen)).toEqual(await runPipeline(specimen));
  });

  it('stops between stages when it is asked to', async () => {
    const bytes = new TextEncoder().encode(STOREY);
    const stopped = await extract({ name: 'a.txt', bytes }, knowledge, { sha256, shouldStop: () => true });
    expect(stopped).toEqual({ ok: false, reason: 'cancelled' });
  });
});

async function verdictOn(words: string, verdict: Partial<FactVerdict>): Promise<FactVerdict> {
  const { extraction, text, textHash } = await runPipeline(STOREY);
  const at = text.indexOf(words);
  return {
    act: 'a1',
    target: describeSpans([sourceSpan(at, at + words.length)], {
      source: extraction.source.sha256,
      textHash,
      text,
    }),
    kind: 'money',
    verdict: 'confirmed',
    correction: {},
    ...verdict,
  };
}

describe('verdicts', () => {
  const factOn = async (words: string, verdicts: FactVerdict[]) => {
    const { extraction, unattachedVerdicts } = await runPipeline(STOREY, { verdicts });
    return { fact: extraction.facts.find(({ text }) => text.includes(words)), unattachedVerdicts };
  };

  it('confirm a fact', async () => {
    const { fact } = await factOn('320万元', [await verdictOn('320万元', {})]);
    expect(fact).toMatchObject({ value: 3200000, verdict: 'confirmed', confidence: 1 });
  });

  it('correct a fact found under slightly other words', async () => {
    const verdict = await verdictOn('320万', {
      verdict: 'corrected',
      correction: { value: 3210000, measure: '资金' },
    });
    const { fact, unattachedVerdicts } = await factOn('320万元', [verdict]);
    expect(fact).toMatchObject({ value: 3210000, verdict: 'corrected', measure: { text: '资金' } });
    expect(unattachedVerdicts).toEqual([]);
  });

  it('reject what overlaps', async () => {
    const { fact } = await factOn('320万元', [await verdictOn('320万元', { verdict: 'rejected' })]);
    expect(fact).toBeUndefined();
  });

  it('add a fact that nobody found', async () => {
    const verdict = await verdictOn('旧桥', {
      verdict: 'added',
      kind: 'quantity',
      correction: { value: 3, unit: '座' },
    });
    const { fact } = await factOn('旧桥', [verdict]);
    expect(fact).toMatchObject({ value: 3, unit: '座', rule: 'person', verdict: 'added' });
  });

  it('leave a measure empty that a person emptied', async () => {
    const emptied = { verdict: 'corrected', correction: { measure: null } } as const;
    expect((await factOn('320万元', [])).fact?.measure).not.toBeNull();
    expect((await factOn('320万元', [await verdictOn('320万元', emptied)])).fact?.measure).toBeNull();
  });

  it('list a confirmation whose fact is gone', async () => {
    const verdict = await verdictOn('村民', { kind: 'age' });
    const { unattachedVerdicts } = await factOn('320万元', [verdict]);
    expect(unattachedVerdicts).toEqual([verdict]);
  });
});

describe('cuts', () => {
  it('whose words are gone are listed', async () => {
    const { extraction, text, textHash } = await runPipeline(STOREY);
    const anchored = {
      source: extraction.source.sha256,
      textHash: `${textHash}x`,
      text: `${text}已经不在的一句话`,
    };
    const at = describeSpans([sourceSpan(text.length, text.length + 8)], anchored);
    const { unplacedCuts } = await runPipeline(STOREY, { cuts: [{ act: 'c1', cut: { type: 'split', at } }] });
    expect(unplacedCuts).toEqual(['c1']);
  });
});

describe('another publication date', () => {
  it('leaves what the person said, and forgets what linking said', async () => {
    const verdicts = [
      await verdictOn('320万元', {}),
      await verdictOn('三座', {
        kind: 'quantity',
        verdict: 'corrected',
        correction: { measure: null, when: '2001' },
      }),
      await verdictOn('今年5月', { kind: 'date', verdict: 'corrected', correction: { value: '2023-05' } }),
    ];
    const { extraction, text } = await runPipeline(STOREY, {
      description: { publishedOn: '2024-03-12' },
      verdicts,
    });
    const again = await runPipeline(STOREY, { description: { publishedOn: '1999-07' }, verdicts });
    expect(redate(extraction, '1999-07', text, knowledge)).toEqual(again.extraction);
  });

  it('gives what a whole run under that date gives', async () => {
    for (const page of [specimen, STOREY]) {
      const { extraction, text } = await runPipeline(page, { description: { publishedOn: '2024-03-12' } });
      const again = await runPipeline(page, { description: { publishedOn: '1999-07' } });
      expect(redate(extraction, '1999-07', text, knowledge)).toEqual(again.extraction);
    }
  });
});
