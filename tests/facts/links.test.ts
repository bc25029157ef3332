import { readDatingKnowledge } from '@shared/dating/knowledge.ts';
import { resolveTimes } from '@shared/dating/resolve-times.ts';
import { linkFacts, recogniseFacts } from '@shared/facts/recognise.ts';
import { sumParts } from '@shared/facts/sum-parts.ts';
import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { readingOffset } from '@shared/model/offset.ts';
import { describe, expect, it } from 'vitest';
import { factsKnowledge, knowledgeFiles } from './knowledge.ts';

const dating = readDatingKnowledge(knowledgeFiles);

const placesIn = (text: string, names: readonly string[]): FoundName[] =>
  names
    .flatMap((name) => [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({ name, index })))
    .sort((a, b) => a.index - b.index)
    .map(({ name, index }) => ({
      type: 'place',
      text: name,
      start: readingOffset(index),
      end: readingOffset(index + name.length),
    }));

function figuresIn(text: string, names: readonly string[] = []): FoundFact[] {
  const facts = resolveTimes(text, recogniseFacts(text, factsKnowledge), null, dating);
  return linkFacts(text, facts, placesIn(text, names), factsKnowledge).filter(
    ({ kind }) => !isTimeKind(kind),
  );
}

describe('what a figure counts', () => {
  it.each([
    ['全县建成21所乡村小学，', '乡村小学'],
    ['带动3万余人就业。', '就业'],
    ['全年接待游客35万人次。', '游客'],
    ['城市绿化覆盖率达到43%。', '城市绿化覆盖率'],
    ['工业增加值同比增长4.2%，', '工业增加值'],
    ['投入抗旱资金2380万元，', '抗旱资金'],
    ['下拨3.96亿元困难帮扶资金，', '困难帮扶资金'],
    ['水库占地2000余亩。', '占地'],
    ['村集体收入由零增加到86万元，', '村集体收入'],
    ['60%的职业教师来自外地。', '职业教师'],
    ['固定每月一次现场办公。', '现场办公'],
    ['65岁以上老人都能来。', '老人'],
    ['医疗保险参保人数达310万人。', '医疗保险参保人数'],
    ['倒塌房屋87户，', '倒塌房屋'],
    ['第十批援疆队伍出发。', '援疆队伍'],
    ['仓库调出800件雨衣支援渔村。', '雨衣'],
    ['县里筹措3万斤种子供应农场。', '种子'],
    ['建成5个口罩供应基地。', '口罩供应基地'],
    ['其中两人中途退出。', '退出'],
    ['3人当场死亡。', '死亡'],
  ])('%s → %s', (text, measure) => {
    expect(figuresIn(text)[0]?.measure?.text).toBe(measure);
  });

  it('is one character each where things are named without marks', () => {
    const measures = figuresIn('水池长宽深分别为8米、5米、2米。').map(({ measure }) => measure?.text);
    expect(measures).toEqual(['长', '宽', '深']);
  });

  it('is shared by figures that stand together', () => {
    const measures = figuresIn('推广39类119项农业技术，受灾居民20户44人。').map(
      ({ measure }) => measure?.text,
    );
    expect(measures).toEqual(['农业技术', '农业技术', '受灾居民', '受灾居民']);
  });

  it('is the same before and behind the change of a ratio', () => {
    const ratios = figuresIn('三次产业结构由上年的5.3∶56.6∶38.1调整为4.7∶57.2∶38.1。');
    expect(ratios.map(({ measure }) => measure?.text)).toEqual(['产业结构', '产业结构']);
  });

  it('is nothing for a score, whatever stands beside it', () => {
    const [score] = figuresIn('白河队以3比2力克客队。', ['白河队']);
    expect(score).toMatchObject({ text: '3比2', measure: null });
    const [ratio] = figuresIn('班级师生比为1∶7。');
    expect(ratio?.measure?.text).toBe('班级师生比');
  });

  it('is for a rank what the clause before counts, where its own names nothing', () => {
    const [, rank] = figuresIn('工业增加值增长9.1%，居全省第3位。');
    expect(rank).toMatchObject({ text: '第3位', measure: { text: '工业增加值' } });
    const [other] = figuresIn('列车驶来，居全省第3位。');
    expect(other?.measure).toBeNull();
  });

  it('is carried over where the noun is dropped', () => {
    const measures = figuresIn('共有5名青年教师获得高级职称、18名获得中级职称、40余名获得资格认证。');
    expect(measures.map(({ measure }) => measure?.text)).toEqual(['青年教师', '青年教师', '青年教师']);
  });
});

