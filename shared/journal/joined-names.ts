import type { Deed } from './act.ts';
import type { JoinedNames, LibraryState } from './state.ts';

/** What of the state tells which names are one. */
type NamesThatAreOne = Pick<LibraryState, 'joinedNames' | 'splitNames'>;

/** Key of a form in `LibraryState.splitNames`. */
export const splitNameKey = (nameType: string, form: string, from: string): string =>
  `${nameType}|${form}|${from}`;

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
