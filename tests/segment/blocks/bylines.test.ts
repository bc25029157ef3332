import { readBylineLine } from '@shared/segment/blocks/bylines.ts';
import { readClosingByline, readDispatch, readHeadlineAuthor } from '@shared/segment/blocks/datelines.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

describe('a byline in a line of its own', () => {
  it.each([
    ['■ 周远航 林小满', '周远航 林小满'],
    ['□ 本报记者 韩雪 杨帆 文/图', '韩雪 杨帆'],
    ['本报记者 郝思源 通讯员 康宁', '郝思源 康宁'],
    ['本报记者郝思源 通讯员康宁 殷一鸣', '郝思源 康宁 殷一鸣'],
    ['见习记者 贺长风', '贺长风'],
    ['文/石若兰 图/叶知秋', '石若兰 叶知秋'],
    ['撰文：石若兰 摄影：叶知秋', '石若兰 叶知秋'],
    ['（本报记者 郝思源）', '郝思源'],
    ['■ 何 冬 邱雨桐 苏 博', '何冬 邱雨桐 苏博'],
    ['■ 何　冬　邱　雨', '何冬 邱雨'],
    ['新华社记者 贺长风', '贺长风'],
    ['作者：本报记者 钱小雨', '钱小雨'],
    ['● 欧阳明月 司马青', '欧阳明月 司马青'],
    ['■ 阿依古丽·买买提 周远航', '阿依古丽·买买提 周远航'],
    ['本報記者 張遠航 通訊員 陳小滿', '張遠航 陳小滿'],
    ['〔記者王小明／台北報導〕', '王小明'],
    ['記者李美華／綜合報導', '李美華'],
    ['（中央社記者王小明台北14日電）', '王小明'],
    ['记者 周远航／林小满 报道', '周远航 林小满'],
  ])('%s', (line, names) => {
    expect(readBylineLine(line, KNOWLEDGE, false)?.join(' ')).toBe(names);
  });

  it.each([
    '■ 先问要不要',
    '本报记者走进清溪镇',
    '记者手记',
    '■ 账目贴在墙上',
    '图为开通当天',
    '文化',
    '周远航 林小满',
  ])('is not %s', (line) => {
    expect(readBylineLine(line, KNOWLEDGE, false)).toBeNull();
  });

  it('is a bare list of names where a byline may stand', () => {
    expect(readBylineLine('周远航 林小满', KNOWLEDGE, true)).toEqual(['周远航', '林小满']);
    expect(readBylineLine('翁　翊　陆　琦', KNOWLEDGE, true)).toEqual(['翁翊', '陆琦']);
    expect(readBylineLine('富强 民主 文明 和谐', KNOWLEDGE, true)).toBeNull();
  });
});

describe('a byline inside a paragraph', () => {
  it.each([
    ['本报清江3月4日讯（记者 钱小雨 通讯员 高原）昨日上午', '钱小雨 高原', '昨日上午'],
    ['本报讯 （记者 吴晓东）3月3日', '吴晓东', '3月3日'],
    ['清江网讯(通讯员吴晓东报道)今年', '吴晓东', '今年'],
    ['新华社海口8月1日电（记者贺长风、丘素珍）记者从', '贺长风 丘素珍', '记者从'],
    ['清江晚报9月7日信息：(记者贺长风丘素珍)昨日', '贺长风 丘素珍', '昨日'],
  ])('opens it as a dispatch line: %s', (text, names, rest) => {
    const read = readDispatch(text, KNOWLEDGE);
    expect(read?.names.join(' ')).toBe(names);
    expect(text.slice(read?.end)).toBe(rest);
  });

  it.each(['新华社北京3月4日电 春耕时节', '会议（第三次）昨日召开', '省农科院（记者站旁）的试验田'])(
    'is not in %s',
    (text) => {
      expect(readDispatch(text, KNOWLEDGE)).toBeNull();
    },
  );

  it.each([
    ['完成登记。（记者 贺长风）', '贺长风', '完成登记。'],
    ['完成登记。 文/贺长风 丘素珍', '贺长风 丘素珍', '完成登记。 '],
    ['完成登记。（贺长风）', '贺长风', '完成登记。'],
    ['他说（记者当时在场）。', undefined, '他说（记者当时在场）。'],
  ])('closes it: %s', (text, names, rest) => {
    const read = readClosingByline(text, KNOWLEDGE);
    expect(read?.names.join(' ')).toBe(names);
    expect(text.slice(0, read?.start)).toBe(rest);
  });
});

