import { type Candidate, keepBest, propose } from '@shared/names/candidate.ts';
import { joinNames } from '@shared/names/edges/joining.ts';
import { endOfPlace } from '@shared/names/edges/place-edges.ts';
import { retypeBodies, retypePeople } from '@shared/names/edges/retyping.ts';
import { trimSpan } from '@shared/names/edges/trimming.ts';
import { PASSES } from '@shared/names/passes.ts';
import type { Reading } from '@shared/names/reading/reading.ts';
import type { Rule } from '@shared/names/weights.ts';
import { describe, expect, it } from 'vitest';
import { namesKnowledge } from './knowledge.ts';
import { mark, readMarked } from './notation.ts';

const knowledge = namesKnowledge();

/** What one rule makes of names that are given, whatever the tagger would say: given → made. */
function rule(
  name: string,
  apply: (reading: Reading, given: readonly Candidate[]) => readonly Candidate[],
  cases: Readonly<Record<string, string>>,
): void {
  describe(name, () => {
    for (const [given, made] of Object.entries(cases))
      it(`${given} → ${made}`, () => {
        const { reading, candidates } = readMarked(given);
        expect(mark(reading.text, keepBest(apply(reading, candidates), reading.text.length))).toBe(made);
      });
  });
}

/** What the passes that write these rules find, where the names given are found already. */
const finding =
  (...rules: readonly Rule[]) =>
  (reading: Reading, given: readonly Candidate[]): Candidate[] => {
    const read = { ...reading, names: given };
    const writes = (pass: { readonly writes: readonly Rule[] }): boolean =>
      pass.writes.some((one) => rules.includes(one));
    return [
      ...[...PASSES.text, ...PASSES.longer].filter(writes).flatMap(({ find }) => find(read, knowledge)),
      ...PASSES.holding.filter(writes).flatMap(({ find }) => find([read], knowledge)[0]!),
    ];
  };

rule('names that touch are one', (reading, given) => joinNames(reading, given, knowledge), {
  '[L浙江][L杭州]来了人。': '[L浙江杭州]来了人。',
  '[L浙][L川]签约。': '[L浙][L川]签约。',
  '[L安徽省阜阳]地区[L临泉县]抗旱。': '[L安徽省阜阳地区临泉县]抗旱。',
  '[O新华社][O浙江分社]发稿。': '[O新华社浙江分社]发稿。',
  '[O新华社][L北京]电。': '[O新华社][L北京]电。',
  '[O第三师][L图木舒克市]种棉。': '[L第三师图木舒克市]种棉。',
  '[L天津]·[L宁陵酥梨产业园]开工。': '[L天津·宁陵酥梨产业园]开工。',
  '[L天津]·[L宁陵]同心。': '[L天津]·[L宁陵]同心。',
});

rule('offices go on behind their unit', (reading, given) => joinNames(reading, given, knowledge), {
  '[L井陉县]委宣传部开会。': '[O井陉县委宣传部]开会。',
  '[L井陉县]委员发言。': '[L井陉县]委员发言。',
  '[L宁陵县]法院党组成员说。': '[O宁陵县法院]党组成员说。',
  '[O宝钢集团]有限公司投产。': '[O宝钢集团有限公司]投产。',
  '[L井陉]县委人才办牵头。': '[O井陉县委人才办]牵头。',
  '区委组织部发了通知。': '[O区委组织部]发了通知。',
  '[L江西]省委书记来了。': '[O江西省委]书记来了。',
});

rule(
  'what stands beside a name tells its type',
  (reading, given) => retypePeople(reading, given, knowledge),
  {
    '[P南城]与[P万江]的交界处修桥。': '[P南城]与[L万江]的交界处修桥。',
    '[L叶利钦]总统来访。': '[P叶利钦]总统来访。',
    '总理[L切尔诺]到了。': '总理[P切尔诺]到了。',
    '[P丰禾]等粮油企业到了。': '[O丰禾]等粮油企业到了。',
    '[P丰禾]等企业家到了。': '[P丰禾]等企业家到了。',
    '赴[P旬阳]看望。': '赴[L旬阳]看望。',
    '[P博斯坦]种棉花。': '[L博斯坦]种棉花。',
    '[P博斯坦]说好。': '[P博斯坦]说好。',
    '[P毛泽东思想]照亮。': '[P毛泽东]思想照亮。',
  },
);

