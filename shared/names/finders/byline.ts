import { type Candidate, keepBest, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';
import { readTags } from './tagged.ts';

const PIECE = /[^\s、，,；;/／（）()■●|｜&＆]+/g;

/** A byline is its names: each piece of two to four characters, or with a middle dot, is a person. */
export function findByline(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const candidates: Candidate[] = readTags(reading, knowledge).filter(({ type }) => type !== 'person');
  for (const match of reading.text.matchAll(PIECE)) {
    const calling = knowledge.patterns.calling.exec(match[0])?.[0].length ?? 0;
    const start = match.index + calling;
    const end = match.index + match[0].length;
    const name = reading.text.slice(start, end);
    const dotted = /^[\p{Script=Han}]+[·・•‧．][\p{Script=Han}·・•‧．]+$/u.test(name);
    const plain = /^\p{Script=Han}{2,4}$/u.test(name) && !knowledge.words.bodies.has(name);
    if (dotted || plain)
      candidates.push(
        propose(
          dotted || knowledge.words.surnames.has(name[0]!) ? 'byline' : 'byline-odd',
          'person',
          start,
          end,
        ),
      );
  }
  return keepBest(candidates, reading.text.length);
}
