import { type DraftArticle, hullOf, newArticle } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { type Block, joinBlocks } from '../print/blocks.ts';
import { breaksOff } from '../print/sentences.ts';
import type { HeadReading } from '../stories/head-reading.ts';
import { opensWithAgency } from '../stories/story-evidence.ts';
import { isBareCredit } from './captions.ts';
import { readDispatch } from './datelines.ts';
import { type Item, stackEnd } from './item-runs.ts';

/** A headline that says it stands over a picture: 放风筝（图片）, 春耕（组图）; one with 附图片 heads a story with pictures. */
const OVER_PICTURE = /[（(](?!附)(?:图片|圖片|组图|組圖|照片|图片新闻|圖片新聞|图|圖)[）)]$/u;
/** Lines of a headline over a photograph. */
const MOST_LINES = 2;
/** Columns of the longest paragraph that a credit below it makes the words of a photograph. */
const LONGEST_WORDS = 160;

/**
 * Finds photographs that stand alone: a headline with nothing but a picture's words under it, or words under the name
 * of a column of pictures.
 */
export function withPhotographs(
  items: readonly Item[],
  heads: HeadReading,
  knowledge: SegmentKnowledge,
): Item[] {
  const out = [...items];
  for (let i = 0; i < out.length; i++) {
    const it = out[i] as Item;
    const inColumn = isPictureColumn(it, knowledge);
    if ((it.role !== 'short' && !inColumn) || (i > 0 && leavesOpen(out[i - 1] as Item))) continue;
    const end = stackEnd(out, i);
    const head = out.slice(i, end);
    if (inColumn) out[i] = { ...it, role: 'furniture' };
    const from = inColumn ? i + 1 : i;
    const says = inColumn || OVER_PICTURE.test(head.at(-1)?.block.text ?? '');
    if (end - from > MOST_LINES) continue;
    const words = takeWords(out, end, says);
    const stands = () => isHead(out, from, end, heads) && endsBelow(out, end + words, knowledge);
    if (words > 0 && (says || stands())) out[from] = { ...(out[from] as Item), opens: 'photo' };
    i = end + words - 1;
  }
  return out;
}

/** Probability from which a line over captions is one of them. */
const IS_CAPTION = 0.95;

/** Whether the lines from `from` to `end` stand over what is below them rather than below what is above, and are no caption. */
function isHead(items: readonly Item[], from: number, end: number, heads: HeadReading): boolean {
  const { block } = items[from] as Item;
  const below = items[end]?.block.gap ?? 0;
  return below <= block.gap + 1 && heads.likelihood(block, 'caption') < IS_CAPTION;
}

const leavesOpen = ({ role, block }: Item): boolean => role === 'body' && breaksOff(block.text);

/** Whether a short line names a column of pictures: 图片新闻. */
const isPictureColumn = ({ block }: Item, { press, script }: SegmentKnowledge): boolean =>
  press.pictureColumns.has(script.write(block.text).replace(/[\s【】［］〔〕[\]■●◆▲·|｜]/gu, ''));

/** How many items from `from` on are a picture's words; a paragraph that a credit follows is joined with it. */
function takeWords(items: Item[], from: number, says: boolean): number {
  let at = from;
  for (;;) {
    const it = items[at];
    const below = items[at + 1];
    if (it?.role === 'body' && at === from && isCredit(below) && it.block.width <= LONGEST_WORDS)
      items.splice(at, 2, { ...it, role: 'caption', block: joinBlocks(it.block, (below as Item).block) });
    else if (it?.role !== 'caption' || (says && at > from)) return at - from;
    at++;
  }
}

/** Who gave all pictures of a story signs no photograph: 图片由某局提供, 本版图片均由某报社摄. */
const FOR_ALL = /^(?:本版|本文|以上|文中)?(?:图片|圖片|照片|图|圖)(?:均|皆|都)?(?:由|為|为)/u;

const isCredit = (it: Item | undefined): boolean =>
  it?.role === 'caption' && isBareCredit(it.block.text) && !FOR_ALL.test(it.block.text);

/** Whether what stands below a picture's words is another item's: a headline, news by its head, or nothing. */
function endsBelow(items: readonly Item[], from: number, knowledge: SegmentKnowledge): boolean {
  const below = items.slice(from).find(({ role }) => role !== 'furniture');
  if (below === undefined || below.role === 'short') return true;
  const { text } = below.block;
  return (
    below.role === 'body' && (readDispatch(text, knowledge) !== null || opensWithAgency(text, knowledge))
  );
}

/**
 * Share of a caption's words, weighed by how rare they are, that its story has too: of true captions on pages composed
 * of real articles 2 % lie below, of captions of other stories' pictures two in three.
 */
const KIN = 0.04;
/** Han characters of the shortest caption whose words can say so. */
const SHORTEST = 14;

/**
 * Takes captions that stand behind the last paragraph of a story and share nothing with it out of it: a photograph that
 * stands alone, without a headline.
 */
export function partPhotographs(
  articles: readonly DraftArticle[],
  knowledge: SegmentKnowledge,
): DraftArticle[] {
  return articles.flatMap((article) => {
    const last = article.parts.at(-1);
    if (article.kind !== 'article' || !last) return [article];
    const { end } = hullOf(last.block);
    const text = [...article.title, ...article.subtitle, ...article.parts.map(({ block }) => block)]
      .map((block) => block.text)
      .join('\n');
    const photos: DraftArticle[] = [];
    const kept: Block[] = [];
    for (const caption of article.captions) {
      const behind = hullOf(caption).start >= end;
      if (behind && kept.length === 0 && isStrange(caption, text, knowledge))
        photos.push({ ...newArticle('photo'), captions: [caption] });
      else if (behind && photos.length > 0 && isBareCredit(caption.text))
        photos.at(-1)?.captions.push(caption);
      else kept.push(caption);
    }
    if (photos.length > 0) article.captions = kept;
    return [article, ...photos];
  });
}

const isHan = (char: string): boolean => /\p{Script=Han}/u.test(char);

function isStrange({ text }: Block, story: string, { terms }: SegmentKnowledge): boolean {
  if ([...text].filter(isHan).length < SHORTEST) return false;
  let all = 0;
  let shared = 0;
  for (let i = 1; i < text.length; i++) {
    const pair = text.slice(i - 1, i + 1);
    if (!isHan(pair[0] as string) || !isHan(pair[1] as string)) continue;
    const weight = terms.weighPair(pair.charCodeAt(0), pair.charCodeAt(1));
    all += weight;
    if (story.includes(pair)) shared += weight;
  }
  return shared < KIN * all;
}
