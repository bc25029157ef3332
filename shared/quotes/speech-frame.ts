import type { QuotesKnowledge } from './knowledge.ts';
import { type Anaphor, type NamesInText, phraseAt, type Speaker, speakerOfClause } from './speaker-phrase.ts';
import { firstVerb, verbEndingAt } from './speech-verb.ts';

/** What stands around a quotation says that it is speech; `speaker` null where it does not say whose. */
export interface Frame {
  readonly speaker: Speaker | Anaphor | null;
}

const STOPS = new Set([...'。！？!?\n”；;']);
const COMMAS = new Set([...'，,、：:—（(）)']);

/** So far from a quotation its speaker is looked for. */
const REACH = 90;

/** So many clauses before the verb may hold its subject: 徐先生一边走，一边说. */
const MOST_CLAUSES = 3;

/** A person so near behind a quotation that has no verb is the one who said it: “走！”徐先生笑了. */
const NEAR_NAME = 20;

/** Behind “…”， only a short subject with nothing but its verb is a speaker. */
const LONGEST_SUBJECT = 18;
const NO_SUBJECT = /[是为了，,：]/;

/** Fewer words after 说 with neither colon nor full stop are a term: 说“行”. */
const SHORTEST_BARE = 6;

const isSpace = (character: string | undefined): boolean => character === ' ' || character === '\u3000';

/** Start of the clause that ends at `end`, not before `limit`. */
function clauseStart(text: string, end: number, limit: number): number {
  let start = end;
  while (start > limit && !STOPS.has(text[start - 1]!) && !COMMAS.has(text[start - 1]!)) start -= 1;
  return start;
}

/** Longest words in brackets between a speaker and the verb: 老王（外号“铁锤”）说. */
const LONGEST_BRACKET = 24;

/** The place before brackets that close at `at`, else `at`: an alias or a post in them is no speaker. */
function beforeBracket(text: string, at: number, limit: number): number {
  if (text[at] !== '）' && text[at] !== ')') return at;
  const from = Math.max(limit, at - LONGEST_BRACKET);
  for (let place = at - 1; place >= from; place -= 1)
    if (text[place] === '（' || text[place] === '(') return place;
  return at;
}

/** The subject of the verb at `verbStart`, in its clause or one of those before it in the sentence. */
export function subjectOf(
  text: string,
  verbStart: number,
  limit: number,
  names: NamesInText,
  knowledge: QuotesKnowledge,
): Speaker | Anaphor | null {
  let end = verbStart;
  for (let clauses = 0; clauses < MOST_CLAUSES && end > limit; clauses += 1) {
    const start = clauseStart(text, end, limit);
    const verb = clauses === 0 ? null : firstVerb(text, start, end, knowledge);
    const speaker = speakerOfClause(text, start, verb?.start ?? end, names, knowledge);
    if (speaker !== null) return speaker;
    if (start <= limit || !COMMAS.has(text[start - 1]!)) return null;
    end = beforeBracket(text, start - 1, limit);
  }
  return null;
}

/** What leads in a quotation that begins at `start`: X说：“…”, X感慨连连：“…”, X说“…”. */
export function frameBefore(
  text: string,
  start: number,
  lineStart: number,
  isSentence: boolean,
  names: NamesInText,
  knowledge: QuotesKnowledge,
): Frame | null {
  let end = start;
  while (end > lineStart && isSpace(text[end - 1])) end -= 1;
  const limit = Math.max(lineStart, end - REACH);
  const mark = end > lineStart ? text[end - 1] : undefined;
  const colon = mark === '：' || mark === ':';
  const comma = mark === '，' || mark === ',';
  if (colon || comma) end -= 1;
  const verb = verbEndingAt(text, end, knowledge);
  const bare = verb?.can.bare === true && start - end === 0 && standsAlone(text, start);
  if (verb !== null && (colon || (comma && !verb.can.feeling) || isSentence || bare)) {
    const speaker = subjectOf(text, verb.start, limit, names, knowledge);
    return { speaker };
  }
  if (comma && isSentence) return frameOfClauses(text, limit, end, names, knowledge);
  if (colon && isSentence) return frameOfColon(text, limit, end, names, knowledge);
  return colon ? frameOfHeadline(text, start, end, names) : null;
}

/** 县长高远：“路通了，心就通了”: a person right before the colon, and marks that close the line. */
function frameOfHeadline(text: string, start: number, end: number, names: NamesInText): Frame | null {
  const line = text.indexOf('\n', start);
  const last = (line < 0 ? text.length : line) - 1;
  if (text[last] !== '”' || text.indexOf('”', start) !== last || last - start <= SHORTEST_BARE) return null;
  const person = names.within(Math.max(0, end - LONGEST_SUBJECT), end, 'person').at(-1);
  return person?.end === end ? { speaker: phraseAt(text, person.start, person.end) } : null;
}

/** Marks right behind a verb hold speech, not a term, where they are long enough and close the clause. */
function standsAlone(text: string, start: number): boolean {
  let end = start + 1;
  while (end < text.length && end - start < REACH && !STOPS.has(text[end]!)) end += 1;
  return end - start > SHORTEST_BARE && text[end] === '”' && /^[，。；！？]?$/.test(text[end + 1] ?? '');
}

