import { describe, expect, it } from 'vitest';
import { body, namesOf, remark } from './notation.ts';

const CASES: Readonly<Record<string, readonly string[]>> = {
  'persons with posts and in lists': [
    '出席会议的有[P王晓峰]、[P李秀英]、[P赵明]等。',
    '[L宁波市]市长[P陈伟东]介绍了情况。',
    '隔壁的[P周先生]说，他没有听见。',
  ],
  'names with a middle dot': ['[P阿不都·热合曼]和[P麦麦提·吐尔逊]在地里浇水。'],
  'places are one with what stands above them': [
    '他家在[L江苏省南京市栖霞区马群街道]。',
    '[L新疆喀什地区莎车县]种了核桃。',
  ],
  'abbreviated places': ['[L浙][L川]两地干部互派挂职。', '专家赴[L浙]学习。'],
  'offices are bodies': [
    '[O莎车县委组织部]发出通知。',
    '[O湖南省援藏指挥部]开了会，[O省援藏指挥部]负责人到场。',
    '[O陇西县林草局]种了树。',
  ],
  'programmes keep their marks and what belongs to them': ['当地实施“青苗培土”行动，选派干部。'].map((line) =>
    line.replace('“青苗培土”行动', '[S“青苗培土”行动]'),
  ),
  'works and meetings': ['话剧[T《远山的灯》]上演。', '[E党的二十大]召开。'],
};

for (const [kind, cases] of Object.entries(CASES))
  describe(kind, () => {
    for (const marked of cases)
      it(marked, () => {
        expect(remark(marked)).toBe(marked);
      });
  });

describe('what is no name', () => {
  for (const text of [
    '“我们都愿意来。”他说。',
    '资料要“一次说清”，别让群众“来回跑”。',
    '高度重视安全，方便群众。',
    'rubric first, garbage next',
    '文件名是 old-page.txt。',
    '钱也花在修路上。',
    '这件事街坊都记得。',
    '负责人向该版解释了原因。',
    '县里五所学校都办过汽车班。',
  ])
    it(text, () => {
      expect(remark(text)).toBe(text);
    });
});

describe('over the page', () => {
  it('a name known in one text is found in another', () => {
    const [, second] = namesOf(body('记者见到了村民[P]古月山和。'.replace('[P]', '')), body('无关。'));
    expect(second).toEqual([]);
    const [, again] = namesOf({ text: '林小谷', role: 'byline', article: 0 }, body('林小谷走了三里路。'));
    expect(again?.map(({ text, type }) => [text, type])).toEqual([['林小谷', 'person']]);
  });

  it('short forms have their full form', () => {
    const [names = []] = namesOf(body('新疆云岭纺织科技有限公司投产。云岭纺织招了工。'));
    expect(names.map(({ text, canonical }) => [text, canonical])).toEqual([
      ['新疆云岭纺织科技有限公司', undefined],
      ['云岭纺织', '新疆云岭纺织科技有限公司'],
    ]);
  });

  it('a post goes with its person', () => {
    const [names = []] = namesOf(body('长沙市援藏指挥部指挥长林国平说。林国平走了。'));
    expect(names.filter(({ type }) => type === 'person').map(({ text, role }) => [text, role])).toEqual([
      ['林国平', '长沙市援藏指挥部指挥长'],
      ['林国平', '长沙市援藏指挥部指挥长'],
    ]);
  });
});

describe('long names and short ones', () => {
  const canonicals = (text: string): Record<string, string> =>
    Object.fromEntries(
      namesOf(body(text))[0]!.flatMap((name) => (name.canonical ? [[name.text, name.canonical]] : [])),
    );

  it('a unit is whole where the page prints it inside a longer place', () => {
    expect(canonicals('新疆塔城地区额敏县种棉。额敏的棉花熟了。')).toEqual({ 额敏: '额敏县' });
  });

  it('the same units with more above them are the same place', () => {
    expect(canonicals('浙江安吉县余村办班，学员到安吉余村参观。')).toEqual({ 安吉余村: '浙江安吉县余村' });
  });

  it('a part of a body is not its full form', () => {
    expect(canonicals('剑川县委党校办班，剑川县委发文。')).toEqual({});
  });

  it('well-known bodies have their full names', () => {
    expect(canonicals('世卫组织发出警告。')).toEqual({ 世卫组织: '世界卫生组织' });
  });

  it('a surname with a post is the one person of the page who has both', () => {
    expect(canonicals('总经理林国平到会。林经理笑了。')).toEqual({ 林经理: '林国平' });
  });

  it('another body of a company’s name is read to its end', () => {
    const [names = []] = namesOf(body('云硕文化发展有限公司办学。后来，云硕双语幼儿教育基地停办。'));
    expect(names.map(({ text }) => text)).toEqual(['云硕文化发展有限公司', '云硕双语幼儿教育基地']);
  });
});

