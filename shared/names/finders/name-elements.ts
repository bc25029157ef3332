import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

/** Persons of peoples who need no surname, by the parts that their names are made of: 买买提|江, 古丽 beside a post. */
export function findOfElements({ text, words }: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { contexts } = knowledge;
  const { nameElements, posts } = knowledge.words;
  const found: Candidate[] = [];
  for (let i = 0; i < text.length; ) {
    let end = i;
    let count = 0;
    for (let part = nameElements.startingAt(text, end); part !== ''; ) {
      end += part.length;
      count++;
      part = nameElements.startingAt(text, end);
    }
    const beside =
      count === 1 &&
      (posts.endingAt(text, i).length > 1 ||
        contexts['behind-person'].startingAt(text, end) !== '' ||
        contexts['behind-name-part'].startingAt(text, end) !== '');
    if ((count > 1 || beside) && text[end] !== '·' && text[i - 1] !== '·')
      found.push(propose('elements', 'person', i, end));
    i = Math.max(end, words.wordEnd[i]!);
  }
  return found;
}
