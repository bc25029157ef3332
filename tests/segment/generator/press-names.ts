/** Made-up people and papers, and places, that a page draws on. Simplified; a page in traditional script converts them. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const COMPOUND = ['欧阳', '司马', '诸葛', '上官'];
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红建国志宏晓春海云波林峰松文斌宇浩凯健鑫辉玲婷雪岚川禾青远舟一鸣若之启瑞怡然嘉树';

const PAPERS = {
  simplified: [
    '清河日报',
    '江畔日报',
    '南坪晚报',
    '海门周报',
    '铁西工人报',
    '东山师院报',
    '北城青年报',
    '河西农村报',
    '长滩早报',
    '学苑',
  ],
  taiwan: ['大安日报', '南瀛时报', '东海岸报', '关渡晚报', '山城周报'],
  hongkong: ['海港日报', '维港早报', '狮山晚报', '离岛周报'],
} as const;

const PLACES = {
  simplified:
    '北京 上海 广州 西安 成都 杭州 长沙 武汉 昆明 兰州 沈阳 郑州 呼和浩特 乌鲁木齐 清河 江畔 南坪 海门 东川 伦敦 巴黎 东京 莫斯科 内罗毕 阿拉木图'.split(
      ' ',
    ),
  taiwan: '台北 台中 高雄 台南 花莲 嘉义 宜兰 基隆 屏东 新竹'.split(' '),
  hongkong: '香港 澳门 深圳 广州 伦敦 东京'.split(' '),
} as const;

const UNITS = {
  simplified: [
    '林学院',
    '化工学院',
    '数学系',
    '市农业局',
    '第二中学',
    '铸造厂',
    '机务段',
    '县文化馆',
    '人民医院',
    '水利站',
    '建工2101班',
    '图书馆',
  ],
  taiwan: ['地政系', '农会', '卫生所', '县立国中'],
  hongkong: ['工联会', '社会工作系', '街坊会', '理工学院'],
} as const;

const SECTIONS = {
  simplified: [
    '要闻',
    '社会',
    '国内',
    '国际',
    '经济',
    '体育',
    '副刊',
    '综合新闻',
    '时政',
    '教育',
    '文化',
    '地方',
  ],
  taiwan: ['要闻', '地方新闻', '综合', '生活', '国际', '文教'],
  hongkong: ['要闻', '港闻', '中国', '国际', '体育', '副刊'],
} as const;

type Region = keyof typeof PAPERS;

interface Drawing {
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
  chance(percent: number): boolean;
}

const letter = (random: Drawing, from: string): string => from[random.below(from.length)] as string;

/** A name of two to four characters. */
export function drawName(random: Drawing): string {
  const surname = random.chance(2) ? random.pick(COMPOUND) : letter(random, SURNAMES);
  const given = letter(random, GIVEN);
  return surname + given + (random.chance(60) ? letter(random, GIVEN) : '');
}

export const drawPaper = (random: Drawing, region: Region): string => random.pick<string>(PAPERS[region]);
export const drawPlace = (random: Drawing, region: Region): string => random.pick<string>(PLACES[region]);
export const drawUnit = (random: Drawing, region: Region): string => random.pick<string>(UNITS[region]);
export const drawSection = (random: Drawing, region: Region): string => random.pick<string>(SECTIONS[region]);

const WEEKDAYS = '日一二三四五六';

/** A day of a decade, as ISO and with its weekday. */
export function drawDay(random: Drawing, decade: number) {
  const year = decade + random.below(decade >= 2020 ? 7 : 10);
  const month = 1 + random.below(12);
  const day = 1 + random.below(28);
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] as string;
  return { year, month, day, weekday };
}
