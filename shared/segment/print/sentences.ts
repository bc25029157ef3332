const codes = (chars: string): ReadonlySet<number> => new Set([...chars].map((char) => char.charCodeAt(0)));
const CLOSERS = codes('”’」』）)】》〉"\'');
const ENDERS = codes('。！？!?…｡');

/** （本报阿拉木图9月7日电）, （据新华社电）: whence a report came, on a line of its own at its end. */
const CLOSING_DATELINE = /^[（(][^（）()，。]{3,30}(?:电|電|讯|訊|报道|報道|報導)[）)]$/u;

/** 2002年3月于紫竹院, （五月三日写于海州）: when and where a text was written, on a line of its own at its end. */
const CLOSING_DAY =
  /^[（(]?[\d〇元一二三四五六七八九十]{1,4}[年月日][\d〇元一二三四五六七八九十年月日春夏秋冬]{0,10}[夜晚晨]?[写寫作草改定稿]{0,2}[于於]\p{Script=Han}{2,12}[）)]?$/u;

/** Whether a line is the dateline that closes a story. */
export const isClosingDateline = (text: string): boolean =>
  CLOSING_DATELINE.test(text) || CLOSING_DAY.test(text);

/** Whether a text ends where a sentence or a story does, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && CLOSERS.has(text.charCodeAt(at))) at--;
  if (at < 0) return false;
  const last = text.charCodeAt(at);
  if (ENDERS.has(last)) return true;
  if (at < text.length - 1 && endsAboveBracket(text, at)) return true;
  if (isClosingDateline(text)) return true;
  return last === 0x2e && at > 0 && /[\p{Script=Han}%）]/u.test(text[at - 1] as string);
}

/** Units of the longest bracket that a sentence may have behind it. */
const LONGEST_BRACKET = 40;

/** Whether a bracket that closes behind `at` stands behind a whole sentence: 。（据某某社电）. */
function endsAboveBracket(text: string, at: number): boolean {
  const closer = text.charCodeAt(at + 1);
  if (closer !== 0xff09 && closer !== 0x29) return false;
  for (let i = at; i > 0 && i > at - LONGEST_BRACKET; i--) {
    const unit = text.charCodeAt(i);
    if (unit === 0xff08 || unit === 0x28) return ENDERS.has(text.charCodeAt(i - 1));
  }
  return false;
}

/** A pause with words behind it, in the half-width mark of typists and scanners too: prose, not a row of words. */
export const PAUSES_INSIDE = /(?:[，。；、]|(?<=\p{Script=Han})[,;])[^”’」』）]/u;

/** Whether a text ends with a mark that closes a clause or a sentence. */
export const endsWithPause = (text: string): boolean => endsSentence(text) || /[，、；：,;:]$/.test(text);

/** Whether running text breaks off: it ends no sentence and announces no list. */
export const breaksOff = (text: string): boolean => !endsSentence(text) && !/[：:；;]$/.test(text);

/** Whether a text begins with a mark that no sentence begins with. */
export const startsInside = (text: string): boolean => /^[，。、；：！？）】》”’」』,;:!?)…%％]/.test(text);

/** Whether a text begins with the head of a news story: 某报某地某月某日电（记者. */
export const opensDispatch = (text: string): boolean =>
  /^[^，。！？（(]{2,20}(?:讯|訊|电|電|消息)[】\]\s]*[（(]/u.test(text);

/** Characters that alone before a comma may begin a sentence: an answer, a turn. */
const ALONE = '是对好不嗯啊哦哎唉喂行否但而故即若凡';

/** Whether a text begins with the last characters of a sentence rather than with its first: 路。过去…, 卖，他…. */
export const startsWithCrumb = (text: string): boolean =>
  /^\p{Script=Han}{1,2}[。；！？](?!$)/u.test(text) ||
  (/^\p{Script=Han}[，、,]/u.test(text) && !ALONE.includes(text[0] as string));

/** Opening marks by their closing ones. */
const OPENER_OF = new Map(
  ['“”', '‘’', '「」', '『』', '（）', '《》', '【】'].map((pair) => [
    pair.charCodeAt(1),
    pair.charCodeAt(0),
  ]),
);
const OPENERS = new Set(OPENER_OF.values());

/** Marks that a text leaves open at its end, outermost first, and marks that it closes without opening. */
export function openMarks(text: string): { readonly open: number[]; readonly closed: number[] } {
  const open: number[] = [];
  const closed: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x2018 || (unit > 0x301f && unit < 0xff00)) continue;
    if (OPENERS.has(unit)) {
      open.push(unit);
      if (open.length > 8) open.shift();
      continue;
    }
    const opener = OPENER_OF.get(unit);
    if (opener === undefined) continue;
    const at = open.lastIndexOf(opener);
    if (at >= 0) open.length = at;
    else if (closed.length < 8) closed.push(opener);
  }
  return { open, closed };
}
