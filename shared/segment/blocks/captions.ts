import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import { widthOf } from '../print/lines.ts';
import { endsSentence } from '../print/sentences.ts';

const DATED = /^(?:(?:19|20)\d{2}年)?\d{1,2}月(?:\d{1,2}日)?[，,、]/;
const FORMS =
  /^[（(【[]?(?:图|圖)(?:为|為|[一二三四五六七八九十①-⑩\d]+[：:、．.\s]|片?说明|[：:])|^(?:图|照)片?(?:由|来源|來源|提供)|^[（(]作者(?:单位|系|为|简介|是)|^(?:数据|数据资料|资料|稿件|信息)(?:来源|來源)[：:]|^(?:制图|製圖|摄影|攝影|视频|图片|漫画|绘图|插画)[：:/／]/;
const CREDITED =
  /(?:[摄攝](?!(?<=拍.)。)(?:[ \u3000]*(?:民国|民國)?\d{2,4}年\d{1,2}月\d{1,2}日)?|供图|供圖|(?:图片|照片|圖片|相片)由[^，。]{2,24}提供|[资資]料[图圖照]片?|[档檔]案[图圖照]片?|资料照片|（资料）|[图圖][/／：:][^，。]{2,12}|[（(][^（），。]{2,14}提供|(?:网上|網上|网络|網絡|網路)[图圖]片|新[华華]社[发發](?:（[^（）]{2,16}）)?)[）)\]】。]?$/;

/** How a text with a credit ends: with its last character, or behind 图/. */
const MAY_BE_CREDITED = /[摄攝日供图圖照片料案档檔发發资資）)\]】。]$|[图圖][/／：:][^，。]{2,12}$/;

/** Columns of the longest credit that stands for itself. */
const LONGEST_CREDIT = 16;

/** Whether a text says who took a picture and nothing of what it shows. */
export const isBareCredit = (text: string): boolean =>
  widthOf(text) <= LONGEST_CREDIT && CREDITED.test(text) && !/[，。：；！？].+/u.test(text);

/** Whether a text ends with a credit and does not begin as a caption: a caption may have run on from a paragraph. */
export const endsWithCredit = (text: string): boolean => isCredited(text) && !FORMS.test(text);

/** Whether a text ends with who took a picture or whence it is. */
export const isCredited = (text: string): boolean => CREDITED.test(text.slice(-40));

/** Whether a text begins with a day, as captions do. */
export const isDated = (text: string): boolean => DATED.test(text);

/** No caption has fewer units. */
const SHORTEST = 3;

/** How strongly the wording of a block says that it explains a picture: 0 not at all, 3 beyond doubt. */
export function captionForm(
  block: Pick<Block, 'text' | 'width' | 'level'>,
  knowledge: SegmentKnowledge,
): number {
  const { text } = block;
  if (block.width > 160 || text.length < SHORTEST || block.level > 0) return 0;
  if (FORMS.test(text) || /^[▲△▼▽◀▶←→↑↓]\s*\S/u.test(text)) return 3;
  const head = knowledge.press.captionHeads.find((word) => text.startsWith(word));
  if (head && /^[\s：:，,为]/u.test(text.slice(head.length))) return 3;
  if (MAY_BE_CREDITED.test(text) && CREDITED.test(text)) return 3;
  if (block.width <= 60 && /[（(]/u.test(text) && (text.match(STANDS) ?? []).length > 1) return 3;
  if (
    /[摄攝]/u.test(text) &&
    /(?:。|\s)(?:本报|新华社|人民日报|中新社)?(?:通讯员|见习记者|实习生|记者)?\s{0,24}\p{Script=Han}{2,4}\s{0,24}(?:摄|攝|／摄|\/摄)/u.test(
      text.slice(-24),
    )
  )
    return 3;
  if (/。\s*图为|，图为/.test(text) && block.width <= 120) return 3;
  if (DATED.test(text) && block.width <= 90 && sentencesIn(text) <= 2) return 1.5;
  return 0;
}

const sentencesIn = (text: string): number => (text.match(/[。！？]/g) ?? []).length;

/** 薛某（右）、王某（左二）: who stands where in a picture. */
const STANDS = /[（(](?:[前后後]排)?(?:[左右中]|左[一二三四五]|右[一二三四五])[起]?[）)]/g;

/**
 * How strongly the place of a block says so: set apart by more blank lines than is usual, short, and between
 * two halves of a sentence.
 */
export function captionPlace(block: Block, usualGap: number, interrupts: boolean, nextGap: number): number {
  let score = 0;
  if (block.gap >= usualGap + 2) score += 2;
  else if (block.gap > usualGap && nextGap > usualGap) score += 1;
  if (block.width <= 70) score += 1;
  else if (block.width > 120) score -= 2;
  if (interrupts) score += block.width <= 70 && (endsSentence(block.text) || block.width <= 40) ? 1 : 0;
  if (interrupts && !endsSentence(block.text) && block.width <= 36) score += 1;
  return score;
}
