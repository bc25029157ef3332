import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeSpans } from '@shared/anchors/describe.ts';
import type { FactVerdict } from '@shared/journal/state.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import type { Region } from '@shared/model/source.ts';
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

  it('takes no plan of a Hong Kong page for its past, and one bureau for one', async () => {
    const page = '港府擬建醫院\n\n食物及衞生局昨日表示，新醫院料2026年落成。\n';
    const { names, source } = (await runPipeline(page)).extraction;
    expect(names.map(({ text }) => text)).toContain('食物及衞生局');
    expect(source.publishedOn).toMatchObject({ value: null });
    expect(source.publishedOn.notBefore).toBeUndefined();
  });

  it('reads the reporter behind the paper in a dateline', async () => {
    const page =
      '山河大桥通车\n\n山河日报讯（新山河·山河日报记者 齐小青）大桥今天通车，铺设人行道板1128块。\n';
    const { articles, facts } = (await runPipeline(page)).extraction;
    expect(articles[0]?.byline.names).toEqual(['齐小青']);
    expect(facts.find(({ text }) => text === '1128块')).toMatchObject({ kind: 'quantity', unit: '块' });
  });

  it('takes no day and no year from what people are called', async () => {
    const page = '清溪镇修桥记\n\n县交通局局长李建国说，村民王国庆捐了3万元。国庆前通车。\n';
    const { facts, names, source } = (await runPipeline(page)).extraction;
    expect(names.map(({ text }) => text)).toEqual(expect.arrayContaining(['李建国', '王国庆']));
    expect(facts.filter(({ kind }) => kind === 'date')).toMatchObject([{ text: '国庆前' }]);
    expect(source.publishedOn).toMatchObject({ value: null, evidence: [] });
  });

  it('takes no time from what a newspaper is called', async () => {
    const page = '老街改造听证\n\n南方周末记者齐小青周末去了老街，当地报纸《明天会更好》专栏也派了人。\n';
    const { facts } = (await runPipeline(page)).extraction;
    expect(facts.map(({ text, start }) => [text, start])).toEqual([['周末', page.indexOf('周末去')]]);
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
        unit: fc.constantFrom(...'清溪镇资金320万元，。“”今年 \u3000三座、：()#*'),
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

  it('takes a bare 元 for the currency of the region that the person says', async () => {
    const sums = async (page: string, region?: Region) => {
      const { extraction } = await runPipeline(page, { description: region ? { region } : {} });
      return extraction.facts.filter(({ kind }) => kind === 'money').map(({ unit }) => unit);
    };
    const taiwan = '高雄造橋\n\n高雄市去年花三百萬元修橋，台南也花了人民幣兩百萬元。\n';
    expect(await sums(taiwan)).toEqual(['TWD', 'CNY']);
    expect(await sums(taiwan, 'mainland')).toEqual(['CNY', 'CNY']);
    expect(await sums(taiwan, 'hong-kong')).toEqual(['HKD', 'CNY']);
    expect(await sums(STOREY, 'macao')).toEqual(['MOP']);
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

  it('confirm a fact as it was corrected, and remember how it was read', async () => {
    const plain = (await factOn('320万元', [])).fact;
    const verdict = await verdictOn('320万元', { correction: { value: 3210000, measure: '修桥款' } });
    const { fact, unattachedVerdicts } = await factOn('320万元', [verdict]);
    expect(unattachedVerdicts).toEqual([]);
    expect(fact).toMatchObject({
      value: 3210000,
      verdict: 'confirmed',
      asRead: { value: 3200000, unit: 'CNY', text: plain?.text, measure: plain?.measure?.text },
    });
    expect((await factOn('320万元', [await verdictOn('320万元', {})])).fact).not.toHaveProperty('asRead');
  });

  it('let another value stand without the terms that are printed', async () => {
    const page = '青石队主场3∶1获胜，全场观众两万人。\n';
    const { extraction, text, textHash } = await runPipeline(page);
    const score = extraction.facts.find(({ terms }) => terms);
    const anchored = { source: extraction.source.sha256, text, textHash };
    const verdict: FactVerdict = {
      act: 'a1',
      target: describeSpans([sourceSpan(score?.start ?? 0, score?.end ?? 0)], anchored),
      kind: 'ratio',
      verdict: 'corrected',
      correction: { value: 2 },
    };
    const corrected = (await runPipeline(page, { verdicts: [verdict] })).extraction.facts.find(
      ({ kind }) => kind === 'ratio',
    );
    expect(corrected).toMatchObject({ value: 2, asRead: { value: 3, terms: [3, 1] } });
    expect(corrected).not.toHaveProperty('terms');
  });

  it('keep a correction that was confirmed when its fact is no longer read', async () => {
    const verdict = await verdictOn('村民', { kind: 'quantity', correction: { value: 40, unit: '人' } });
    const { fact, unattachedVerdicts } = await factOn('村民', [verdict]);
    expect(fact).toMatchObject({ value: 40, verdict: 'confirmed', rule: 'person' });
    expect(unattachedVerdicts).toEqual([verdict]);
  });

  it('give a measure that is not printed an empty place, and one that is its own', async () => {
    const corrected = (measure: string) =>
      verdictOn('320万元', { verdict: 'corrected', correction: { measure } });
    const { fact } = await factOn('320万元', [await corrected('修桥款项合计')]);
    expect(fact?.measure).toEqual({ text: '修桥款项合计', start: fact?.start, end: fact?.start });
    const printed = (await factOn('320万元', [await corrected('旧桥')])).fact?.measure;
    expect(STOREY.slice(printed?.start, printed?.end)).toBe('旧桥');
  });

  it('say what was taken away, with the act that took it, and leave what the person spoke for', async () => {
    const own = await verdictOn('资金320万元', {
      act: 'a2',
      verdict: 'added',
      correction: { value: 3200000, unit: 'CNY' },
    });
    const rejected = await verdictOn('320万元', { verdict: 'rejected' });
    const { extraction, takenAway } = await runPipeline(STOREY, { verdicts: [own, rejected] });
    expect(extraction.facts.filter(({ kind }) => kind === 'money')).toMatchObject([{ text: '资金320万元' }]);
    expect(takenAway).toMatchObject([
      { act: 'a1', fact: { text: '320万元', value: 3200000, article: extraction.articles[0]?.id } },
    ]);
    const withdrawn = await runPipeline(STOREY, { verdicts: [{ ...own, verdict: 'withdrawn' }] });
    expect(withdrawn.takenAway).toMatchObject([{ act: 'a2', fact: { text: '资金320万元' } }]);
    expect(withdrawn.extraction.facts.some(({ text }) => text === '320万元')).toBe(true);
  });

  it('put a fact of the person on the very words of a read one in its place', async () => {
    const own = await verdictOn('320万元', { verdict: 'added', correction: { value: 5, unit: 'CNY' } });
    const { extraction } = await runPipeline(STOREY, { verdicts: [own] });
    const ids = extraction.facts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(extraction.facts.find(({ text }) => text === '320万元')).toMatchObject({ value: 5 });
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

describe('articles', () => {
  it('without a body have ids of their own', async () => {
    const page = `东山渡口今日通航

渡口自上月起停航检修，今日清晨六时恢复通航，首班渡船载客四十人。

西岭茶园开采春茶

■ 本报记者 周望舒

茶农天亮进山，至中午采得鲜叶两百余斤，全部送往镇上的茶厂。
`;
    const { extraction, text, textHash } = await runPipeline(page);
    expect(extraction.articles).toHaveLength(2);
    const { sha256: source } = extraction.source;
    const cuts = extraction.articles.map(({ body }, i) => ({
      act: `c${i}`,
      cut: {
        type: 'mark' as const,
        what: describeSpans(
          body.pieces.map(({ to, length }) => sourceSpan(to, to + length)),
          { source, textHash, text },
        ),
        role: 'furniture' as const,
      },
    }));
    const { articles } = (await runPipeline(page, { cuts })).extraction;
    expect(articles.map(({ title, body }) => [title?.text, body.text])).toEqual([
      ['东山渡口今日通航', ''],
      ['西岭茶园开采春茶', ''],
    ]);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(2);
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
      await verdictOn('三座', { kind: 'quantity', verdict: 'rejected' }),
      await verdictOn('今年5月', { kind: 'date' }),
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
