import type { Block, Piece } from './printed-page.ts';
import type { Random } from './random.ts';

/** Something that goes wrong between the editor's page and its dump. */
export interface PageFault {
  readonly name: string;
  apply(blocks: readonly Block[], random: Random): Block[];
}

const bodyOf = (block: Block): Piece | undefined => block.pieces.find(({ role }) => role === 'paragraph');

/** Fewest characters of a paragraph that a fault cuts. */
const LONG = 60;

export const longParagraphs = (blocks: readonly Block[]): number[] =>
  blocks.flatMap((block, i) =>
    block.role === 'paragraph' && !block.continues && (bodyOf(block)?.text.length ?? 0) >= LONG ? [i] : [],
  );

/** A place inside a sentence, away from the ends of the paragraph. */
function cutPoint(text: string, random: Random): number {
  for (let tries = 0; tries < 50; tries++) {
    const at = random.between(22, text.length - 14);
    if (/\p{Script=Han}$/u.test(text.slice(0, at)) && /^\p{Script=Han}/u.test(text.slice(at))) return at;
  }
  return 30;
}

/** A paragraph's block in two, cut inside a sentence. */
export function cutBlock(block: Block, random: Random): [Block, Block] {
  const body = bodyOf(block) as Piece;
  const at = cutPoint(body.text, random);
  const place = block.pieces.indexOf(body);
  return [
    { ...block, pieces: [...block.pieces.slice(0, place), { ...body, text: body.text.slice(0, at) }] },
    {
      ...block,
      pieces: [
        { ...body, text: body.text.slice(at), from: (body.from ?? 0) + at },
        ...block.pieces.slice(place + 1),
      ],
      continues: true,
      indent: '',
    },
  ];
}

const itemsOf = (blocks: readonly Block[]): number[] => [
  ...new Set(blocks.map(({ item }) => item).filter((item) => item >= 0)),
];

const rangeOf = (blocks: readonly Block[], item: number): [number, number] => {
  const own = blocks.flatMap((block, i) => (block.item === item ? [i] : []));
  return [own[0] as number, (own.at(-1) as number) + 1];
};

const fault = (name: string, apply: PageFault['apply']): PageFault => ({ name, apply });

const captionInside = fault('caption-inside', (blocks, random) => {
  const out = [...blocks];
  const from = random.pick(out.flatMap(({ role }, i) => (role === 'caption' ? [i] : [])));
  if (from === undefined) return out;
  const [caption] = out.splice(from, 1) as [Block];
  const at = random.pick(longParagraphs(out).filter((i) => out[i]?.item === caption.item));
  if (at === undefined) return [...blocks];
  const [head, tail] = cutBlock(out[at] as Block, random);
  out.splice(at, 1, head, caption, tail);
  return out;
});

const brokenColumn = fault('broken-column', (blocks, random) => {
  const out = [...blocks];
  const at = random.pick(longParagraphs(out));
  if (at !== undefined) out.splice(at, 1, ...cutBlock(out[at] as Block, random));
  return out;
});

const twice = fault('twice', (blocks, random) => {
  const out = [...blocks];
  const from = random.pick(longParagraphs(out));
  if (from === undefined) return out;
  const source = out[from] as Block;
  const targets = longParagraphs(out).filter((i) => out[i]?.item === source.item && i !== from);
  const at = random.pick(targets);
  if (at === undefined) return out;
  const copies = source.pieces.map((piece) => ({ ...piece, copy: true }));
  out.splice(at + 1, 0, { ...source, pieces: copies });
  return out;
});

const blockSpliced = fault('block-spliced', (blocks, random) => {
  const out = [...blocks];
  const from = random.pick(longParagraphs(out));
  if (from === undefined) return out;
  const [moved] = out.splice(from, 1) as [Block];
  const at = random.pick(longParagraphs(out).filter((i) => out[i]?.item !== moved.item));
  if (at === undefined) return [...blocks];
  const [head, tail] = cutBlock(out[at] as Block, random);
  out.splice(at, 1, head, moved, tail);
  return out;
});