describe('of whom a figure is said', () => {
  it.each([
    ['青湖县投入援建资金5亿元。', ['青湖县'], '青湖县'],
    ['青湖县受灾70户，损坏房屋130间。', ['青湖县'], '青湖县'],
    ['该镇共有强村公司10家。', [], '该镇'],
    ['白河市在青湖县建成3座桥。', ['白河市', '青湖县'], '白河市'],
  ])('%s', (text, names, subject) => {
    for (const { subject: found } of figuresIn(text, names)) expect(found?.text).toBe(subject);
  });
});

it('is for an age the person of its sentence, not the body before', () => {
  const text = '临水科学院院士、医科大学教授甲小青同志，因病在柳城逝世，享年91岁。';
  const names = ['临水科学院', '医科大学', '甲小青', '柳城'].map((name): FoundName => {
    const start = text.indexOf(name);
    const type = name === '甲小青' ? 'person' : name === '柳城' ? 'place' : 'org';
    return { type, text: name, start: readingOffset(start), end: readingOffset(start + name.length) };
  });
  const facts = recogniseFacts(text, factsKnowledge);
  const age = linkFacts(text, facts, names, factsKnowledge).find(({ kind }) => kind === 'age');
  expect(age?.subject?.text).toContain('甲小青');
});

it('is said of nobody who only reports it', () => {
  const text = '本报临水7月2日电　（记者甲小青）全部小麦收割完毕，平均亩产312斤。';
  const [yields] = figuresIn(text, ['临水', '甲小青']);
  expect(yields).toMatchObject({ text: '312斤', measure: { text: '亩产' } });
  expect(yields?.subject?.text ?? '小麦').toBe('小麦');
});

describe('what else is said of it', () => {
  it('knows plans, expectations and possibilities', () => {
    expect(figuresIn('今年计划培训2000人次。')[0]?.modality).toBe('planned');
    expect(figuresIn('预计发送旅客900万人次。')[0]?.modality).toBe('expected');
    expect(figuresIn('食堂可容纳100名老人。')[0]?.modality).toBe('possible');
    expect(figuresIn('食堂来了100名老人。')[0]?.modality).toBeUndefined();
  });

  it('knows growth from fall', () => {
    expect(figuresIn('产量同比增长30%。')[0]?.direction).toBe('up');
    expect(figuresIn('运输费用降低了30%左右。')[0]?.direction).toBe('down');
    expect(figuresIn('合格率为99%。')[0]?.direction).toBeUndefined();
  });

  it('knows by what an amount is counted', () => {
    expect(figuresIn('每年实施培训项目12个。')[0]?.per).toBe('年');
    expect(figuresIn('人均可支配收入达到31250元。')[0]?.per).toBe('人');
    expect(figuresIn('平均一天收入200多元。')[0]?.per).toBe('天');
  });

  it('takes the time from its sentence or the one before', () => {
    expect(figuresIn('2021年6月，门店增至1288家，销售额50亿元。').map(({ when }) => when)).toEqual([
      '2021-06',
      '2021-06',
    ]);
    expect(figuresIn('2021年开园。带动就业300人。')[0]?.when).toBe('2021');
    expect(figuresIn('2021年开园。\n带动就业300人。')[0]?.when).toBeNull();
  });

  it('keeps what a person has said', () => {
    const text = '青湖县投入资金5亿元。';
    const [fact] = recogniseFacts(text, factsKnowledge);
    const measure = { text: '资金', start: readingOffset(5), end: readingOffset(7) };
    expect(linkFacts(text, [{ ...fact!, measure, when: '2020' }], [], factsKnowledge)[0]).toMatchObject({
      measure,
      when: '2020',
    });
  });
});

