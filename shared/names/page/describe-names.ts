import type { NameType, PlaceReference } from '../../model/name.ts';
import type { Candidate } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { resolvePlaces } from '../places/resolve-places.ts';
import type { Reading } from '../reading/reading.ts';
import { nameFullForms } from './full-forms.ts';
import { nameLevelBodies } from './level-bodies.ts';
import { findRoles } from './roles.ts';

/** A name of a text with all that the page tells of it, in simplified characters; plain offsets in that text. */
export interface DescribedName {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: NameType;
  readonly canonical?: string;
  readonly role?: string;
  readonly places?: readonly PlaceReference[];
}

/** Adds to each name its fullest form on the page, a person's post, a place's divisions. */
export function describeNames(
  texts: readonly { readonly article: number }[],
  readings: readonly Reading[],
  names: readonly (readonly Candidate[])[],
  knowledge: NamesKnowledge,
): DescribedName[][] {
  const textOf = (index: number, { start, end }: Candidate): string =>
    readings[index]!.text.slice(start, end);
  const mentions = names.flatMap((list, index) =>
    list.map((name) => ({
      text: textOf(index, name),
      type: name.type,
      article: texts[index]!.article,
    })),
  );
  const full = nameFullForms(mentions, knowledge);
  const ofArticle = nameLevelBodies(mentions, knowledge);
  const roles = findRoles(texts, readings, names, knowledge);
  const places = resolvePlaces(
    names.flatMap((list, index) =>
      list.flatMap((name) => {
        if (name.type !== 'place') return [];
        const text = textOf(index, name);
        const form = full.get(`place:${text}`);
        return form === undefined ? [text] : [text, form];
      }),
    ),
    names.flatMap((list, index) =>
      list.filter(({ type }) => type === 'org').map((name) => textOf(index, name)),
    ),
    knowledge,
  );
  const addressed = nameAddressed(
    names.flatMap((list, index) =>
      list.flatMap((name) =>
        name.type === 'person' && name.rule !== 'addressed'
          ? [
              {
                text: textOf(index, name),
                role: roles.ofName.get(`${texts[index]!.article}:${textOf(index, name)}`),
              },
            ]
          : [],
      ),
    ),
  );
  return names.map((list, index) =>
    list.map((name) => {
      const text = textOf(index, name);
      const canonical =
        (name.type === 'org' ? ofArticle.get(`${texts[index]!.article}:${text}`) : undefined) ??
        full.get(`${name.type}:${text}`) ??
        (name.rule === 'addressed' ? addressed(text) : undefined);
      const role =
        name.type === 'person'
          ? (roles.ofMention.get(`${index}:${name.start}`) ??
            roles.ofName.get(`${texts[index]!.article}:${text}`))
          : undefined;
      const references = name.type === 'place' ? places.get(canonical ?? text) : undefined;
      return {
        start: name.start,
        end: name.end,
        text,
        type: name.type,
        ...(canonical !== undefined && canonical !== text ? { canonical } : {}),
        ...(role === undefined ? {} : { role }),
        ...(references && references.length > 0 ? { places: references } : {}),
      };
    }),
  );
}

/** 郝经理 is 郝大成 when one person of the page has the surname and the post. */
function nameAddressed(
  people: readonly { readonly text: string; readonly role: string | undefined }[],
): (text: string) => string | undefined {
  return (text) => {
    const address = text.slice(1);
    const fitting = new Set(
      people
        .filter(
          (person) => person.text.length > 1 && person.text[0] === text[0] && person.role?.includes(address),
        )
        .map((person) => person.text),
    );
    return fitting.size === 1 ? [...fitting][0] : undefined;
  };
}
