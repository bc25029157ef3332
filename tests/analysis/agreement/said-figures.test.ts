import { type FigureSource, placeSaid, settlementOf } from '@shared/analysis/agreement/said-figures.ts';
import { describeSpans } from '@shared/anchors/describe.ts';
import type { FigureTarget } from '@shared/journal/act.ts';
import type { Fact } from '@shared/model/fact.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import type { SourceActs } from '@shared/pipeline/extract.ts';
import { describe, expect, it } from 'vitest';
import { runPipeline } from '../../pipeline/run.ts';

const PAGE = '柳滩县修渠\n\n柳滩县今年修渠42公里。\n\n松坪乡植树\n\n松坪乡在荒坡植树9600亩，投工1.2万个。\n';

async function readSource(acts: SourceActs = {}): Promise<FigureSource> {
  const { extraction, text, textHash } = await runPipeline(PAGE, acts);
  return { source: extraction.source.sha256, text, textHash, facts: extraction.facts };
}

const factIn = ({ facts }: FigureSource, words: string): Fact => facts.find(({ text }) => text === words)!;
const target = (source: FigureSource, words: string): FigureTarget => {
  const { start, end, kind } = factIn(source, words);
  return { target: describeSpans([sourceSpan(start, end)], source), kind };
};
const endOf = (source: FigureSource, words: string) => ({
  article: factIn(source, words).article,
  fact: factIn(source, words).id,
});

describe('what was said of figures', () => {
  it('stays with them through every new cut and correction, and is loose where one is gone', async () => {
    const before = await readSource();
    const [water, trees] = [target(before, '42公里'), target(before, '9600亩')];
    const said = {
      paired: [{ act: 'j', figures: [water, trees] as const, isOne: true }],
      settled: [{ act: 's', at: '', figures: [water, trees], use: trees, note: '依统计局' }],
    };
    const split = before.text.indexOf('松坪乡在荒坡');
    const at = describeSpans([sourceSpan(split, split + 6)], before);
    const parts: SourceActs[] = [
      {},
      { cuts: [{ act: 'c', cut: { type: 'split', at } }] },
      {
        cuts: [
          {
            act: 'm',
            cut: { type: 'merge', first: water.target, second: trees.target },
          },
        ],
      },
      {
        verdicts: [{ act: 'v', ...trees, verdict: 'corrected', correction: { value: 9700 } }],
      },
    ];
    for (const acts of parts) {
      const now = await readSource(acts);
      const placed = placeSaid(said, () => now);
      expect(placed.loose).toEqual([]);
      expect(placed.joined).toEqual([[endOf(now, '42公里'), endOf(now, '9600亩')]]);
      expect(placed.settled).toMatchObject([{ act: 's', use: endOf(now, '9600亩'), note: '依统计局' }]);
    }
    const gone = await readSource({
      verdicts: [{ act: 'v', ...trees, verdict: 'rejected', correction: {} }],
    });
    const words = ['42公里', '9600亩'];
    expect(placeSaid(said, () => gone)).toEqual({
      joined: [],
      parted: [],
      settled: [],
      loose: [
        { act: 'j', what: 'join', words },
        { act: 's', what: 'settle', words },
      ],
    });
    // A page that was taken away takes nothing with it: what was said waits for it.
    expect(placeSaid(said, () => null)).toEqual({ joined: [], parted: [], settled: [], loose: [] });
  });

  it('settles a group as a whole only where all of its figures were known', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((fact) => ({ article: fact, fact })) as [
      FigureEnd,
      FigureEnd,
      FigureEnd,
    ];
    const settlement = { act: 's', at: '', figures: [a, b], use: a, note: '' };
    expect(settlementOf([b, a], [settlement])).toEqual({ settlement, isWhole: true });
    expect(settlementOf([a, b, c], [settlement])).toEqual({ settlement, isWhole: false });
    expect(settlementOf([a, c], [settlement])).toBeNull();
    const later = { ...settlement, act: 't', figures: [a, b, c] };
    expect(settlementOf([a, b], [settlement, later])?.settlement).toBe(later);
  });
});

type FigureEnd = { readonly article: string; readonly fact: string };
