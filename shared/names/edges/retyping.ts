import type { Candidate } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { type Gazetteer, isUnit } from '../places/gazetteer.ts';
import type { Reading } from '../reading/reading.ts';
import { isTranscribed } from '../reading/transcribing.ts';

/** 等粮油大企业: what stands behind a row of firms. */
const CALLED_FIRM = /^等(?:\p{Script=Han}(?!家)){0,6}(?:企业|公司|车企|药企|房企|商家|品牌|银行|机构)(?!家)/u;

const isFollowedAsPerson = (text: string, end: number, { contexts }: NamesKnowledge): boolean =>
  text[end] === '·' || contexts['behind-person'].startingAt(text, end) !== '';
/** 约旦·哈迪, 马里先生, 记者文莱: a dot, a form of address or a post beside a country's name shows a person. */
const isPartOfPerson = (
  text: string,
  { start, end }: Candidate,
  { contexts, words }: NamesKnowledge,
): boolean =>
  text[start - 1] === '·' ||
  text[end] === '·' ||
  contexts['surname-address'].startingAt(text, end) !== '' ||
  words.posts.endingAt(text, start).length > 1;

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
    // 益丰、金穗|等粮油企业: what is called a firm is no person.
    if (name.type === 'person' && CALLED_FIRM.test(text.slice(name.end, name.end + 12)))
      return { ...name, type: 'org' };
    if (name.type === 'person' && words.countries.has(own) && !isPartOfPerson(text, name, knowledge))
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

/** 常州与|旬阳: the register has it, a word of rows or of going stands before it, and nothing makes it a person. */
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

/** 大奖赛香港|站: one stop of a tour of games or concerts, behind its last word. */
const isStage = (text: string, { start, end }: Candidate, { gazetteer, words }: NamesKnowledge): boolean => {
  if (text[end - 1] !== '站' || !/[赛杯会]$/.test(text.slice(0, start))) return false;
  const place = text.slice(start, end - 1);
  return gazetteer.byShortName.has(place) || words.worldPlaces.has(place);
};

/** 江苏省|博物馆: what a unit by its whole name runs. */
const beginsWithUnit = (name: string, { byName }: Gazetteer): boolean =>
  [3, 4, 5].some(
    (length) => /[省市县区旗]$/.test(name.slice(0, length)) && byName.has(name.slice(0, length)),
  );

/** A tagged place that ends like a body is one (甘肃省博物馆), and a tagged body that ends like a park a place. */
export function retypeBodies(
  text: string,
  names: readonly Candidate[],
  knowledge: NamesKnowledge,
): Candidate[] {
  return names.map((name) => {
    if (name.type === 'place' && knowledge.words.bodies.has(text.slice(name.start, name.end)))
      return { ...name, type: 'org' };
    if (name.type === 'org' && isStage(text, name, knowledge))
      return { ...name, type: 'place', end: name.end - 1 };
    if (name.type === 'org')
      return knowledge.contexts.park.endingAt(text, name.end, name.end - name.start) !== ''
        ? { ...name, type: 'place' }
        : name;
    return name.type === 'place' &&
      name.rule !== 'goes-on' &&
      (name.rule !== 'tagger-sure' ||
        beginsWithUnit(text.slice(name.start, name.end), knowledge.gazetteer)) &&
      name.end - name.start >= 4 &&
      knowledge.words.strongBodyTails.endingAt(text, name.end, name.end - name.start - 1)
      ? { ...name, type: 'org' }
      : name;
  });
}
