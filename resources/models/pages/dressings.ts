import { cutBlock, longParagraphs, type PageFault } from '../../../tests/segment/generator/page-faults.ts';
import type { Block, Piece } from '../../../tests/segment/generator/printed-page.ts';

/** Slogans that stand alone on a page, in one line or two; no story goes with them. */
const SLOGANS: readonly (readonly string[])[] = [
  ['节约每一滴水', '从关紧龙头做起'],
  ['文明出行 安全到家'],
  ['爱护公共图书', '方便你我他'],
  ['光盘行动 人人参与'],
  ['防火防盗', '出门多看一眼'],
  ['绿色出行 低碳生活'],
  ['邻里和睦 社区温暖'],
  ['守护蓝天白云'],
  ['尊老爱幼 从小事做起'],
  ['垃圾分一分', '环境美十分'],
  ['工地安全 重于泰山'],
  ['义务献血', '让爱流动'],
  ['森林防火 人人有责'],
  ['珍惜粮食 拒绝浪费'],
  ['学雷锋 树新风'],
  ['全民阅读 书香满城'],
];
const LINES = new Set(SLOGANS.flat());

/** Whether a line of the page's own is a slogan: what a reader sees as an item of its own. */
export const isSlogan = (text: string): boolean => LINES.has(text);

/** Characters of the shortest and longest words of a caption that nothing marks, and of a heading set in two lines. */
const SHORTEST = 5;
const LONGEST = 18;
const LONG_HEADING = 9;
/** Of a hundred blocks of a page with uneven gaps, those above which they are. */
const UNEVEN = 12;

const dressing = (name: string, apply: PageFault['apply']): PageFault => ({ name, apply });
const textOf = ({ pieces }: Block): string => pieces.map(({ text }) => text).join('');
const alone = (role: Block['role'], item: number, text: string, more: Partial<Block> = {}): Block => ({
  item,
  role,
  pieces: [{ role, text }],
  wraps: false,
  indent: '',
  ...more,
});

/** The byline of a story stands below its first paragraphs, above its first heading. */
const bylineBelowLead = dressing('byline-below-lead', (blocks) => {
  const out = [...blocks];
  for (const item of new Set(blocks.map((block) => block.item))) {
    const byline = out.findIndex((block) => block.item === item && block.role === 'byline');
    const heading = out.findIndex((block) => block.item === item && block.role === 'heading');
    if (byline < 0 || heading < byline + 2) continue;
    const [line] = out.splice(byline, 1) as [Block];
    out.splice(heading - 1, 0, line);
  }
  return out;
});

/** A caption without any sign stands inside a paragraph, with blank lines round it. */
const bareCaptions = dressing('bare-captions', (blocks, random) => {
  let out = [...blocks];
  for (let turn = random.between(1, 3); turn > 0; turn--) {
    const at = random.pick(longParagraphs(out));
    if (at === undefined) return out;
    const block = out[at] as Block;
    const clauses = textOf(block)
      .split(/[，。；：、“”]/u)
      .filter(({ length }) => length >= SHORTEST && length <= LONGEST);
    const words = random.pick(clauses);
    if (!words) continue;
    const [head, tail] = random.chance(60) ? cutBlock(block, random) : [block, null];
    const gap = random.between(0, 3);
    const caption = alone('caption', block.item, words, { blanksAbove: gap });
    out = [
      ...out.slice(0, at),
      head,
      caption,
      ...(tail ? [{ ...tail, ...(random.chance(60) ? { blanksAbove: random.between(0, 1) } : {}) }] : []),
      ...out.slice(at + 1),
    ];
  }
  return out;
});

/** Headings stand in two lines: a label and its words, or one that was broken. */
const headingsInTwo = dressing('headings-in-two', (blocks, random) =>
  blocks.flatMap((block) => {
    const text = textOf(block);
    if (block.role !== 'heading' || text.length < LONG_HEADING) return [block];
    const at = random.between(4, text.length - 4);
    const piece = block.pieces.at(-1) as Piece;
    return [
      { ...block, pieces: [...block.pieces.slice(0, -1), { ...piece, text: piece.text.slice(0, at) }] },
      { ...block, blanksAbove: 0, pieces: [{ ...piece, text: piece.text.slice(at), from: at }] },
    ].filter((one) => textOf(one).trim() !== '');
  }),
);

/** A slogan stands between two stories or below the last. */
const slogan = dressing('slogan', (blocks, random) => {
  const ends = blocks.flatMap((block, i) =>
    i > 0 && block.item !== blocks[i - 1]?.item && (blocks[i - 1]?.item ?? -1) >= 0 ? [i] : [],
  );
  const at = random.chance(50) ? blocks.length : (random.pick(ends) ?? blocks.length);
  const lines = random
    .pick(SLOGANS)
    .map((text, i) => alone('furniture', -1, text, { blanksAbove: i === 0 ? 2 : 0 }));
  return [...blocks.slice(0, at), ...lines, ...blocks.slice(at)];
});

/** The first story has lost its headline. */
const noHeadline = dressing('no-headline', (blocks) => {
  const first = blocks.find(({ item }) => item >= 0)?.item;
  return blocks.filter(
    ({ item, role }) => item !== first || !(role === 'title' || role === 'kicker' || role === 'second'),
  );
});

/** Blank lines stand where the page's habit has none, or are missing where it has. */
const unevenGaps = dressing('uneven-gaps', (blocks, random) =>
  blocks.map((block) => (random.chance(UNEVEN) ? { ...block, blanksAbove: random.between(0, 2) } : block)),
);

/** What papers do beside their layouts; the share of a hundred pages that does each. */
export const DRESSINGS: readonly (readonly [PageFault, number])[] = [
  [bylineBelowLead, 25],
  [headingsInTwo, 20],
  [bareCaptions, 30],
  [slogan, 20],
  [noHeadline, 8],
  [unevenGaps, 15],
];
