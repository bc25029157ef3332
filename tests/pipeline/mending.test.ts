import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeSpans } from '@shared/anchors/describe.ts';
import { BLOCK_ROLES, type Cut } from '@shared/journal/act.ts';
import type { MadeCut } from '@shared/journal/state.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { type Extracted, extract, type SourceActs } from '@shared/pipeline/extract.ts';
import type { Knowledge } from '@shared/pipeline/knowledge.ts';
import type { Recognised } from '@shared/pipeline/recall.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../electron/knowledge/sha256.ts';
import { knowledge, runPipeline } from './run.ts';

const specimen = readFileSync(
  resolve(import.meta.dirname, '../../resources/specimen/specimen-page.txt'),
  'utf8',
);

const TWO_STORIES = `渔港里的冰厂

■ 江一帆

天没亮，冰厂的传送带就转起来了，一块冰重五十公斤，一小时能出一百二十块。

码头上的渔船排着队等冰。“没有冰就不敢走远。”船老大邱守业说。

灯塔下的气象站

■ 孙若水

气象站在灯塔脚下，去年投入资金32万元，值班员孙若水每三个小时记录一次海面的风和浪。
`;

async function run(
  page: string,
  acts: SourceActs,
  earlier?: Recognised,
  known: Knowledge = knowledge,
): Promise<Extracted> {
  const bytes = new TextEncoder().encode(page);
  const host = { sha256, ...(earlier ? { earlier } : {}) };
  const result = await extract({ ...acts, name: 'page.txt', bytes }, known, host);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const withoutMemory = ({ recognised: _, ...extracted }: Extracted): Omit<Extracted, 'recognised'> =>
  extracted;

/** A selector for a stretch of a page. */
const on = ({ extraction, text, textHash }: Extracted, start: number, length: number) => {
  const from = start % text.length;
  return describeSpans([sourceSpan(from, Math.min(text.length, from + length))], {
    source: extraction.source.sha256,
    textHash,
    text,
  });
};

const onWords = (first: Extracted, words: string) => on(first, first.text.indexOf(words), words.length);

describe('a page that is mended', () => {
  it('is recognised again only where a text has changed', async () => {
    const first = await run(TWO_STORIES, {});
    const cut: Cut = { type: 'break', at: onWords(first, '一块冰重') };
    const again = await run(TWO_STORIES, { cuts: [{ act: 'c1', cut }] }, first.recognised);
    const fresh = [...again.recognised].filter(([key, value]) => first.recognised.get(key) !== value);
    expect(fresh.map(([key]) => key.split(/[ |]/u)[0]).sort()).toEqual(['facts', 'links', 'names', 'quotes']);
    for (const [key] of fresh) expect(key).toContain('天没亮');
    expect(again.recognised.size).toBe(first.recognised.size);
  });

  it('gives what a whole run gives, whatever was cut', async () => {
    const span = fc.tuple(fc.nat(4000), fc.integer({ min: 1, max: 90 }));
    const made = fc.array(
      fc.tuple(
        fc.constantFrom('split', 'merge', 'arrange', 'reorder', 'mark', 'join', 'break'),
        span,
        span,
        fc.constantFrom(...BLOCK_ROLES),
      ),
      { minLength: 1, maxLength: 4 },
    );
    const first = await run(specimen, {});
    await fc.assert(
      fc.asyncProperty(made, async (wanted) => {
        const cuts = wanted.map(([type, a, b, role], i): MadeCut => {
          const [one, two] = [on(first, ...a), on(first, ...b)];
          const act = `c${i}`;
          if (type === 'merge') return { act, cut: { type, first: one, second: two } };
          if (type === 'arrange' || type === 'reorder') return { act, cut: { type, what: one, after: two } };
          if (type === 'mark') return { act, cut: { type, what: one, role } };
          return { act, cut: { type: type as 'split' | 'join' | 'break', at: one } };
        });
        const again = await run(specimen, { cuts }, first.recognised);
        expect(withoutMemory(again)).toEqual(withoutMemory(await run(specimen, { cuts })));
      }),
      { numRuns: 12 },
    );
  });

  it('keeps its mendings under another segmenter, and lists those that fit no more', async () => {
    const first = await runPipeline(TWO_STORIES);
    // This one knows no mark of a byline, and takes the page apart otherwise.
    const other: Knowledge = {
      ...knowledge,
      segment: {
        ...knowledge.segment,
        surnames: new Set(),
        press: { ...knowledge.segment.press, bylineRoles: [] },
      },
    };
    const cuts: MadeCut[] = [
      { act: 'caption', cut: { type: 'mark', what: onWords(first, '一块冰重五十公斤，'), role: 'caption' } },
      {
        act: 'merge',
        cut: { type: 'merge', first: onWords(first, '天没亮'), second: onWords(first, '气象站在') },
      },
      { act: 'first', cut: { type: 'join', at: onWords(first, '天没亮') } },
    ];
    const plain = await run(TWO_STORIES, {}, undefined, other);
    expect(plain.extraction.articles.map(({ byline }) => byline.names)).not.toEqual(
      first.extraction.articles.map(({ byline }) => byline.names),
    );
    const mended = await run(TWO_STORIES, { cuts }, undefined, other);
    expect(mended.unplacedCuts).toEqual(['first']);
    const told = mended.extraction.articles.filter(({ body }) => body.text !== '');
    expect(told.map(({ captions }) => captions.map(({ text }) => text))).toEqual([['一块冰重五十公斤，']]);
    expect(told[0]?.body.text).toContain('气象站在灯塔脚下');
  });
});
