import { readClosingByline, readDispatch } from '../blocks/datelines.ts';
import { isAttribution } from '../blocks/pull-quotes.ts';
import type { DraftArticle } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import { breaksOff, isClosingDateline } from '../print/sentences.ts';
import { shareOfPairs } from './headlines.ts';

/** Text enough to tell what a story is about. */
const GIST = 2400;

/** Units of a story's paragraphs. */
export const bodyLengthOf = (article: DraftArticle): number =>
  article.parts.reduce((sum, part) => sum + (part.role === 'body' ? part.block.text.length : 0), 0);

/** The first paragraphs of a story: what it is about. */
export function gistOf(article: DraftArticle): string {
  let text = '';
  for (const part of article.parts) {
    text += `${part.block.text}\n`;
    if (text.length > GIST) break;
  }
  return text.slice(0, GIST);
}

/** The last paragraphs of a story: what a heading below them would head. */
export function tailOf(article: DraftArticle): string {
  let text = '';
  for (let i = article.parts.length - 1; i >= 0 && text.length < GIST; i--)
    text = `${article.parts[i]?.block.text}\n${text}`;
  return text.slice(-GIST);
}

export function lastBreaksOff(article: DraftArticle): boolean {
  const last = article.parts.at(-1);
  return last?.role === 'body' && breaksOff(last.block.text) && !isAttribution(last.block);
}

export function closesWithByline(article: DraftArticle, knowledge: SegmentKnowledge): boolean {
  const last = article.parts.at(-1);
  if (last?.role !== 'body') return false;
  return isClosingDateline(last.block.text) || readClosingByline(last.block.text, knowledge) !== null;
}

/** 本报讯, 新华社某地某月某日电: the head of a news story. */
export function opensWithAgency(text: string, knowledge: SegmentKnowledge): boolean {
  const bare = text.slice(0, 60).replace(/^[【[]?[据據]?/u, '');
  const agency = knowledge.press.agencies.find((word) => bare.startsWith(word));
  if (!agency) return false;
  const head = bare.slice(agency.length, agency.length + 28);
  return (
    /^[^，。！？]{0,24}?(?:讯|訊|电|電|消息)(?:[\s：:（(】\]]|$)/u.test(head) ||
    /^(?:综合)?(?:讯|消息)/u.test(head)
  );
}

/** Whether a mark opens a paragraph as it opens the items of a list. */
export const isListItem = ({ text }: Block): boolean => /^[●○◆◇■□▲△★☆▪◎•※]/u.test(text);

/** Whether a paragraph is the next item of the list under a story's headline, which names no column of short news. */
const goesOnWithList = ({ title, parts }: DraftArticle, block: Block, { press }: SegmentKnowledge): boolean =>
  title.length > 0 &&
  isListItem(block) &&
  parts[0]?.block.text[0] === block.text[0] &&
  !title.some(({ text }) => press.digestWords.some((word) => text.includes(word)));

/** Units of the shortest part of a headline that can tell of a report, and the share of its pairs that the report has. */
const SHORTEST_PART = 4;
const RESTATED = 0.25;
/** Units of a report that its headline is compared with. */
const REPORT_HEAD = 200;

/** Whether a report is the second of a story that joins several: another part of the headline tells of it than of the first. */
export function goesOnWithReports({ title, parts }: DraftArticle, block: Block): boolean {
  const halves = title
    .flatMap(({ text }) => text.split(/[ \u3000]+/u))
    .filter((half) => half.length >= SHORTEST_PART);
  const first = parts.find(({ role }) => role === 'body');
  if (halves.length < 2 || !first) return false;
  const sharesOf = ({ text }: Block): number[] =>
    halves.map((half) => shareOfPairs(half, text.slice(0, REPORT_HEAD)));
  const own = sharesOf(block);
  const before = sharesOf(first.block);
  const told = own.indexOf(Math.max(...own));
  return (own[told] as number) >= RESTATED && told !== before.indexOf(Math.max(...before));
}

/** Units of the longest paragraph that sums a report up above it. */
const LONGEST_LEAD = 120;

/**
 * Whether a report comes below its own lead: all that stands under a headline so far is one short paragraph that no
 * dateline opens, and the report restates the headline, no less than the paragraph does, which shares words with it.
 */
export function comesBelowLead(
  { title, parts }: DraftArticle,
  block: Block,
  knowledge: SegmentKnowledge,
): boolean {
  const [lead, another] = parts;
  if (!lead || another || lead.role !== 'body' || lead.block.text.length > LONGEST_LEAD) return false;
  if (readDispatch(lead.block.text, knowledge) !== null || opensWithAgency(lead.block.text, knowledge))
    return false;
  const headline = title.map(({ text }) => text).join('\n');
  const isOfIt = shareOfPairs(lead.block.text, headline + block.text) > 0;
  const restated = shareOfPairs(headline, block.text.slice(0, REPORT_HEAD));
  return isOfIt && restated >= RESTATED && restated >= shareOfPairs(headline, lead.block.text);
}

/** Whether a story may have ended above a paragraph, which is none of the rest of its text, its list or its reports. */
export const mayEndAbove = (story: DraftArticle, block: Block, knowledge: SegmentKnowledge): boolean =>
  story.parts.length > 0 &&
  !lastBreaksOff(story) &&
  !goesOnWithList(story, block, knowledge) &&
  !goesOnWithReports(story, block);

/** Whether a line is nothing but the label of a box beside a story, whatever sign opens it: 新闻背景, 【链接】, ◆相关新闻. */
export const isBoxLabel = ({ text }: Block, { press }: SegmentKnowledge): boolean =>
  press.editorNotes.includes(text.replace(/[\s【】［］〔〕[\]◆■●▲★□◇]/gu, ''));
