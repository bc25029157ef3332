import { linkFacts, recogniseFacts } from '@shared/facts/recognise.ts';
import { expect, test } from 'vitest';
import { factsKnowledge } from './knowledge.ts';

/** A map that counts how often it is asked. */
class CountingMap<Key, Value> extends Map<Key, Value> {
  asked = 0;

  override get(key: Key): Value | undefined {
    this.asked += 1;
    return super.get(key);
  }
}

/** Words looked up while the figures of a text are found and linked. */
function stepsFor(text: string): number {
  const singles = new CountingMap(factsKnowledge.phraseWords.singles);
  const phraseWords = { ...factsKnowledge.phraseWords, singles };
  linkFacts(text, recogniseFacts(text, factsKnowledge), [], { ...factsKnowledge, phraseWords });
  return singles.asked;
}

const SIZE = 3000;
/** Twice the text may take a little more than twice the steps: what stands at its ends is read less. */
const GROWTH = 2.5;

test.each(['本市新建5座桥梁和3家图书馆并', '东村12户，', '第7、', '甲乙丙丁戊6吨；'])(
  'a line without an end is read in steps that grow with it: %s',
  (unit) => {
    const line = (length: number) => unit.repeat(Math.ceil(length / unit.length));
    expect(stepsFor(line(2 * SIZE))).toBeLessThanOrEqual(GROWTH * stepsFor(line(SIZE)));
  },
);
