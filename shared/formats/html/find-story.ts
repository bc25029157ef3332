import { BELOW_STORY, BESIDE, STORY } from './boilerplate.ts';
import { namesOf, type PageElement } from './element.ts';
import type { PageLine } from './page-lines.ts';

/** What a page's story is, by its lines: `isStory[i]` where line `i` is of it, headline and signature aside. */
export interface FoundStory {
  readonly isStory: readonly boolean[];
  /** Of the story's lines, the first and last. */
  readonly first: number;
  readonly last: number;
}

/** Ink below which a line proves nothing, unless it ends a sentence. */
const SHORTEST_PARAGRAPH = 20;
/** Ink that counts as one more pause. */
const INK_A_POINT = 50;
/** How far up a line speaks for the elements around it. */
const HIGHEST = 6;
/** Share of links from which a line is a list's and no story's. */
const LINKED_LINE = 0.5;
/** Share of links, and number, from which a part of the story's element is a list. */
const LINKED_PART = 0.5;
const LINKS_OF_A_LIST = 2;
/** Share of the story's weight that a part beside it needs to belong to it. */
const BESIDE_SHARE = 0.2;
/** Share of the story's weight up to which a part named as boilerplate is taken out of it. */
const NAMED_SHARE = 0.3;
/** Weight that a page's best element needs: a story of two sentences has it. */
const LEAST_WEIGHT = 4;

const PAUSES = /[，。！？；、：,.!?;:](?!\d)/gu;
const ENDS = /[。！？…”’」』）)】!?.]$/u;

/**
 * Finds the element that holds the story, as Readability does: each paragraph speaks for the elements around it, by
 * its pauses and its length, and less the further out they are; links speak against them.
 * @returns null where the page has no story: a list of links, or hardly any text.
 */
export function findStory(lines: readonly PageLine[], elements: readonly PageElement[]): FoundStory | null {
  const sums = sumUp(lines, elements);
  const top = findTop(sums, elements);
  if (top === null) return null;
  const parts = joinNeighbours(top, sums, elements);
  const weight = parts.reduce((sum, { index }) => sum + (sums.weight[index] as number), 0);
  const out = parts.flatMap((part) => partsToLeaveOut(part, weight, sums, elements));
  const within = (line: PageLine, of: readonly PageElement[]): boolean =>
    line.block !== null && of.some(({ index, last }) => isWithin(line.block as PageElement, index, last));
  const isStory = lines.map((line) => within(line, parts) && !within(line, out));
  cutBelow(lines, isStory);
  const first = isStory.indexOf(true);
  return first < 0 ? null : { isStory, first, last: isStory.lastIndexOf(true) };
}

const isWithin = ({ index }: PageElement, first: number, last: number): boolean =>
  index >= first && index <= last;

/** For each element: what its lines weigh, their ink, how much of it is links, what speaks for it as the story's. */
interface Sums {
  readonly weight: Float64Array;
  readonly ink: Float64Array;
  readonly linked: Float64Array;
  readonly links: Float64Array;
  readonly score: Float64Array;
}

function sumUp(lines: readonly PageLine[], elements: readonly PageElement[]): Sums {
  const make = (): Float64Array => new Float64Array(elements.length);
  const sums = { weight: make(), ink: make(), linked: make(), links: make(), score: make() };
  for (const line of lines) {
    if (line.block === null) continue;
    const weight = weigh(line);
    const { index } = line.block;
    (sums.weight[index] as number) += weight;
    (sums.ink[index] as number) += line.ink;
    (sums.linked[index] as number) += line.linked;
    (sums.links[index] as number) += line.links;
    let element: PageElement | null = line.block;
    for (let up = 0; weight > 0 && element !== null && up < HIGHEST; up++, element = element.parent)
      (sums.score[element.index] as number) += weight / (up < 2 ? 1 : up === 2 ? 2 : 3 * (up - 1));
  }
  // Children follow their parents, so that from the end each sum is whole before it goes up.
  for (let i = elements.length - 1; i >= 0; i--) {
    const parent = (elements[i] as PageElement).parent?.index;
    if (parent === undefined) continue;
    for (const sum of [sums.weight, sums.ink, sums.linked, sums.links])
      (sum[parent] as number) += sum[i] as number;
  }
  return sums;
}

/** What a line speaks for a story: nothing where it is short and no sentence, or mostly links. */
export function weigh({ text, ink, linked }: PageLine): number {
  if (linked > LINKED_LINE * ink) return 0;
  const pauses = text.match(PAUSES)?.length ?? 0;
  const words = text.trimEnd();
  if (ink < SHORTEST_PARAGRAPH && !(pauses > 0 && ENDS.test(words) && ink >= SHORTEST_PARAGRAPH / 2))
    return 0;
  if (pauses === 0 && !ENDS.test(words)) return 0;
  return 1 + Math.min(pauses, 12) + Math.min(ink / INK_A_POINT, 4);
}

