import { type Division, readDivisions, shortDivisionName } from '../../../shared/names/places/divisions.ts';
import { pick, type Random } from './random.ts';
import { lexiconText } from './training-knowledge.ts';

const wordsOf = (path: string): string[] =>
  lexiconText(path)
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join(' ')
    .split(/\s+/)
    .filter(Boolean);

/** Commoner surnames are drawn oftener: the square of an even draw falls towards the head of the list. */
const drawEarly = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() ** 3.5 * items.length)]!;

const PARTS = [
  '艾',
  '买',
  '提',
  '斯',
  '拉',
  '木',
  '古',
  '丽',
  '阿',
  '依',
  '努',
  '尔',
  '江',
  '热',
  '合',
  '曼',
  '买',
  '力',
  '库',
  '帕',
  '提',
  '汗',
  '吐',
  '逊',
  '玉',
  '素',
  '甫',
  '尼',
  '亚',
  '孜',
  '比',
  '沙',
  '塔',
  '卡',
  '迪',
  '艾',
  '塞',
  '克',
  '巴',
  '图',
  '其',
  '格',
  '才',
  '让',
  '旦',
  '增',
  '扎',
  '西',
  '多',
  '吉',
  '次',
  '仁',
  '卓',
  '玛',
  '平',
  '措',
  '达',
  '瓦',
  '桑',
  '洛',
  '加',
  '布',
];

/** What the grammar's built-in symbols stand for. */
export function createFillers(random: Random): Readonly<Record<string, () => string>> {
  const surnames = [...lexiconText('surnames/surnames.txt').replace(/\s/g, '')];
  const compound = wordsOf('surnames/compound.txt').slice(0, 20);
  const given = lexiconText('characters/given-names.txt')
    .trim()
    .split('\n')
    .map((line) => [...line]);
  const givenWords = wordsOf('../models/names/given-words.txt');
  const transcribing = [...lexiconText('characters/transcribing.txt').trim()];
  const ofLevel = (level: Division['level'], list: readonly Division[]): Division[] =>
    list.filter((division) => division.level === level);
  const divisions = readDivisions(lexiconText('divisions/divisions.txt'));
  const provinces = ofLevel(1, divisions);
  const prefectures = ofLevel(2, divisions);
  const counties = ofLevel(3, divisions);
  const towns = ofLevel(4, divisions);
  const west = counties.filter((division) => /^(65|54|63|15)/.test(division.code));
  const westPrefectures = prefectures.filter((division) => division.code.startsWith('65'));
  const worldLines = lexiconText('places/world.txt').split('\n');
  const section = (heading: string): string[] =>
    worldLines[worldLines.findIndex((line) => line.startsWith(`# ${heading}`)) + 1]!.split(' ');
  const countries = wordsOf('places/countries.txt');
  const cities = section('cities');
  const bodies = wordsOf('bodies/bodies.txt');
  const nature = wordsOf('places/nature.txt');
  const corps = wordsOf('places/corps.txt').filter((name) => name.endsWith('市'));

  const givenUnit = (): string => {
    const at = random();
    const from = at < 0.72 ? given[0]! : at < 0.93 ? given[1]! : given[2]!;
    return drawEarly(from, random);
  };
  const person = (): string => {
    const name = random() < 0.03 ? pick(compound, random) : drawEarly(surnames, random);
    // Given names are often words: 建国, 向东, 小平.
    if (random() < 0.12) return name + pick(givenWords, random);
    return name + givenUnit() + (random() < 0.75 ? givenUnit() : '');
  };
  const transcribed = (least: number, most: number): string => {
    const length = least + Math.floor(random() * (most - least + 1));
    let name = '';
    while (name.length < length) name += pick(transcribing, random);
    return name;
  };
  const foreign = (): string => {
    const at = random();
    if (at < 0.6) return transcribed(2, 5);
    if (at < 0.9) return `${transcribed(2, 4)}·${transcribed(2, 5)}`;
    return `${transcribed(1, 3)}·${transcribed(2, 3)}·${transcribed(2, 4)}`;
  };
  const parts = (least: number, most: number): string => {
    let name = '';
    const length = least + Math.floor(random() * (most - least + 1));
    while (name.length < length) name += pick(PARTS, random);
    return name;
  };
  const town = (ending: RegExp): string => {
    for (;;) {
      const division = pick(towns, random);
      if (ending.test(division.name)) return division.name;
    }
  };
  const coined = (): string =>
    drawEarly(given[1]!, random) +
    pick(
      [
        '山',
        '河',
        '家',
        '庄',
        '塘',
        '桥',
        '溪',
        '湾',
        '口',
        '头',
        '岭',
        '平',
        '南',
        '北',
        '阳',
        '安',
        '和',
        '丰',
      ],
      random,
    );
  const digits = (n: number): string => String(1 + Math.floor(random() * n));
  const short = (division: Division): string => shortDivisionName(division.name);
  return {
    person,
    foreign,
    foreignword: () => transcribed(2, 4),
    foreignplace: () => transcribed(2, 5) + pick(['', '', '', '', '市', '州', '省', '岛'], random),
    minority: () => (random() < 0.7 ? `${parts(2, 5)}·${parts(2, 5)}` : parts(2, 5)),
    surname: () => drawEarly(surnames, random),
    province: () => pick(provinces, random).name,
    provinceshort: () => short(pick(provinces, random)),
    prefecture: () => pick(prefectures, random).name,
    short: () => short(pick(random() < 0.9 ? prefectures : provinces, random)),
    county: () => pick(counties, random).name,
    countyshort: () => short(pick(counties, random)),
    countywest: () => pick(west, random).name,
    countywestshort: () => short(pick(west, random)),
    prefecturewest: () => pick(westPrefectures, random).name,
    district: () => {
      for (;;) {
        const division = pick(counties, random);
        if (division.name.endsWith('区')) return division.name;
      }
    },
    townname: () => (random() < 0.6 ? town(/[镇乡]$/) : coined() + pick(['镇', '乡'], random)),
    streetname: () => (random() < 0.6 ? town(/街道$/) : `${coined()}街道`),
    villagename: () => coined() + pick(['村', '村', '村', '庄', '屯', '寨'], random),
    commname: () => `${coined()}社区`,
    world: () => pick(countries, random),
    worldcity: () => pick(cities, random),
    nature: () => pick(nature, random),
    jorg: () => pick(bodies, random),
    corpcity0: () => pick(corps, random),
    date: () =>
      random() < 0.5
        ? `${digits(12)}月${digits(28)}日`
        : pick(['昨天', '今天', '日前', '近日', '１月２日', '一九九八年三月'], random),
  };
}