/** 近日，郝经理谈及变化时十分高兴，“…。”: the verb may stand further up in the clause. */
function frameOfClauses(
  text: string,
  limit: number,
  end: number,
  names: NamesInText,
  knowledge: QuotesKnowledge,
): Frame | null {
  let stop = end;
  for (let clauses = 0; clauses < MOST_CLAUSES && stop > limit; clauses += 1) {
    const start = clauseStart(text, stop, limit);
    // Further up only a verb that closes its clause opens what is said: 某某说，日子好过了，“……”.
    const verb =
      clauses === 0 ? firstVerb(text, start, stop, knowledge) : verbEndingAt(text, stop, knowledge);
    if (verb !== null && (clauses === 0 || !verb.can.feeling))
      return { speaker: subjectOf(text, verb.start, limit, names, knowledge) };
    if (start <= limit || !/[，,、]/.test(text[start - 1]!)) return null;
    stop = start - 1;
  }
  return null;
}

/** 徐先生拉着记者的手：“…。”: a colon after a clause with a person in it, with or without a verb of saying. */
function frameOfColon(
  text: string,
  limit: number,
  end: number,
  names: NamesInText,
  knowledge: QuotesKnowledge,
): Frame | null {
  let start = end;
  while (start > limit && !STOPS.has(text[start - 1]!)) start -= 1;
  const [person] = names.within(start, end, 'person');
  if (person !== undefined) return { speaker: phraseAt(text, person.start, person.end) };
  const verb = firstVerb(text, start, end, knowledge);
  if (verb !== null) return { speaker: subjectOf(text, verb.start, start, names, knowledge) };
  const pronoun = knowledge.pronouns.startingAt(text, start);
  return pronoun === null ? null : { speaker: { pronounAt: start } };
}

/**
 * What follows a quotation that ends at `end`: “…。”X说; “…。”回忆起往事，X深有感触; “…！”这是X的心声.
 * @param beginsSentence nothing of its sentence stands before it, so that a person alone may follow.
 */
export function frameAfter(
  text: string,
  end: number,
  lineEnd: number,
  isSentence: boolean,
  beginsSentence: boolean,
  names: NamesInText,
  knowledge: QuotesKnowledge,
): Frame | null {
  const teller = isSentence ? frameOfTeller(text, end, names, knowledge) : null;
  if (teller !== null) return teller;
  let start = end;
  while (isSpace(text[start])) start += 1;
  const comma = text[start] === '，' || text[start] === ',';
  if (!isSentence && !comma) return null;
  if (comma) start += 1;
  let stop = start;
  const limit = Math.min(lineEnd, start + REACH);
  while (stop < limit && !STOPS.has(text[stop]!) && text[stop] !== '“') stop += 1;
  if (stop === start) return null;
  const voice = frameOfVoice(text, start, stop, names, knowledge);
  if (voice !== null) return voice;
  const verb = firstVerb(text, start, stop, knowledge);
  if (!isSentence) {
    if (verb === null || !endsClause(text, verb.end) || verb.start - start > LONGEST_SUBJECT) return null;
    const plain = !NO_SUBJECT.test(text.slice(start, verb.start));
    const speaker = plain ? speakerOfClause(text, start, verb.start, names, knowledge) : null;
    return speaker === null ? null : { speaker };
  }
  if (verb === null) return beginsSentence ? frameOfPerson(text, start, stop, names) : null;
  const speaker = subjectOf(text, verb.start, start, names, knowledge);
  return { speaker: speaker ?? subjectAhead(text, verb.end, stop, names, knowledge) };
}

const endsClause = (text: string, at: number): boolean => /^[，,。：:！!\n]?$/.test(text[at] ?? '');

/** “…”回忆起往事，干部陈某深有感触: the subject stands after the verb. */
function subjectAhead(
  text: string,
  start: number,
  end: number,
  names: NamesInText,
  knowledge: QuotesKnowledge,
): Speaker | Anaphor | null {
  const [person] = names.within(start, end, 'person');
  if (person !== undefined) return phraseAt(text, person.start, person.end);
  const verb = firstVerb(text, start, end, knowledge);
  return verb === null ? null : subjectOf(text, verb.start, start, names, knowledge);
}

function frameOfPerson(text: string, start: number, end: number, names: NamesInText): Frame | null {
  const [person] = names.within(start, Math.min(end, start + NEAR_NAME), 'person');
  return person === undefined ? null : { speaker: phraseAt(text, person.start, person.end) };
}

/** 说这话的是村支书某某, in the same paragraph or at the head of the next. */
function frameOfTeller(
  text: string,
  end: number,
  names: NamesInText,
  knowledge: QuotesKnowledge,
): Frame | null {
  let start = end;
  while (isSpace(text[start]) || text[start] === '\n') start += 1;
  const teller = knowledge.tellers.startingAt(text, start);
  if (teller === null) return null;
  const from = start + teller.word.length;
  let stop = from;
  while (stop < text.length && stop - from < REACH && !STOPS.has(text[stop]!)) stop += 1;
  const [person] = names.within(from, stop, 'person');
  if (person !== undefined) return { speaker: phraseAt(text, person.start, person.end) };
  const clause = text.slice(from, stop).search(/[，,]/);
  return { speaker: speakerOfClause(text, from, clause < 0 ? stop : from + clause, names, knowledge) };
}

/** 听，这是村民们的心声. */
function frameOfVoice(
  text: string,
  start: number,
  end: number,
  names: NamesInText,
  knowledge: QuotesKnowledge,
): Frame | null {
  const voice = knowledge.voices.endingAt(text, end);
  if (voice === null) return null;
  for (let at = start; at < end; at += 1) {
    const head = knowledge.voiceHeads.startingAt(text, at);
    if (head === null) continue;
    let stop = end - voice.word.length;
    while (stop > at && text[stop] !== '的') stop -= 1;
    const from = at + head.word.length;
    if (stop - from < 2) return null;
    const person = names.lastPerson(from, stop);
    return { speaker: person ? phraseAt(text, person.start, person.end) : phraseAt(text, from, stop) };
  }
  return null;
}
