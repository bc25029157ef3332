import { Pinyin } from '@shared/search/short/pinyin.ts';
import { describe, expect, it } from 'vitest';
import { searchKnowledge } from './search-knowledge.ts';

const { pinyin, folding } = searchKnowledge;

const found = (text: string, query: string): string | null => {
  const letters = Pinyin.lettersOf(query);
  const match = letters && pinyin.find(folding.foldToString(text), letters);
  return match ? text.slice(match.start, match.end) : null;
};

/** Text, what is typed, what is found. */
const SPELT = `
温宿县核桃 wensu 温宿
温宿县核桃 wensuxian 温宿县
温宿县核桃 hetao 核桃
温宿县核桃 suxianhe 宿县核
溫宿縣核桃 wensuxian 溫宿縣
阿克苏地区 akesu 阿克苏
阿拉尔市 alaer 阿拉尔
乌鲁木齐 wulumuqi 乌鲁木齐
西安 xi'an 西安
西安 xian 西安
重庆市 chongqing 重庆
重庆市 zhongqing 重庆
长江 changjiang 长江
长江 zhangjiang 长江
行长 hangzhang 行长
银行 yinhang 银行
音乐 yinyue 音乐
快乐 kuaile 快乐
绿洲 lvzhou 绿洲
绿洲 luzhou 绿洲
女子 nvzi 女子
女子 nuzi 女子
吕梁 lvliang 吕梁
旅游 lvyou 旅游
厦门 xiamen 厦门
六安 liuan 六安
朝阳 chaoyang 朝阳
朝阳 zhaoyang 朝阳
单县 danxian 单县
万年 wannian 万年
萬年 wannian 萬年
传记 zhuanji 传记
传播 chuanbo 传播
数字 shuzi 数字
率先 shuaixian 率先
效率 xiaolv 效率
效率 xiaolu 效率
会计 kuaiji 会计
还款 huankuan 还款
还是 haishi 还是
曾经 cengjing 曾经
姓曾 xingzeng 姓曾
藏族 zangzu 藏族
收藏 shoucang 收藏
种子 zhongzi 种子
参加 canjia 参加
人参 renshen 人参
差距 chaju 差距
出差 chuchai 出差
都市 dushi 都市
都是 doushi 都是
好的 haode 好的
目的 mudi 目的
地方 difang 地方
得到 dedao 得到
角色 juese 角色
三角 sanjiao 三角
教育 jiaoyu 教育
觉得 juede 觉得
睡觉 shuijiao 睡觉
了解 liaojie 了解
落实 luoshi 落实
没有 meiyou 没有
沉没 chenmo 沉没
模样 muyang 模样
模式 moshi 模式
宁波 ningbo 宁波
便宜 pianyi 便宜
方便 fangbian 方便
强大 qiangda 强大
勉强 mianqiang 勉强
曲线 quxian 曲线
散文 sanwen 散文
省份 shengfen 省份
反省 fanxing 反省
石头 shitou 石头
似乎 sihu 似乎
提高 tigao 提高
调查 diaocha 调查
调整 tiaozheng 调整
为了 weile 为了
系统 xitong 系统
血液 xueye 血液
应该 yinggai 应该
运输 yunshu 运输
着急 zhaoji 着急
看着 kanzhe 看着
正在 zhengzai 正在
中国 zhongguo 中国
中国 zhongg 中国
中国 zho 中
核桃 het 核桃
核桃 h 核
二〇二二 erling 二〇
`;

const INITIALS = `
温宿县核桃 ws 温宿
温宿县核桃 wsx 温宿县
温宿县核桃 wsxht 温宿县核桃
温宿县核桃 ht 核桃
阿克苏地区 aks 阿克苏
阿克苏地区 aksdq 阿克苏地区
乌鲁木齐 wlmq 乌鲁木齐
中国 zg 中国
中国 zhg 中国
中国 zhongg 中国
上海 sh 上
上海 shh 上海
重庆 cq 重庆
重庆 zq 重庆
浙江杭州 zjhz 浙江杭州
浙江杭州 hz 杭州
浙江杭州 hangz 杭州
浙江杭州 hzh 杭州
乡村振兴 xczx 乡村振兴
乡村振兴 xiangczx 乡村振兴
鄉村振興 xczx 鄉村振興
一带一路 ydyl 一带一路
合作社 hzs 合作社
合作社 hezuos 合作社
人民日报 rmrb 人民日报
街道办事处 jdbsc 街道办事处
街道办事处 bsc 办事处
书记 sj 书记
王晨辉 wch 王晨
王晨辉 wangch 王晨
王晨輝 wchenhui 王晨輝
欧阳 oy 欧阳
二维码 ewm 二维码
长江 cj 长江
银行 yh 银行
绿色 ls 绿色
农民专业合作社 nmzyhzs 农民专业合作社
`;

const MISSED = `
温宿县核桃 wenxu
温宿县核桃 hs
温宿县核桃 suwen
中国 guozhong
中国 zzg
重庆 xq
GDP增长 gdpz
核桃 hetaoo
水 s'h'u'i'x
王晨辉 whc
`;

const cases = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split(' ') as [string, string, string]);

describe('pinyin finds', () => {
  it.each(cases(SPELT))('%s by %s: %s', (text, typed, expected) => {
    expect(found(text, typed)).toBe(expected);
  });
});

describe('initials find', () => {
  it.each(cases(INITIALS))('%s by %s: %s', (text, typed, expected) => {
    expect(found(text, typed)).toBe(expected);
  });
});

describe('other letters do not find', () => {
  it.each(cases(MISSED))('%s by %s', (text, typed) => {
    expect(found(text, typed)).toBeNull();
  });
});

it('knows what is no pinyin', () => {
  expect(Pinyin.lettersOf('温su')).toBeNull();
  expect(Pinyin.lettersOf('2022')).toBeNull();
  expect(Pinyin.lettersOf("Xi'an Shi")).toBe('xianshi');
});

it('puts what is spelt out before initials, and the usual reading before others', () => {
  const closeness = (text: string, letters: string) => pinyin.find(text, letters)?.closeness ?? 0;
  expect(closeness('核桃', 'hetao')).toBe(1);
  expect(closeness('核桃', 'hetao')).toBeGreaterThan(closeness('核桃', 'het'.slice(0, 1)));
  expect(closeness('重点', 'zhongdian')).toBeGreaterThan(closeness('重庆', 'chongqing'));
});