rule('a last word tells bodies from places', ({ text }, given) => retypeBodies(text, given, knowledge), {
  '[L甘肃省博物馆]开门。': '[O甘肃省博物馆]开门。',
  '[L国务院]开会。': '[O国务院]开会。',
  '[O和县蔬菜产业园]投产。': '[L和县蔬菜产业园]投产。',
});

rule('bodies go on to their last word', finding('goes-on'), {
  '[L阳朔县]水利局种树。': '[O阳朔县水利局]种树。',
  '[O民政部]救灾司来人。': '[O民政部救灾司]来人。',
  '[L中国]（丽水）两山学院揭牌。': '[O中国（丽水）两山学院]揭牌。',
  '[L浙江]三五八公司。': '[O浙江三五八公司]。',
  '[L唐山]援疆展示馆开了。': '[L唐山援疆展示馆]开了。',
  '[O东风汽车][L襄阳]制造基地投产。': '[O东风汽车襄阳制造基地]投产。',
});

rule('transcribed names', finding('dotted'), {
  '让-皮埃尔·杜兰说。': '[P让-皮埃尔·杜兰]说。',
  '总统和教练说。': '总统和教练说。',
});

rule('persons by their form', finding('masked', 'familiar', 'elements'), {
  '赵某某说。': '[P赵某某]说。',
  '周某甲到了。': '[P周某甲]到了。',
  '周某日不来。': '周某日不来。',
  '小王说好。': '[P小王]说好。',
  '小米的手机。': '小米的手机。',
});

rule('a stop of a tour is no body', (reading, given) => retypeBodies(reading.text, given, knowledge), {
  '女排大奖赛[O香港站]落幕。': '女排大奖赛[L香港]站落幕。',
  '[O县广播站]播音，大奖赛[O赛后站]。': '[O县广播站]播音，大奖赛[O赛后站]。',
});

describe('a museum of a province', () => {
  it('is a body however sure the tagger is that it is a place', () => {
    const { reading } = readMarked('江苏省博物馆开放。');
    const sure = [propose('tagger-sure', 'place', 0, 6)];
    expect(retypeBodies(reading.text, sure, knowledge)).toEqual([{ ...sure[0], type: 'org' }]);
  });
});

rule('lands by one character', finding('letter'), {
  '俄外长到了，美国务卿没有来。': '[L俄]外长到了，[L美]国务卿没有来。',
  '印巴两国复谈，朝韩首脑会面。': '[L印][L巴]两国复谈，[L朝][L韩]首脑会面。',
  '沪、深两市收高，中、日、韩首脑签约。': '[L沪]、[L深]两市收高，[L中]、[L日]、[L韩]首脑签约。',
  '中方希望日方守信。': '[L中]方希望[L日]方守信。',
  '驻华大使访美归来，对台军售受到批评。': '驻[L华]大使访[L美]归来，对[L台]军售受到批评。',
  '他以总理的身份出席，10日总统府宣布。': '他以总理的身份出席，10日总统府宣布。',
  '中老年人爱看对台戏，每日方便面打折。': '中老年人爱看对台戏，每日方便面打折。',
  '蒙、藏、维吾尔等民族歌手同台。': '蒙、藏、维吾尔等民族歌手同台。',
  '[O中日友好医院]开诊。': '中日友好医院开诊。',
});

rule('places by their form', finding('register', 'corps', 'section', 'going', 'small-unit'), {
  '兵团第七师种棉花。': '[O兵团][O第七师]种棉花。',
  '第七师种棉花。': '第七师种棉花。',
  '滹沱河（正定段）修堤。': '[L滹沱河（正定段）]修堤。',
  '专家赴浙学习。': '专家赴[L浙]学习。',
  '滨湖区大力推进城乡建设。': '[L滨湖区]大力推进城乡建设。',
});

