import type { NameType, OwnWord } from '../../model/name.ts';
import { type Candidate, keepBest, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

/** The person's list as the passes ask it: words in the script and with the marks that texts are read in. */
export class OwnWords {
  private readonly types = new Map<string, NameType | null>();
  /** Lengths of the words that begin with one character, longest first. */
  private readonly lengths = new Map<string, number[]>();

  constructor(words: readonly OwnWord[], knowledge: NamesKnowledge) {
    for (const { word, type } of words) {
      const read = knowledge.script.write(word);
      this.types.set(read, type);
      if (type === null) continue;
      const lengths = this.lengths.get(read[0] ?? '') ?? [];
      if (!lengths.includes(read.length)) lengths.push(read.length);
      this.lengths.set(
        read[0] ?? '',
        lengths.sort((a, b) => b - a),
      );
    }
  }

  /**
   * Candidates of one text with the list's words among them: what the program takes for a name on just these words
   * gives way, so that another name may come to light beneath it.
   */
  propose(reading: Reading, candidates: readonly Candidate[]): readonly Candidate[] {
    if (this.types.size === 0) return candidates;
    const others = this.leave(reading, candidates);
    return [...others, ...this.findFree(reading, others)];
  }

  /**
   * The names of one text, none overlapping another, as the list has them. A word gives way to a longer name that
   * holds it and is no person: places and bodies are named after others, people are not.
   */
  settle(reading: Reading, names: readonly Candidate[]): readonly Candidate[] {
    if (this.types.size === 0) return names;
    const others = this.leave(reading, names);
    const own = this.findFree(reading, others);
    const free = others.filter(({ start, end }) => !own.some((word) => word.start < end && word.end > start));
    return keepBest([...own, ...free], reading.text.length);
  }

  /** Without those that stand on a word of the list. */
  private leave({ text }: Reading, candidates: readonly Candidate[]): Candidate[] {
    return candidates.filter(({ start, end }) => !this.types.has(text.slice(start, end)));
  }

  /** The words that no longer name holds but a person's. */
  private findFree(reading: Reading, names: readonly Candidate[]): Candidate[] {
    const holds = (name: Candidate, { start, end }: Candidate): boolean =>
      name.start <= start && name.end >= end && name.end - name.start > end - start && name.type !== 'person';
    return this.find(reading).filter((word) => !names.some((name) => holds(name, word)));
  }

  /** Every place of a word that is a name, the longest where several begin. */
  private find({ text }: Reading): Candidate[] {
    const found: Candidate[] = [];
    for (let start = 0; start < text.length; start++)
      for (const length of this.lengths.get(text[start] as string) ?? []) {
        const type = this.types.get(text.slice(start, start + length));
        if (type === null || type === undefined) continue;
        found.push(propose('own', type, start, start + length));
        start += length - 1;
        break;
      }
    return found;
  }
}