const NEVER = new Set([
  'html',
  'a',
  'li',
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'span',
  'font',
  'b',
  'strong',
]);

function findTop({ score, ink, linked }: Sums, elements: readonly PageElement[]): PageElement | null {
  let best: PageElement | null = null;
  let most = 0;
  for (const element of elements) {
    const { index } = element;
    if (NEVER.has(element.name) || (score[index] as number) === 0) continue;
    const density = (linked[index] as number) / Math.max(1, ink[index] as number);
    const worth = (score[index] as number) * (1 - density) * leaning(element);
    if (worth > most) [best, most] = [element, worth];
  }
  return most < LEAST_WEIGHT ? null : best;
}

/** What an element's name says: above 1 for a story's, below for what stands beside one. */
function leaning(element: PageElement): number {
  const names = namesOf(element);
  if (element.attributes.get('itemprop') === 'articleBody') return 3;
  let factor = element.name === 'article' || element.name === 'main' ? 1.25 : 1;
  if (STORY.test(names)) factor *= 1.25;
  if (isBeside(element)) factor *= 0.4;
  return factor;
}

const BESIDE_ELEMENTS = new Set(['aside', 'footer', 'nav', 'header', 'form', 'select', 'button', 'menu']);

/** Whether an element calls itself boilerplate and nothing in its name speaks for a story. */
const isBeside = (element: PageElement): boolean =>
  BESIDE_ELEMENTS.has(element.name) || (BESIDE.test(namesOf(element)) && !STORY.test(namesOf(element)));

/** How far above the best element others may stand that have a part of the story. */
const NEAREST = 2;

/** The element with the story, and those beside it that have a part of it. */
function joinNeighbours(top: PageElement, sums: Sums, elements: readonly PageElement[]): PageElement[] {
  let whole = top;
  for (let up = 0; up < NEAREST && whole.parent !== null && whole.name !== 'body'; up++) {
    const others = childrenOf(whole.parent, elements).filter(
      (child) => child !== whole && belongs(child, top, sums),
    );
    if (others.length > 0) return [whole, ...others].sort((a, b) => a.index - b.index);
    whole = whole.parent;
  }
  return [top];
}

function belongs(child: PageElement, top: PageElement, { weight, ink, linked }: Sums): boolean {
  if (isBeside(child)) return false;
  const own = weight[child.index] as number;
  const density = (linked[child.index] as number) / Math.max(1, ink[child.index] as number);
  if (own === 0 || density > 0.25) return false;
  return child.name === 'p' || own >= BESIDE_SHARE * (weight[top.index] as number);
}

function childrenOf(parent: PageElement, elements: readonly PageElement[]): PageElement[] {
  const children: PageElement[] = [];
  for (let i = parent.index + 1; i <= parent.last; ) {
    const child = elements[i] as PageElement;
    children.push(child);
    i = child.last + 1;
  }
  return children;
}

/** Lists of links, buttons and boxes that stand inside the story's element. */
function partsToLeaveOut(
  story: PageElement,
  weight: number,
  sums: Sums,
  elements: readonly PageElement[],
): PageElement[] {
  const out: PageElement[] = [];
  for (let i = story.index + 1; i <= story.last; ) {
    const element = elements[i] as PageElement;
    if (isPart(element) && mustGo(element, weight, sums)) {
      out.push(element);
      i = element.last + 1;
    } else i++;
  }
  return out;
}

const PARTS = new Set([
  'aside',
  'button',
  'center',
  'div',
  'dl',
  'fieldset',
  'footer',
  'form',
  'header',
  'iframe',
  'li',
  'menu',
  'nav',
  'ol',
  'p',
  'section',
  'select',
  'table',
  'textarea',
  'ul',
  'label',
]);
const isPart = ({ name, end, start }: PageElement): boolean => PARTS.has(name) && end > start;

function mustGo(element: PageElement, weight: number, sums: Sums): boolean {
  const { index, name } = element;
  const ink = sums.ink[index] as number;
  const own = sums.weight[index] as number;
  if (ink === 0) return false;
  if (name === 'select' || name === 'button' || name === 'textarea' || name === 'nav') return true;
  const density = (sums.linked[index] as number) / ink;
  const links = sums.links[index] as number;
  if (density > LINKED_PART && links >= LINKS_OF_A_LIST && own <= NAMED_SHARE * weight) return true;
  if (density > 0.8 && links > 0 && own === 0) return true;
  return isBeside(element) && name !== 'p' && own <= NAMED_SHARE * weight;
}

/** What follows a line that says so is no story, as long as no sentence of the story stands below it. */
function cutBelow(lines: readonly PageLine[], isStory: boolean[]): void {
  let below = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    if (!isStory[i]) continue;
    const line = lines[i] as PageLine;
    if (BELOW_STORY.test(line.text) && line.ink < 60 && below === 0) {
      for (let j = i; j < lines.length; j++) isStory[j] = false;
      continue;
    }
    if (weigh(line) > 0) below += 1;
    if (below > 2) return;
  }
}