describe('a whole and its parts', () => {
  const listed = (parts: string) => `共选派1465人，其中干部${parts}；另派医生30人。`;
  const groups = (text: string) =>
    sumParts(figuresIn(text)).map(({ whole, parts, adds }) => [
      whole?.text ?? null,
      parts.map((part) => part.text).join('+'),
      adds,
    ]);

  it.each([
    ['239人、教师797人、村干部429人', 'up'],
    ['239人、教师797人', 'not-all'],
    ['239人、教师797人、村干部430人', 'too-much'],
    ['239人、教师797人、村干部400余人', 'open'],
  ])('%s: %s', (parts, adds) => {
    const [group, ...more] = sumParts(figuresIn(listed(parts)));
    expect(more).toEqual([]);
    expect(group?.whole?.text).toBe('1465人');
    expect(group?.adds).toBe(adds);
  });

  it.each([
    ['behind a colon', '安排项目28个，拆成三项：道路12个，水利9个，校舍7个。', '28个', '12个+9个+7个', 'up'],
    [
      'behind a colon, not all',
      '安排项目28个，分为三类：道路12个，水利9个，校舍6个。',
      '28个',
      '12个+9个+6个',
      'not-all',
    ],
    ['in the next sentence', '共培训教师120人。其中，小学70人，中学50人。', '120人', '70人+50人', 'up'],
    ['where the numbers say so', '参赛选手120人，男选手68人、女选手52人。', '120人', '68人+52人', 'up'],
    ['across sentences', '全年放映电影300场。上半年140场，下半年160场。', '300场', '140场+160场', 'up'],
    ['before their total', '男选手68人，女选手52人，共120人。', '120人', '68人+52人', 'up'],
    ['with money', '筹资900万元，财政拨付600万元，村民自筹300万元。', '900万元', '600万元+300万元', 'up'],
  ])('are found %s', (_where, text, whole, parts, adds) => {
    expect(groups(text)).toEqual([[whole, parts, adds]]);
  });

  it('makes a hundred of shares, of the figure before them where there is one', () => {
    expect(groups('受访居民2000名，赞成的占62%，反对的占25%，说不清的占13%。')).toEqual([
      ['2000名', '62%+25%+13%', 'up'],
    ]);
    expect(groups('三次产业占比分别为8.4%、41.3%和50.3%。')).toEqual([[null, '8.4%+41.3%+50.3%', 'up']]);
  });

  it.each([
    '全县修路30公里，新建桥梁12座，整治河道25公里。',
    '产值增长60%，利润增长40%。',
    '培训教师120人。各店经营如下：东店120人、西店98人。',
    '甲队得2分，乙队得1分，丙队得1分。',
    '参赛选手120人，男选手68人、女选手50余人。',
    '安排资金100万元。张村修路。又过一年。李村得60万元，王村得40万元。',
  ])('are none in %s', (text) => {
    expect(groups(text)).toEqual([]);
  });

  it('are of whom they name themselves, else of whom the whole is', () => {
    const text = '青湖县收粮100吨，其中白河乡40吨、山粮60吨。';
    expect(figuresIn(text, ['青湖县', '白河乡']).map(({ subject }) => subject?.text)).toEqual([
      '青湖县',
      '白河乡',
      '青湖县',
    ]);
  });
});

it('is said of the name that stands alone before it in brackets', () => {
  const subjects = figuresIn('新设站点9个（溪口4个、石桥3个，坪上2个）。', ['溪口', '石桥', '坪上']).map(
    ({ subject }) => subject?.text,
  );
  expect(subjects.slice(1)).toEqual(['溪口', '石桥', '坪上']);
});

it('is never said of a blank', () => {
  expect(
    figuresIn('油菜播种面积600公顷 ，增长2%。').map(({ subject }) => subject?.text.trim()),
  ).not.toContain('');
});

describe('a measure that holds whom it is said of is parted where the next figure shows it', () => {
  it.each([
    ['南区车位300个，北区车位120个。', ['南区 车位', '北区 车位']],
    ['渔村码头6座，冷库9座、网具厂2家。', ['渔村 码头', '渔村 冷库', '渔村 网具厂']],
    ['小麦产量12万吨，玉米产量8万吨。', [' 小麦产量', ' 玉米产量']],
    ['黄金首饰20件，手表3块。', [' 黄金首饰', ' 手表']],
  ])('%s', (text, said) => {
    const linked = figuresIn(text).map(
      ({ subject, measure }) => `${subject?.text ?? ''} ${measure?.text ?? ''}`,
    );
    expect(linked).toEqual(said);
  });
});
