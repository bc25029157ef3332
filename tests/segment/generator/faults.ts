import type { BlockKind, CleanArticle } from './clean-article.ts';
import type { Random } from './random.ts';

/** A block as the page prints it. */
export interface PrintedBlock {
  readonly kind: BlockKind;
  readonly text: string;
  /** Index of its story; −1 for furniture. */
  readonly article: number;
  /** Whether it goes on with a paragraph that began in another block. */
  readonly continues?: boolean;
}

/** Something that goes wrong, or is added, between the editor's page and its dump. */
export interface Fault {
  readonly name: string;
  apply(blocks: readonly PrintedBlock[], random: Random): PrintedBlock[];
}

/** The page before anything goes wrong: each story with its captions after the paragraphs. */
export const printClean = (articles: readonly CleanArticle[]): PrintedBlock[] =>
  articles.flatMap((article, i) => article.blocks.map((block) => ({ ...block, article: i })));

const longParagraphs = (blocks: readonly PrintedBlock[]): number[] =>
  blocks.flatMap((block, i) =>
    block.kind === 'paragraph' && !block.continues && block.text.length >= 60 ? [i] : [],
  );

/** A place inside a sentence, away from the ends of the paragraph. */
function cutPoint(text: string, random: Random): number {
  for (let tries = 0; tries < 50; tries++) {
    const at = random.between(22, text.length - 14);
    if (/\p{Script=Han}$/u.test(text.slice(0, at)) && /^\p{Script=Han}/u.test(text.slice(at))) return at;
  }
  return 30;
}

function cutAt(block: PrintedBlock, at: number): [PrintedBlock, PrintedBlock] {
  return [
    { ...block, text: block.text.slice(0, at) },
    { ...block, text: block.text.slice(at), continues: true },
  ];
}

const range = (blocks: readonly PrintedBlock[], article: number): [number, number] => {
  const own = blocks.flatMap((block, i) => (block.article === article ? [i] : []));
  return [own[0] as number, (own.at(-1) as number) + 1];
};

const articlesOf = (blocks: readonly PrintedBlock[]): number[] => [
  ...new Set(blocks.map((block) => block.article).filter((article) => article >= 0)),
];

const fault = (name: string, apply: Fault['apply']): Fault => ({ name, apply });

const captionInSentence = fault('caption-in-sentence', (blocks, random) => {
  const out = [...blocks];
  const captions = out.flatMap((block, i) => (block.kind === 'caption' ? [i] : []));
  if (captions.length === 0) return out;
  const from = random.pick(captions);
  const caption = out[from] as PrintedBlock;
  out.splice(from, 1);
  const own = longParagraphs(out).filter((i) => out[i]?.article === caption.article);
  if (own.length === 0) return [...blocks];
  const at = random.pick(own);
  const [head, tail] = cutAt(out[at] as PrintedBlock, cutPoint((out[at] as PrintedBlock).text, random));
  out.splice(at, 1, head, caption, tail);
  return out;
});

const columnCut = fault('column-cut', (blocks, random) => {
  const out = [...blocks];
  const at = random.pick(longParagraphs(out));
  if (at === undefined) return out;
  out.splice(at, 1, ...cutAt(out[at] as PrintedBlock, cutPoint((out[at] as PrintedBlock).text, random)));
  return out;
});

const columnsShuffled = fault('columns-shuffled', (blocks, random) => {
  const out = [...blocks];
  const article = random.pick(articlesOf(out));
  const own = longParagraphs(out).filter((i) => out[i]?.article === article);
  if (own.length < 3) return out;
  const first = own[random.below(own.length - 2)] as number;
  const second = own[random.between(own.indexOf(first) + 1, own.length - 1)] as number;
  const end = range(out, article)[1];
  const [h1, t1] = cutAt(out[first] as PrintedBlock, cutPoint((out[first] as PrintedBlock).text, random));
  const [h2, t2] = cutAt(out[second] as PrintedBlock, cutPoint((out[second] as PrintedBlock).text, random));
  const middle = [t1, ...out.slice(first + 1, second), h2];
  const last = [t2, ...out.slice(second + 1, end)];
  return [...out.slice(0, first), h1, ...last, ...middle, ...out.slice(end)];
});

const columnDoubled = fault('column-doubled', (blocks, random) => {
  const out = [...blocks];
  const own = longParagraphs(out);
  const from = random.pick(own);
  if (from === undefined) return out;
  const source = out[from] as PrintedBlock;
  const [start, end] = range(out, source.article);
  const targets = longParagraphs(out).filter((i) => i >= start && i < end && i !== from);
  if (targets.length === 0) return out;
  const at = random.pick(targets);
  out.splice(at + 1, 0, { ...source });
  return out;
});

