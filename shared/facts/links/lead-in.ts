import type { FoundName } from '@shared/model/name.ts';
import { spansOver, spansWithin } from './within.ts';

/** A lead-in, with the place it came from and who reports, is no longer than this. */
const LONGEST = 90;

/** 本报讯, 本报东台7月2日电, 据新华社北京电: what news opens with, and how that ends; 通讯员, 电话 and 本报电视 are none. */
const OPENS =
  /(?:本[报刊台社网]|据?\p{Script=Han}{1,8}[报社网])[^，。：:！？\n（(]{0,24}?(?:(?<![通电资])讯(?![员息])|(?<=日)电(?![话视力台影讯站灌气网])|电(?=[\s:：（(〔［[【]))/uy;
/** 【本报讯】, 〔记者某某/台北报道〕, （本报某地4月11日电）. */
const BRACKETED = /[〔［[【（(]([^〔［[【（()）\]】］〕，。！？\n]{2,40})[)）\]】］〕]/uy;
const SAYS_WHO = /记者|通讯员|特派员|实习生|摄影|讯$|电$|报道$|消息$/u;
/** Who reports, before their names. */
const ROLES =
  /(?:本报|本刊|本台)?(?:特约|特派|驻\p{Script=Han}{1,4}|见习|实习)?(?:记者|通讯员|特派员|实习生)/uy;
const PARTS_NAMES = /[ \t\u3000、/／]/;
const SAYS_SO = /(?:报道|摄影报道|摄影|文|讯|电)(?=[\s:：])/uy;
const ENDS = /[\s\u3000:：]/;

/**
 * The text with what its paragraphs open with left blank, length unchanged: 本报讯（记者某某）and the like say where
 * news came from and who reports it, and no figure is said of them.
 * @param text in the common script; the blanks are ends of lines, so that no sentence reaches back over them.
 * @param names in order; without a name a role alone (记者近日获悉) opens the sentence and stays.
 */
export function blankLeadIns(text: string, names: readonly FoundName[]): string {
  let blanked = '';
  let kept = 0;
  for (let start = 0; start < text.length; start = nextLine(text, start)) {
    const end = leadInEnd(text, start, names);
    if (end === start) continue;
    blanked += text.slice(kept, start) + '\n'.repeat(end - start);
    kept = end;
  }
  return kept === 0 ? text : blanked + text.slice(kept);
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

/** Where the lead-in ends of the paragraph that begins at `start`; `start` where it has none. */
function leadInEnd(text: string, start: number, names: readonly FoundName[]): number {
  let at = start;
  while (at < text.length && /[ \t\u3000]/.test(text[at]!)) at += 1;
  const head = at;
  let end = start;
  const limit = Math.min(text.length, start + LONGEST);
  while (at < limit) {
    const next: number =
      bracketEnd(text, at) ??
      (at === head ? matchEnd(OPENS, text, at) : null) ??
      reportersEnd(text, at, names) ??
      at;
    if (next === at) break;
    end = next;
    at = next;
    while (at < limit && ENDS.test(text[at]!) && text[at] !== '\n') at += 1;
  }
  return end;
}

function matchEnd(form: RegExp, text: string, at: number): number | null {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : null;
}

function bracketEnd(text: string, at: number): number | null {
  BRACKETED.lastIndex = at;
  const inside = BRACKETED.exec(text)?.[1];
  return inside !== undefined && SAYS_WHO.test(inside) ? BRACKETED.lastIndex : null;
}

/** 记者张某 李某 通讯员王某报道：roles with the names behind them, as far as a blank or colon ends them. */
function reportersEnd(text: string, at: number, names: readonly FoundName[]): number | null {
  let end = matchEnd(ROLES, text, at);
  if (end === null) return null;
  let hasName = false;
  for (;;) {
    while (end < text.length && PARTS_NAMES.test(text[end]!)) end += 1;
    const from: number = end;
    const name = spansWithin(names, from, Math.min(text.length, from + 12)).find(
      ({ type, start }) => type === 'person' && start === from,
    );
    const next: number | null = name?.end ?? (hasName ? matchEnd(ROLES, text, from) : null);
    if (next === null) break;
    hasName ||= name !== undefined;
    end = next;
  }
  if (!hasName) return null;
  const said = matchEnd(SAYS_SO, text, end);
  return said ?? (ENDS.test(text[end - 1]!) || ENDS.test(text[end] ?? ' ') ? end : null);
}

/** A headline is no longer than this. */
const LONGEST_HEADLINE = 60;
const BETWEEN_HALVES = /(?<=\p{Script=Han}|[”》」』])[ \u3000]+(?=\p{Script=Han}|[“《「『])/gu;

/** A headline of two halves (三读修正案　税收1.8成拨地方) with commas for the blanks between them, length unchanged; any other text as it is. */
export function partHalves(text: string, names: readonly FoundName[]): string {
  if (text.length > LONGEST_HEADLINE || /[。！？\n]/.test(text)) return text;
  return text.replace(BETWEEN_HALVES, (blanks, at: number) =>
    spansOver(names, at, at + blanks.length) ? blanks : '，'.repeat(blanks.length),
  );
}
