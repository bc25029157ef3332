import { classesOf, WORD_CLASS } from '@shared/text/word-frequencies.ts';
import { type Candidate, propose } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { findByForm } from './person-forms.ts';
import { holdsFunctionWord } from './person-plausibility.ts';
import { type Gazetteer, isUnit } from './places/gazetteer.ts';
import type { Reading } from './reading.ts';
import { findDotted, findTranscribed, isTranscribed } from './transcription.ts';

const NO_SURNAME_CLASSES = classesOf('verb', 'adverb', 'function', 'number', 'pronoun');

/** Names with a middle dot, and surnames with a form of address. */
export function findPeople(
  reading: Reading,
  tagged: readonly Candidate[],
  knowledge: NamesKnowledge,
): Candidate[] {
  return [
    ...findDotted(reading, tagged, knowledge),
    ...findAddressed(reading, knowledge),
    ...findBehindPosts(reading, knowledge),
    ...findByForm(reading, knowledge),
    ...findTranscribed(reading, knowledge),
  ];
}

function findAddressed(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, words } = reading;
  const found: Candidate[] = [];
  for (let i = 0; i + 2 < text.length; i++) {
    const surname = text[i]!;
    if (words.wordStart[i] !== i || !knowledge.words.surnames.has(surname)) continue;
    const alone = words.wordEnd[i] === i + 1;
    if (alone && surname !== '何' && NO_SURNAME_CLASSES.has(words.wordClass[i]!)) continue;
    const address = knowledge.contexts['surname-address'].startingAt(text, i + 1);
    if (address === '' || (!alone && words.wordEnd[i] !== i + 1 + address.length)) continue;
    found.push(propose('addressed', 'person', i, i + 1 + address.length));
  }
  return found;
}

/** 部长苗圩, 副院长何猛: a surname right behind a post, where the words after it allow a name. */
function findBehindPosts({ text, words }: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { posts, surnames } = knowledge.words;
  const { wordStart, wordEnd, wordClass } = words;
  const isUnit = (i: number): boolean =>
    i < text.length && /\p{Script=Han}/u.test(text[i]!) && wordClass[i] !== WORD_CLASS.function;
  const found: Candidate[] = [];
  for (let i = 2; i + 1 < text.length; i++) {
    if (wordStart[i] !== i || !surnames.has(text[i]!)) continue;
    const post = posts.endingAt(text, i);
    if (post.length < 2 || knowledge.contexts['loose-post'].has(post)) continue;
    const first = wordEnd[i]! - i;
    let length = 0;
    if (first > 1) length = first <= 3 && wordClass[i] === WORD_CLASS.person ? first : 0;
    else if (isUnit(i + 1)) {
      const second = wordEnd[i + 1]! - (i + 1);
      const goesOn = isUnit(i + 2) && wordEnd[i + 2] === i + 3 && wordClass[i + 2] !== WORD_CLASS.verb;
      length = second === 2 ? 3 : second !== 1 ? 0 : goesOn ? 3 : 2;
    }
    if (length === 0 || holdsFunctionWord(text.slice(i, i + length))) continue;
    found.push(propose('behind-post', 'person', i, i + length));
  }
  return found;
}

const isFollowedAsPerson = (text: string, end: number, { contexts }: NamesKnowledge): boolean =>
  text[end] === '·' || contexts['behind-person'].startingAt(text, end) !== '';
const isTown = (own: string, { byName }: Gazetteer): boolean =>
  own.length > 2 && ['乡', '镇'].some((ending) => byName.has(own + ending));

/**
 * Places of the tagger's that a post shows to be persons (叶利钦总统), and persons with a doctrine or post behind
 * them (毛泽东思想) cut back to the person.
 */
export function retypePeople(
  { text }: Reading,
  names: readonly Candidate[],
  knowledge: NamesKnowledge,
): Candidate[] {
  const { gazetteer, words, lexical, contexts } = knowledge;
  return names.map((name) => {
    const own = text.slice(name.start, name.end);
    const behind = text[name.end] === '的' ? name.end + 1 : name.end;
    if (name.type === 'person' && contexts['around-place'].startingAt(text, behind) !== '')
      return { ...name, type: 'place' };
    if (name.rule === 'tagger-sure') return name;
    if (name.type === 'person') {
      // 博斯坦 for 博斯坦乡: a transcribed name that the register has with an ending, and no one's post beside it.
      if (isTown(own, gazetteer) && !isFollowedAsPerson(text, name.end, knowledge))
        return { ...name, type: 'place' };
      if (isPlaceInRow(text, name, knowledge)) return { ...name, type: 'place' };
      const tail = contexts['person-tail'].endingAt(own, own.length).length;
      return tail > 0 && own.length - tail >= 2 ? { ...name, end: name.end - tail } : name;
    }
    if (name.type !== 'place' || isUnit(own, gazetteer)) return name;
    if (words.worldPlaces.has(own)) return name;
    if (!isTranscribed(own, lexical)) return name;
    const post = words.posts.endingAt(text, name.start);
    const isPerson =
      contexts['state-post'].startingAt(text, name.end) !== '' ||
      (post.length > 1 && !contexts['loose-post'].has(post));
    return isPerson ? { ...name, type: 'person' } : name;
  });
}

/** 嘉兴与|沙雅: the register has it, a word of rows or of going stands before it, and nothing makes it a person. */
function isPlaceInRow(text: string, { start, end }: Candidate, knowledge: NamesKnowledge): boolean {
  const { gazetteer, words } = knowledge;
  const own = text.slice(start, end);
  if (
    own.length !== 2 ||
    !gazetteer.byShortName.has(own) ||
    !/[、与和及赴到至在]/.test(text[start - 1] ?? '')
  )
    return false;
  return !isFollowedAsPerson(text, end, knowledge) && words.posts.startingAt(text, end) === '';
}