describe('posts', () => {
  const roles = (text: string): (string | undefined)[] =>
    namesOf(body(text))[0]!.flatMap(({ type, role }) => (type === 'person' ? [role] : []));

  it('go back to the body they belong to, over a part of it', () => {
    expect(roles('莎车县委宣传部部务会议成员、文艺科科长陈小坤介绍。')).toEqual([
      '莎车县委宣传部部务会议成员、文艺科科长',
    ]);
  });

  it('are kept where printed, and the first one is everyone else’s', () => {
    expect(roles('县长林国平说。林国平走了。县防汛指挥部总指挥林国平到场。')).toEqual([
      '县长',
      '县长',
      '县防汛指挥部总指挥',
    ]);
  });

  it('have the group that they lead', () => {
    expect(roles('项目组组长林国平到场，宣传科科长许青介绍。')).toEqual(['项目组组长', '宣传科科长']);
  });

  it('knows posts and titles of Hong Kong, Taiwan and Malaysia', () => {
    expect(roles('行政長官黎永昌見記者。')).toEqual(['行政長官']);
    expect(roles('時代力量黨團總召邱俊傑指出，預算過高。')).toEqual(['時代力量黨團總召']);
    expect(roles('柔佛州务大臣拿督翁哈菲兹昨天到访。')).toEqual(['柔佛州务大臣拿督']);
  });

  it('stand behind 是 too', () => {
    expect(roles('德国《镜报》记者卡尔·韦伯到场。')).toEqual(['德国《镜报》记者']);
    expect(roles('艾山·吐尔逊是新疆喀什地区莎车县的牧民。')).toEqual(['新疆喀什地区莎车县的牧民']);
  });
});

describe('named products', () => {
  it('a row that says what it lists names products', () => {
    const [names = []] = namesOf(body('大力发展平湖西瓜、金山蟠桃等特色果品。平湖西瓜甜。'));
    expect(names.filter(({ type }) => type === 'product').map(({ text }) => text)).toEqual([
      '平湖西瓜',
      '金山蟠桃',
      '平湖西瓜',
    ]);
  });

  it('craft and brands', () => {
    const [names = []] = namesOf(body('神舟十号飞船和“红星”牌收音机展出。'));
    expect(names.map(({ text, type }) => [text, type])).toEqual([
      ['神舟十号', 'product'],
      ['“红星”牌', 'product'],
    ]);
  });
});

describe('places and the register', () => {
  it('the page settles which county is meant', () => {
    const [names = []] = namesOf(body('塔城地区额敏县。额敏的棉花熟了。'));
    expect(names.at(-1)?.places?.map(({ code }) => code)).toEqual(['654221']);
  });

  it('a town printed a little differently is found in its county', () => {
    const [names = []] = namesOf(body('阿瓦提县塔木托拉克镇建了路。'));
    expect(names[0]?.places?.[0]?.path.at(-1)).toBe('塔木托格拉克镇');
  });

  it('what the page does not settle stays open', () => {
    const [names = []] = namesOf(body('鼓楼区举办展览。'));
    expect(names[0]?.places?.length).toBeGreaterThan(1);
  });
});

describe('what a name on the page may mean', () => {
  const codes = (text: string, name: string): string[] | undefined =>
    namesOf(body(text))[0]!
      .find((found) => found.text === name)
      ?.places?.map(({ code }) => code);

  it('a country is no zone of the register', () => {
    expect(codes('中国派代表出席。', '中国')).toBeUndefined();
  });

  it('a province goes before districts of its name', () => {
    expect(codes('浙江的专家来到河北石桥遗址。', '河北石桥遗址')).toEqual(['13']);
  });

  it('the city at hand says which district is meant', () => {
    expect(codes('福州市鼓楼区举办展览，鼓楼区来了很多人。', '鼓楼区')).toEqual(['350102']);
    expect(codes('南京市玄武区办展，鼓楼区也办展。', '鼓楼区')).toEqual(['320106']);
  });
});

