import { readBylineLine, readClosingByline, readDispatch } from '@shared/segment/blocks/bylines.ts';
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
    ['完成登记。（贺长风）', undefined, '完成登记。（贺长风）'],
    ['他说（记者当时在场）。', undefined, '他说（记者当时在场）。'],
  ])('closes it: %s', (text, names, rest) => {
    const read = readClosingByline(text, KNOWLEDGE);
    expect(read?.names.join(' ')).toBe(names);
    expect(text.slice(0, read?.start)).toBe(rest);
  });
});
