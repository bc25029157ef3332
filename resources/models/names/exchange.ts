import type { TaggedSentence, TaggedSpan } from './corpus.ts';
import { createFillers } from './fillers.ts';
import { pick, type Random } from './random.ts';

/** Names that stand for one another: of one type, with the same ending or else of about the same make. */
const kindOf = (name: string, { type }: TaggedSpan): string => {
  if (!/^[\p{Script=Han}·]+$/u.test(name))
    return `${type}:${/\p{Script=Han}/u.test(name) ? 'mixed' : 'latin'}`;
  if (type === 'person') return `${type}:${name.includes('·') ? 'dotted' : Math.min(name.length, 5)}`;
  if (type === 'org') return `${type}:${name.length < 4 ? name.length : name.slice(-1)}`;
  return `${type}:${/[国省市县区镇乡村州岛山河江湖海路街站寺宫]$/.test(name) ? name.slice(-1) : Math.min(name.length, 5)}`;
};

/** Share of names that are made anew where a filler makes that kind. */
const MADE = 0.6;

/** Names of the kinds that the fillers make. */
function makersOf(random: Random): ReadonlyMap<string, () => string> {
  const fillers = createFillers(random);
  const until = (filler: string, fits: (name: string) => boolean) => (): string => {
    for (;;) {
      const name = fillers[filler]!();
      if (fits(name)) return name;
    }
  };
  return new Map([
    ['person:2', until('person', (name) => name.length === 2)],
    ['person:3', until('person', (name) => name.length === 3)],
    ['person:dotted', until('foreign', (name) => name.includes('·'))],
    ['place:国', until('world', () => true)],
    ['place:县', until('county', () => true)],
    ['place:2', () => fillers[random() < 0.5 ? 'short' : 'worldcity']!()],
    ['place:3', () => fillers[random() < 0.4 ? 'worldcity' : 'foreignplace']!()],
  ]);
}

/** Copies of sentences in which names have changed places with others of their kind. */
export function exchangeNames(sentences: readonly TaggedSentence[], random: Random): TaggedSentence[] {
  const pool = new Map<string, string[]>();
  for (const { text, spans } of sentences)
    for (const span of spans) {
      const name = text.slice(span.start, span.end);
      const key = kindOf(name, span);
      const list = pool.get(key);
      if (list) list.push(name);
      else pool.set(key, [name]);
    }
  const makers = makersOf(random);
  const copies: TaggedSentence[] = [];
  for (const sentence of sentences) {
    if (sentence.spans.length === 0) continue;
    let text = '';
    let last = 0;
    const spans: TaggedSpan[] = [];
    for (const span of sentence.spans) {
      text += sentence.text.slice(last, span.start);
      last = span.end;
      const name = sentence.text.slice(span.start, span.end);
      const key = kindOf(name, span);
      const maker = makers.get(key);
      const other = maker && random() < MADE ? maker() : pick(pool.get(key)!, random);
      spans.push({ start: text.length, end: text.length + other.length, type: span.type });
      text += other;
    }
    copies.push({ text: text + sentence.text.slice(last), spans });
  }
  return copies;
}