describe('one place has one pin and one full form', () => {
  const names = (text: string) =>
    Object.fromEntries(
      namesOf(body(text))[0]!.map((name) => [
        name.text,
        { canonical: name.canonical, pins: (name.places ?? []).map(({ path }) => path.join('/')) },
      ]),
    );

  it.each([
    ['莎车县红旗村修了路，红旗村通了车。', '红旗村'],
    ['翻过天山，就到了那片草原。', '天山'],
    ['从新昌路走到长兴路。', '新昌路'],
    ['西乡草莓园改造完工。', '西乡草莓园'],
    ['江南古城烟雨迷蒙。', '江南古城'],
    ['从乌鲁木齐市天山区到天山北坡，天山很高。', '天山'],
    ['南京市的代表走过南京路步行街。', '南京路步行街'],
  ])('what only begins like a county is not pinned to it: %s', (text, name) => {
    const pins = names(text)[name]?.pins ?? [];
    expect(pins.filter((pin) => !pin.includes('莎车县'))).toEqual([]);
  });

  it('the county in front wins over a city of the village’s name', () => {
    expect(names('专家来到陇西县金华新村。').陇西县金华新村?.pins).toEqual(['甘肃省/定西市/陇西县']);
  });

  it('a site lies in the unit that the page names by itself', () => {
    const page = '剑川县发展畜牧业。剑川滩羊产业园投产，西乡滩羊产业园停办。';
    expect(names(page).剑川滩羊产业园?.pins).toEqual(['云南省/大理白族自治州/剑川县']);
    expect(names(page).西乡滩羊产业园?.pins ?? []).toEqual([]);
  });

  it('a province goes before a prefecture of its name, and contracted names are whole names', () => {
    expect(names('海南的椰子熟了。').海南?.pins).toEqual(['海南省']);
    expect(names('云南怒江州福贡县种草果。').云南怒江州福贡县?.pins).toEqual([
      '云南省/怒江傈僳族自治州/福贡县',
    ]);
  });

  it('a prefecture goes before its seat of the same name, unless the page names the seat more', () => {
    const pins = (text: string) => names(text).塔城;
    expect(pins('塔城地区丰收，塔城市通车。塔城的苹果红了。')).toEqual({
      canonical: '塔城地区',
      pins: ['新疆维吾尔自治区/塔城地区'],
    });
    expect(pins('塔城市通车，塔城市下雨。塔城的苹果红了。')?.canonical).toBe('塔城市');
  });

  it('short and long forms lead to the end of the chain', () => {
    const found = names('浙江省派了人。浙江的专家来了，浙川两地签约。');
    expect([found.浙江?.canonical, found.浙?.canonical]).toEqual(['浙江省', '浙江省']);
    expect(found.浙?.pins).toEqual(['浙江省']);
  });

  it('an initial is the unit of the page that begins so', () => {
    const found = names('绍兴市的专家来到莎车县。绍莎两地签约。');
    expect([found.绍?.canonical, found.莎?.canonical]).toEqual(['绍兴市', '莎车县']);
  });

  it('units printed short are whole where the page prints them whole', () => {
    expect(names('南京市栖霞区龙潭街道开会。南京栖霞的桃熟了。').南京栖霞?.canonical).toBe('南京市栖霞区');
  });

  it('an office of a level goes with the one unit of that level', () => {
    expect(names('莎车县开了会，县委组织部发文。').县委组织部?.canonical).toBe('莎车县委组织部');
    expect(names('莎车县与陇西县开了会，县委组织部发文。').县委组织部?.canonical).toBeUndefined();
  });

  it('an office of a level goes with the unit of its article, and with the form printed there', () => {
    const [first = [], second = []] = namesOf(
      body('莎车县开了会，县委组织部发文。', 0),
      body('陇西县委组织部办班，县委组织部总结。', 1),
    );
    expect(first.find(({ text }) => text === '县委组织部')?.canonical).toBe('莎车县委组织部');
    expect(second.find(({ text }) => text === '县委组织部')?.canonical).toBe('陇西县委组织部');
  });

  it('a part of a body has its body whole', () => {
    expect(names('浙大继续教育学院办班。').浙大继续教育学院?.canonical).toBe('浙江大学继续教育学院');
  });

  it('a village goes with the longer name that ends in it', () => {
    expect(names('柳林镇红旗村修路。红旗村通车。').红旗村?.canonical).toBe('柳林镇红旗村');
  });
});

describe('what is no post', () => {
  const roles = (text: string) =>
    namesOf(body(text))[0]!.flatMap(({ type, role }) => (type === 'person' ? [role] : []));

  it.each(['86岁的热依汗·买买提老人很感慨。', '徐先生来了。', '热依汗·买买提大妈在唱歌。'])('%s', (text) => {
    expect(roles(text)).toEqual([undefined]);
  });

  it('a quoted employer counts like any other', () => {
    expect(roles('“青苗学堂”学员林国平说，收获不小。')).toEqual(['“青苗学堂”学员']);
  });
});
