import { newArticle, type Part } from '@shared/segment/draft.ts';
import { blockOf } from '@shared/segment/print/blocks.ts';
import { splitLines } from '@shared/segment/print/lines.ts';
import { orderSections } from '@shared/segment/stories/order.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

/**
 * A part in one line: `# ` a heading above its text, `^ ` one below it, `| ` a paragraph at the head of a column,
 * which has no blank line above it, anything else a paragraph.
 */
function part(line: string): Part {
  const [, mark = '', text = ''] = /^(?:([#^|]) )?(.*)$/.exec(line) ?? [];
  const gap = mark === '|' ? 0 : 1;
  const block = { ...blockOf(splitLines(text)), gap };
  if (mark === '#') return { role: 'heading', block };
  return mark === '^' ? { role: 'heading', block, after: true } : { role: 'body', block };
}

/** The parts of a story in reading order, headings marked `# `, and the first words that are doubted. */
function order(...lines: readonly string[]): { parts: string[]; doubts: string[] } {
  const article = newArticle();
  article.parts = lines.map(part);
  const all = article.parts;
  const doubts = orderSections(article, KNOWLEDGE).map(({ reason, span }) => {
    const first = all.find(
      ({ block }) => block.runs[0]?.start === span.start && block.text.length === span.end,
    );
    return `${reason}: ${first?.block.text.slice(0, 6)}`;
  });
  expect(article.parts.some(({ after }) => after)).toBe(false);
  return {
    parts: article.parts.map(({ role, block }) => (role === 'heading' ? `# ${block.text}` : block.text)),
    doubts,
  };
}

const LEAD = '渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了青苔，踩上去要小心。';
const ROPES = '船工老柳把绳子一根一根理好，挂在船头的木架上，谁家要用就来取，用完了再挂回去。';
const TICKETS = '船票两块钱一张，学生和老人不要票钱，账都记在棚子里的本子上，月底贴到墙上。';
const WASHING = '洗菜的人站在木头扶手旁边，一边洗一边看船，洗好的白菜码在石头上控水。';
const FLOOD = '今年夏天的水来得早，一夜之间淹到了第三十级，柳树的根都露在外面。';
const HOPE = '老柳说，新时代的渡口要有新局面，明天的船会更稳，孩子们的路会更宽！';

describe('the sections of a story', () => {
  it('stay as they are where every heading stands above its text', () => {
    const lines = [LEAD, '# 绳子和木架', ROPES, '# 票钱贴在墙上', TICKETS];
    expect(order(...lines)).toEqual({ parts: lines, doubts: [] });
  });

  it('begin at a heading that stood below them', () => {
    expect(order(LEAD, ROPES, '^ 绳子挂在木架上').parts).toEqual([LEAD, '# 绳子挂在木架上', ROPES]);
  });

  it('reach up to the paragraph that is nearest to the heading’s words', () => {
    expect(order(LEAD, TICKETS, WASHING, FLOOD, '^ 票钱贴到墙上').parts).toEqual([
      LEAD,
      '# 票钱贴到墙上',
      TICKETS,
      WASHING,
      FLOOD,
    ]);
  });

  it('leave the heading above at least one paragraph', () => {
    expect(order(LEAD, '# 绳子和木架', TICKETS, WASHING, '^ 票钱贴到墙上').parts).toEqual([
      LEAD,
      '# 绳子和木架',
      TICKETS,
      '# 票钱贴到墙上',
      WASHING,
    ]);
  });

  it('are each the text above their heading where several stand below', () => {
    expect(order(LEAD, ROPES, '^ 绳子挂在木架上', TICKETS, '^ 票钱贴到墙上').parts).toEqual([
      LEAD,
      '# 绳子挂在木架上',
      ROPES,
      '# 票钱贴到墙上',
      TICKETS,
    ]);
  });
});

describe('columns that were dumped out of order', () => {
  it('give the lead what has no heading, with a doubt', () => {
    expect(order(LEAD, FLOOD, WASHING, `| ${TICKETS}`, '^ 票钱贴到墙上', ROPES, `| ${HOPE}`)).toEqual({
      parts: [LEAD, FLOOD, WASHING, ROPES, HOPE, '# 票钱贴到墙上', TICKETS],
      doubts: ['order-unknown: 船工老柳把绳', 'order-unknown: 老柳说，新时'],
    });
  });

  it('end with the section that looks ahead', () => {
    expect(
      order(LEAD, FLOOD, `| ${HOPE}`, '^ 渡口的明天', TICKETS, '^ 票钱贴到墙上', ROPES, `| ${WASHING}`).parts,
    ).toEqual([LEAD, FLOOD, ROPES, WASHING, '# 票钱贴到墙上', TICKETS, '# 渡口的明天', HOPE]);
  });

  it('are none where only one begins anew', () => {
    const { doubts, parts } = order(LEAD, FLOOD, WASHING, `| ${TICKETS}`, '^ 票钱贴到墙上', ROPES);
    expect(doubts).toEqual([]);
    expect(parts.at(-1)).toBe(ROPES);
  });
});
