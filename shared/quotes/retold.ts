import { readingOffset } from '@shared/model/offset.ts';
import type { FoundQuotation } from '@shared/model/quotation.ts';
import type { QuotesKnowledge } from './knowledge.ts';
import { endsAsSentence, type MarkedText } from './marked-text.ts';
import type { NamesInText } from './speaker-phrase.ts';
import { subjectOf } from './speech-frame.ts';
import { verbEndingAt } from './speech-verb.ts';

const isEnd = (character: string): boolean =>
  character === '。' || character === '！' || character === '？' || character === '\n';

/** So far before the verb its subject is looked for. */
const REACH = 60;

/** Speech retold without marks: 某某说，……。 From behind the comma to the end of the sentence, in order. */
export function findRetold(
  text: string,
  marked: readonly MarkedText[],
  names: NamesInText,
  knowledge: QuotesKnowledge,
): FoundQuotation[] {
  const found: FoundQuotation[] = [];
  let run = 0;
  let sentence = 0;
  for (let at = 0; at < text.length; at += 1) {
    while (run < marked.length && marked[run]!.end <= at) run += 1;
    if (run < marked.length && at >= marked[run]!.start) {
      at = marked[run]!.end - 1;
      sentence = at + 1;
      continue;
    }
    const character = text[at]!;
    if (isEnd(character)) sentence = at + 1;
    if (character !== '，' && character !== ',' && character !== '：') continue;
    if (marked[run]?.start === at + 1) continue;
    const retold = readRetold(text, at, Math.max(sentence, at - REACH), marked[run], names, knowledge);
    if (retold === null) continue;
    found.push(retold);
    at = retold.end - 1;
    sentence = retold.end;
    while (run < marked.length && marked[run]!.end <= retold.end) run += 1;
  }
  return found;
}

/** 某某说，日子好过了，“你看……。”: from the marks on it is speech. */
const leadsToSpeech = (text: string, run: MarkedText): boolean =>
  /[，,]/.test(text[run.start - 1] ?? ' ') && endsAsSentence(text, run);

function readRetold(
  text: string,
  comma: number,
  limit: number,
  next: MarkedText | undefined,
  names: NamesInText,
  knowledge: QuotesKnowledge,
): FoundQuotation | null {
  const verb = verbEndingAt(text, comma, knowledge);
  if (!verb?.can.retells) return null;
  const subject = subjectOf(text, verb.start, limit, names, knowledge);
  const speaker = subject === null || 'text' in subject ? subject : names.meantBy(text, subject);
  if (speaker === null) return null;
  const start = comma + 1;
  let end = start;
  const stop = next !== undefined && leadsToSpeech(text, next) ? next.start - 1 : text.length;
  while (end < stop && !isEnd(text[end]!)) end += 1;
  if (end === start) return null;
  return {
    start: readingOffset(start),
    end: readingOffset(end),
    text: text.slice(start, end),
    manner: 'indirect',
    speaker,
  };
}