describe('who wrote, in other forms', () => {
  it.each([
    ['本报记者 周远航 2024年5月6日', '周远航'],
    ['2015-11-19 16:42 海線晚報 記者詹士傑/石岡報導', '詹士傑'],
    ['林小满　2021.9.8', '林小满'],
    ['文／林学院　杨小帆', '杨小帆'],
    ['南川铸造厂厂长　赵永年', '赵永年'],
    ['化工学院主任　郝敏松', '郝敏松'],
    ['建工2101班　石若岚', '石若岚'],
    ['（图书馆　方　岚）', '方岚'],
    ['本报驻外记者　宋启明', '宋启明'],
    ['本报驻东山记者　莫晴', '莫晴'],
    ['●江畔日报记者 唐凯', '唐凯'],
    ['通訊員 鄭鎮 鍾曉', '鄭鎮 鍾曉'],
    ['記者崔　峰　鄒青雪／新竹報導', '崔峰 鄒青雪'],
    ['【記者黎雪靜台中報導】', '黎雪靜'],
    ['（张　帆　李若兰）', '张帆 李若兰'],
    ['周远航／文', '周远航'],
    ['作者 周远航', '周远航'],
  ])('%s', (line, names) => {
    expect(readBylineLine(line, KNOWLEDGE, true)?.join(' ')).toBe(names);
  });

  it.each([
    ['据新华社昆明６月９日电（冯涛、叶青）三家茶馆', '冯涛 叶青'],
    ['本报讯　记者鲁小平报道：入冬以后', '鲁小平'],
    ['本报漳州９月１日电　记者邱实报道：渔村', '邱实'],
    ['本报讯　通讯员江勇、金娜报道：早稻', '江勇 金娜'],
    ['（中央社記者曾波欣台北3日電）聯合報告', '曾波欣'],
    ['【記者曾波欣台北報導】縣府昨天', '曾波欣'],
    ['〔記者曾波欣、羅青／台北報導〕縣府昨天', '曾波欣 羅青'],
    ['【本報訊】記者何潔芝報道：龍舟賽', '何潔芝'],
    ['江岸晚报记者唐凯报道 灯会', '唐凯'],
    ['本台记者唐凯报道：灯会', '唐凯'],
    ['本報記者曾波欣台北報導　縣府', '曾波欣'],
  ])('in the dateline: %s', (text, names) => {
    expect(readDispatch(text, KNOWLEDGE)?.names.join(' ')).toBe(names);
  });

  it.each([
    '本报讯　城东的旧仓库改成了图书室',
    '据新华社昆明６月９日电（综合消息）三家茶馆',
    '（一）总则',
    '据介绍，记者林可报道：',
    '记者在现场看到，据林可报道 灯会',
    '记者站的报道 灯会',
  ])('none in %s', (text) => {
    expect(readDispatch(text, KNOWLEDGE)).toBeNull();
  });

  it.each([
    ['换下来的旧阀门一律登记入册。（卢一）', '卢一'],
    ['每个座位都有安全带。（郑　好　白　帆）', '郑好 白帆'],
    ['学生停留的时间多了两小时。（化工学院　蓝小禾）', '蓝小禾'],
    ['沒有人員傷亡。（記者 林靜宜）', '林靜宜'],
    ['每公斤九元六角。（田　怡／文）', '田怡'],
    ['陶师傅没有收钱。（小雨）', '小雨'],
    ['灯一直亮到天明。（阿木）', '阿木'],
  ])('at the end: %s', (text, names) => {
    const read = readClosingByline(text, KNOWLEDGE);
    expect(read?.names.join(' ')).toBe(names);
    expect(text.slice(read?.start)).toMatch(/^（.*）$/);
  });

  it.each([
    '本场比赛到此结束。（完）',
    '列表见附件。（上接第一版）',
    '他就是这样的人。（全文完）',
    '谢谢大家！（掌声）',
    '浇水要浇透。（科普角）',
    '不能再等了。（社论）',
    '水退了三天。（图片新闻）',
    '渡口还在老地方。（资料照）',
    '两张表列在后面。（右下）',
    '米价又跌了一成。（汕头）',
    '他收起了渔网。（小小说）',
    '钱用在什么地方。（待续）',
    '会期三天（周远航主持）',
    '城墙根下聚起一群抖空竹的人。（本报记者高原摄）',
  ])('none at the end of %s', (text) => {
    expect(readClosingByline(text, KNOWLEDGE)).toBeNull();
  });

  it.each([
    ['让两城往来更密（钟言）', '钟言'],
    ['河西菜市场装上公平秤　　曾一静 姜英霞', '曾一静 姜英霞'],
    ['会要开得短些　本报记者　谢玉敏', '谢玉敏'],
    ['南山溪上行（上）', undefined],
    ['江口赛船闹端午　山口开市卖新茶', undefined],
    ['老街新貌（附图片２张）', undefined],
  ])('on the headline’s line: %s', (text, names) => {
    expect(readHeadlineAuthor(text, KNOWLEDGE)?.names.join(' ')).toBe(names);
  });
});