const HEAD = new Set(['title', 'kicker', 'second']);

const headlineBelow = fault('headline-below', (blocks, random) => {
  const item = random.pick(
    itemsOf(blocks).filter((one) => blocks.some((b) => b.item === one && b.role === 'title')),
  );
  if (item === undefined) return [...blocks];
  const [start, end] = rangeOf(blocks, item);
  const own = blocks.slice(start, end);
  const head = own.filter(({ role }) => HEAD.has(role));
  const rest = own.filter(({ role }) => !HEAD.has(role));
  return [...blocks.slice(0, start), ...rest, ...head, ...blocks.slice(end)];
});

const headingAfter = fault('heading-after', (blocks, random) => {
  const out = [...blocks];
  const at = random.pick(out.flatMap(({ role }, i) => (role === 'heading' ? [i] : [])));
  if (at === undefined) return out;
  const [heading] = out.splice(at, 1) as [Block];
  let end = at;
  while (out[end]?.role === 'paragraph' && out[end]?.item === heading.item) end++;
  out.splice(end, 0, heading);
  return out;
});

const interleaved = fault('interleaved', (blocks, random) => {
  const items = itemsOf(blocks);
  if (items.length < 2) return [...blocks];
  const first = random.below(items.length - 1);
  const [a0, a1] = rangeOf(blocks, items[first] as number);
  const [b0, b1] = rangeOf(blocks, items[first + 1] as number);
  if (a1 > b0 || a1 - a0 < 3 || b1 - b0 < 3) return [...blocks];
  const a = blocks.slice(a0, a1);
  const b = blocks.slice(b0, b1);
  const cutA = random.between(Math.ceil(a.length / 2), a.length - 1);
  const cutB = random.between(Math.ceil(b.length / 2), b.length - 1);
  return [
    ...blocks.slice(0, a0),
    ...a.slice(0, cutA),
    ...blocks.slice(a1, b0),
    ...b.slice(0, cutB),
    ...a.slice(cutA),
    ...b.slice(cutB),
    ...blocks.slice(b1),
  ];
});

const folioInside = fault('folio-inside', (blocks, random) => {
  const out = [...blocks];
  const from = random.pick(out.flatMap(({ role, item }, i) => (role === 'furniture' && item < 0 ? [i] : [])));
  if (from === undefined) return out;
  const [folio] = out.splice(from, 1) as [Block];
  const at = random.pick(longParagraphs(out));
  if (at === undefined) return [...blocks];
  const [head, tail] = cutBlock(out[at] as Block, random);
  out.splice(at, 1, head, folio, tail);
  return out;
});

/** Two columns of a story stand in the wrong order: what follows a cut in one paragraph is that of a later one. */
export const columnsShuffled = fault('columns-shuffled', (blocks, random) => {
  const item = random.pick(itemsOf(blocks));
  const own = longParagraphs(blocks).filter((i) => blocks[i]?.item === item);
  if (item === undefined || own.length < 3) return [...blocks];
  const first = own[random.below(own.length - 2)] as number;
  const second = own[random.between(own.indexOf(first) + 1, own.length - 1)] as number;
  const [, end] = rangeOf(blocks, item);
  const [above, below] = cutBlock(blocks[first] as Block, random);
  const [laterAbove, laterBelow] = cutBlock(blocks[second] as Block, random);
  return [
    ...blocks.slice(0, first),
    above,
    laterBelow,
    ...blocks.slice(second + 1, end),
    below,
    ...blocks.slice(first + 1, second),
    laterAbove,
    ...blocks.slice(end),
  ];
});

/** Every fault that is tried. */
export const PAGE_FAULTS: readonly PageFault[] = [
  captionInside,
  brokenColumn,
  twice,
  blockSpliced,
  headlineBelow,
  headingAfter,
  interleaved,
  folioInside,
];
