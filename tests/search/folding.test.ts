import { placeOf } from '@shared/text/folding.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchKnowledge } from './search-knowledge.ts';

const { folding } = searchKnowledge;

/** Text and what it folds to, a blank between. */
const FOLDED = `
萬 万
億 亿
與 与
醜 丑
專 专
業 业
叢 丛
東 东
絲 丝
兩 两
嚴 严
喪 丧
個 个
豐 丰
臨 临
為 为
麗 丽
舉 举
麼 么
義 义
烏 乌
樂 乐
喬 乔
習 习
鄉 乡
書 书
買 买
亂 乱
爭 争
於 于
虧 亏
雲 云
亞 亚
產 产
畝 亩
親 亲
褻 亵
億萬 亿万
僅 仅
從 从
倉 仓
儀 仪
們 们
價 价
眾 众
優 优
會 会
傘 伞
偉 伟
傳 传
傷 伤
倫 伦
偽 伪
體 体
餘 余
傭 佣
俠 侠
偵 侦
側 侧
僑 侨
儉 俭
債 债
傾 倾
償 偿
儲 储
兒 儿
黨 党
蘭 兰
關 关
興 兴
養 养
獸 兽
內 内
岡 冈
冊 册
寫 写
軍 军
農 农
馮 冯
衝 冲
決 决
況 况
凍 冻
淨 净
涼 凉
減 减
湊 凑
幾 几
鳳 凤
憑 凭
凱 凯
擊 击
劉 刘
則 则
剛 刚
創 创
刪 删
別 别
劑 剂
劍 剑
劇 剧
勸 劝
辦 办
務 务
動 动
勵 励
勞 劳
勢 势
勳 勋
區 区
醫 医
華 华
協 协
單 单
賣 卖
盧 卢
衛 卫
廠 厂
廳 厅
歷 历
縣 县
參 参
雙 双
發 发
變 变
葉 叶
號 号
嘆 叹
後 后
嚇 吓
嗎 吗
啟 启
吳 吴
員 员
聽 听
國 国
圖 图
圓 圆
聖 圣
場 场
壞 坏
塊 块
堅 坚
墳 坟
墾 垦
裏 里
裡 里
臺 台
檯 台
髮 发
鐘 钟
鍾 钟
乾 干
幹 干
穀 谷
ＡＢＣ abc
ａｂｃ abc
１２３ 123
％ %
＋ +
（） ()
，：；？！ ,:;?!
＂ "
～ ~
ABC abc
Ωμ ωμ
ÀÉ àé
Straße straße
㎡ m2
㎞ km
㎏ kg
㏊ ha
℃ °c
① 1
⑩ 10
⑴ (1)
㈠ (一)
㊣ 正
Ⅳ iv
ⅷ viii
№ no
™ tm
ﬁ fi
½ 1⁄2
豈 岂
更 更
﨑 﨑
⼈ 人
⻩ ⻩
ｶﾞ ガ
ﾊﾟ パ
ﾊ ハ
が が
가 가
e\u0301 é
Å å
𝐀𝟏 a1
𠮷 𠮷
葛\u{e0100} 葛
国\u200b家 国家
软\u00ad件 软件
…… ……
“引” “引”
—— ——
「」 「」
《》 《》
· ·
。 。
著 著
着 着
`;

const cases = FOLDED.trim()
  .split('\n')
  .map((line) => line.split(' ') as [string, string]);

describe('folding', () => {
  it.each(cases)('%s is %s', (text, folded) => {
    expect(folding.foldToString(text)).toBe(folded.replaceAll('豈', '岂'));
  });

  it.each([' ', '\u3000', '\t', '\n', '\u00a0', '\u2003'])('every white space is a space: %j', (space) => {
    expect(folding.foldToString(`温${space}宿`)).toBe('温 宿');
  });

  it('changes nothing that is folded already, whatever character it is', () => {
    for (let code = 0; code < 0x30000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const once = folding.foldToString(String.fromCodePoint(code));
      if (folding.foldToString(once) !== once) expect.fail(`U+${code.toString(16)} folds on to ${once}`);
    }
  });

  it('folds each part by itself as it folds the whole, where no mark combines', () => {
    const regular = fc.stringMatching(/^[\u4e00-\u9fffＡ-Ｚa-z0-9，。㎡①\s]*$/);
    fc.assert(
      fc.property(regular, regular, (a, b) => {
        expect(folding.foldToString(a + b)).toBe(folding.foldToString(a) + folding.foldToString(b));
      }),
    );
  });

  it('keeps every folded unit with its place, in order and within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const folded = folding.fold(text);
        let before = 0;
        for (let i = 0; i < folded.length; i++) {
          const [start, end] = placeOf(folded, i, i + 1);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = start;
        }
      }),
    );
  });

  it('matches common forms only where the folded text holds the words, and in plain text everywhere they do', () => {
    const unit = fc.constantFrom(...'温溫縣县Ａaａ1１，, e\u0301。“”\u3000\n㎡é豈台臺');
    const texts = fc.array(unit, { maxLength: 12 }).map((units) => units.join(''));
    fc.assert(
      fc.property(texts, texts, (text, words) => {
        const { units, length } = folding.fold(words);
        if (length === 0) return;
        const holds = folding.foldToString(text).includes(folding.foldToString(words));
        const matches = folding.commonForms(units.slice(0, length)).test(text);
        if (matches) expect(holds).toBe(true);
        if (holds && folding.isPlain(text) && folding.isPlain(folding.foldToString(words)))
          expect(matches).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
