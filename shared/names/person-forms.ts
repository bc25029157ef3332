import { type Candidate, propose } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import type { Reading } from './reading.ts';

const SPEAKS_FOR_PERSON = /^(?:[、，。：说和与的在是也又给把对跟正]|告诉|介绍|表示|回忆|一家|夫妇|同志)/;
const MASKED = /\p{Script=Han}某(?:某|[甲乙丙丁])?/gu;
const AGED = /(?<=^|[。；！？“\n])\p{Script=Han}{2,3}(?=今年(?:\d{1,3}|[一二三四五六七八九十]{1,3})岁)/gmu;

/** Persons that their form gives away: 赵某某, 小王, names made of parts that names are made of. */
export function findByForm(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  return [
    ...findMasked(reading, knowledge),
    ...findFamiliar(reading, knowledge),
    ...findOfElements(reading, knowledge),
    ...findAged(reading, knowledge),
  ];
}

/** A surname and one or two characters that open a clause and have an age: 顾小满今年五十岁. */
function findAged({ text }: Reading, { words }: NamesKnowledge): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(AGED)) {
    if (!words.surnames.has(match[0][0]!) || words.commonPersons.has(match[0])) continue;
    const end = match.index + match[0].length;
    found.push(propose('aged', 'person', match.index, end));
  }
  return found;
}

function findMasked({ text }: Reading, { words }: NamesKnowledge): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(MASKED)) {
    if (!words.surnames.has(match[0][0]!)) continue;
    const end = match.index + match[0].length;
    // 周某日 and 何某种 go on; a masked name ends here.
    if (/[日月年种地人个些]/.test(text[end] ?? '')) continue;
    found.push(propose('masked', 'person', match.index, end));
  }
  return found;
}

function findFamiliar({ text, words }: Reading, { contexts }: NamesKnowledge): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i + 1 < text.length; i++) {
    if ((text[i] !== '小' && text[i] !== '老') || !contexts['familiar-surname'].has(text[i + 1]!)) continue;
    if (words.wordStart[i] !== i || words.wordEnd[i + 1] !== i + 2) continue;
    if (!SPEAKS_FOR_PERSON.test(text.slice(i + 2, i + 4))) continue;
    found.push(propose('familiar', 'person', i, i + 2));
  }
  return found;
}

function findOfElements({ text, words }: Reading, knowledge: NamesKnowledge): Candidate[] {
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
