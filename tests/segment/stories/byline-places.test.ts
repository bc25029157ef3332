import { segment } from '@shared/segment/segment.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

const STORIES = [
  [
    '柳湾渡口添了一座步行桥',
    '柳湾渡口的步行桥昨天通行，桥长一百四十米，从前摆渡要等半个钟头的路，如今走四分钟。',
    '镇上说，桥面铺的是防滑的木板，夜里有灯，摆渡船留下两只，给带牛羊的人用。',
  ],
  [
    '气象站换上自动雨量筒',
    '县气象站昨天换上六只自动雨量筒，每五分钟报一次雨量，值班员不必再冒雨去量。',
    '站长说，老雨量筒不撤，两种数要对照一年，差得太多就查一查是谁错了。',
  ],
  [
    '粮站旧仓库改成乒乓球馆',
    '停用多年的粮站仓库改成了乒乓球馆，摆下十二张球台，早晚各开两个半小时。',
    '管馆的是从前的保管员，他说仓库原来防潮，现在正好防汗。',
  ],
] as const;
const NAMES = ['本报记者 周远航', '本报记者 林小满', '本报记者 贺长风'];

const read = (lines: readonly string[]) => {
  const text = lines.join('\n');
  const { articles, doubts } = segment(text, KNOWLEDGE).page;
  return {
    signed: articles.map((one) => [one.title?.text, one.byline.names.join(' ')]),
    doubted: doubts
      .filter(({ reason }) => reason === 'owner-unknown')
      .map(({ span }) => text.slice(span.start, span.end)),
  };
};
const SIGNED = STORIES.map(([title], i) => [title, NAMES[i]?.split(' ')[1]]);

describe('a byline between a paragraph and a headline', () => {
  it('is the headline’s where the first byline stands above all text', () => {
    const page = STORIES.flatMap((story, i) => [NAMES[i] as string, ...story]);
    expect(read(page)).toEqual({ signed: SIGNED, doubted: [] });
  });

  it('is the story’s above where one stands below the last text', () => {
    const page = STORIES.flatMap((story, i) => [...story, NAMES[i] as string]);
    expect(read(page)).toEqual({ signed: SIGNED, doubted: [] });
  });

  it('goes with what it is not set apart from', () => {
    const page = STORIES.flatMap((story, i) => (i === 1 ? ['', NAMES[1] as string, ...story] : story));
    expect(read(page).signed[1]).toEqual([STORIES[1][0], '林小满']);
  });

  it('is doubted where nothing on the page says whose it is', () => {
    const page = STORIES.flatMap((story, i) => (i === 1 ? [NAMES[1] as string, ...story] : story));
    expect(read(page).doubted).toEqual([NAMES[1]]);
  });

  it('is the headline’s where a notice stands above, which nobody reports', () => {
    const notice = ['征文启事', '为纪念建厂四十周年，本报举办征文，体裁不限，两千字以内，四月底截止。'];
    const page = [...STORIES[0], ...notice, NAMES[1] as string, ...STORIES[1]];
    expect(read(page).signed.slice(1)).toEqual([
      ['征文启事', ''],
      [STORIES[1][0], '林小满'],
    ]);
  });
});
