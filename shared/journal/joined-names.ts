import type { Deed } from './act.ts';
import type { JoinedNames, LibraryState } from './state.ts';

/** What of the state tells which names are one. */
export type NamesThatAreOne = Pick<LibraryState, 'joinedNames' | 'splitNames'>;

/** Key of a form in `LibraryState.splitNames`. */
const splitNameKey = (nameType: string, form: string, from: string): string => `${nameType}|${form}|${from}`;

const joinsByForm = new WeakMap<readonly JoinedNames[], Map<string, readonly number[]>>();

/** Places of the joins that hold each form, by type and form; made once for a list. */
function indexJoins(joined: readonly JoinedNames[]): Map<string, readonly number[]> {
  const known = joinsByForm.get(joined);
  if (known) return known;
  const index = new Map<string, readonly number[]>();
  joined.forEach(({ nameType, forms }, place) => {
    for (const form of forms) {
      const key = `${nameType}|${form}`;
      index.set(key, [...(index.get(key) ?? []), place]);
    }
  });
  joinsByForm.set(joined, index);
  return index;
}

/** The form that a name goes by: what the person joined it to, else its full form, or the printed one where split off. */
export function joinedForm(
  { joinedNames, splitNames }: NamesThatAreOne,
  nameType: string,
  full: string,
  printed: string,
): string {
  const isSplit = (from: string): boolean => splitNames.has(splitNameKey(nameType, printed, from));
  const form = isSplit(full) ? printed : full;
  const index = indexJoins(joinedNames);
  const places = [form, printed].flatMap((one) => index.get(`${nameType}|${one}`) ?? []);
  const joins = places.sort((a, b) => a - b).map((place) => joinedNames[place] as JoinedNames);
  return joins.find(({ as }) => !isSplit(as))?.as ?? form;
}

/** Forms that are one with any of the new ones come along; what was split off one of them is not split any more. */
export function joinNames({ joinedNames, splitNames }: NamesThatAreOne, join: JoinedNames): NamesThatAreOne {
  const forms = new Set([join.as, ...join.forms]);
  const touching = joinedNames.filter(
    (other) => other.nameType === join.nameType && other.forms.some((form) => forms.has(form)),
  );
  for (const other of touching) for (const form of other.forms) forms.add(form);
  const others = joinedNames.filter((other) => !touching.includes(other));
  const split = new Set(splitNames);
  for (const form of forms) split.delete(splitNameKey(join.nameType, form, join.as));
  return { joinedNames: [...others, { ...join, forms: [...forms] }], splitNames: split };
}

export function splitName(
  { joinedNames, splitNames }: NamesThatAreOne,
  { nameType, form, from }: Extract<Deed, { type: 'name.split' }>,
): NamesThatAreOne {
  return {
    splitNames: new Set([...splitNames, splitNameKey(nameType, form, from)]),
    joinedNames: joinedNames
      .map((join) =>
        join.nameType === nameType && join.as === from
          ? { ...join, forms: join.forms.filter((other) => other !== form) }
          : join,
      )
      .filter(({ forms }) => forms.length > 1),
  };
}
