import type { FoundName } from '@shared/model/name.ts';
import { readingOffset } from '@shared/model/offset.ts';
import type { FoundQuotation } from '@shared/model/quotation.ts';
import type { QuotesKnowledge } from './knowledge.ts';
import { endsAsSentence, findMarkedText, type MarkedText } from './marked-text.ts';
import { findRetold } from './retold.ts';
import { type Anaphor, NamesInText, phraseAt, type Speaker } from './speaker-phrase.ts';
import { type Frame, frameAfter, frameBefore } from './speech-frame.ts';

/** A whole paragraph in marks is speech from this length on; a shorter one is a heading or a motto. */
const SHORTEST_PARAGRAPH = 32;

/** What a speaker does between two halves of a sentence is told in fewer words than these. */
const LONGEST_GESTURE = 30;

/**
 * Speech in one reading text (one paragraph a line), in order.
 * @param names of this text; a programme's quotation marks are no speech.
 */
export function recogniseQuotations(
  text: string,
  names: readonly FoundName[],
  knowledge: QuotesKnowledge,
): FoundQuotation[] {
  const common = inCommonForm(text, knowledge);
  const found = recogniseInCommonForm(common, names, knowledge);
  if (common === text) return found;
  return found.map((quotation) => ({
    ...quotation,
    text: text.slice(quotation.start, quotation.end),
    speaker: quotation.speaker && phraseAt(text, quotation.speaker.start, quotation.speaker.end),
  }));
}

const CORNERS: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };

/** The text in simplified characters and mainland marks, unit for unit. */
const inCommonForm = (text: string, { script }: QuotesKnowledge): string =>
  script.writeCharacters(text).replace(/[「」『』]/g, (mark) => CORNERS[mark] ?? mark);

function recogniseInCommonForm(
  text: string,
  names: readonly FoundName[],
  knowledge: QuotesKnowledge,
): FoundQuotation[] {
  const marked = findMarkedText(text);
  const known = new NamesInText(names);
  const schemes = new Map(names.map((name) => [Number(name.start), name]));
  const spoken = new SpeechReader(text, known, knowledge);
  const retold = findRetold(text, marked, known, knowledge);
  const found: FoundQuotation[] = [];
  let next = 0;
  for (const run of marked) {
    for (; next < retold.length && retold[next]!.start < run.start; next += 1)
      found.push(spoken.keep(retold[next]!));
    const scheme = schemes.get(run.start);
    if (scheme !== undefined && scheme.end >= run.end && run.end - run.start < SHORTEST_PARAGRAPH) continue;
    const quotation = spoken.read(run);
    if (quotation !== null) found.push(spoken.keep(quotation));
  }
  for (; next < retold.length; next += 1) found.push(spoken.keep(retold[next]!));
  return found;
}

/** Goes through a text's marked runs in order and remembers who spoke last. */
class SpeechReader {
  private readonly text: string;
  private readonly names: NamesInText;
  private readonly knowledge: QuotesKnowledge;
  private last: FoundQuotation | null = null;
  /** The paragraph of the run that is read, and the start of the one before. */
  private lineStart = 0;
  private lineEnd: number;
  private lineBefore = 0;

  constructor(text: string, names: NamesInText, knowledge: QuotesKnowledge) {
    this.text = text;
    this.names = names;
    this.knowledge = knowledge;
    this.lineEnd = endOfLine(text, 0);
  }

  keep(quotation: FoundQuotation): FoundQuotation {
    this.last = quotation;
    return quotation;
  }

  read(run: MarkedText): FoundQuotation | null {
    const { text } = this;
    this.goTo(run.start);
    const isSentence = endsAsSentence(text, run);
    if (isNameInText(text, run, isSentence)) return null;
    const frame = this.frameOf(run, isSentence);
    if (frame === null) return null;
    return {
      start: readingOffset(run.start),
      end: readingOffset(run.end),
      text: text.slice(run.start, run.end),
      manner: 'direct',
      speaker: this.settle(frame.speaker, run),
    };
  }