rule('quotations', finding('quoted'), {
  '举办“青春之歌”“夏日之约”等活动。': '举办[E“青春之歌”][E“夏日之约”]等活动。',
  '“红船杯”篮球大赛开幕。': '[E“红船杯”篮球大赛]开幕。',
  '“新春云庙会”开场。': '[E“新春云庙会”]开场。',
  '成立“红砖厝工匠联盟”，': '成立[O“红砖厝工匠联盟”]，',
  '“工匠联盟”正式成立。': '[O“工匠联盟”]正式成立。',
  '开展“强基拓新年”，“强基拓新”有了成效。': '开展[S“强基拓新年”]，[S“强基拓新”]有了成效。',
  '来到街道“一站三中心”工程。': '来到街道[S“一站三中心”工程]。',
  '开展“甲乙丙、丁戊己、庚辛壬”。': '开展“甲乙丙、丁戊己、庚辛壬”。',
});

const trimmed = (reading: Reading, given: readonly Candidate[]): Candidate[] =>
  given.flatMap((name) => {
    const cut = trimSpan(reading, name.start, name.end, name.type === 'org' ? 'org' : 'place', knowledge);
    return cut ? [{ ...name, start: cut.start, end: cut.end, type: cut.isPlace ? 'place' : name.type }] : [];
  });

rule('what the tagger takes along is cut off', trimmed, {
  '[L先挑红旗村]走。': '先挑[L红旗村]走。',
  '[O整合川师大]。': '整合[O川师大]。',
  '[L青海贡献江苏]。': '[L青海]贡献江苏。',
  '[L大荔西瓜]好。': '[L大荔]西瓜好。',
  '[O联合国总部]开会。': '[O联合国]总部开会。',
  '[L天津援疆]好。': '[L天津]援疆好。',
  '[L宁陵举办]。': '[L宁陵]举办。',
  '[L福州街头]。': '[L福州]街头。',
  '[L浙江电商强省]。': '[L浙江]电商强省。',
  '[L清波润宁陵]。': '清波润[L宁陵]。',
  '[O区委宣传部部]务会议。': '[O区委宣传部]部务会议。',
  '[O河北省援藏队]伍。': '[L河北省]援藏队伍。',
});

describe('where a place ends', () => {
  for (const [place, rest] of [
    ['嘉陵江', '畔'],
    ['剑川', '全县镇街'],
    ['桐梓', '乡村'],
    ['浙江', '地区'],
    ['乐山地区', ''],
  ] as const)
    it(`${place}|${rest}`, () => {
      expect(endOfPlace(place + rest, 0, place.length + rest.length, knowledge)).toBe(place.length);
    });
});

rule('units of armies with whose they are', finding('army-unit'), {
  '日军第九军强渡。': '[O日军第九军]强渡。',
  '第七集团军某炮兵旅演练。': '[O第七集团军某炮兵旅]演练。',
  '第五军军长到任，新四军第三师第八旅转移。': '[O第五军]军长到任，[O新四军第三师第八旅]转移。',
  '[L美国]第六舰队靠港。': '[O美国第六舰队]靠港。',
  '第一军医大学，第三师范学校，第二团队。': '第一军医大学，第三师范学校，第二团队。',
});

rule('companies by their trade, where the words tell of one', finding('trade-name'), {
  '歌手签约星澜音乐。': '歌手签约[O星澜音乐]。',
  '宏泰玻璃停产检修。': '[O宏泰玻璃]停产检修。',
  '[L河南]金麦食业退市。': '[O河南金麦食业]退市。',
  '[O金麦食业]退市，喜欢音乐，来自于由音乐。': '金麦食业退市，喜欢音乐，来自于由音乐。',
  '国产动画上市，养老保险发行。': '国产动画上市，养老保险发行。',
});
