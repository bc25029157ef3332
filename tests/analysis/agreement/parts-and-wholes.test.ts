import { findAgreements } from '@shared/analysis/agreement/agreements.ts';
import { placeOrder, rankOf } from '@shared/analysis/agreement/places.ts';
import { statementsOf } from '@shared/analysis/agreement/statement.ts';
import { describe, expect, it } from 'vitest';
import { knowledge } from '../answered-figures.ts';
import { read } from '../flood-papers.ts';

/** `3200万元 | 8600万元`, the figures of two papers of which one is of a part of the other. */
async function partsOf(first: string, second: string): Promise<string[]> {
  const papers = [await read('2016-05-04', first), await read('2016-05-06', second)];
  const wordsOf = ({ article, fact }: { readonly article: string; readonly fact: string }): string =>
    papers.find(({ id }) => id === article)!.claims.find((claim) => claim.fact.id === fact)!.fact.text;
  return findAgreements(papers, knowledge)
    .filter(({ verdict }) => verdict === 'other-scope')
    .map(({ ends }) => ends.map(wordsOf).sort().join(' | '));
}

const CANAL = '沙柳县修成引水渠\n\n沙柳县引水渠完工，全长38.6公里，投资8640万元，其中群众集资3270万元。\n';

describe('a part and its whole in two papers', () => {
  it('are told where one paper says that it is a part and both tell of the whole, whatever the part is called', async () => {
    const other = '沙柳县：水来了\n\n沙柳县引水渠全长38.6公里，总投资8640万元。\n';
    expect(await partsOf(CANAL, other)).toContain('3270万元 | 8640万元');
    const withoutIt = CANAL.replace('，其中群众集资3270万元', '。另修路花去3270万元');
    expect(await partsOf(withoutIt, other)).toEqual([]);
  });

  it('are told of a town and its county, not of a county that lies beside', async () => {
    const county =
      '沙柳县遭大旱\n\n沙柳县今年大旱，全县受灾人口21.4万人，死亡牲畜3560头，直接经济损失8640万元。\n';
    const town = (where: string): string =>
      `沙柳县旱情见闻\n\n沙柳县死亡牲畜3560头，损失8640万元。${where}石湾镇受灾人口3.9万人。\n`;
    expect(await partsOf(county, town(''))).toContain('21.4万人 | 3.9万人');
    expect(await partsOf(county, town('邻近的'))).toEqual([]);
  });
});

describe('places', () => {
  const [home] = [{ homes: [], beside: new Set<string>(), text: '' }];
  const place = (name: string, code: string) => ({ name, codes: [code], rank: null });

  it('lie in one another as the register says, whatever their names end in', () => {
    const [city, inside, outside] = [
      place('绍兴市', '3306'),
      place('诸暨市', '330681'),
      place('义乌市', '330782'),
    ];
    expect(placeOrder(inside, city, [home])).toBe('within');
    expect(placeOrder(outside, city, [home])).toBe('apart');
    expect(placeOrder(city, inside, [home])).toBe('apart');
  });

  it('have the rank that their names say: a scenic area or a mining area is no county', () => {
    const ranks = ['石湾镇', '沙柳县', '河西区', '玉龙山景区', '东山矿区', '清江地区', '桂南自治区'].map(
      (name) => rankOf(name, knowledge.places),
    );
    expect(ranks).toEqual([1, 2, 2, null, null, 3, 4]);
  });

  it('are those of an article that its headline names', async () => {
    const { places } = statementsOf(await read('2016-05-04', CANAL), knowledge);
    expect(places.homes.map(({ name }) => name)).toContain('沙柳县');
  });
});