  private goTo(place: number): void {
    while (this.lineEnd < place) {
      this.lineBefore = this.lineStart;
      this.lineStart = this.lineEnd + 1;
      this.lineEnd = endOfLine(this.text, this.lineStart);
    }
  }

  private frameOf(run: MarkedText, isSentence: boolean): Frame | null {
    const { text, names, knowledge, lineStart } = this;
    const lineEnd = run.end > this.lineEnd ? endOfLine(text, run.end) : this.lineEnd;
    const before = frameBefore(text, run.start, lineStart, isSentence, names, knowledge);
    if (before !== null) return before;
    const opens = startOfSpace(text, run.start, lineStart) === lineStart;
    const goesOn = !opens && SENTENCE_ENDS.has(text[startOfSpace(text, run.start, lineStart) - 1]!);
    const after = frameAfter(text, run.end, lineEnd, isSentence, opens || goesOn, names, knowledge);
    if (after !== null || !isSentence) return after;
    if (opens) return this.frameOfParagraph(run, lineEnd);
    if (this.isSecondHalf(run)) return { speaker: null };
    const inLine = this.last !== null && this.last.start >= lineStart;
    return goesOn && inLine ? { speaker: null } : null;
  }

  /** “前半，”徐先生指着窗外，“后半。”: the first half broke off at a comma and the sentence has not ended since. */
  private isSecondHalf(run: MarkedText): boolean {
    const { text, last } = this;
    if (last === null || last.manner !== 'direct' || last.end <= this.lineStart) return false;
    const gap = text.slice(last.end, run.start);
    return (
      /[，,]$/.test(text.slice(0, last.end - 1)) &&
      gap.length <= LONGEST_GESTURE &&
      gap.endsWith('，') &&
      !/[。！？；：\n]/.test(gap)
    );
  }

  /** Speech that fills its paragraph, or goes on from the one before, with nothing that says so. */
  private frameOfParagraph(run: MarkedText, lineEnd: number): Frame | null {
    const { text, names, knowledge, last, lineStart, lineBefore } = this;
    if (lineStart > 0 && isColon(text, lineStart - 2)) {
      const led = frameBefore(text, lineStart - 1, lineBefore, true, names, knowledge);
      if (led !== null) return led;
    }
    const fills = endOfSpace(text, run.end) >= lineEnd;
    if (!fills) return null;
    const afterSpeech = last !== null && last.manner === 'direct' && last.end >= lineBefore && lineStart > 0;
    return run.end - run.start >= SHORTEST_PARAGRAPH || afterSpeech ? { speaker: null } : null;
  }

  private settle(speaker: Speaker | Anaphor | null, run: MarkedText): Speaker | null {
    if (speaker !== null && 'text' in speaker) return speaker;
    const { text, names, last, lineStart, lineBefore } = this;
    if (speaker !== null) return names.meantBy(text, speaker) ?? last?.speaker ?? null;
    if (last !== null && last.end >= lineBefore) return last.speaker;
    const [person] = names.within(lineBefore, run.start, 'person');
    if (person !== undefined && lineStart > 0) return phraseAt(text, person.start, person.end);
    return last?.speaker ?? null;
  }
}

const SENTENCE_ENDS = new Set([...'。！？!?”…']);

const isColon = (text: string, at: number): boolean => text[at] === '：' || text[at] === ':';

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Where the blanks before `at` begin, not before `limit`. */
function startOfSpace(text: string, at: number, limit: number): number {
  let start = at;
  while (start > limit && isBlank(text[start - 1])) start -= 1;
  return start;
}

function endOfSpace(text: string, at: number): number {
  let end = at;
  while (isBlank(text[end])) end += 1;
  return end;
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\u3000';

/** Words behind marks by which a phrase is used as a noun: “…！”的口号, 以“…！”为主题. */
const NOUN_MARKS = new Set([...'的为等和与及、”']);

/** Marks within a sentence that go on as a noun does: “甲”“乙”等, “某某”的. */
function isNameInText(text: string, run: MarkedText, isSentence: boolean): boolean {
  const after = text[run.end] ?? '\n';
  if (NOUN_MARKS.has(after) || after === '“') return true;
  return !isSentence && text[run.start - 1] === '”';
}