const blockSpliced = fault('block-spliced', (blocks, random) => {
  const out = [...blocks];
  const own = longParagraphs(out);
  const from = random.pick(own);
  if (from === undefined) return out;
  const moved = out[from] as PrintedBlock;
  out.splice(from, 1);
  const targets = longParagraphs(out).filter((i) => out[i]?.article !== moved.article);
  if (targets.length === 0) return [...blocks];
  const at = random.pick(targets);
  const [head, tail] = cutAt(out[at] as PrintedBlock, cutPoint((out[at] as PrintedBlock).text, random));
  out.splice(at, 1, head, moved, tail);
  return out;
});

const headlineBelow = fault('headline-below', (blocks, random) => {
  const article = random.pick(articlesOf(blocks));
  const [start, end] = range(blocks, article);
  const own = blocks.slice(start, end);
  const head = own.filter((block) => block.kind === 'title' || block.kind === 'subtitle');
  const rest = own.filter((block) => block.kind !== 'title' && block.kind !== 'subtitle');
  return [...blocks.slice(0, start), ...rest, ...head, ...blocks.slice(end)];
});

const headingAfter = fault('heading-after', (blocks, random) => {
  const out = [...blocks];
  const headings = out.flatMap((block, i) => (block.kind === 'heading' ? [i] : []));
  if (headings.length === 0) return out;
  const at = random.pick(headings);
  const [heading] = out.splice(at, 1) as [PrintedBlock];
  let end = at;
  while (end < out.length && out[end]?.kind === 'paragraph' && out[end]?.article === heading.article) end++;
  out.splice(end, 0, heading);
  return out;
});

const interleaved = fault('interleaved', (blocks, random) => {
  const articles = articlesOf(blocks);
  if (articles.length < 2) return [...blocks];
  const first = random.below(articles.length - 1);
  const [a0, a1] = range(blocks, articles[first] as number);
  const [b0, b1] = range(blocks, articles[first + 1] as number);
  if (a1 > b0) return [...blocks];
  const a = blocks.slice(a0, a1);
  const b = blocks.slice(b0, b1);
  const cutA = random.between(Math.ceil(a.length / 2), a.length - 1);
  const cutB = random.between(Math.ceil(b.length / 2), b.length - 1);
  return [
    ...blocks.slice(0, a0),
    ...a.slice(0, cutA),
    ...b.slice(0, cutB),
    ...a.slice(cutA),
    ...b.slice(cutB),
    ...blocks.slice(b1),
  ];
});

const spacedNames = fault('spaced-names', (blocks) =>
  blocks.map((block) =>
    block.kind === 'byline'
      ? {
          ...block,
          text: `■ ${block.text
            .split(' ')
            .map((name) => ([...name].length === 2 ? [...name].join('　') : name))
            .join('  ')}`,
        }
      : block,
  ),
);

const markdownMarks = fault('markdown-marks', (blocks) =>
  blocks.map((block) => {
    if (block.kind === 'title') return { ...block, text: `## ${block.text}` };
    if (block.kind === 'heading') return { ...block, text: `#### ${block.text}` };
    if (block.kind === 'byline') return { ...block, text: `**${block.text}**` };
    return block;
  }),
);

const FURNITURE = [
  '第03版：综合新闻',
  '2021年10月12日 星期二',
  '责任编辑：胡一鸣　版式：宋晓',
  '（下转第四版）',
  '上一版　下一版',
  '新闻热线：0519-88001234',
  '专版',
  'A07',
  '清河日报',
];

const furnitureBetween = fault('furniture-between', (blocks, random) => {
  const out: PrintedBlock[] = [];
  blocks.forEach((block, i) => {
    const before = blocks[i - 1];
    if (
      block.kind === 'title' ||
      (before?.kind === 'paragraph' && block.kind === 'paragraph' && random.below(6) === 0)
    )
      out.push({ kind: 'furniture', text: random.pick(FURNITURE), article: -1 });
    out.push(block);
  });
  return out;
});

/** Every fault that is tried, alone and in pairs. */
export const FAULTS: readonly Fault[] = [
  captionInSentence,
  columnCut,
  columnsShuffled,
  columnDoubled,
  blockSpliced,
  headlineBelow,
  headingAfter,
  interleaved,
  spacedNames,
  markdownMarks,
  furnitureBetween,
];
