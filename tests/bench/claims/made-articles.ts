import type { Random } from '../../../resources/models/names/random.ts';

const FIRST = '青石白渡沙柳榆松梅竹荷兰桂枫柏桐楠杉槐棠';
const SECOND = '岭塘浦桥湾坪坝岗沟洲滩墩坳冲垸寨堡屯营店';
const PROVINCES = ['湖南省', '四川省', '河北省', '广东省'] as const;

/** What papers say of a county, a figure in each; # is the number. */
const SAID = [
  '粮食总产#万吨',
  '平均亩产#公斤',
  '造林#亩',
  '修渠#公里',
  '新建校舍#平方米',
  '在校学生#人',
  '总投资#万元',
  '农民人均收入#元',
  '死亡#人',
  '受灾人口#人',
  '倒塌房屋#间',
  '农田受淹#亩',
  '直接损失#万元',
  '转移群众#人',
  '工业总产值#万元',
  '利税#万元',
  '职工#人',
  '生产水泥#吨',
  '发电#万度',
  '通车里程#公里',
  '接待游客#人次',
  '旅游收入#万元',
  '贷款余额#万元',
  '存款#万元',
  '病床#张',
  '藏书#册',
  '捐款#元',
  '志愿者#名',
  '扶贫车间#个',
  '脱贫#户',
  '接种#剂',
  '案件#起',
  '大桥全长#米',
  '大坝高#米',
  '库容#万立方米',
  '装机容量#千瓦',
  '安置房#套',
  '危房#间',
  '公共汽车#辆',
  '参赛选手#名',
] as const;

const pick = <Thing>(things: ArrayLike<Thing>, draw: Random): Thing =>
  things[Math.floor(draw() * things.length)]!;

/** A name for each number below 400, and longer ones beyond. */
export const countyOf = (number: number): string =>
  `${FIRST[number % 20]}${SECOND[Math.floor(number / 20) % 20]}${number < 400 ? '' : FIRST[Math.floor(number / 400) % 20]}县`;

/** Headline and text of a short report on a county, of a day between 1980 and 2019. */
export function madeReport(
  county: string,
  draw: Random,
): { readonly publishedOn: string; readonly text: string } {
  const said = new Set<string>();
  while (said.size < 6) said.add(pick(SAID, draw).replace('#', String(2 + Math.floor(draw() ** 3 * 50_000))));
  const two = (number: number): string => String(number).padStart(2, '0');
  const publishedOn = `${1980 + Math.floor(draw() * 40)}-${two(1 + Math.floor(draw() * 12))}-${two(1 + Math.floor(draw() * 28))}`;
  const [first, ...rest] = said;
  return {
    publishedOn,
    text: `${county}${first!.replace(/\d.*/, '')}情况公布\n\n据${pick(PROVINCES, draw)}有关部门介绍，${county}${first}，${rest.join('，')}。\n`,
  };
}
