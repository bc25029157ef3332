import type { Deed } from '@shared/journal/act.ts';
import { expect, it } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import type { Library } from '../../../renderer/library/library.ts';
import type { Deeds } from '../../../renderer/state/deeds.ts';
import { createFocus } from '../../../renderer/state/focus.ts';
import { createNaming, type NameSaying } from '../../../renderer/state/naming.ts';
import type { Session } from '../../../renderer/state/session.ts';

async function doneFor(forms: readonly string[], was: NameSaying, is: NameSaying): Promise<string[]> {
  const done: Deed[] = [];
  const deeds = { perform: async (...made: Deed[]) => done.push(...made) > 0 } as unknown as Deeds;
  await createNaming({
    deeds,
    focus: createFocus(),
    session: {} as StoreApi<Session>,
    library: {} as Library,
  }).everywhere({ forms, was, is });
  return done.map((deed) => {
    if (deed.type === 'word.keep') return `${deed.word}: ${deed.nameType}`;
    return deed.type === 'name.join' ? `${deed.nameType} ${deed.forms.join('、')} → ${deed.as}` : deed.type;
  });
}

it('says of a name wherever it stands what has changed of it', async () => {
  const was: NameSaying = { type: 'person', form: '青禾' };
  expect(await doneFor(['青禾'], was, { type: 'org', form: '青禾' })).toEqual(['青禾: org']);
  expect(await doneFor(['青禾'], was, { type: 'person', form: '青禾社' })).toEqual(['person 青禾 → 青禾社']);
  expect(await doneFor(['青禾', '禾社'], was, { type: null, form: '青禾' })).toEqual([
    '青禾: null',
    '禾社: null',
  ]);
});

it('joins the forms of a name under its new type too, though it goes by the same form', async () => {
  const was: NameSaying = { type: 'person', form: '青禾' };
  expect(await doneFor(['青禾', '禾社'], was, { type: 'org', form: '青禾' })).toEqual([
    '青禾: org',
    '禾社: org',
    'org 青禾、禾社 → 青禾',
  ]);
});
