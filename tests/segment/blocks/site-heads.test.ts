import { segment } from '@shared/segment/segment.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

const TITLE = '渡口小站的夜班';
const BODY = [
  '　　夜里十一点，渡口小站的灯还亮着，值班的两个人一个记账，一个修灯，谁也不说话，只听见水声。',
  '　　最后一班船靠岸的时候，雨停了，岸上的石阶一级一级地露出来，背货的人慢慢往上走。',
].join('\n\n');

function read(...blocks: readonly string[]) {
  const text = blocks.join('\n\n');
  const { articles, furniture, imprint } = segment(text, KNOWLEDGE).page;
  const [first] = articles;
  return {
    articles: articles.length,
    title: first?.title?.text,
    subtitle: first?.subtitle?.text ?? null,
    names: first?.byline.names.join(' '),
    paragraphs: first?.paragraphs.length,
    date: imprint.date?.value,
    furniture: furniture.map(({ start, end }) => text.slice(start, end).trim()).join(' / '),
  };
}

describe('the head of a page saved from a news site', () => {
  it.each([
    '2021-03-04 10:20:30    清河日报',
    '2021年03月04日 10:20 | 来源：清河日报',
    '来源:未知 发布时间:2021-03-04 10:22 搜集整理:清河网',
    '发布时间：2021年3月4日　来源：清河晚报',
  ])('has the headline above, and the date in, the line %s', (line) => {
    const page = read(TITLE, line, BODY);
    expect(page).toMatchObject({ articles: 1, title: TITLE, date: '2021-03-04', paragraphs: 2 });
    expect(page.furniture).toContain('2021');
  });

  it('names its author beside the date', () => {
    const page = read(TITLE, '2021-03-04 10:20  来源：清河日报  作者：本报记者 林小满', BODY);
    expect(page).toMatchObject({ title: TITLE, names: '林小满', date: '2021-03-04' });
  });

  it('leaves menus, crumbs, buttons and file names to the page', () => {
    const page = read(
      '新闻 产业 财经 智库 访谈 专题',
      '首页 > 频道 > 地方 > 正文',
      TITLE,
      '2021-03-04 10:20 来源：清河日报',
      '字号变大| 字号变小',
      'news_3434_ab12.jpg',
      BODY,
      '(责任编辑:周远航)',
    );
    expect(page).toMatchObject({ articles: 1, title: TITLE, subtitle: null, paragraphs: 2 });
    for (const words of ['智库', '频道', '字号变小', 'jpg', '责任编辑'])
      expect(page.furniture).toContain(words);
  });

  it('keeps a kicker over its headline', () => {
    const page = read('截至昨日12时，渡口已通航三百班——', TITLE, '2021-03-04 10:20 作者：林小满', BODY);
    expect(page).toMatchObject({ articles: 1, title: TITLE, subtitle: '截至昨日12时，渡口已通航三百班——' });
  });

  it('leaves a paper’s name above a bare date alone', () => {
    expect(read('清河晚报', '2021年3月4日 星期四', TITLE, BODY)).toMatchObject({ title: TITLE, articles: 1 });
  });
});
