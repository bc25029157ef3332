import { PASSES } from '@shared/names/passes.ts';
import { readText } from '@shared/names/reading/reading.ts';
import { readNames } from '@shared/names/recognise.ts';
import { type Rule, WEIGHTS } from '@shared/names/weights.ts';
import { describe, expect, it } from 'vitest';
import { namesKnowledge } from './knowledge.ts';

const knowledge = namesKnowledge();
const ALL = [...PASSES.byline, ...PASSES.text, ...PASSES.shortPlaces, ...PASSES.longer, ...PASSES.holding];
/**
 * Found outside the passes: offices when names are joined, names known from elsewhere when the page agrees, the
 * person's own words before all.
 */
const BEHIND: ReadonlySet<Rule> = new Set<Rule>(['level-office', 'known', 'known-product', 'own']);

const TEXT = [
  '河北省邯郸市丛台区人民政府区长郝立新与俄罗斯总理切尔诺梅尔金在滏阳河（邯郸段）边会面。',
  '大同市成立抗旱领导小组，中铁十二局集团派人赴晋，赵某某、小王和阿不都·热合曼也到了。',
  '县里开展“春雨入户”工程，举办第三届红枣文化节，获评全国文明县，印发《节水办法》。',
  '推广沙窝蜜桃、云溪白茶等特色果品，顾小满今年五十岁，郝经理来了，兵团第七师种棉花。',
].join('\n');

describe('the order of the passes', () => {
  it('has each rung of the ladder written by a pass, and by one alone unless bylines share it', () => {
    for (const rule of Object.keys(WEIGHTS) as Rule[]) {
      if (BEHIND.has(rule)) continue;
      const writers = ALL.filter(({ writes }) => writes.includes(rule)).map(({ name }) => name);
      expect(writers.filter((name) => name !== 'byline').length, rule).toBeLessThanOrEqual(1);
      expect(writers.length, rule).toBeGreaterThan(0);
    }
  });

  it('names each pass once, with a reason', () => {
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
    for (const { name, why } of ALL) expect(why, name).not.toBe('');
  });

  it('lets no pass write a rung that it does not say', () => {
    const { candidates } = readNames({ text: TEXT, role: 'body' }, knowledge);
    const reading = { ...readText(TEXT, knowledge), names: candidates };
    let found = 0;
    for (const { name, writes, find } of [...PASSES.byline, ...PASSES.text, ...PASSES.longer])
      for (const { rule } of find(reading, knowledge)) {
        found++;
        expect(writes, name).toContain(rule);
      }
    for (const { name, writes, find } of [...PASSES.shortPlaces, ...PASSES.holding])
      for (const { rule } of find([reading], knowledge)[0]!) {
        found++;
        expect(writes, name).toContain(rule);
      }
    expect(found).toBeGreaterThan(20);
  });

  it('finds nothing by a pass that is taken out', () => {
    const without = { ...PASSES, text: PASSES.text.filter(({ name }) => name !== 'masked') };
    const rules = (passes: typeof PASSES): Rule[] =>
      readNames({ text: '赵某某说。', role: 'body' }, knowledge, passes).candidates.map(({ rule }) => rule);
    expect(rules(PASSES)).toContain('masked');
    expect(rules(without)).not.toContain('masked');
  });
});
