import type { Item } from '@shared/segment/blocks/item-runs.ts';
import { blockOf } from '@shared/segment/print/blocks.ts';
import { splitLines } from '@shared/segment/print/lines.ts';
import { findDigests } from '@shared/segment/stories/sections.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

/** An item in one line: `# ` a short line, `@ ` a byline, `& ` a line of the page’s own, anything else a paragraph. */
function item(line: string): Item {
  const [, mark = '', text = ''] = /^(?:([#@&]) )?(.*)$/.exec(line) ?? [];
  const role = ({ '#': 'short', '@': 'byline', '&': 'furniture' } as const)[mark] ?? 'body';
  return { block: blockOf(splitLines(text)), role, names: [], sure: 1 };
}

/** The headlines of short news on a page, and the lines that name their column. */
function digests(...lines: readonly string[]): { news: string[]; rubric: string[] } {
  const items = lines.map(item);
  const sections = [...findDigests(items, KNOWLEDGE).values()];
  const texts = (from: number, to: number): string[] => items.slice(from, to).map(({ block }) => block.text);
  return {
    news: sections
      .filter(({ digest }) => digest)
      .flatMap(({ start, end, rubric }) => texts(start + rubric, end)),
    rubric: sections.flatMap(({ start, rubric }) => texts(start, start + rubric)),
  };
}

const BUS = [
  '# 县城六条公交线路延长到夜间',
  '昨日起，六条公交线路的末班车推迟到二十二时三十分，车上装了夜灯。',
];
const PORT = [
  '# 白沙港头两个月吞吐量增一成',
  '本报讯白沙港新添的两台岸桥投入使用，头两个月装卸三百一十二万吨。',
];
const STOVE = [
  '# 云台乡村小食堂全部改用电灶',
  '3月9日，最后一所村小换下了烧柴的土灶，过去每天要烧三百斤柴。',
];
const DOCTOR = ['# 南塘镇二十四名村医结束进修', '近日，二十四名村医回到卫生室，镇里给每人配了一台便携超声。'];
const heads = (...news: readonly (readonly string[])[]): string[] =>
  news.map(([head = '']) => head.replace('# ', ''));

describe('short news one below the other', () => {
  it('are three or more headlines with a paragraph each that say different things', () => {
    expect(digests(...BUS, ...PORT, ...STOVE).news).toEqual(heads(BUS, PORT, STOVE));
  });

  it('are none where there are only two', () => {
    expect(digests(...BUS, ...PORT).news).toEqual([]);
  });

  it('end where a story has more than one paragraph', () => {
    const { news } = digests(...BUS, ...PORT, ...STOVE, ...DOCTOR, '镇卫生院说，下一批进修的村医六月出发。');
    expect(news).toEqual(heads(BUS, PORT, STOVE));
  });

  it('end where a byline stands', () => {
    expect(digests(...BUS, ...PORT, '@ 本报记者 周远航', ...STOVE).news).toEqual([]);
  });

  it.each([
    [
      'sections that share their matter',
      [
        '# 先问两岸的人要不要修桥',
        '近日，镇里派干部问两岸的人要不要修桥，桥修在渡口的上游，桥面宽三米六。',
        '# 修桥的钱由两岸的人来凑',
        '近日，镇里说修桥的钱由县里和两岸的人来凑，桥修在渡口，桥面宽三米六。',
        '# 桥面比图纸加宽了两尺多',
        '近日，两岸的人都说桥面要宽，镇里把修桥的图纸改了，渡口的桥面宽三米六。',
      ],
    ],
    [
      'numbered headings',
      [BUS, PORT, STOVE].flatMap(([head = '', text = ''], i) => [
        head.replace('# ', `# ${'一二三'[i]}、`),
        text,
      ]),
    ],
    [
      'short headings above text that names no day',
      ['# 夜车', '六条线路的末班车推迟了。', '# 码头', '港口新添了两台岸桥。', '# 灶台', '村小换下了土灶。'],
    ],
  ])('are not %s', (_, lines) => {
    expect(digests(...lines).news).toEqual([]);
  });
});

describe('the name of a column of short news', () => {
  it('stands apart above the first', () => {
    expect(digests('# 要闻简讯', '& 第三版', ...BUS, ...PORT, ...STOVE).rubric).toEqual(['要闻简讯']);
  });

  it('stands above the first headline', () => {
    expect(digests('# 要闻简讯', ...BUS, ...PORT, ...STOVE)).toEqual({
      news: heads(BUS, PORT, STOVE),
      rubric: ['要闻简讯'],
    });
  });

  it('is none where the line does not name one', () => {
    expect(digests('# 清溪镇昨天下了一场雨', ...BUS, ...PORT, ...STOVE).rubric).toEqual([]);
  });
});
