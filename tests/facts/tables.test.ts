import { gatherTables } from '@shared/facts/gather-tables.ts';
import { linkFacts, recogniseFacts } from '@shared/facts/recognise.ts';
import { describe, expect, it } from 'vitest';
import { factsKnowledge } from './knowledge.ts';

/** Each table as lines: its columns, then its rows. */
const tablesIn = (text: string): string[][] =>
  gatherTables(linkFacts(text, recogniseFacts(text, factsKnowledge), [], factsKnowledge)).map(
    ({ columns, rows }) => [
      columns.map(({ name, unit }) => `${name ?? '–'} ${unit ?? '–'}`).join(' | '),
      ...rows.map(
        ({ label, cells }) => `${label.text}: ${cells.map((cell) => cell?.text ?? '–').join(' | ')}`,
      ),
    ],
  );

describe('a table printed as prose', () => {
  it('is read where a name and a figure are repeated', () => {
    expect(tablesIn('全镇安置移民：甲村120户、乙村98户、丙村45户。')).toEqual([
      ['– 户', '甲村: 120户', '乙村: 98户', '丙村: 45户'],
    ]);
  });

  it('has a column for each figure of a row', () => {
    expect(tablesIn('有甲村120户360人、乙村98户280人、丙村45户130人。')).toEqual([
      ['– 户 | – 人', '甲村: 120户 | 360人', '乙村: 98户 | 280人', '丙村: 45户 | 130人'],
    ]);
  });

  it('names a column by the words that its rows share', () => {
    expect(tablesIn('青湖县增长3.1%、白河县增长4%、山阴县增长6.5%。')).toEqual([
      ['增长 %', '青湖县: 3.1%', '白河县: 4%', '山阴县: 6.5%'],
    ]);
    expect(tablesIn('东店120人、营业额30万元；西店98人、营业额25万元；南店45人、营业额12万元。')).toEqual([
      ['– 人 | 营业额 CNY', '东店: 120人 | 30万元', '西店: 98人 | 25万元', '南店: 45人 | 12万元'],
    ]);
  });

  it('may have years for labels', () => {
    expect(tablesIn('2019年12万人、2020年15万人、2021年18万人。')).toEqual([
      ['– 人', '2019年: 12万人', '2020年: 15万人', '2021年: 18万人'],
    ]);
  });

  it('is read where its cells were dumped line by line, with its head', () => {
    const cells = [
      '乡镇',
      '户数',
      '人口',
      '青山乡',
      '120户',
      '360人',
      '白水乡',
      '98户',
      '280人',
      '黄坡乡',
      '45户',
      '130人',
    ];
    expect(tablesIn(cells.join('\n'))).toEqual([
      ['户数 户 | 人口 人', '青山乡: 120户 | 360人', '白水乡: 98户 | 280人', '黄坡乡: 45户 | 130人'],
    ]);
    expect(tablesIn('|青山乡|120户|\n|白水乡|98户|\n|黄坡乡|45户|')[0]).toHaveLength(4);
  });

  it.each([
    ['two rows', '甲村120户、乙村98户。'],
    ['units that differ', '建成桥梁3座、公路12公里、水渠5条。'],
    ['deeds', '新建公园3个、改建广场5个、拆除市场2个。'],
    ['a label said twice', '甲村120户、甲村98户、甲村45户。'],
    ['sentences', '他们在山里走了3天，又在河边住了5天，最后在城里待了2天。'],
  ])('is none of %s', (_why, text) => {
    expect(tablesIn(text)).toEqual([]);
  });

  it('ties every label to its words', () => {
    const text = '各村户数是：甲村120户、乙村98户、丙村45户。';
    const [table] = gatherTables(linkFacts(text, recogniseFacts(text, factsKnowledge), [], factsKnowledge));
    for (const { label, cells } of table?.rows ?? []) {
      expect(text.slice(label.start, label.end)).toBe(label.text);
      for (const cell of cells) expect(text.slice(cell?.start, cell?.end)).toBe(cell?.text);
    }
    expect(text.slice(table?.start, table?.end)).toBe('甲村120户、乙村98户、丙村45户');
  });
});
